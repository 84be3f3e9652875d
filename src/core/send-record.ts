/** One message to one person or conversation: made before it is sent, marked after (reliability 9). */
import { z } from 'zod';
import type { WriteOperation } from './documents.ts';
import { count, instant, ref } from './fields.ts';

export const sendErrors = [
  'unclear',
  'blocked',
  'gone',
  'refused',
  'late',
  'noChat',
  'unreachable',
  'notTheirs',
  'inDayCard',
  'notPosted',
] as const;
export type SendError = (typeof sendErrors)[number];

export const sendRecord = z.strictObject({
  kind: z.string().max(60),
  subject: ref,
  occurrence: z.string().max(200),
  /** As the kind understands it; a message to `reporter` names no person. */
  audience: z.string().max(120),
  personId: ref.optional(),
  isUrgent: z.boolean(),
  state: z.enum(['planned', 'claimed', 'sent', 'failed', 'skipped']),
  /** When it is next looked at. */
  wakeAt: instant,
  usefulUntil: instant,
  fence: count,
  attempts: count,
  /** Sends of which nobody knows whether they arrived. */
  unclear: count,
  /** Sends that met another one (412). */
  conflicts: count.optional(),
  /** After a 401: it was tried with a new token. */
  isRefreshed: z.boolean().optional(),
  /** After a 413: it goes without its card. */
  isShort: z.boolean().optional(),
  sentAt: instant.optional(),
  /** When the card of a day leaves that says it instead. */
  dayAt: instant.optional(),
  error: z.enum(sendErrors).optional(),
});
export type SendRecord = z.infer<typeof sendRecord>;

/** 180 days (product 7.9). */
export const keptSeconds = 180 * 86_400;

export type Planned = Pick<SendRecord, 'kind' | 'subject' | 'occurrence' | 'audience' | 'isUrgent'> & {
  readonly id: string;
  readonly personId?: string;
  readonly at: Date;
  readonly usefulUntil: string;
};

export function recordOperation({ id, at, ...planned }: Planned): WriteOperation {
  const body: SendRecord = {
    ...planned,
    ...{ state: 'planned', wakeAt: at.toISOString(), fence: 0, attempts: 0, unclear: 0 },
  };
  return { op: 'create', kind: 'sendRecord', id, body: sendRecord.parse(body), ttlSeconds: keptSeconds };
}

export const replacedRecord = (id: string, version: string, body: SendRecord): WriteOperation => ({
  op: 'replace',
  kind: 'sendRecord',
  id,
  version,
  body: sendRecord.parse(body),
  ttlSeconds: keptSeconds,
});
