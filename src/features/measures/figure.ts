/** A measure as it may be shown: figures with what they rest on, or why there is none yet. No words: those are in text/. */

export const measureIds = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12', 'M13'] as const;
export type MeasureId = (typeof measureIds)[number];

/** Which figure of its measure; its label stands in text/ as `measure.line.<id>`. */
export const lineIds = [
  ...['active', 'peopleAWeek', 'usesPerRun', 'bands', 'none', 'tried', 'lapsed', 'occasional', 'regular', 'deep'],
  ...['meetsBarSelf', 'meetsBarSecond', 'agreement', 'minutesChange', 'percentChange', 'minutesBefore', 'minutesAfter'],
  ...['teamCreated', 'reusers', 'hoursToAnswer', 'answeredInTime', 'demand', 'timeWentTo'],
  ...['moreOfSame', 'otherWork', 'betterQuality', 'rest', 'noTimeSaved'],
  ...['inDate', 'daysSinceCheck', 'goodPulse', 'askers'],
] as const;
export type LineId = (typeof lineIds)[number];

/** Why a figure is hidden. Of anything but a whole pilot and of items, nobody is told how many it falls short of. */
export type Reason =
  | { readonly kind: 'fewPeople'; readonly k: number }
  /** Of a pilot, whose people know it: so many people more. */
  | { readonly kind: 'morePeople'; readonly more: number }
  /** Of a pilot, and of items: so many more of what is counted. */
  | { readonly kind: 'fewItems'; readonly n: number; readonly more: number; readonly of: Counted }
  | { readonly kind: 'chooseWork' | 'wholeTenant' | 'notOfPilot' | 'noRuns' };

/** What `n` counts. */
export const counted = [
  ...['people', 'uses', 'runs', 'baselines', 'ratings', 'pairs', 'scenarios', 'flags', 'answers'],
] as const;
export type Counted = (typeof counted)[number];

export const units = ['percent', 'ratio', 'minutes', 'people', 'hours', 'days', 'count'] as const;
export type Unit = (typeof units)[number];

export interface Amount {
  readonly unit: Unit;
  readonly value: number;
  /** The middle half of what it is the median of. */
  readonly middle?: { readonly from: number; readonly to: number };
}

export interface Line {
  readonly id: LineId;
  /** A name instead of a label. */
  readonly name?: string;
  readonly amount?: Amount;
  readonly n?: number;
  readonly of?: Counted;
  readonly reason?: Reason;
}

export interface Measure {
  readonly id: MeasureId;
  /** The first one is its headline. */
  readonly lines: readonly Line[];
  /** A number that it is divided by is a guess of the worksheet. */
  readonly isEstimate?: boolean;
}

export const percentOf = (part: number, whole: number): number => Math.round((100 * part) / whole);

/** At least so many for a median of each side, and for a share. */
export const leastItems = 3;
/** At least so many for the middle half. */
const leastForMiddle = 8;

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return quantile(sorted, 0.5);
}

export function spreadOf(values: readonly number[]): Pick<Amount, 'middle'> {
  if (values.length < leastForMiddle) return {};
  const sorted = values.toSorted((a, b) => a - b);
  return { middle: { from: rounded(quantile(sorted, 0.25)), to: rounded(quantile(sorted, 0.75)) } };
}

/** Between the two nearest, as spreadsheets do. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** To half a step: minutes are told no finer. */
export const rounded = (value: number): number => Math.round(value * 2) / 2;
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A share of items, which count no people: n alone decides. */
export function shareOfItems(id: LineId, part: number, n: number, of: Counted): Line {
  if (n < leastItems) return { id, reason: { kind: 'fewItems', n, more: leastItems - n, of } };
  return { id, amount: { unit: 'percent', value: percentOf(part, n) }, n, of };
}

export function medianOfItems(id: LineId, unit: 'hours' | 'days', values: readonly number[], of: Counted): Line {
  const n = values.length;
  if (n < leastItems) return { id, reason: { kind: 'fewItems', n, more: leastItems - n, of } };
  return { id, amount: { unit, value: tenth(medianOf(values)) }, n, of };
}
