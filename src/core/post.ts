/** A card that stands in a group or channel: sent once, then updated in place when its subject changes. */
import { z } from 'zod';
import type { Card } from './card.ts';
import type { WriteOperation } from './documents.ts';
import { dueOperation } from './due-item.ts';
import { lang } from './fields.ts';
import { derivedId, newId } from './ids.ts';
import { type ChatAddress, chatAddress } from './person.ts';
import type { Turn } from './turn.ts';

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
  /** Undefined = take nothing up any more: what stands there stays. */
  card(turn: Turn, subject: string): Promise<Card | undefined>;
}

export const postJob = 'post';
const usefulHours = 8;

/** The place of a card, and the plan to send it there; both in the write that makes its subject. */
export function postOperations(
  { now, words }: Pick<Turn, 'now' | 'words'>,
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
