/** An event of a scenario as documents: its head, its texts, the audit entry, who is told, for one batch. */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import { newId } from '../../core/ids.ts';
import type { Turn } from '../../core/turn.ts';
import { lifeNotices } from './edit-plan.ts';
import type { Published } from './life-desk.ts';
import { type Scenario, scenario } from './model.ts';
import type { Before } from './scenario-before.ts';
import { changedHead, type ScenarioEvent } from './scenario-changes.ts';
import { bySystem, holdCheck } from './scenario-hold.ts';
import { textOperations } from './scenario-texts.ts';
import type { ScenarioContract } from './scenario-version.ts';

export interface Happening {
  readonly at: Before;
  readonly event: ScenarioEvent;
  /** The finished text, of what goes live. */
  readonly contract?: ScenarioContract | undefined;
  /** Part of what happens to its workflow, which tells people once for all of them. */
  readonly isQuiet?: true;
}

/** The number that goes live with this event; undefined where none does. */
export function goingLive({ at, event }: Happening, after: Scenario): number | undefined {
  const isNew = after.liveVersion !== undefined && after.liveVersion !== at.loaded.head.liveVersion;
  return isNew && event.name !== 'dropDraft' ? after.liveVersion : undefined;
}

export async function eventOperations(happening: Happening): Promise<WriteOperation[]> {
  const { at, event } = happening;
  const { turn, loaded } = at;
  const after = headAfter(happening);
  const live = goingLive(happening, after);
  const found = await foundOut(happening, live);
  const body = withCredit(after, found.credit);
  return [
    headOperation(at, body),
    ...textOperations(happening, after),
    ...auditsOf(event).map((action) => auditOf(turn, loaded.id, action, loaded.head, after, event)),
    ...(happening.isQuiet ? [] : lifeNotices(at, event, live)),
    ...found.operations,
    ...(live !== undefined && after.hold?.by === bySystem ? [holdCheck(loaded.id, turn.now)] : []),
    ...(after.reviewDue && renewing.includes(event.name) ? [dueOn(loaded.id, after.reviewDue)] : []),
  ];
}

/** Events with which it was looked at, so that its next date is set. */
const renewing: readonly ScenarioEvent['name'][] = ['approve', 'publish', 'confirm', 'rollBack'];

export function headAfter({ at, event }: Happening): Scenario {
  const { turn, loaded, workflow } = at;
  const { personId, zone } = turn.who;
  const { last, lastPublished } = loaded;
  return changedHead({
    ...{ head: loaded.head, event, personId, zone, now: turn.now, stage: workflow.stage },
    ...{ lastVersion: last?.text.version ?? 0, lastPublished, periods: at.periods },
  });
}

const droppedSeconds = 30 * 86_400;

const headOperation = ({ loaded }: Before, body: Scenario): WriteOperation => ({
  ...{ op: 'replace', kind: 'scenario', id: loaded.id, version: loaded.version, body },
  ...(body.deletedAt ? { ttlSeconds: droppedSeconds } : {}),
});

/** What the discoveries do whose text goes live with it, or is dropped. */
async function foundOut({ at, event }: Happening, live: number | undefined): Promise<Published> {
  const { turn, loaded, desk } = at;
  const { draftVersion } = loaded.head;
  if (live !== undefined && event.name !== 'rollBack')
    return desk.life.published(turn, { scenarioId: loaded.id, version: live });
  if (draftVersion === undefined || (event.name !== 'dropDraft' && event.name !== 'retire')) return nothing;
  return {
    ...nothing,
    operations: await desk.life.draftDropped(turn, { scenarioId: loaded.id, version: draftVersion }),
  };
}
const nothing: Published = { operations: [], credit: [] };

function withCredit(after: Scenario, credit: Published['credit']): Scenario {
  const more = credit.filter(({ personId }) => !after.credit.some((known) => known.personId === personId));
  return more.length === 0 ? after : scenario.parse({ ...after, credit: [...after.credit, ...more].slice(0, 10) });
}

/** One press may be two events. */
const auditsOf = ({ name }: ScenarioEvent): string[] => (name === 'publish' ? ['submit', 'approve'] : [name]);

function auditOf(
  { now, who, requestId }: Turn,
  id: string,
  event: string,
  head: Scenario,
  after: Scenario,
  said: ScenarioEvent,
): WriteOperation {
  return audited({
    ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: `scenario.${event}` },
    ...{ entityType: 'scenario', entityId: id, changes: changesOf(head, after), requestId },
    ...('reason' in said ? { reason: said.reason.slice(0, 240).toWellFormed() } : {}),
  });
}

const watched = ['state', 'draftState', 'liveVersion', 'draftVersion', 'reviewDue'] as const;

const changesOf = (head: Scenario, after: Scenario) =>
  Object.fromEntries(
    watched.flatMap((field) => {
      const [before, now] = [String(head[field] ?? ''), String(after[field] ?? '')];
      return before === now ? [] : [[field, { before, after: now }]];
    }),
  );

export const dueJob = 'scenarioDue';
const usefulDays = 365;

/** Marks it on its day. One whose date moved meanwhile does nothing. */
export function dueOn(scenarioId: string, reviewDue: string): WriteOperation {
  const at = new Date(`${reviewDue}T00:00:00Z`);
  return dueOperation({
    ...{ job: dueJob, subject: scenarioId, occurrence: `${reviewDue}/${newId()}`, facts: { reviewDue }, at },
    usefulUntil: new Date(at.getTime() + usefulDays * 86_400_000),
  });
}

/** Marked for a check by a date or a change elsewhere. */
export const systemAudit = (
  { now, requestId }: Pick<Turn, 'now' | 'requestId'>,
  entityId: string,
  before: Scenario,
  after: Scenario,
  actorId = 'system',
): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId, actorKind: actorId === 'system' ? 'system' : 'person' },
    ...{ action: 'scenario.comesDue', entityType: 'scenario', entityId, changes: changesOf(before, after), requestId },
  });
