/** M1 to M3: who uses it, how often for each piece of work, and how deep it goes (product 7.8). Pure. */
import { weekNamed, weekOf } from '../../core/weeks.ts';
import { type CountedUse, placesOf, type Records } from './counted.ts';
import { bandOf, bands } from './depth.ts';
import type { Facts, WorkflowFacts } from './facts.ts';
import { type Line, leastItems, type Measure, percentOf, tenth } from './figure.ts';
import { found, hidden, type Scope } from './scope.ts';
import { keyOf, type Placed, type Unit } from './units.ts';

/**
 * One for each person and week with a use, at one place: the pilot they used it in, else the workflow they used most. So
 * the people of two workflows can be added up, and nobody can be found in what is left over.
 */
export function activeWeeks({ uses }: Pick<Records, 'uses'>): Placed<number>[] {
  const byPerson = Map.groupBy(uses, ({ person, week }) => `${week}/${person}`);
  return [...byPerson.values()].map((mine) => {
    const inPilots = mine.filter(({ place }) => place.pilotId !== undefined);
    const [home] = mostUsed(inPilots.length > 0 ? inPilots : mine);
    return { ...(home as (typeof mine)[number]), item: mine.length };
  });
}

function mostUsed(uses: readonly Placed<CountedUse>[]): readonly Placed<CountedUse>[] {
  const places = [...Map.groupBy(uses, ({ place }) => keyOf(place)).entries()];
  const [most] = places.toSorted(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b));
  return most?.[1] ?? [];
}

export function weeklyActive(scope: Scope, records: Records): Measure {
  const weeks = found(scope, { records: activeWeeks(records), of: 'people' });
  if (weeks.kind === 'hidden') return { id: 'M1', lines: [hidden('active', weeks.reason)] };
  const aWeek = peopleAWeek(scope, weeks.units);
  const share = scope.audience === 0 ? 100 : Math.min(100, percentOf(aWeek, scope.audience));
  return {
    id: 'M1',
    lines: [
      { id: 'active', amount: { unit: 'percent', value: share }, n: scope.audience, of: 'people' },
      { id: 'peopleAWeek', amount: { unit: 'people', value: tenth(aWeek) } },
    ],
  };
}

/** Each place over the weeks since its first unit here: one that began late was not idle before. */
function peopleAWeek({ slice, pilot }: Scope, units: readonly Unit<number>[]): number {
  const places = Map.groupBy(units, (unit) => `${unit.level}/${keyOf(unit.place)}`);
  const start = startOf({ pilot });
  const averages = [...places.values()].map((here) => {
    const from = Math.min(start, ...here.map((unit) => unit.from));
    return here.flatMap(({ items }) => items).length / (slice.to - from + 1);
  });
  return averages.reduce((sum, average) => sum + average, 0);
}

const startOf = ({ pilot }: Pick<Scope, 'pilot'>): number =>
  pilot?.startDate ? weekOf(pilot.startDate) : Number.POSITIVE_INFINITY;

interface Ran {
  readonly workflowId: string;
  readonly uses: number;
  readonly runs: number;
}

/** What people told of a week, with what they used in it: both sides of the same people. */
function toldRuns(facts: Facts, { uses }: Records): Placed<Ran>[] {
  const placeOf = placesOf(facts.workflows);
  const mine = Map.groupBy(uses, ({ item, person, week }) => `${week}/${person}/${item.workflowId}`);
  return facts.records.counts.map(({ workflowId, personKey, week: name, runs }) => {
    const week = weekNamed(name);
    const used = mine.get(`${week}/${personKey}/${workflowId}`) ?? [];
    const pilotId = pilotAt(facts, uses, { workflowId, personKey, week });
    return {
      place: placeOf({ workflowId, pilotId }),
      ...{ week, person: personKey, item: { workflowId, uses: used.length, runs } },
    };
  });
}

interface Told {
  readonly workflowId: string;
  readonly personKey: string;
  readonly week: number;
}

/** The pilot that somebody was in when they told how many they did: by its roster, or because they used it there by then. */
const pilotAt = ({ pilots }: Facts, uses: Records['uses'], told: Told): string | undefined =>
  pilots.find(
    ({ id, workflowId, keys, startDate, endDate }) =>
      workflowId === told.workflowId &&
      startDate !== undefined &&
      weekOf(startDate) <= told.week &&
      (endDate === undefined || weekOf(new Date(Date.parse(endDate) - 1)) >= told.week) &&
      (keys.has(told.personKey) ||
        uses.some(({ person, place, week }) => place.pilotId === id && person === told.personKey && week <= told.week)),
  )?.id;

