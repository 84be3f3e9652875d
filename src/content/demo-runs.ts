/** Runs of the demo's pilot, invented and plainly so: nobody of the demo made them. Dates count from the day of the load. */
import { isoWeekOf } from '../core/time.ts';
import type { Item } from './item.ts';

export interface DemoRuns {
  readonly ids: (kind: string, slug: string) => string;
  readonly now: Date;
  readonly pilotId: string;
  readonly workflowId: string;
  readonly scenarioId: string;
  readonly promptId: string;
  readonly criterionIds: readonly string[];
}

const dayMs = 86_400_000;
const people = ['sample-1', 'sample-2', 'sample-3', 'sample-4', 'sample-5', 'sample-6'];
/** Two or three a week from the third day of the pilot on; the last ones lie in the week that is not over. */
const daysAgo = [15, 14, 12, 9, 8, 6, 2, 1];
const minutes = [14, 11, 16, 9, 12.5, 10, 13, 8, 18, 12, 9.5, 11.5];
const went = ['otherWork', 'betterQuality', 'otherWork', 'moreOfSame', 'rest', 'noTimeSaved'] as const;
const results = ['worked', 'worked', 'neededEdits', 'worked', 'worked', 'stuck', 'worked'] as const;
const baselines = [25, 30, 22, 35, 28, 24];
const baselineDaysAgo = 24;

export function runItems(demo: DemoRuns): Item[] {
  const runs = people.flatMap((person, at) =>
    daysAgo.filter((_, day) => (at + day) % 3 !== 2).map((ago, n) => ({ person, ago, number: at * 10 + n })),
  );
  return [
    ...people.map((person, at) => baselineItem(demo, person, at)),
    ...people.flatMap((person, at) => [8, 15].map((ago) => countItem(demo, { person, ago, number: at }))),
    ...runs.map((run) => useItem(demo, run)),
    ...runs.filter(({ number }) => number % 2 === 0).map((run) => ratingItem(demo, run, 'self')),
    ...runs.filter(({ number }) => number % 10 === 0).map((run) => ratingItem(demo, run, 'second')),
  ];
}

interface Run {
  readonly person: string;
  readonly ago: number;
  readonly number: number;
}

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);
const of = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

function item(kind: string, id: string, at: Date, body: Record<string, unknown>): Item {
  return { kind, id, source: 'demo', body: { week: isoWeekOf(at), ...body } };
}

function baselineItem({ ids, now, pilotId, workflowId }: DemoRuns, personKey: string, at: number): Item {
  const ran = before(now, baselineDaysAgo);
  const body = { personKey, pilotId, workflowId, minutes: of(baselines, at), method: 'typed' };
  return item('baseline', ids('baseline', personKey), ran, { ...body, ranOn: ran.toISOString().slice(0, 10) });
}

function countItem({ ids, now, workflowId }: DemoRuns, { person, ago, number }: Run): Item {
  const body = { workflowId, personKey: person, runs: 4 + (number % 3) };
  return item('runCount', ids('runCount', `${person}-${ago}`), before(now, ago), body);
}

function useItem(demo: DemoRuns, { person, ago, number }: Run): Item {
  const { ids, now, pilotId, workflowId, scenarioId, promptId } = demo;
  const taken = of(minutes, number);
  const ended = before(now, ago);
  const started = new Date(ended.getTime() - taken * 60_000);
  return item('use', ids('use', `${person}-${ago}`), ended, {
    ...{ personKey: person, workflowId, scenarioId, version: 1, promptId, pilotId },
    ...{ surface: 'extension', action: 'inserted', isTimed: true, method: 'timer', minutes: taken },
    ...{ startedAt: started.toISOString(), endedAt: ended.toISOString(), result: of(results, number) },
    ...(number % 3 === 0 ? { timeWentTo: of(went, number / 3) } : {}),
    ...{ warnings: {}, withPack: false, isLapsed: false },
  });
}

function ratingItem(demo: DemoRuns, { person, ago, number }: Run, raterKind: 'self' | 'second'): Item {
  const { ids, now, pilotId, workflowId, scenarioId, criterionIds } = demo;
  const rated = before(now, ago);
  const isGood = number % 4 !== 2;
  return item('qualityRating', ids('qualityRating', `${person}-${ago}-${raterKind}`), rated, {
    ...{ useId: ids('use', `${person}-${ago}`), workflowId, scenarioId, version: 1, pilotId },
    ...{ raterKind, raterKey: raterKind === 'self' ? person : 'sample-7', personKey: person },
    answers: criterionIds.map((criterionId, at) => ({ criterionId, value: isGood || at > 0 ? 'yes' : 'partly' })),
    ...{ score: isGood ? 100 : 83, meetsBar: isGood, ratedAt: rated.toISOString() },
  });
}
