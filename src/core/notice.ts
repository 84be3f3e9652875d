/** A message to people that leaves later: planned in the write of its cause, its recipients and its card asked for when it is sent. */
import { z } from 'zod';
import type { Card } from './card.ts';
import type { WriteOperation } from './documents.ts';
import { dueOperation } from './due-item.ts';
import { newId } from './ids.ts';
import type { Turn } from './turn.ts';

/**
 * Which of a person's switches it obeys (product 11, L7): `answers` to what they asked or shared, `work` that waits for
 * them, a `reminder` of what they said they would come to, `news` and small questions, `dayNews` for news that come as
 * one card a day, `program` for a card of its own that goes with work, or `always`, which no switch, pause or hour holds back.
 */
export type Lane = 'answers' | 'work' | 'reminder' | 'news' | 'dayNews' | 'program' | 'always';

export const noticeFacts = z.object({
  kind: z.string(),
  /** `answers`, `work` or a person's id and the like: whom it is for, as the kind understands it. */
  audience: z.string(),
  /** Work that does not wait for the card of the day. */
  isUrgent: z.enum(['true', 'false']),
  occurrence: z.string(),
});

export interface Notice {
  readonly kind: string;
  /** Id of what it is about. */
  readonly subject: string;
  /** Whom it is for, as its kind understands it: `asker`, `reviewers`, or a person's id. Left out when there is only one way. */
  readonly audience?: string;
  /** Of a reminder: the one that comes shortly before. */
  readonly isUrgent?: boolean;
  /** Set by jobs, so that a repeated run plans no second one. */
  readonly occurrence?: string;
}

/** What one feature's kind of message says, and to whom: both asked when it is sent, so that a right taken away counts. */
export interface NoticeKind {
  readonly kind: string;
  readonly lane: Lane;
  /** People who get it now, by id; who acts in `turn` is the system. */
  recipients(turn: Turn, notice: Required<Notice>): Promise<readonly string[]>;
  /** The card as this one recipient sees it; undefined for what is not theirs to see, or needs no word any more. */
  card(turn: Turn, notice: Required<Notice>): Promise<Card | undefined>;
}

export const noticeJob = 'notice';
/** Whoever asked without a name: no record of a message names them, they are asked for again when it leaves. */
export const sealedAudience = 'reporter';
const usefulDays = 30;
const dayMs = 86_400_000;

/** To be written in the same batch as its cause. Nothing is sent by it; what would come after `usefulUntil` never is. */
export function noticeOperation(
  now: Date,
  notice: Notice,
  usefulUntil = new Date(now.getTime() + usefulDays * dayMs),
): WriteOperation {
  const { kind, subject, audience = '', isUrgent = false, occurrence = newId() } = notice;
  return dueOperation({
    job: noticeJob,
    subject,
    occurrence: `${kind}/${audience}/${occurrence}`,
    facts: { kind, audience, isUrgent: isUrgent ? 'true' : 'false', occurrence },
    at: now,
    usefulUntil,
  });
}