export function usesPerRun(scope: Scope, records: Records): Measure {
  const of = (workflow: WorkflowFacts) => ranOf({ ...scope, workflow }, records, workflow);
  const parts = workflowsIn(scope).map(of);
  const shown = parts.filter((part) => part.kind === 'ran');
  const uses = shown.reduce((sum, part) => sum + part.uses, 0);
  const runs = Math.round(shown.reduce((sum, part) => sum + part.runs, 0));
  const isEstimate = shown.some((part) => part.isEstimate);
  const missing = parts.find((part) => part.kind === 'hidden')?.reason ?? { kind: 'noRuns' as const };
  if (shown.length === 0 || runs < leastItems) return { id: 'M2', lines: [hidden('usesPerRun', missing)] };
  const amount = { unit: 'ratio', value: tenth(uses / runs) } as const;
  return {
    id: 'M2',
    lines: [{ id: 'usesPerRun', amount, n: runs, of: 'runs' }],
    ...(isEstimate ? { isEstimate } : {}),
  };
}

/** The parts of a whole are shown by the same rule, one workflow at a time. */
const workflowsIn = ({ workflow, departmentId, facts }: Scope): readonly WorkflowFacts[] =>
  workflow
    ? [workflow]
    : facts.workflows.filter((each) => departmentId === undefined || each.departmentId === departmentId);

type RanOf =
  | { kind: 'ran'; uses: number; runs: number; isEstimate: boolean }
  | { kind: 'hidden'; reason: NonNullable<Line['reason']> };

function toldIn(here: Scope, records: Records): RanOf {
  const told = found(here, { records: toldRuns(here.facts, records), of: 'runs', staysInWorkflow: true });
  if (told.kind === 'hidden') return told;
  const sum = (pick: (ran: Ran) => number) => told.items.reduce((all, ran) => all + pick(ran), 0);
  return { kind: 'ran', uses: sum(({ uses }) => uses), runs: sum(({ runs }) => runs), isEstimate: false };
}

function ranOf(scope: Scope, records: Records, workflow: WorkflowFacts): RanOf {
  const { slice } = scope;
  const here: Scope = slice.pilotId === undefined ? { ...scope, slice: { ...slice, workflowId: workflow.id } } : scope;
  if (workflow.runCountSource === 'weekly') return toldIn(here, records);
  // The people of a pilot are asked on Fridays whatever its workflow says: a guess stands in only while they have not told.
  const told = scope.pilot && toldIn(here, records);
  if (told?.kind === 'ran') return told;
  if (!workflow.worksheet) return { kind: 'hidden', reason: { kind: 'noRuns' } };
  const used = found(here, { records: records.uses, of: 'uses', staysInWorkflow: true });
  if (used.kind === 'hidden') return used;
  const begun = Math.min(startOf(scope), ...used.units.map(({ from }) => from));
  const weeks = slice.to - begun + 1;
  const people = scope.pilot ? scope.pilot.joined : workflow.worksheet.people;
  const runs = (workflow.worksheet.runsPerPersonPerMonth * people * weeks * 12) / 52;
  return { kind: 'ran', uses: used.items.length, runs, isEstimate: true };
}

/** Of one workflow or pilot: each person once, from the first week in which they used it. */
export function depthOfUse(scope: Scope, { uses }: Records): Measure {
  if (!scope.workflow) return { id: 'M3', lines: [hidden('bands', { kind: 'chooseWork' })] };
  const people = found(scope, { records: beginners(uses), of: 'people', staysInWorkflow: true, isSoFar: true });
  if (people.kind === 'hidden') return { id: 'M3', lines: [hidden('bands', people.reason)] };
  const asOf = scope.slice.to;
  const grouped = people.items.map((mine) => bandOf(mine, asOf));
  const whole = Math.max(scope.audience, grouped.length);
  const counts = Map.groupBy([...grouped, ...Array(whole - grouped.length).fill('none')], (band) => band);
  return {
    id: 'M3',
    lines: bands.map((band) => ({
      id: band,
      amount: { unit: 'percent' as const, value: percentOf(counts.get(band)?.length ?? 0, whole) },
      n: whole,
      of: 'people' as const,
    })),
  };
}

/** All uses that a person made of one workflow, at the place and week of the first. */
export function beginners(uses: Records['uses']): Placed<readonly Placed<CountedUse>[]>[] {
  const byPerson = Map.groupBy(uses, ({ person, item }) => `${item.workflowId}/${person}`);
  return [...byPerson.values()].map((mine) => {
    const [first] = mine.toSorted((a, b) => a.item.endedAt.localeCompare(b.item.endedAt));
    return { ...(first as (typeof mine)[number]), item: mine };
  });
}
