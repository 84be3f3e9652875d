/** The messages that an event of a scenario plans, in the batch of the event (product 6.2, "Who is told"). */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { type Before, writersOf } from './scenario-before.ts';
import type { ScenarioEvent } from './scenario-changes.ts';

export const reviewNotice = 'scenarioReview';
export const stateNotice = 'scenarioState';
export const versionNotice = 'newVersion';
export const retiredNotice = 'retired';
/** To people who took its prompt along and have not finished. */
export const openUseNotice = 'scenarioHeld';

/** Audiences of the messages to past users: all of them, or those of one version. */
export const everyUser = 'pastUsers';
export const usersOf = 'usersOf/';

/** Audiences of the review notice. */
export const reviewers = 'reviewers';
export const owner = 'owner';

export function lifeNotices(at: Before, event: ScenarioEvent, live: number | undefined): WriteOperation[] {
  const { turn, loaded, workflow } = at;
  const subject = loaded.id;
  const { now, who } = turn;
  const ownerId = loaded.head.ownerId ?? workflow.ownerId;
  const toOwner = ownerId && ownerId !== who.personId ? [ownerId] : [];
  const tell = (people: readonly string[]) =>
    people.map((audience) => noticeOperation(now, { kind: stateNotice, subject, audience }));
  switch (event.name) {
    case 'submit':
      return [noticeOperation(now, { kind: reviewNotice, subject, audience: reviewers })];
    case 'sendBack':
      return tell(writersIn(at));
    case 'approve':
    case 'publish':
      return [...tell(writersIn(at)), ...newVersion(now, subject, live)];
    case 'rollBack':
      // Only whoever used the text that was bad.
      return newVersion(now, subject, live, `${usersOf}${loaded.head.liveVersion ?? 0}`);
    case 'hold':
    case 'release':
      return [...tell(toOwner), noticeOperation(now, { kind: openUseNotice, subject })];
    case 'retire':
      // Everybody who used it lately, once: it is retired once at a moment.
      return [pastUsers(now, retiredNotice, subject, now.toISOString())];
    default:
      return [];
  }
}

/** Whoever wrote it or sent it, apart from who acts. */
export function writersIn({ turn, loaded }: Before): string[] {
  const { head, draft } = loaded;
  const people = [...(draft ? writersOf(head, draft.text) : []), ...(head.submitted ? [head.submitted.by] : [])];
  return [...new Set(people)].filter((id) => id !== 'system' && id !== turn.who.personId);
}

/** Past users hear of each version at most once: the message is named after its number. */
const newVersion = (now: Date, subject: string, live: number | undefined, audience = everyUser): WriteOperation[] =>
  live !== undefined && live > 1 ? [pastUsers(now, versionNotice, subject, String(live), audience)] : [];

const pastUsers = (
  now: Date,
  kind: string,
  subject: string,
  occurrence: string,
  audience = everyUser,
): WriteOperation => noticeOperation(now, { kind, subject, audience, occurrence });

/** Who may let the draft go live: the owner, or the reviewer where an owner wrote it (reliability R1). */
export async function approversOf({ desk, turn, loaded, workflow }: Before): Promise<string[]> {
  const { head, draft } = loaded;
  const writers = draft ? writersOf(head, draft.text) : [];
  const owners = [head.ownerId, workflow.ownerId].flatMap((id) => (id ? [id] : []));
  const isOwnersText = writers.some((id) => owners.includes(id));
  const known = isOwnersText && head.reviewerId ? [head.reviewerId] : owners;
  const able = known.length > 0 ? known : await desk.life.holders(turn, ['owner'], workflow.departmentId);
  return [...new Set(able)].filter((id) => !writers.includes(id));
}
