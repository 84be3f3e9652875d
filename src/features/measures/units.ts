/**
 * What is counted together, so that no two figures differ by fewer than k people (decisions/025). A record waits until the
 * records that wait with it are of k people; then they are one unit, for good. Every figure is made of whole units, and no
 * record is in two, so whatever is taken away from whatever else leaves whole units or nothing. Pure.
 */

/** Where a record belongs; the pilot only where it was made in one. */
export interface Place {
  readonly pilotId?: string | undefined;
  readonly workflowId?: string | undefined;
  readonly departmentId?: string | undefined;
}

export interface Placed<T> {
  readonly place: Place;
  /** Number of the week in which it was complete. */
  readonly week: number;
  readonly person: string;
  readonly item: T;
}

export type Level = 'pilot' | 'workflow' | 'department' | 'tenant';

export interface Unit<T> {
  readonly level: Level;
  readonly place: Place;
  /** Weeks, both included: since the unit before it at the same place, or its first record. */
  readonly from: number;
  readonly to: number;
  readonly people: ReadonlySet<string>;
  readonly items: readonly T[];
}

export interface Rules {
  /** The last week that counts. */
  readonly until: number;
  /** What is too little for its workflow goes on to that of the department, then to that of everyone. */
  readonly passesUp: boolean;
  /** Weeks after which what still waits is given up, so that a unit depends on no week long past. */
  readonly cutEvery?: number;
  readonly kGroup: number;
  readonly kPilot: number;
}

/** Weeks that a record waits for company at one place. */
export const patience = 4;

interface Waiting<T> {
  readonly place: Place;
  /** When it came to where it waits. */
  readonly since: number;
  readonly people: ReadonlySet<string>;
  readonly items: readonly T[];
}

interface Step {
  readonly level: Level;
  readonly k: number;
  /** Missing: it waits as long as it takes. */
  readonly patience: number | undefined;
  readonly at: (place: Place) => Place;
}

export function unitsOf<T>(records: readonly Placed<T>[], rules: Rules): Unit<T>[] {
  const waiting = records
    .filter(({ week }) => week <= rules.until)
    .map(({ place, week, person, item }) => ({ place, since: week, people: new Set([person]), items: [item] }));
  const inPilots = gathered(waiting.filter(isInPilot), pilotStep(rules), rules).units;
  // A pilot is shown by itself, so what is made of pilots holds them whole and is never mixed with the rest.
  const ofPilots = inPilots.map(({ place, to, people, items }) => ({ place, since: to, people, items }));
  const others = waiting.filter((each) => !isInPilot(each));
  return [...inPilots, ...upwards(ofPilots, rules), ...upwards(others, rules)];
}

const isInPilot = ({ place }: { place: Place }): boolean => place.pilotId !== undefined;

const pilotStep = ({ kPilot }: Rules): Step => ({
  level: 'pilot',
  k: kPilot,
  patience: undefined,
  at: (place) => place,
});

function upwards<T>(waiting: readonly Waiting<T>[], rules: Rules): Unit<T>[] {
  const units: Unit<T>[] = [];
  let left = waiting;
  for (const step of stepsOf(rules)) {
    const gatheredHere = gathered(left, step, rules);
    units.push(...gatheredHere.units);
    left = gatheredHere.passed;
  }
  return units;
}

function stepsOf({ kGroup: k, passesUp }: Rules): Step[] {
  const workflow = ({ workflowId, departmentId }: Place): Place => ({ workflowId, departmentId });
  if (!passesUp) return [{ level: 'workflow', k, patience: undefined, at: workflow }];
  return [
    { level: 'workflow', k, patience, at: workflow },
    { level: 'department', k, patience, at: ({ departmentId }) => ({ departmentId }) },
    { level: 'tenant', k, patience: undefined, at: () => ({}) },
  ];
}

interface Gathered<T> {
  readonly units: Unit<T>[];
  readonly passed: Waiting<T>[];
}

function gathered<T>(waiting: readonly Waiting<T>[], step: Step, rules: Rules): Gathered<T> {
  const places = Map.groupBy(waiting, ({ place }) => keyOf(step.at(place)));
  const each = [...places.values()].map((here) => gatheredAt(here, step, rules));
  return { units: each.flatMap(({ units }) => units), passed: each.flatMap(({ passed }) => passed) };
}

export const keyOf = ({ pilotId = '', workflowId = '', departmentId = '' }: Place): string =>
  JSON.stringify([pilotId, workflowId, departmentId]);

/** One place, week by week: by what has come until then alone, so that what was shown stays as it was. */
function gatheredAt<T>(here: readonly Waiting<T>[], step: Step, { until, cutEvery }: Rules): Gathered<T> {
  const { level } = step;
  const byWeek = Map.groupBy(here, ({ since }) => since);
  const units: Unit<T>[] = [];
  const passed: Waiting<T>[] = [];
  const first = Math.min(...byWeek.keys());
  let from = first;
  let kept: Waiting<T>[] = [];
  for (let week = first; week <= until; week++) {
    if (cutEvery && week % cutEvery === 0) {
      kept = [];
      from = week;
    }
    kept.push(...(byWeek.get(week) ?? []));
    const people = new Set(kept.flatMap((each) => [...each.people]));
    if (people.size >= step.k) {
      const place = step.at(kept[0]?.place ?? {});
      units.push({ level, place, from, to: week, people, items: kept.flatMap(({ items }) => items) });
      from = week + 1;
      kept = [];
    } else if (step.patience !== undefined && kept.some(({ since }) => week - since >= (step.patience ?? 0))) {
      passed.push(...kept.map((each) => ({ ...each, since: week })));
      kept = [];
    }
  }
  return { units, passed };
}

/** What one figure is asked for: the whole tenant, a part of it, or one pilot. */
export interface Slice extends Place {
  /** Weeks by number, both included: a unit belongs to the week in which it was complete. */
  readonly from: number;
  readonly to: number;
}

export const within = <T>(units: readonly Unit<T>[], slice: Slice): Unit<T>[] =>
  units.filter((unit) => unit.to >= slice.from && unit.to <= slice.to && isAt(unit, slice));

function isAt<T>({ level, place }: Unit<T>, { pilotId, workflowId, departmentId }: Slice): boolean {
  if (pilotId !== undefined) return level === 'pilot' && place.pilotId === pilotId;
  if (level === 'pilot') return false;
  if (workflowId !== undefined) return place.workflowId === workflowId;
  return departmentId === undefined || place.departmentId === departmentId;
}
