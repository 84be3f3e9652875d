/** M4, M5, M10 and M12: how good it was, how long it took, where the time went and how people feel (product 7.8). Pure. */
import { timeAnswers } from '../../core/run.ts';
import { weekNamed } from '../../core/weeks.ts';
import { type CountedUse, isTimed, placesOf, type Records } from './counted.ts';
import { type Line, type LineId, type Measure, medianOf, percentOf, rounded, spreadOf } from './figure.ts';
import { found, hidden, kGroup, type Scope, type Stream } from './scope.ts';
import type { Placed } from './units.ts';

/** Two ratings of one output agree when they lie no further apart. */
const agreeWithin = 10;

export function quality(scope: Scope, { ratings }: Records): Measure {
  const by = (kind: 'self' | 'second') => ratings.filter(({ item }) => item.raterKind === kind);
  const meets = (id: LineId, kind: 'self' | 'second') =>
    shareLine(scope, id, { records: by(kind), of: 'ratings' }, ({ meetsBar }) => meetsBar);
  return {
    id: 'M4',
    lines: [
      meets('meetsBarSelf', 'self'),
      meets('meetsBarSecond', 'second'),
      shareLine(scope, 'agreement', { records: pairsOf(ratings), of: 'pairs' }, (apart) => apart <= agreeWithin),
    ],
  };
}

/** How far the second person's score is from the own one, as soon as both are there. */
function pairsOf(ratings: Records['ratings']): Placed<number>[] {
  const byUse = Map.groupBy(ratings, ({ item }) => item.useId);
  return [...byUse.values()].flatMap((each) => {
    const own = each.find(({ item }) => item.raterKind === 'self');
    const second = each.find(({ item }) => item.raterKind === 'second');
    if (!own || !second) return [];
    const apart = Math.abs(own.item.score - second.item.score);
    return [{ ...own, week: Math.max(own.week, second.week), item: apart }];
  });
}

/** The share of the records behind it for which something holds. */
function shareLine<T>(scope: Scope, id: LineId, stream: Stream<T>, isSo: (item: T) => boolean): Line {
  const all = found(scope, stream);
  if (all.kind === 'hidden') return hidden(id, all.reason);
  const n = all.items.length;
  return { id, amount: { unit: 'percent', value: percentOf(all.items.filter(isSo).length, n) }, n, of: stream.of };
}

/** Of one workflow or pilot: the times of different work say nothing about one another. */
export function timeChange(scope: Scope, { uses }: Records): Measure {
  if (!scope.workflow) return { id: 'M5', lines: [hidden('minutesChange', { kind: 'chooseWork' })] };
  const before = found(scope, { records: baselinesOf(scope), of: 'baselines', staysInWorkflow: true, isSoFar: true });
  const after = found(scope, { records: timed(uses), of: 'uses', staysInWorkflow: true });
  const reason = before.kind === 'hidden' ? before.reason : after.kind === 'hidden' ? after.reason : undefined;
  if (before.kind === 'hidden' || after.kind === 'hidden')
    return { id: 'M5', lines: reason ? [hidden('minutesChange', reason)] : [] };
  const [was, is] = [medianOf(before.items), medianOf(after.items)];
  const change = rounded(is - was);
  return {
    id: 'M5',
    lines: [
      { id: 'minutesChange', amount: { unit: 'minutes', value: change }, n: after.items.length, of: 'uses' },
      { id: 'percentChange', amount: { unit: 'percent', value: percentOf(is - was, was) } },
      minutesLine('minutesBefore', before.items, 'baselines'),
      minutesLine('minutesAfter', after.items, 'uses'),
    ],
  };
}

const minutesLine = (id: LineId, values: readonly number[], of: 'baselines' | 'uses'): Line => ({
  id,
  amount: { unit: 'minutes', value: rounded(medianOf(values)), ...spreadOf(values) },
  n: values.length,
  of,
});

export const timed = (uses: readonly Placed<CountedUse>[]): Placed<number>[] =>
  uses.flatMap((use) => (isTimed(use.item) ? [{ ...use, item: use.item.minutes }] : []));

/** A guess is no run: it never counts. */
function baselinesOf({ facts }: Scope): Placed<number>[] {
  const placeOf = placesOf(facts.workflows);
  return facts.records.baselines
    .filter(({ method }) => method !== 'estimate')
    .map((run) => ({ place: placeOf(run), week: weekNamed(run.week), person: run.personKey, item: run.minutes }));
}

const answers = timeAnswers.filter((answer) => answer !== 'notSaid');

export function whereTimeWent(scope: Scope, { uses }: Records): Measure {
  const said = uses.filter(({ item }) => item.timeWentTo !== undefined && item.timeWentTo !== 'notSaid');
  const all = found(scope, { records: said, of: 'answers' });
  if (all.kind === 'hidden') return { id: 'M10', lines: [hidden('timeWentTo', all.reason)] };
  const n = all.items.length;
  const of = (answer: string) => all.items.filter(({ timeWentTo }) => timeWentTo === answer).length;
  return {
    id: 'M10',
    lines: answers.map((answer) => ({
      id: answer,
      amount: { unit: 'percent' as const, value: percentOf(of(answer), n) },
      n,
      of: 'answers' as const,
    })),
  };
}

const goodAnswer = 4;
/** A person is asked at most once in so many weeks. */
const pulseEvery = 4;

/** The question of a pilot's end is open for two weeks. */
const pulseWeeksAfter = 2;

/** Of a pilot too only from five answers up. */
export function pulse(scope: Scope): Measure {
  const stream = { records: pulsesOf(scope), of: 'answers', kPilot: kGroup, weeksAfter: pulseWeeksAfter } as const;
  return { id: 'M12', lines: [shareLine(scope, 'goodPulse', stream, (answer) => answer >= goodAnswer)] };
}

/**
 * Nothing says who answered. Answers less than four weeks apart are of different people; later ones may be of the same, so
 * they are given the same place in the row and never make a group look larger than it is.
 */
function pulsesOf({ facts }: Scope): Placed<number>[] {
  const placeOf = placesOf(facts.workflows);
  const workflows = new Map(facts.pilots.map(({ id, workflowId }) => [id, workflowId]));
  const lastOf: number[] = [];
  return facts.records.pulses
    .map((each) => ({ ...each, at: weekNamed(each.week) }))
    .toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id))
    .map(({ at, answer, groupKind, groupId }) => {
      const free = lastOf.findIndex((last) => at - last >= pulseEvery);
      const row = free === -1 ? lastOf.length : free;
      lastOf[row] = at;
      const place =
        groupKind === 'pilot' ? placeOf({ pilotId: groupId, workflowId: workflows.get(groupId) }) : placeOf({});
      return { place, week: at, person: String(row), item: answer };
    });
}
