/** One request before one person, as the tab shows it. */
import { historyOf } from '../../core/history.ts';
import { type Reply, refuse } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { lastUndo } from '../../core/undo.ts';
import type { WorkItem } from '../../core/work-item.ts';
import { actionsOf } from './actions.ts';
import type { RequestDeps } from './form.ts';
import { decides } from './lifecycle.ts';
import { lineOf } from './line.ts';
import { type Before, before } from './press.ts';
import { viewingOf } from './review.ts';
import { sectionsOf } from './sections.ts';
import { headingFor } from './view.ts';

/** What this reader may not see is answered like what does not exist. */
export async function shown(deps: RequestDeps, turn: Turn, id: string, note?: string): Promise<Reply<WorkItem>> {
  const at = await before(turn, id);
  if (!at) return refuse('not_found');
  return { kind: 'ok', body: await itemOf(deps, turn, at, note), version: at.loaded.version };
}

export async function itemOf(deps: RequestDeps, turn: Turn, at: Before, note = ''): Promise<WorkItem> {
  const viewing = await viewingOf(deps, turn, at, note);
  const { loaded, actor } = at;
  const { version: _, ...line } = lineOf(viewing);
  const readsAll = decides(loaded.request, actor) && !actor.isRequester;
  const last = await lastUndo(turn, loaded.id);
  return {
    ...line,
    about: '',
    heading: turn.words(headingFor(loaded.request, actor, readsAll)),
    sections: sectionsOf(viewing),
    actions: actionsOf(viewing),
    history: readsAll ? await historyFor(deps, turn, loaded.id) : [],
    ...(last ? { undo: { label: turn.words('undo.label'), until: last.until.toISOString() } } : {}),
    ...(note ? { note } : {}),
  };
}

/** For who decides, with the names of all who acted. */
const historyFor = (deps: RequestDeps, turn: Turn, id: string) =>
  historyOf(turn, id, { nameOf: async (personId) => (await deps.nameOf(turn, personId)) || undefined });
