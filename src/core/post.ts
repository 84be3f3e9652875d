/** A card that stands in a group or channel: sent once, then updated in place when its subject changes. */
import { z } from 'zod';
import type { Card } from './card.ts';
import type { WriteOperation } from './documents.ts';
import { dueOperation } from './due-item.ts';
import { lang } from './fields.ts';
import { derivedId, type KeyedHash, newId } from './ids.ts';
import { type ChatAddress, chatAddress } from './person.ts';
import { recordOperation } from './send-record.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words.ts';

export const post = z.strictObject({
  kind: z.string().max(40),
  subject: z.string().max(100),
  address: chatAddress,
  /** Of whoever put it up: the card speaks as they did. */
  language: lang.optional(),
  /** The message in that conversation, once it was sent. */
  activityId: z.string().max(300).optional(),
});
export type Post = z.infer<typeof post>;

/** What such a card shows. Everyone there reads it, so the turn belongs to nobody and has no rights. */
export interface PostKind {
  readonly kind: string;
  /** Said once to each conversation, at most once, and never changed: put up by `onceOperations`. */
  readonly isOnce?: boolean;
  /** Undefined = take nothing up any more: what stands there stays. */
  card(turn: Turn, subject: string, place: Post): Promise<Card | undefined>;
  /** Nobody is there any more, or the bot was taken out. */
  dead?(turn: Turn, place: Post): Promise<void>;
}

export const postJob = 'post';
const usefulHours = 8;
/** The occurrence of the message that puts a post up; every other one updates it. */
export const firstPost = 'first';
export const firstPostId = (hash: KeyedHash, postId: string): string => hash('send', 'post', postId, firstPost);

/** The place of a card, and the plan to send it there; both in the write that makes its subject. */
export function postOperations(
  { now, words }: Pick<Turn, 'now'> & { readonly words: Pick<Words, 'language'> },
  kind: string,
  subject: string,
  asked: ChatAddress,
): WriteOperation[] {
  // The place is the conversation: who asked from there is not kept with it.
  const { user: _, ...address } = asked;
  const id = derivedId('post', kind, subject, address.conversation.id);
  const body = post.parse({ kind, subject, address, language: words.language });
  return [{ op: 'create', kind: 'post', id, body }, repostOperation(now, kind, subject)];
}

/** The plan to bring every card of a subject up to date; does nothing where there is none. */
export const repostOperation = (now: Date, kind: string, subject: string): WriteOperation =>
  repostAt(now, kind, subject, newId());

const repostAt = (at: Date, kind: string, subject: string, occurrence: string): WriteOperation =>
  dueOperation({
    ...{ job: postJob, subject, occurrence, facts: { kind }, at },
    usefulUntil: new Date(at.getTime() + usefulHours * 3_600_000),
  });

export interface Once {
  readonly kind: string;
  readonly subject: string;
  readonly address: ChatAddress;
  readonly language: string;
  readonly at: Date;
  /** From then on it says nothing new to anybody, and is not sent. */
  readonly usefulUntil: Date;
}

const onceSeconds = 30 * 86_400;

/** A card to be said once to this conversation; the same twice is one. */
export function onceOperations(
  hash: KeyedHash,
  { kind, subject, address, language, at, usefulUntil }: Once,
): WriteOperation[] {
  const id = derivedId('post', kind, subject, address.conversation.id);
  const body = post.parse({ kind, subject, address, language });
  return [
    { op: 'create', kind: 'post', id, body, ttlSeconds: onceSeconds },
    recordOperation({
      ...{ id: firstPostId(hash, id), kind: 'post', subject: id, occurrence: firstPost, audience: 'conversation' },
      ...{ isUrgent: false, at, usefulUntil: usefulUntil.toISOString() },
    }),
  ];
}

const minuteMs = 60_000;
/** Longer than a turn: whoever changes the subject at the end of a minute has written by then. */
const afterMs = 10_000;

/** The same for what many change at once: of a minute the first change shows now, all others when it is over. */
export async function repostSoon(
  now: Date,
  kind: string,
  subject: string,
  isPlanned: (id: string) => Promise<boolean>,
): Promise<WriteOperation[]> {
  const minute = now.getTime() - (now.getTime() % minuteMs);
  const over = new Date(minute + minuteMs + afterMs);
  const first = repostAt(now, kind, subject, `${kind}/${minute}`);
  if (!(await isPlanned(first.id))) return [first];
  const last = repostAt(over, kind, subject, `${kind}/${minute}/over`);
  return (await isPlanned(last.id)) ? [] : [last];
}
