/** Judging one's own run on the page Me: the questions of the version that was run, and what was answered. */
import { type Reply, refuse } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { RateBody, RatingForm, RunLine } from './contract.ts';
import type { Desk } from './desk.ts';
import { ownLine } from './own-runs.ts';
import { hasRated, keepRating } from './rate.ts';
import { criterionLines, type Rateable, rateableOf } from './rateable.ts';
import { scoreOf } from './score.ts';

const own = (desk: Desk, turn: Turn, id: string): Promise<Rateable | undefined> =>
  rateableOf(desk, turn, { useId: id, askId: '' });

export async function ratingForm(desk: Desk, turn: Turn, id: string): Promise<Reply<RatingForm>> {
  const rateable = await own(desk, turn, id);
  if (!rateable) return refuse('not_found');
  if (await hasRated(desk, turn, rateable)) return refuse('already_done', turn.words('uses.ratedBefore'));
  const { yardstick } = rateable;
  const lines = criterionLines(turn, yardstick);
  return {
    kind: 'ok',
    body: {
      intro: turn.words('uses.rateIntro'),
      criteria: yardstick.criteria.map(({ id: criterionId, hint = '' }, at) => ({
        ...{ id: criterionId, text: lines[at]?.text ?? '', hint },
      })),
      good: yardstick.good,
    },
  };
}

export async function rateOwn(desk: Desk, turn: Turn, id: string, { answers }: RateBody): Promise<Reply<RunLine>> {
  const rateable = await own(desk, turn, id);
  if (!rateable) return refuse('not_found');
  const score = scoreOf(rateable.yardstick, new Map(Object.entries(answers)));
  if (!score) return refuse('incomplete', turn.words('uses.answerAll'));
  if (!(await keepRating(desk, turn, rateable, score))) return refuse('already_done', turn.words('uses.ratedBefore'));
  const body = await ownLine(desk, turn, rateable.run);
  return { kind: 'ok', body, version: body.version };
}
