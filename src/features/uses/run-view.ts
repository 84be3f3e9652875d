/** A run as its two cards show it: the question how it went, and what was said. */
import type { Card } from '../../core/card.ts';
import { placeOf } from '../../core/place.ts';
import type { NextStep } from '../../core/playbook-view.ts';
import { timeAnswers, type Use, useResults } from '../../core/run.ts';
import { readableTime } from '../../core/time.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { howCard } from './cards/how.card.ts';
import { type SaidData, saidCard } from './cards/said.card.ts';
import type { Desk } from './desk.ts';
import type { LoadedUse } from './documents.ts';
import { mostMinutes, unsure } from './run-rules.ts';

/** What a scenario is called for somebody who ran it; nothing when it is not there any more. */
export const titleOf = async (desk: Desk, turn: Turn, { scenarioId, version }: Use): Promise<string> =>
  (await desk.yardstick(turn, scenarioId, version))?.title ?? turn.words('uses.goneScenario');

export async function howItGoes(desk: Desk, turn: Turn, { id, body }: LoadedUse): Promise<Card> {
  const { words, who } = turn;
  const at = readableTime(new Date(body.startedAt), who.zone, words.language);
  const data = {
    summary: words('uses.howDidItGo'),
    useId: id,
    title: await titleOf(desk, turn, body),
    startedLine: words('uses.startedAt', { at }),
    isTimed: body.isTimed,
    timeLine: body.isTimed ? words('uses.clockRuns') : '',
  };
  return howCard.render(data, words, placeOf(turn));
}

export async function saidAnswer(desk: Desk, turn: Turn, { id, body }: LoadedUse, next?: NextStep): Promise<Answer> {
  const title = await titleOf(desk, turn, body);
  const { title: nextTitle = '', why: nextWhy = '', scenarioId: nextId = '' } = next ?? {};
  const offered = { hasNext: next !== undefined, nextTitle, nextWhy, nextId };
  const data = { ...saidView(turn, body), ...offered, useId: id, title };
  return { kind: 'form', title: data.summary, card: saidCard.render(data, turn.words, placeOf(turn)), size: 'medium' };
}

function saidView(
  { words }: Turn,
  run: Use,
): Omit<SaidData, 'useId' | 'title' | 'hasNext' | 'nextTitle' | 'nextWhy' | 'nextId'> {
  const { result, minutes, method, comment = '', timeWentTo } = run;
  const took = unsure(run);
  return {
    summary: words(`uses.noted.${result}`),
    hasTimeLine: minutes !== undefined,
    timeLine: minutes === undefined ? '' : words(`uses.minutes.${method}`, { minutes }),
    isUnsure: took !== undefined,
    unsureLine: took === undefined ? '' : words(took > mostMinutes ? 'uses.tooLong' : 'uses.unsure', { minutes: took }),
    canConfirm: took !== undefined && took <= mostMinutes,
    minutes: minutes ?? null,
    comment,
    asksTime: timeWentTo !== undefined,
    timeWentTo: timeWentTo ?? '',
    timeChoices: timeAnswers
      .filter((answer) => answer !== 'notSaid')
      .map((answer) => ({ title: words(`uses.timeWentTo.${answer}`), choiceId: answer })),
    others: useResults
      .filter((other) => other !== 'notSaid' && other !== result)
      .map((other) => ({ title: words(`uses.result.${other}`), resultId: other })),
  };
}
