/** Records of runs, read and told without the feature that people make them by. */
import { findAll } from './documents.ts';
import { type KeyedHash, newId } from './ids.ts';
import { baseline, personKeyOf, pulse, qualityRating, runCount, use } from './run.ts';
import type { Runs } from './runs.ts';
import { daysPast, isoWeekOf } from './time.ts';
import { weekName, weekNamed } from './weeks.ts';

/** Runs as their records stand in the store, week by week. */
export const storedRecords: Runs['records'] = async ({ store }, { from, to }) => {
  const all = async <T extends object>(kind: string, parse: (body: unknown) => T) => {
    const found: (T & { id: string })[] = [];
    for (let week = weekNamed(from); week <= weekNamed(to); week++)
      for await (const { id, body } of findAll(store, { kind, where: [['week', '=', weekName(week)]] }))
        found.push({ ...parse(body), id });
    return found;
  };
  const [uses, baselines] = [await all('use', use.parse), await all('baseline', baseline.parse)];
  const [ratings, counts] = [await all('qualityRating', qualityRating.parse), await all('runCount', runCount.parse)];
  return { uses, baselines, ratings, counts, pulses: await all('pulse', pulse.parse) };
};

const freshDays = 14;

/** Runs without AI, as their records stand in the store. */
export const runsWithoutAi = (hash: KeyedHash): Pick<Runs, 'baselines' | 'addBaseline'> => ({
  async baselines({ store }, pilotId) {
    const found: Awaited<ReturnType<Runs['baselines']>>[number][] = [];
    for await (const { id, body } of findAll(store, { kind: 'baseline', where: [['pilotId', '=', pilotId]] }))
      found.push({ ...baseline.parse(body), id });
    return found;
  },
  async addBaseline({ store, who, now }, { personId, ...told }) {
    const personKey = personKeyOf(hash, { tenantId: who.tenantId, personId });
    const method = daysPast(told.ranOn, now) <= freshDays ? 'typed' : 'estimate';
    const body = baseline.parse({ ...told, week: isoWeekOf(now), personKey, method });
    await store.write([{ op: 'create', kind: 'baseline', id: newId(), body }]);
    return method;
  },
});
