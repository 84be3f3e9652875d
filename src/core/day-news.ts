/** News that come as one card at the start of a day (product 8.6, "grouped by day"): which it stands for, and what was told before. */
import { findAll } from './documents.ts';
import { type SendRecord, sendRecord } from './send-record.ts';
import type { Turn } from './turn.ts';

/** The kind of message that stands for all of them. */
export const dayNews = 'dayNews';
/** Older than the messages that may still leave. */
const lookedBackMs = 31 * 86_400_000;

/** Of who reads in `turn`: what was kept for the card of this moment, and what a card that never left was to say. */
export async function newsFor({ store, who }: Turn, occurrence: string): Promise<SendRecord[]> {
  const told = await lastTold(store, who.personId);
  const found: SendRecord[] = [];
  const where = [
    ['personId', '=', who.personId],
    ['error', '=', 'inDayCard'],
  ] as const;
  for await (const { body } of findAll(store, { kind: 'sendRecord', where })) {
    const record = sendRecord.parse(body);
    const { dayAt, kind } = record;
    const since = new Date(Date.parse(occurrence) - lookedBackMs).toISOString();
    const isOfThese = dayAt !== undefined && dayAt > told && dayAt > since && dayAt <= occurrence;
    if (isOfThese && kind !== dayNews) found.push(record);
  }
  return found;
}

/** One that went wrong on its way may have arrived: it is not said twice. */
async function lastTold(store: Turn['store'], personId: string): Promise<string> {
  let last = '';
  const where = [
    ['personId', '=', personId],
    ['kind', '=', dayNews],
    ['state', 'in', ['sent', 'failed']],
  ] as const;
  for await (const { body } of findAll(store, { kind: 'sendRecord', where })) {
    const { occurrence } = sendRecord.parse(body);
    if (occurrence > last) last = occurrence;
  }
  return last;
}
