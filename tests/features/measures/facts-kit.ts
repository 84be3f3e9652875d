/** Raw records in short: `use({ person: 'ana', week: 47 })`. Monday of week 48 of 2026 is 23 November. */
import type { Baseline, Pulse, QualityRating, RunCount, Use } from '../../../src/core/run.ts';
import type { Kept } from '../../../src/core/runs.ts';
import { isoWeekOf } from '../../../src/core/time.ts';
import { weekNamed, weekStart } from '../../../src/core/weeks.ts';
import type { Facts, PilotFacts, WorkflowFacts } from '../../../src/features/measures/facts.ts';

/** The Monday after week 47: that one is the last that is over. */
export const now = new Date('2026-11-23T10:00:00Z');
export const week = (number: number): number => weekNamed(`2026-W${String(number).padStart(2, '0')}`);

let made = 0;
const id = (): string => `r${++made}`;
const dayMs = 86_400_000;
/** Noon of a day of a week, 0 = Monday. */
export const at = (weekNumber: number, day = 0): string =>
  new Date(weekStart(week(weekNumber)).getTime() + (day + 0.5) * dayMs).toISOString();

const nameAt = (instant: string): string => isoWeekOf(new Date(instant));

type Short = { readonly person: string; readonly week: number; readonly day?: number };

export function use({ person, week: number, day = 0, ...rest }: Short & Partial<Omit<Use, 'week'>>): Kept<Use> {
  const ended = at(number, day);
  return {
    ...{ id: id(), week: nameAt(ended), personKey: person, workflowId: 'w1', scenarioId: 's1', version: 1 },
    ...{ promptId: 'p', surface: 'bot', action: 'copied', startedAt: ended, endedAt: ended, method: 'none' },
    ...{ isTimed: false, result: 'worked', warnings: {}, withPack: false, isLapsed: false },
    ...rest,
  } as Kept<Use>;
}

export const rating = (of: Kept<Use>, score: number, rest: Partial<QualityRating> = {}): Kept<QualityRating> => ({
  ...{ id: id(), week: of.week, useId: of.id, workflowId: of.workflowId, scenarioId: of.scenarioId, version: 1 },
  ...(of.pilotId ? { pilotId: of.pilotId } : {}),
  ...{
    raterKind: 'self',
    raterKey: of.personKey,
    personKey: of.personKey,
    answers: [{ criterionId: 'c', value: 'yes' }],
  },
  ...{ score, meetsBar: score >= 80, ratedAt: of.endedAt ?? of.startedAt },
  ...rest,
});

export const baseline = (person: string, minutes: number, rest: Partial<Baseline> = {}): Kept<Baseline> => ({
  ...{ id: id(), week: '2026-W40', personKey: person, pilotId: 'pilot', workflowId: 'w1', minutes },
  ...{ method: 'typed', ranOn: '2026-09-28' },
  ...rest,
});

export const told = (person: string, weekNumber: number, runs: number, workflowId = 'w1'): Kept<RunCount> => ({
  ...{ id: id(), week: nameAt(at(weekNumber)), workflowId, personKey: person, runs },
});

export const pulse = (weekNumber: number, answer: number, rest: Partial<Pulse> = {}): Kept<Pulse> => ({
  ...{ id: id(), week: nameAt(at(weekNumber)), question: 'q', answer, stage: 'pilot' },
  ...{ groupKind: 'community', groupId: 'c1' },
  ...rest,
});

export const workflow = (name: string, departmentId = 'd1', rest: Partial<WorkflowFacts> = {}): WorkflowFacts => ({
  ...{ id: name, name, departmentId, runCountSource: 'weekly' },
  ...rest,
});

export const pilot = (keys: readonly string[], rest: Partial<PilotFacts> = {}): PilotFacts => ({
  ...{ id: 'pilot', workflowId: 'w1', startDate: '2026-10-12', endDate: '2026-11-23', joined: keys.length },
  ...{ keys: new Set(keys) },
  ...rest,
});

export type Records = Facts['records'];

export function factsOf(records: Partial<Records>, rest: Partial<Facts> = {}): Facts {
  return {
    now,
    records: { uses: [], baselines: [], ratings: [], counts: [], pulses: [], ...records },
    workflows: [workflow('w1'), workflow('w2'), workflow('w3', 'd2')],
    scenarios: [],
    pilots: [],
    people: {
      all: 20,
      byDepartment: new Map([
        ['d1', 12],
        ['d2', 8],
      ]),
    },
    ...{ flags: [], demand: [], reuses: [], asks: [] },
    ...rest,
  };
}
