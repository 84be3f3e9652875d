/** When a scenario is proven: by what people did with it and how good it was, never by likes (product 7.4). Pure. */
import type { QualityRating, Use } from '../../core/run.ts';

export const proofDays = 90;
const dayMs = 86_400_000;
const least = { uses: 10, people: 3, ratings: 5, second: 2 };
const meetsBarShare = 0.8;
const stuckShare = 0.2;

export interface Tried {
  /** Finished uses of the scenario, those with invented data left out. */
  readonly uses: readonly Pick<Use, 'personKey' | 'version' | 'result' | 'endedAt'>[];
  readonly ratings: readonly Pick<QualityRating, 'version' | 'raterKind' | 'meetsBar' | 'ratedAt'>[];
  /** The first version with the prompts, tools, kind of data and criteria of now: older ones say nothing of it. */
  readonly since: number;
  readonly now: Date;
}

export function isProven({ uses, ratings, since, now }: Tried): boolean {
  const from = new Date(now.getTime() - proofDays * dayMs).toISOString();
  const used = uses.filter(({ version, endedAt = '' }) => version >= since && endedAt >= from);
  const rated = ratings.filter(({ version, ratedAt }) => version >= since && ratedAt >= from);
  const second = rated.filter(({ raterKind }) => raterKind === 'second');
  const stuck = used.filter(({ result }) => result === 'stuck');
  const good = rated.filter(({ meetsBar }) => meetsBar);
  return (
    used.length >= least.uses &&
    new Set(used.map(({ personKey }) => personKey)).size >= least.people &&
    rated.length >= least.ratings &&
    second.length >= least.second &&
    good.length >= meetsBarShare * rated.length &&
    stuck.length <= stuckShare * used.length
  );
}
