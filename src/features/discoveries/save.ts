/** A new discovery, kept with its audit entry, the news of it, and its card in the chat where that was asked for. */

import { leastReader } from '../../core/least-reader.ts';
import { postOperations } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { auditOf, kind, type Loaded } from './documents.ts';
import { triageDue } from './due.ts';
import { mayPost, type Typed } from './form.ts';
import type { Text } from './lifecycle.ts';
import { type Discovery, discovery } from './model.ts';
import { newsOf, postKind } from './plan.ts';

export interface New {
  readonly id: string;
  readonly text: Text;
}

/** What was kept; `isThere` where something stands under this id already. */
export type Saved = { kind: 'saved'; loaded: Loaded } | { kind: 'isThere' };

export async function saveNew(desk: Desk, turn: Turn, form: Typed, { id, text }: New): Promise<Saved> {
  const isPosted = wantsPost(turn, form) && (await isOpenToAll(desk, turn, text));
  const body = bodyOf(turn, form, text, isPosted);
  const { address } = turn.where;
  if (form.credit === 'named') await desk.introduce(turn);
  const result = await turn.store.write([
    { op: 'create', kind, id, body },
    auditOf(turn, id, 'share', { state: { before: '', after: 'submitted' } }),
    newsOf(turn.now, id),
    ...(isPosted && address ? postOperations(turn, postKind, id, address) : []),
  ]);
  const [stored] = result.kind === 'ok' ? result.documents : [];
  return stored ? { kind: 'saved', loaded: { id, version: stored.version, discovery: body } } : { kind: 'isThere' };
}

export const wantsPost = (turn: Turn, form: Typed): boolean => form.postHere === 'true' && mayPost(turn);

/** Only what everyone in the tenant may see is put before a whole chat. */
async function isOpenToAll(desk: Desk, turn: Turn, { workflowId }: Text): Promise<boolean> {
  if (workflowId === undefined) return true;
  const workflows = await desk.workflows(leastReader(turn));
  return workflows.some(({ id, isSeen }) => id === workflowId && isSeen);
}

function bodyOf(turn: Turn, form: Typed, text: Text, isPosted: boolean): Discovery {
  const at = turn.now.toISOString();
  const by = turn.who.personId;
  return discovery.parse({
    ...text,
    authorId: by,
    ...(form.sourceLink ? { sourceLink: form.sourceLink } : {}),
    surface: surfaceOf(turn),
    state: 'submitted',
    dueAt: triageDue(turn.now, turn.who.zone),
    ...(isPosted ? { isPosted } : {}),
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  });
}

function surfaceOf({ where }: Turn): Discovery['surface'] {
  if (where.surface === 'message') return 'message';
  if (where.surface === 'tab') return 'tab';
  return where.surface === 'compose' || where.surface === 'cardDialog' ? 'extension' : 'bot';
}
