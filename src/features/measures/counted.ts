/** Which records count, where each belongs and in which week it was complete (product 7.7). Pure. */
import type { QualityRating, Use } from '../../core/run.ts';
import type { Kept } from '../../core/runs.ts';
import { weekOf } from '../../core/weeks.ts';
import type { Facts, WorkflowFacts } from './facts.ts';
import type { Place, Placed } from './units.ts';

export interface CountedUse extends Kept<Use> {
  readonly endedAt: string;
}

/** Finished by the person, with their own data. One that a job closed, or that is open, counts nowhere. */
export const isCounted = (use: Kept<Use>): use is CountedUse =>
  use.endedAt !== undefined && !use.isLapsed && !use.withPack;

export const isTimed = (use: Use): use is Use & { minutes: number } =>
  use.method !== 'none' && use.minutes !== undefined;

export type PlaceOf = (of: { workflowId?: string | undefined; pilotId?: string | undefined }) => Place;

export function placesOf(workflows: readonly WorkflowFacts[]): PlaceOf {
  const departments = new Map(workflows.map(({ id, departmentId }) => [id, departmentId]));
  return ({ workflowId, pilotId }) => ({
    ...(pilotId === undefined ? {} : { pilotId }),
    workflowId,
    departmentId: departments.get(workflowId ?? ''),
  });
}

export interface Records {
  readonly uses: readonly Placed<CountedUse>[];
  readonly ratings: readonly Placed<Kept<QualityRating>>[];
}

/** A use belongs to the week in which it was finished, a rating to that in which it was given: a week that is over stays as it is. */
export function recordsOf({ records, workflows }: Pick<Facts, 'records' | 'workflows'>): Records {
  const placeOf = placesOf(workflows);
  const uses = records.uses.filter(isCounted);
  // A rating of what does not count does not count either.
  const known = new Set(uses.map(({ id }) => id));
  return {
    uses: uses.map((item) => ({
      place: placeOf(item),
      week: weekOf(item.endedAt),
      person: item.personKey,
      item,
    })),
    ratings: records.ratings
      .filter(({ useId }) => known.has(useId))
      .map((item) => ({ place: placeOf(item), week: weekOf(item.ratedAt), person: item.personKey, item })),
  };
}
