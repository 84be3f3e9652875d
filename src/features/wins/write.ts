/** A win is written, changed, shared and taken back: rights first, then the evidence, then one write. */
import type { WriteOperation } from '../../core/documents.ts';
import type { ProblemCode } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { WinSubject } from '../../core/playbook-view.ts';
import { postOperations, repostOperation } from '../../core/post.ts';
import type { FieldProblem } from '../../core/route.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { WinDeps } from './desk.ts';
import { auditOf, kind, type Loaded, loadWin } from './documents.ts';
import { maxStory, type Win, type WinEvidence, win } from './model.ts';
import { postKind } from './post.ts';
import { type EventName, fits, mayAct, mayRead, mayWrite } from './rules.ts';

export type Done =
  | { kind: 'done'; id: string }
  | { kind: 'refused'; code: ProblemCode; message?: string; fields?: readonly FieldProblem[] };

const no = (code: ProblemCode, message?: string): Extract<Done, { kind: 'refused' }> => ({
  kind: 'refused',
  code,
  ...(message ? { message } : {}),
});

/** A draft with what was measured; without that there is no win (requirement R45). */
export async function write(desk: WinDeps, turn: Turn, said: { scenarioId: string; story: string }): Promise<Done> {
  const subject = await desk.subject(turn, said.scenarioId);
  if (!subject) return no('not_found');
  if (!mayWrite(turn.who, subject)) return no('forbidden');
  const story = storyOf(turn, said.story);
  if (typeof story !== 'string') return story;
  const found = await evidenceOf(desk, turn, subject);
  if ('code' in found) return found;
  const [at, by, id] = [turn.now.toISOString(), turn.who.personId, newId()];
  const body: Win = {
    ...{ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
    ...{ workflowId: subject.workflowId, scenarioId: subject.id, story, authorId: by },
    ...{ communityIds: [], state: 'draft', evidence: found },
  };
  return save(turn, id, [{ op: 'create', kind, id, body: win.parse(body) }, auditOf(turn, id, 'create', '', 'draft')]);
}

function storyOf({ words }: Turn, raw: string): string | Extract<Done, { kind: 'refused' }> {
  const text = cleanText(raw);
  const field = words('win.story');
  const problem = (error: ProblemCode, message: string) => ({
    ...no(error, message),
    fields: [{ path: 'story', error, message }],
  });
  if (text === '') return problem('field_required', words('error.field_required', { field }));
  if (isWithin(text, maxStory)) return text;
  return problem('field_length', words('error.field_length', { field, min: 1, max: maxStory }));
}

async function evidenceOf(
  desk: WinDeps,
  turn: Turn,
  { workflowId, id }: WinSubject,
): Promise<WinEvidence | Extract<Done, { kind: 'refused' }>> {
  const found = await desk.evidenceFor(turn, { workflowId, scenarioId: id });
  return found.kind === 'measured' ? found.evidence : no('incomplete', turn.words('win.missing', { what: found.text }));
}

export interface Before {
  readonly loaded: Loaded;
  readonly subject: WinSubject;
}

/** What this reader may not see is answered like what does not exist. */
export async function before(desk: WinDeps, turn: Turn, id: string): Promise<Before | undefined> {
  const loaded = await loadWin(turn.store, id);
  const subject = loaded && (await desk.subject(turn, loaded.win.scenarioId));
  return loaded && subject && mayRead(turn.who, loaded.win, subject) ? { loaded, subject } : undefined;
}

export type WinEvent =
  | { readonly name: 'share'; readonly communityId?: string | undefined }
  | { readonly name: 'edit'; readonly story: string }
  | { readonly name: 'withdraw' };

export async function press(
  desk: WinDeps,
  turn: Turn,
  { id, version, event }: { id: string; version: string; event: WinEvent },
): Promise<Done> {
  const at = await before(desk, turn, id);
  if (!at) return no('not_found');
  const { loaded, subject } = at;
  if (!mayAct(turn.who, loaded.win, event.name, subject)) return no('forbidden');
  if (loaded.version !== version) return no('stale');
  if (!fits(loaded.win, event.name)) return no('already_done');
  switch (event.name) {
    case 'edit': {
      const story = storyOf(turn, event.story);
      return typeof story === 'string' ? change(turn, loaded, event.name, { story }) : story;
    }
    case 'withdraw':
      return change(turn, loaded, event.name, { state: 'withdrawn' }, [repostOperation(turn.now, postKind, id)]);
    case 'share':
      return share(desk, turn, at, event.communityId);
  }
}

/** Measured once more, so that nothing is shown that could not be shown now (product 7.9). */
async function share(
  desk: WinDeps,
  turn: Turn,
  { loaded, subject }: Before,
  communityId: string | undefined,
): Promise<Done> {
  const evidence = await evidenceOf(desk, turn, subject);
  if ('code' in evidence) return evidence;
  const more = { state: 'shared' as const, evidence, sharedAt: loaded.win.sharedAt ?? turn.now.toISOString() };
  const repost = repostOperation(turn.now, postKind, loaded.id);
  if (communityId === undefined) return change(turn, loaded, 'share', more, [repost]);
  // A card in a channel never holds more than the least allowed reader may see (product 5.2).
  if (!subject.isForAll) return no('scope', turn.words('win.notForAll'));
  const community = await desk.communities.one(turn, communityId);
  if (!community?.isActive || !community.isMember) return no('not_found');
  if (loaded.win.communityIds.includes(communityId)) return no('already_done');
  const posts = community.addresses.flatMap((address) => postOperations(turn, postKind, loaded.id, address));
  const communityIds = [...loaded.win.communityIds, communityId];
  return change(turn, loaded, 'share', { ...more, communityIds }, posts.length > 0 ? posts : [repost]);
}

function change(
  turn: Turn,
  { id, version, win: known }: Loaded,
  event: EventName,
  patch: Partial<Win>,
  more: readonly WriteOperation[] = [],
): Promise<Done> {
  const body = win.parse({ ...known, ...patch, updatedAt: turn.now.toISOString(), updatedBy: turn.who.personId });
  return save(turn, id, [
    { op: 'replace', kind, id, version, body },
    auditOf(turn, id, event, known.state, body.state),
    ...more,
  ]);
}

const save = async (turn: Turn, id: string, operations: readonly WriteOperation[]): Promise<Done> =>
  (await turn.store.write(operations)).kind === 'ok' ? { kind: 'done', id } : no('stale');
