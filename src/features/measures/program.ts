/** M6 to M9, M11 and M13: what the program itself does; items are counted by n, people by k (product 7.8, 7.9). Pure. */
import { dayOf, daysPast } from '../../core/time.ts';
import { weekOf } from '../../core/weeks.ts';
import { placesOf } from './counted.ts';
import type { ScenarioFacts, Taken } from './facts.ts';
import { type Measure, type MeasureId, medianOfItems, shareOfItems } from './figure.ts';
import { found, hidden, type Scope } from './scope.ts';
import type { Placed } from './units.ts';

const scenariosIn = ({ facts, slice, pilot, departmentId }: Scope): readonly ScenarioFacts[] => {
  const workflowId = pilot?.workflowId ?? slice.workflowId;
  const departments = new Map(facts.workflows.map((each) => [each.id, each.departmentId]));
  return facts.scenarios.filter((each) =>
    workflowId === undefined
      ? departmentId === undefined || departments.get(each.workflowId) === departmentId
      : each.workflowId === workflowId,
  );
};

export function teamCreated(scope: Scope): Measure {
  const own = scenariosIn(scope).filter(({ origin }) => origin !== 'starter');
  const byTeam = own.filter(({ origin, isByTeam }) => isByTeam && (origin === 'discovery' || origin === 'variant'));
  return { id: 'M6', lines: [shareOfItems('teamCreated', byTeam.length, own.length, 'scenarios')] };
}

export const reuse = (scope: Scope): Measure => peopleSoFar(scope, 'M7', scope.facts.reuses);
export const askedHow = (scope: Scope): Measure => peopleSoFar(scope, 'M13', scope.facts.asks);

/** Each person once, from the first time on. */
function peopleSoFar(scope: Scope, id: MeasureId, taken: readonly Taken[]): Measure {
  const line = id === 'M7' ? 'reusers' : 'askers';
  if (scope.pilot) return { id, lines: [hidden(line, { kind: 'notOfPilot' })] };
  const people = found(scope, { records: firstOf(scope, taken), of: 'people', isSoFar: true });
  if (people.kind === 'hidden') return { id, lines: [hidden(line, people.reason)] };
  return { id, lines: [{ id: line, amount: { unit: 'people', value: people.items.length } }] };
}

function firstOf({ facts }: Scope, taken: readonly Taken[]): Placed<string>[] {
  const placeOf = placesOf(facts.workflows);
  const byPerson = Map.groupBy(taken, ({ personKey }) => personKey);
  return [...byPerson].map(([person, mine]) => {
    const [first] = mine.toSorted((a, b) => a.at.localeCompare(b.at));
    return {
      place: placeOf({ workflowId: first?.workflowId }),
      week: weekOf(first?.at ?? facts.now),
      ...{ person, item: person },
    };
  });
}

export function flagsAnswered(scope: Scope): Measure {
  const { facts, slice, pilot } = scope;
  const from = pilot?.startDate ? weekOf(pilot.startDate) : slice.from;
  const workflowId = pilot?.workflowId ?? slice.workflowId;
  const here = facts.flags.filter((flag) => {
    const week = weekOf(flag.answeredAt);
    if (week < from || week > slice.to) return false;
    if (workflowId !== undefined) return flag.workflowId === workflowId;
    return slice.departmentId === undefined || flag.departmentId === slice.departmentId;
  });
  const inTime = here.filter(({ isInTime }) => isInTime).length;
  return {
    id: 'M8',
    lines: [
      medianOfItems(
        'hoursToAnswer',
        'hours',
        here.map(({ workingHours }) => workingHours),
        'flags',
      ),
      shareOfItems('answeredInTime', inTime, here.length, 'flags'),
    ],
  };
}

const mostRows = 20;

/** Of the whole tenant only: by tool and kind of data a part would soon be one person. */
export function demand({ facts, slice, view }: Scope): Measure {
  if (view.kind === 'pilot' || slice.departmentId !== undefined || slice.workflowId !== undefined)
    return { id: 'M9', lines: [hidden('demand', { kind: 'wholeTenant' })] };
  const rows = facts.demand.toSorted(
    (a, b) => b.asks + b.requests - a.asks - a.requests || a.title.localeCompare(b.title),
  );
  const line = (name: string, value: number) => ({
    id: 'demand' as const,
    name,
    amount: { unit: 'count' as const, value },
  });
  const total = facts.demand.reduce((sum, { asks, requests }) => sum + asks + requests, 0);
  return {
    id: 'M9',
    lines: [
      { id: 'demand', amount: { unit: 'count', value: total } },
      ...rows.slice(0, mostRows).map(({ title, asks, requests }) => line(title, asks + requests)),
    ],
  };
}

export function freshness(scope: Scope): Measure {
  const { now } = scope.facts;
  const all = scenariosIn(scope);
  const inDate = all.filter(({ reviewDue }) => reviewDue !== undefined && reviewDue >= dayOf(now));
  const days = all.flatMap(({ lastReviewedAt }) =>
    lastReviewedAt ? [Math.max(0, daysPast(lastReviewedAt.slice(0, 10), now))] : [],
  );
  return {
    id: 'M11',
    lines: [
      shareOfItems('inDate', inDate.length, all.length, 'scenarios'),
      medianOfItems('daysSinceCheck', 'days', days, 'scenarios'),
    ],
  };
}
