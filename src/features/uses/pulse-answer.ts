/** An answer without a name: first that somebody has answered, then what, in two writes that share nothing but the week. */
import { z } from 'zod';
import { isoWeek } from '../../core/run.ts';
import { type Answer, message, type Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { apart } from './documents.ts';
import { fridayShown, questionsOf } from './friday-view.ts';
import { pulseFor } from './pulse.ts';
import { answerOperation, markOperation } from './pulse-mark.ts';
import { isAskable } from './weeks.ts';

export const pulseInput = z.object({
  groupId: z.string().max(100),
  week: isoWeek,
  pulse: z.string().max(40).default(''),
});
type PulseInput = z.infer<typeof pulseInput>;

export async function answerPulse(desk: Desk, turn: Turn, { groupId, week, pulse }: PulseInput): Promise<Answer> {
  const { words, store, who } = turn;
  const answer = Number(pulse);
  if (!(Number.isInteger(answer) && answer >= 1 && answer <= 5)) return message(words('uses.pickStep'));
  const asked = isAskable(week, turn.now) ? await pulseFor(desk, turn, week) : undefined;
  if (asked?.groupId !== groupId) return message(words('uses.pulseOver'));
  const marked = await store.write([markOperation(desk, store, who.personId, week)], apart);
  if (marked.kind !== 'ok') return message(words('uses.pulseOver'));
  await store.write([answerOperation({ ...asked, week, answer })], apart);
  return withoutPulse(desk, turn, week, words('uses.pulseThanks'));
}

export const skipPulse = (desk: Desk, turn: Turn, { week }: PulseInput): Promise<Answer> =>
  withoutPulse(desk, turn, week, turn.words('uses.pulseSkipped'));

export async function dontAskPulse(desk: Desk, turn: Turn, { week }: PulseInput): Promise<Answer> {
  await desk.people().mutePulse(turn);
  return withoutPulse(desk, turn, week, turn.words('uses.pulseMuted'));
}

/** What else stood on the card stays. */
async function withoutPulse(desk: Desk, turn: Turn, week: string, doneLine: string): Promise<Answer> {
  const { counts } = await questionsOf(desk, turn, week);
  return { kind: 'card', card: fridayShown(turn, week, { counts, pulse: undefined }, { doneLine }) };
}
