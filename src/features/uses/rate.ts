/** Rating what came out: by whoever ran it, and by a second person they asked. The text itself is never ours. */
import { textLines } from '../../core/lines.ts';
import { placeOf } from '../../core/place.ts';
import type { Yardstick } from '../../core/playbook-view.ts';
import { criterionAnswer, type QualityRating, qualityRating, type Use } from '../../core/run.ts';
import { type Answer, message, refused, type Turn } from '../../core/turn.ts';
import { askIsDone } from './asks.ts';
import { type RateData, rateCard } from './cards/rate.card.ts';
import { ratedCard } from './cards/rated.card.ts';
import type { Desk } from './desk.ts';
import { apart, keyOf } from './documents.ts';
import { criterionLines, type Rateable, type RateInput, rateableOf } from './rateable.ts';
import { type Answers, type Score, scoreOf } from './score.ts';

export const ratingKind = 'qualityRating';

export async function openRating(desk: Desk, turn: Turn, input: RateInput): Promise<Answer> {
  const rateable = await rateableOf(desk, turn, input);
  if (!rateable) return refused(turn, 'not_found');
  if (await hasRated(desk, turn, rateable)) return message(turn.words('uses.ratedBefore'));
  const data = await rateData(desk, turn, rateable, {});
  return { kind: 'form', title: data.summary, card: rateCard.render(data, turn.words, placeOf(turn)), size: 'large' };
}

interface Filled {
  readonly said?: Answers;
  readonly problemLine?: string;
}

export async function rateData(
  desk: Desk,
  turn: Turn,
  { run, yardstick, askId = '', askedBy }: Rateable,
  { said, problemLine = '' }: Filled,
): Promise<RateData> {
  const { words } = turn;
  return {
    summary: words(askedBy ? 'uses.rateSecond' : 'uses.rate'),
    ...{ useId: askId === '' ? run.id : '', askId, title: yardstick.title },
    intro: askedBy
      ? words('uses.rateSecondIntro', { name: await desk.people().nameOf(turn, askedBy) })
      : words('uses.rateIntro'),
    ...{ hasProblem: problemLine !== '', problemLine },
    criteria: criterionLines(turn, yardstick).map((line, at) => ({
      ...line,
      inputId: inputId(at),
      answer: said?.get(yardstick.criteria[at]?.id ?? '') ?? '',
    })),
    goodLines: textLines(yardstick.good.text),
    goodWhy: yardstick.good.whyGood,
  };
}

const inputId = (at: number): string => `c_${at + 1}`;

function answersIn({ criteria }: Yardstick, raw: Readonly<Record<string, unknown>>): Answers {
  const pairs = criteria.flatMap(({ id }, at) => {
    const value = criterionAnswer.shape.value.safeParse(raw[inputId(at)]).data;
    return value ? [[id, value] as const] : [];
  });
  return new Map(pairs);
}

export async function sendRating(desk: Desk, turn: Turn, input: RateInput): Promise<Answer> {
  const rateable = await rateableOf(desk, turn, input);
  if (!rateable) return refused(turn, 'not_found');
  const said = answersIn(rateable.yardstick, input);
  const score = scoreOf(rateable.yardstick, said);
  if (!score) {
    const data = await rateData(desk, turn, rateable, { said, problemLine: turn.words('uses.answerAll') });
    return { kind: 'form', title: data.summary, card: rateCard.render(data, turn.words, placeOf(turn)), size: 'large' };
  }
  if (!(await keepRating(desk, turn, rateable, score))) return message(turn.words('uses.ratedBefore'));
  if (rateable.askId) await askIsDone(turn, rateable.askId);
  return ratedAnswer(turn, rateable, score);
}

/** False where they have rated it before, and not like this. */
export async function keepRating(desk: Desk, turn: Turn, rateable: Rateable, score: Score): Promise<boolean> {
  const [id, body] = [ratingId(desk, turn, rateable), ratingOf(desk, turn, rateable, score)];
  const result = await turn.store.write([{ op: 'create', kind: ratingKind, id, body }], apart);
  return result.kind === 'ok' || isSame(desk, turn, rateable, score);
}

/** One for each rater and run. It stands in the week of its run, in which this id is the only one. */
const ratingId = (desk: Desk, turn: Turn, { run }: Rateable): string =>
  desk.hash(ratingKind, run.id, keyOf(desk, turn, turn.who.personId));

function ratingOf(desk: Desk, turn: Turn, { run, raterKind }: Rateable, score: Score): QualityRating {
  const { week, workflowId, scenarioId, version, pilotId, personKey }: Use = run.body;
  return qualityRating.parse({
    ...{ week, useId: run.id, workflowId, scenarioId, version, raterKind, personKey },
    ...(pilotId ? { pilotId } : {}),
    ...score,
    raterKey: keyOf(desk, turn, turn.who.personId),
    ratedAt: turn.now.toISOString(),
  });
}

export const hasRated = async (desk: Desk, turn: Turn, rateable: Rateable): Promise<boolean> =>
  (await turn.store.get(ratingKind, ratingId(desk, turn, rateable))) !== undefined;

/** The same press that came again. */
async function isSame(desk: Desk, turn: Turn, rateable: Rateable, score: Score): Promise<boolean> {
  const found = await turn.store.get(ratingKind, ratingId(desk, turn, rateable));
  const known = found && qualityRating.parse(found.body);
  return JSON.stringify(known?.answers) === JSON.stringify(score.answers);
}

export const ratedLine = (
  { words }: Pick<Turn, 'words'>,
  { score, meetsBar }: Pick<Score, 'score' | 'meetsBar'>,
): string => words(meetsBar ? 'uses.ratedMeets' : 'uses.ratedBelow', { score: Math.round(score) });

function ratedAnswer(turn: Turn, { run, yardstick, raterKind }: Rateable, { score, meetsBar }: Score): Answer {
  const { words } = turn;
  const data = {
    summary: ratedLine(turn, { score, meetsBar }),
    ...{ useId: raterKind === 'self' ? run.id : '', title: yardstick.title },
    ...(meetsBar ? ({ sign: '✓', resultStyle: 'good' } as const) : ({ sign: '!', resultStyle: 'warning' } as const)),
    note: words(raterKind === 'self' ? 'uses.ratedSelf' : 'uses.ratedSecond'),
    hasSecond: raterKind === 'self',
  };
  return { kind: 'form', title: data.summary, card: ratedCard.render(data, words, placeOf(turn)), size: 'small' };
}
