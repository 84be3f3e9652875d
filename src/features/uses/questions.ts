/** Small questions that were sent to a person lately, and the last one without a name. */
import { findAll } from '../../core/documents.ts';
import { pulseMark } from '../../core/run.ts';
import { sendRecord } from '../../core/send-record.ts';
import { isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { howNotice } from './begin.ts';
import type { Desk } from './desk.ts';
import { markKeyOf } from './pulse-mark.ts';

export const countNotice = 'runCount';
export const pulseNotice = 'pulse';
const weekMs = 7 * 86_400_000;
const pulseWeeksKept = 9;

interface Sent {
  readonly kind: string;
  readonly sentAt: string;
}

async function sentTo({ store }: Turn, personId: string, since: Date): Promise<Sent[]> {
  const sent: Sent[] = [];
  const where = [
    ['personId', '=', personId],
    ['kind', 'in', [howNotice, countNotice, pulseNotice]],
    ['state', '=', 'sent'],
  ] as const;
  for await (const { body } of findAll(store, { kind: 'sendRecord', where })) {
    const { kind, sentAt } = sendRecord.parse(body);
    if (sentAt !== undefined && sentAt >= since.toISOString()) sent.push({ kind, sentAt });
  }
  return sent;
}

/** When questions were sent to who acts, of the last days. */
export const questionsSent = async (turn: Turn): Promise<string[]> =>
  (await sentTo(turn, turn.who.personId, new Date(turn.now.getTime() - weekMs))).map(({ sentAt }) => sentAt);

/** Weeks in which they were asked a question without a name, and those in which they answered one. */
export async function pulseWeeks(desk: Desk, turn: Turn): Promise<{ asked: string[]; answered: string[] }> {
  const { store, who, now } = turn;
  const sent = await sentTo(turn, who.personId, new Date(now.getTime() - pulseWeeksKept * weekMs));
  const asked = sent.flatMap(({ kind, sentAt }) => (kind === pulseNotice ? [isoWeekOf(new Date(sentAt))] : []));
  const answered: string[] = [];
  const where = [['markKey', '=', markKeyOf(desk, store, who.personId)]] as const;
  for await (const { body } of findAll(store, { kind: 'pulseMark', where })) answered.push(pulseMark.parse(body).week);
  return { asked, answered };
}
