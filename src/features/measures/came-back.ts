/** How it went with each scenario of a pilot so far: shares of groups, or what is missing (product 6.6, 7.9). */
import type { PilotView } from '../../core/pilot-view.ts';
import { isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { lastClosed } from '../../core/weeks.ts';
import { type CountedUse, recordsOf } from './counted.ts';
import type { MeasureDeps } from './desk.ts';
import { leastItems, percentOf, type Reason } from './figure.ts';
import { kGroup, kPilot } from './scope.ts';
import { reasonOf } from './shown.ts';
import { type Placed, unitsOf } from './units.ts';

export const cameBackResults = ['worked', 'neededEdits', 'stuck'] as const;

export type CameBack =
  | { kind: 'shares'; n: number; shares: Readonly<Record<(typeof cameBackResults)[number], number>> }
  /** Of the whole pilot, whose people know it: what is missing. */
  | { kind: 'short'; reason: Reason }
  /** Of a part: never how many it falls short of. */
  | { kind: 'partShort' };

/** `lines` are shares; without any, `note` says what is missing, else what they rest on. */
export interface CameBackShown {
  readonly lines: readonly string[];
  readonly note: string;
}

/** In the words of who asks, by scenario. */
export async function cameBackIn(
  deps: Pick<MeasureDeps, 'records'>,
  turn: Turn,
  { id, workflowId, scenarioIds, startDate = '' }: PilotView,
): Promise<ReadonlyMap<string, CameBackShown>> {
  const { now, words } = turn;
  if (startDate === '') return new Map();
  const span = { from: isoWeekOf(new Date(startDate)), to: isoWeekOf(now) };
  const { uses } = recordsOf({ records: await deps.records(turn, span, workflowId), workflows: [] });
  const ofPilot = uses.filter(({ place }) => place.pilotId === id);
  return new Map(
    scenarioIds.map((scenarioId) => [scenarioId, shown(cameBack(ofPilot, { scenarioId, now }), words)] as const),
  );
}

/** All of the pilot's own: the scenario is a part of it where something else was used as well. */
export function cameBack(
  uses: readonly Placed<CountedUse>[],
  { scenarioId, now }: { readonly scenarioId: string; readonly now: Date },
): CameBack {
  const until = lastClosed(now);
  const said = uses.filter(({ item, week }) => item.result !== 'notSaid' && week <= until);
  const [here, rest] = [true, false].map((isHere) =>
    said.filter(({ item }) => (item.scenarioId === scenarioId) === isHere),
  );
  const units = unitsOf(here ?? [], { until, passesUp: true, kGroup, kPilot });
  const items = units.filter(({ level }) => level === 'pilot').flatMap((unit) => unit.items);
  const others = peopleIn(rest ?? []);
  const isWhole = others === 0;
  if (items.length < leastItems || (!isWhole && others < kPilot))
    return isWhole ? { kind: 'short', reason: missing(here ?? []) } : { kind: 'partShort' };
  const n = items.length;
  const share = (result: string) => percentOf(items.filter((item) => item.result === result).length, n);
  return {
    kind: 'shares',
    n,
    shares: { worked: share('worked'), neededEdits: share('neededEdits'), stuck: share('stuck') },
  };
}

const peopleIn = (uses: readonly Placed<CountedUse>[]): number => new Set(uses.map(({ person }) => person)).size;

const missing = (here: readonly Placed<CountedUse>[]): Reason =>
  here.length < leastItems
    ? { kind: 'fewItems', n: here.length, more: leastItems - here.length, of: 'answers' }
    : { kind: 'morePeople', more: kPilot - peopleIn(here) };

function shown(back: CameBack, words: Turn['words']): CameBackShown {
  switch (back.kind) {
    case 'shares':
      return {
        lines: cameBackResults.map((result) => words(`measure.back.${result}`, { share: back.shares[result] })),
        note: words('measure.n.answers', { n: back.n }),
      };
    case 'short':
      return { lines: [], note: reasonOf(back.reason, words) };
    case 'partShort':
      return { lines: [], note: words('measure.backShort', { k: kPilot }) };
  }
}
