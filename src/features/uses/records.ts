/** The raw records, for figures that show groups and nothing else: read week by week, to the end. */
import type { z } from 'zod';
import type { TenantStore } from '../../core/documents.ts';
import { baseline, pulse, qualityRating, runCount, use } from '../../core/run.ts';
import type { RunRecords, Runs, ScenarioRuns, WeekSpan } from '../../core/runs.ts';
import { isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { weekNames } from '../../core/weeks.ts';
import type { Desk } from './desk.ts';
import { recordsOf, useKind } from './documents.ts';

interface Ask {
  readonly store: TenantStore;
  readonly weeks: readonly string[];
}

export async function records({ store }: Turn, span: WeekSpan, workflowId?: string): Promise<RunRecords> {
  const ask = { store, weeks: weekNames(span) };
  const ofIt = <T extends { readonly workflowId: string }>(all: readonly T[]): T[] =>
    all.filter((each) => workflowId === undefined || each.workflowId === workflowId);
  const [uses, baselines, ratings, counts, pulses] = await Promise.all([
    inWeeks(ask, useKind, use),
    inWeeks(ask, 'baseline', baseline),
    inWeeks(ask, 'qualityRating', qualityRating),
    inWeeks(ask, 'runCount', runCount),
    // Of a pilot or a community, which know their workflow themselves.
    inWeeks(ask, 'pulse', pulse),
  ]);
  return { uses: ofIt(uses), baselines: ofIt(baselines), ratings: ofIt(ratings), counts: ofIt(counts), pulses };
}

async function inWeeks<S extends z.ZodType<object>>({ store, weeks }: Ask, kind: string, schema: S) {
  const found: (z.infer<S> & { readonly id: string })[] = [];
  for (const week of weeks) found.push(...(await recordsOf(store, schema, { kind, where: [['week', '=', week]] })));
  return found;
}

/** Finished uses of what is live now; those with invented data and those that time closed are left out. */
export async function byScenario(desk: Desk, turn: Turn, since: string): Promise<ReadonlyMap<string, ScenarioRuns>> {
  const live = new Map((await desk.live(turn)).map(({ id, version }) => [id, version]));
  const weeks = weekNames({ from: isoWeekOf(new Date(since)), to: isoWeekOf(turn.now) });
  const uses = await inWeeks({ store: turn.store, weeks }, useKind, use);
  const fit = uses.filter(
    (each) =>
      each.startedAt >= since &&
      each.endedAt !== undefined &&
      !(each.withPack || each.isLapsed) &&
      live.get(each.scenarioId) === each.version,
  );
  const groups = Map.groupBy(fit, ({ scenarioId }) => scenarioId);
  return new Map([...groups].map(([scenarioId, runs]) => [scenarioId, { scenarioId, results: newestFirst(runs) }]));
}

const newestFirst = <T extends { readonly startedAt: string }>(runs: readonly T[]): T[] =>
  runs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));

export const baselines: Runs['baselines'] = ({ store }, pilotId) =>
  recordsOf(store, baseline, { kind: 'baseline', where: [['pilotId', '=', pilotId]] });
