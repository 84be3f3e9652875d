/** What one view takes in, and the records behind a figure of it, or why it is hidden (product 7.9). Pure. */
import { lastClosed, weekOf } from '../../core/weeks.ts';
import type { Facts, PilotFacts, View, WorkflowFacts } from './facts.ts';
import { type Counted, type Line, type LineId, leastItems, type Reason } from './figure.ts';
import { type Placed, type Slice, type Unit, unitsOf, within } from './units.ts';

export const kGroup = 5;
export const kPilot = 3;
/** Records are kept for 400 days; what was shown of a week must not change when older ones go. */
const cutEvery = 26;

export interface Scope {
  readonly view: View;
  readonly facts: Facts;
  readonly slice: Slice;
  readonly pilot?: PilotFacts | undefined;
  /** Of a pilot, or asked for. */
  readonly workflow?: WorkflowFacts | undefined;
  readonly departmentId?: string | undefined;
  /** People whom a figure could be of. */
  readonly audience: number;
}

export function scopeOf(facts: Facts, view: View): Scope {
  const until = lastClosed(facts.now);
  if (view.kind === 'pilot') return pilotScope(facts, view, until);
  const { departmentId, workflowId } = view;
  const workflow = facts.workflows.find(({ id }) => id === workflowId);
  const of = departmentId ?? workflow?.departmentId;
  return {
    ...{ view, facts, workflow, departmentId: of },
    slice: { from: until - view.weeks + 1, to: until, departmentId, workflowId },
    audience: of === undefined ? facts.people.all : (facts.people.byDepartment.get(of) ?? facts.people.all),
  };
}

function pilotScope(facts: Facts, view: Extract<View, { kind: 'pilot' }>, until: number): Scope {
  const pilot = facts.pilots.find(({ id }) => id === view.pilotId);
  const workflow = facts.workflows.find(({ id }) => id === pilot?.workflowId);
  const last = pilot?.endDate ? weekOf(new Date(Date.parse(pilot.endDate) - 1)) : until;
  return {
    ...{ view, facts, pilot, workflow, departmentId: workflow?.departmentId },
    slice: { from: 0, to: Math.min(until, last), pilotId: view.pilotId },
    audience: pilot?.joined ?? 0,
  };
}

export interface Stream<T> {
  readonly records: readonly Placed<T>[];
  readonly of: Counted;
  /** Left out, what is too little for its workflow counts in that of the department and of everyone. */
  readonly staysInWorkflow?: boolean;
  /** Everything so far, whatever the weeks: each person is in it once. */
  readonly isSoFar?: boolean;
  /** Left out, that of a pilot. */
  readonly kPilot?: number;
  /** Of a pilot: weeks after its last one that belong to it as well. */
  readonly weeksAfter?: number;
}

export type Found<T> =
  | { kind: 'units'; units: readonly Unit<T>[]; items: readonly T[] }
  | { kind: 'hidden'; reason: Reason };

/** The records that one figure of a view is made of: the same way for every figure, page, card and export. */
export function found<T>(scope: Scope, stream: Stream<T>): Found<T> {
  const { facts } = scope;
  const slice = sliceFor(scope, stream);
  const all = unitsOf(stream.records, {
    until: lastClosed(facts.now),
    passesUp: !stream.staysInWorkflow,
    ...(stream.isSoFar ? {} : { cutEvery }),
    kGroup,
    kPilot: stream.kPilot ?? kPilot,
  });
  const units = within(all, stream.isSoFar ? { ...slice, from: 0 } : slice);
  if (units.length > 0) return { kind: 'units', units, items: units.flatMap(({ items }) => items) };
  return { kind: 'hidden', reason: shortOf(scope, stream) };
}

function sliceFor<T>({ slice, facts, pilot }: Scope, { weeksAfter = 0 }: Stream<T>): Slice {
  return pilot ? { ...slice, to: Math.min(lastClosed(facts.now), slice.to + weeksAfter) } : slice;
}

function shortOf<T>({ pilot, slice }: Scope, { records, of, kPilot: k = kPilot }: Stream<T>): Reason {
  if (!pilot || k > kPilot) return { kind: 'fewPeople', k: Math.max(k, pilot ? 0 : kGroup) };
  const here = records.filter(({ place, week }) => place.pilotId === pilot.id && week <= slice.to);
  if (here.length < leastItems) return { kind: 'fewItems', n: here.length, more: leastItems - here.length, of };
  return { kind: 'morePeople', more: k - new Set(here.map(({ person }) => person)).size };
}

export const hidden = (id: LineId, reason: Reason): Line => ({ id, reason });
