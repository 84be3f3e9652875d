/** The buttons below a run: how it went, kept on press, and what else one may tell of it. */
import { z } from 'zod';
import { type Action, action } from '../../core/feature.ts';
import type { NextStep } from '../../core/playbook-view.ts';
import { timeAnswers } from '../../core/run.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { type Answer, message, refused, type Turn } from '../../core/turn.ts';
import { askInput, askSecond, secondLook } from './ask-second.ts';
import type { Desk } from './desk.ts';
import { answerPulse, dontAskPulse, pulseInput, skipPulse } from './pulse-answer.ts';
import { openRating, sendRating } from './rate.ts';
import { rateInput } from './rateable.ts';
import { askMore, countInput, sayRuns } from './run-count.ts';
import { mostMinutes } from './run-rules.ts';
import { saidAnswer } from './run-view.ts';
import { confirmTime, type Kept, sayResult, tellMore } from './said.ts';

const one = z.object({ useId: z.string().max(100) });
export const saidResults = ['worked', 'neededEdits', 'stuck'] as const;
const pressed = one.extend({ result: z.enum(saidResults) });
const typed = z.union([z.number(), z.string().max(40)]).optional();
const told = one.extend({
  minutes: typed,
  comment: z.string().max(20_000).optional(),
  timeWentTo: z.enum(timeAnswers).optional().catch(undefined),
});

export const runActions = (desk: Desk): Action[] => [
  action('sayResult', pressed, async (turn, { useId, result }) => {
    const kept = await sayResult(desk, turn, useId, result);
    // It rides on the reply to a success (product 11, L7).
    const isSuccess = kept.kind === 'kept' && result === 'worked';
    const next = isSuccess ? await desk.nextStep(turn, kept.run.body.scenarioId) : undefined;
    return shown(desk, turn, kept, next);
  }),
  action('confirmTime', one, async (turn, { useId }) => shown(desk, turn, await confirmTime(desk, turn, useId))),
  action('tellMore', told, (turn, data) => tell(desk, turn, data)),
  action('rateForm', rateInput, (turn, data) => openRating(desk, turn, data)),
  action('sendRating', rateInput, (turn, data) => sendRating(desk, turn, data)),
  action('secondLook', one, (turn, { useId }) => secondLook(desk, turn, useId)),
  action('askSecond', askInput, (turn, data) => askSecond(desk, turn, data)),
];

export const fridayActions = (desk: Desk): Action[] => [
  action('moreRuns', countInput, (turn, data) => askMore(desk, turn, data)),
  action('sayRuns', countInput, (turn, data) => sayRuns(desk, turn, data)),
  action('answerPulse', pulseInput, (turn, data) => answerPulse(desk, turn, data)),
  action('skipPulse', pulseInput, (turn, data) => skipPulse(desk, turn, data)),
  action('dontAskPulse', pulseInput, (turn, data) => dontAskPulse(desk, turn, data)),
];

async function tell(desk: Desk, turn: Turn, { useId, ...data }: z.infer<typeof told>): Promise<Answer> {
  const minutes = minutesTyped(data.minutes);
  if (minutes === 'odd') return message(turn.words('uses.minutesOdd', { max: mostMinutes }));
  const comment = cleanText(data.comment ?? '');
  if (!isWithin(comment, 400)) return message(turn.words('uses.commentLong'));
  return shown(desk, turn, await tellMore(desk, turn, useId, { minutes, comment, timeWentTo: data.timeWentTo }));
}

/** In half-minute steps as it is kept; nothing where nothing was typed. */
export function minutesTyped(typedMinutes: number | string | undefined): number | undefined | 'odd' {
  const text = String(typedMinutes ?? '').trim();
  if (text === '') return undefined;
  const minutes = Math.round(Number(text.replace(',', '.')) * 2) / 2;
  return minutes >= 0.5 && minutes <= mostMinutes ? minutes : 'odd';
}

async function shown(desk: Desk, turn: Turn, kept: Kept, next?: NextStep): Promise<Answer> {
  switch (kept.kind) {
    case 'kept':
      return saidAnswer(desk, turn, kept.run, next);
    case 'missing':
      return refused(turn, 'not_found');
    case 'stale':
      return refused(turn, 'stale');
    case 'lapsed':
    case 'closed':
      return message(turn.words(`uses.over.${kept.kind}`));
  }
}
