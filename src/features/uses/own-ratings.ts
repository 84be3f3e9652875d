/** How somebody judged their own runs, for their own eyes. */
import { findAll } from '../../core/documents.ts';
import { type QualityRating, qualityRating } from '../../core/run.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { keyOf, type LoadedUse } from './documents.ts';
import { ratingKind } from './rate.ts';

/** Their own ratings of these runs, by run. */
export async function ratingsOf(
  desk: Desk,
  turn: Turn,
  runs: readonly LoadedUse[],
): Promise<ReadonlyMap<string, QualityRating>> {
  const since = runs.map(({ body }) => body.startedAt).toSorted()[0];
  const found = new Map<string, QualityRating>();
  if (since === undefined) return found;
  const where = [
    ['raterKey', '=', keyOf(desk, turn, turn.who.personId)],
    ['ratedAt', '>=', since],
  ] as const;
  for await (const { body } of findAll(turn.store, { kind: ratingKind, where })) {
    const rating = qualityRating.parse(body);
    if (rating.raterKind === 'self') found.set(rating.useId, rating);
  }
  return found;
}
