/** One discovery before one reader, as the tab shows it. */
import { historyOf } from '../../core/history.ts';
import { type Reply, refuse } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { lastUndo } from '../../core/undo.ts';
import type { WorkItem } from '../../core/work-item.ts';
import { actionsOf } from './actions.ts';
import type { Desk } from './desk.ts';
import { lineOf } from './line.ts';
import { type Look, lookAt } from './look.ts';
import { sectionsOf } from './sections.ts';

/** What this reader may not see is answered like what does not exist. */
export async function shown(desk: Desk, turn: Turn, id: string, note?: string): Promise<Reply<WorkItem>> {
  const look = await lookAt(desk, turn, id);
  if (!look) return refuse('not_found');
  return { kind: 'ok', body: await itemOf(desk, look, note), version: look.loaded.version };
}

export async function itemOf(desk: Desk, look: Look, note?: string): Promise<WorkItem> {
  const { turn, actor } = look;
  const { version: _, ...line } = lineOf(look);
  const last = await lastUndo(turn, look.loaded.id);
  const heading = actor.isAuthor ? 'discovery.mine' : actor.isReviewer ? 'discovery.toLookAt' : 'discovery.one';
  return {
    ...line,
    about: '',
    heading: turn.words(heading),
    sections: sectionsOf(look),
    actions: await actionsOf(desk, look),
    history: actor.isReviewer && !actor.isAuthor ? await historyFor(desk, look) : [],
    ...(last ? { undo: { label: turn.words('undo.label'), until: last.until.toISOString() } } : {}),
    ...(note ? { note } : {}),
  };
}

/** For who looks at it; its author is named as they chose. */
const historyFor = (desk: Desk, { turn, loaded }: Look) =>
  historyOf(turn, loaded.id, {
    async nameOf(personId) {
      const { authorId, credit } = loaded.discovery;
      if (personId === authorId && credit !== 'named') return turn.words('discovery.byAuthor');
      return desk.nameOf(turn, personId);
    },
  });
