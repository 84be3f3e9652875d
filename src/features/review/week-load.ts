/** All that waits for one reader this week: every list, without what they put off. */
import { holds } from '../../core/person.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { Turn } from '../../core/turn.ts';
import type { WorkLine } from '../../core/work-item.ts';
import { mergedPage } from './merge.ts';
import { snoozedBy } from './snooze.ts';
import type { WeekDeps } from './week-desk.ts';

/** More is not looked through: the list in the tab goes on. */
const mostRead = 100;
const ongoing: ReadonlySet<string> = new Set(['running', 'deciding']);

export interface Loaded {
  readonly lines: readonly WorkLine[];
  readonly pilots: readonly PilotView[];
}

export async function loadWeek(deps: WeekDeps, turn: Turn): Promise<Loaded> {
  const [lines, pilots] = await Promise.all([linesOf(deps, turn), deps.pilots(turn)]);
  const { personId } = turn.who;
  const led = pilots.filter(({ ownerId, hrLeadId }) => ownerId === personId || hrLeadId === personId);
  return { lines, pilots: led.filter(({ state }) => ongoing.has(state)) };
}

export async function linesOf(deps: WeekDeps, turn: Turn): Promise<WorkLine[]> {
  const [page, isOff] = await Promise.all([
    mergedPage(deps.queues, turn, { filter: {}, limit: mostRead }),
    snoozedBy(turn),
  ]);
  return (page?.lines ?? []).filter((line) => !isOff(line));
}

/** Owns or leads, by a right of theirs or named by a workflow. */
export const isLead = async (deps: WeekDeps, turn: Turn): Promise<boolean> =>
  holds(turn.who, ['owner', 'hrLead']) || (await deps.leads(turn)).includes(turn.who.personId);
