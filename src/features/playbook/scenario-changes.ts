/** A scenario's head after an event that may happen to it. Pure. */
import { type ReviewPeriods, usualPeriods } from '../../core/review-periods.ts';
import { addDays, dayOf } from '../../core/time.ts';
import { afterWorkingDays } from '../../core/working-time.ts';
import { type Scenario, type Stage, scenario } from './model.ts';
import { checkReasonsOf } from './scenario-rules.ts';

/** What happens, with what was typed or picked for it. */
export type ScenarioEvent =
  | { readonly name: 'startEdit' | 'approve' | 'confirm' | 'release' | 'restore' | 'dropDraft' }
  | { readonly name: 'submit' | 'publish' | 'smallFix'; readonly changeNote?: string | undefined }
  | {
      readonly name: 'sendBack';
      readonly reason: string;
      readonly fields: readonly { readonly path: string; readonly text: string }[];
    }
  | { readonly name: 'hold'; readonly reason: string }
  | { readonly name: 'rollBack'; readonly version: number }
  | { readonly name: 'retire'; readonly reason: string; readonly replacementId?: string };

export interface Changing {
  readonly head: Scenario;
  readonly event: ScenarioEvent;
  readonly personId: string;
  readonly now: Date;
  /** The program's zone, for working days. */
  readonly zone: string;
  readonly stage: Stage;
  /** Left out, the usual ones. */
  readonly periods?: ReviewPeriods | undefined;
  /** The highest number that a version has. */
  readonly lastVersion: number;
  /** The highest number of one that was live. */
  readonly lastPublished: number | undefined;
}

/** Days until it is looked at again (product 7.2). */
export const reviewDays = (stage: Stage, { pilot, proven }: ReviewPeriods = usualPeriods): number =>
  stage === 'proven' || stage === 'scaled' ? proven : pilot;
const reviewWorkingDays = 3;

export function changedHead(changing: Changing): Scenario {
  const { head, now, personId } = changing;
  return scenario.parse({ ...head, ...after(changing), updatedAt: now.toISOString(), updatedBy: personId });
}

/** A field that is `undefined` here is not stored. */
function after({
  head,
  event,
  personId,
  now,
  zone,
  stage,
  periods,
  lastVersion,
  lastPublished,
}: Changing): Partial<Record<keyof Scenario, unknown>> {
  const at = now.toISOString();
  const isFirst = head.liveVersion === undefined;
  const reviewed = { lastReviewedAt: at, reviewDue: addDays(dayOf(now), reviewDays(stage, periods)), checkReasons: [] };
  switch (event.name) {
    case 'startEdit':
      return { draftVersion: lastVersion + 1, draftState: 'draft' };
    case 'submit':
      return {
        ...{ draftState: 'inReview', state: isFirst ? 'inReview' : head.state, sentBack: undefined },
        submitted: { by: personId, at, dueAt: afterWorkingDays(now, reviewWorkingDays, zone).toISOString() },
      };
    case 'sendBack':
      return {
        ...{ draftState: 'draft', state: isFirst ? 'draft' : head.state, submitted: undefined },
        sentBack: { reason: event.reason, fields: event.fields, by: personId, at },
      };
    case 'approve':
    case 'publish':
      return { ...wentLive(head), ...reviewed, state: 'published' };
    case 'smallFix':
      // Its wording alone was changed: when it was looked at last, and why it is due, stays.
      return wentLive(head);
    case 'confirm':
      return { ...reviewed, state: 'published' };
    case 'hold':
      return { hold: { reason: event.reason, by: personId, at } };
    case 'release':
      return { hold: undefined };
    case 'rollBack':
      return { ...reviewed, state: 'published', ...rolledBack(head, lastVersion) };
    case 'retire': {
      const { reason, replacementId } = event;
      return { state: 'retired', ...noDraft, retired: { reason, ...(replacementId ? { replacementId } : {}), at } };
    }
    case 'restore':
      return {
        ...{ state: 'draft', draftVersion: lastVersion + 1, draftState: 'draft' },
        ...{ liveVersion: undefined, hold: undefined, checkReasons: [] },
      };
    case 'dropDraft':
      return { ...noDraft, ...(isFirst ? unbegun(head, at, lastPublished) : {}) };
  }
}

const noDraft = { draftVersion: undefined, draftState: undefined, submitted: undefined, sentBack: undefined };

const wentLive = ({ draftVersion }: Scenario) => ({ ...noDraft, liveVersion: draftVersion, retired: undefined });

/** What was restored goes back to where it was; what was never more than a draft is gone. */
const unbegun = ({ retired }: Scenario, at: string, lastPublished: number | undefined) =>
  retired ? { state: 'retired', liveVersion: lastPublished } : { deletedAt: at };

/** The copy of the old text takes the next number; a draft that has it moves up by one. */
const rolledBack = ({ draftVersion }: Scenario, lastVersion: number) => ({
  liveVersion: draftVersion ?? lastVersion + 1,
  ...(draftVersion === undefined ? {} : { draftVersion: draftVersion + 1 }),
});

const checkDays = 14;

/** Marked for a check: fourteen days from now, or earlier where its own date is nearer. */
export function markedForCheck(head: Scenario, reason: Scenario['checkReasons'][number], now: Date): Scenario {
  const due = addDays(dayOf(now), checkDays);
  const isAge = reason.kind === 'age';
  return {
    ...head,
    state: 'dueForReview',
    checkReasons: [...checkReasonsOf(head, now).filter(({ kind }) => !isAge || kind !== 'age'), reason].slice(-20),
    ...(isAge || (head.reviewDue && head.reviewDue <= due) ? {} : { reviewDue: due }),
    ...{ updatedAt: now.toISOString(), updatedBy: 'system' },
  };
}

/** Work on a check is due fourteen days from the first reason for it. */
export function checkDue(head: Scenario, now: Date): string | undefined {
  const [first] = checkReasonsOf(head, now)
    .map(({ at }) => at)
    .toSorted();
  return first && new Date(Date.parse(first) + checkDays * 86_400_000).toISOString();
}
