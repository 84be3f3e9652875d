/** What happened to a scenario, from its audit entries, in the reader's words. */
import { historyOf as historyOfItem } from '../../core/history.ts';
import type { WorkItem } from '../../core/work-item.ts';
import type { Before } from './scenario-before.ts';

export const historyOf = ({ desk, turn, loaded }: Before): Promise<WorkItem['history']> =>
  historyOfItem(turn, loaded.id, { nameOf: (personId) => desk.life.nameOf(turn, personId) });
