/** An event of a pilot as documents: itself, the audit entry, its workflow, the right of its owner, who is told, for one batch. */
import type { WriteOperation } from '../../core/documents.ts';
import { fence } from '../../core/fence.ts';
import type { PilotChange } from '../../core/playbook-view.ts';
import type { StampPart } from '../../core/stamp.ts';
import { isPulseInMiddle } from './calendar.ts';
import { joinedIds, pilotAudit, replacedPilot, viewOf } from './documents.ts';
import type { PilotEvent, PilotOutcome } from './events.ts';
import type { AtPilot } from './facts.ts';
import type { Pilot } from './model.ts';
import { followUps } from './told.ts';

export interface Written {
  readonly operations: readonly WriteOperation[];
  /** Warm copies that are old by it. */
  readonly stamps: readonly StampPart[];
}

/** Two that begin at once in a department meet each other here (R16). */
const fenceKind = 'pilotFence';

type Changed = Extract<PilotOutcome, { kind: 'changed' }>;

/** Undefined when the workflow is elsewhere by now. */
export async function pilotOperations(at: AtPilot, outcome: Changed, event: PilotEvent): Promise<Written | undefined> {
  const { deps, turn, loaded, workflow } = at;
  const { happened } = outcome;
  const after = await withEvidence(at, outcome);
  const change = changeOf(at, outcome);
  const moved = change ? await deps.workflowOperations(turn, after.workflowId, change) : [];
  if (!moved) return undefined;
  const departmentId = workflow?.departmentId ?? '';
  const given = happened === 'start' ? await deps.giveManager(turn, { personId: after.ownerId, departmentId }) : [];
  const audit = auditOf(at, outcome, event);
  const isBeginning = happened === 'openBaseline' || happened === 'start';
  const operations: WriteOperation[] = [
    replacedPilot(loaded, after),
    audit,
    ...(isBeginning ? [await fence(turn.store, fenceKind, departmentId)] : []),
    ...moved,
    ...given,
    ...followUps({ id: loaded.id, before: loaded.pilot, after, happened, now: turn.now, auditId: audit.id }),
    ...pulseOf(at, outcome),
  ];
  const stamps = [
    ...(moved.length > 0 ? (['content'] as const) : []),
    ...(given.length > 0 ? (['people'] as const) : []),
  ];
  return { operations, stamps };
}

const pulseSteps: ReadonlySet<string> = new Set(['start', 'midpoint', 'end']);
const isPulseStep = (happened: string): happened is 'start' | 'midpoint' | 'end' => pulseSteps.has(happened);

/** Its people are asked the one question without a name at its start and at its end, in a long one in its middle too. */
function pulseOf({ deps, turn, loaded }: AtPilot, { pilot, happened }: Changed): readonly WriteOperation[] {
  if (!isPulseStep(happened)) return [];
  if (happened === 'midpoint' && !isPulseInMiddle(pilot, turn.now)) return [];
  return deps.runs.askPulse(turn, { pilotId: loaded.id, workflowId: pilot.workflowId, step: happened, stage: 'pilot' });
}

/** What the workflow makes of it; undefined where it stays as it is. */
function changeOf({ loaded }: AtPilot, { pilot: after, happened }: Changed): PilotChange | undefined {
  const memberIds = joinedIds(after);
  const { ownerId, hrLeadId, state } = after;
  switch (happened) {
    case 'start':
      return { name: 'pilotStarted', memberIds, ownerId, hrLeadId };
    case 'join':
    case 'leave':
    case 'removePerson':
      // Before its start nobody sees more of the workflow by having joined.
      return state === 'baseline' ? undefined : { name: 'pilotMembers', memberIds };
    case 'scale':
      return { name: 'gateScale', ownerId };
    case 'extend':
      return { name: 'gateExtend' };
    case 'stop': {
      const { lessons = '', why = '' } = after.gates.at(-1) ?? {};
      const retire = loaded.pilot.signing?.retireAfter ? { retire: why } : {};
      return { name: 'gateStop', pilotId: loaded.id, lessons, ...retire };
    }
    default:
      return undefined;
  }
}

/** Frozen as the measures are at this moment: what the page prints later. */
async function withEvidence({ deps, turn, loaded, workflow }: AtPilot, { pilot, happened }: Changed): Promise<Pilot> {
  const last = pilot.gates.at(-1);
  const isDecided = happened === 'scale' || happened === 'extend' || happened === 'stop';
  if (!isDecided || !last) return pilot;
  const evidence = await deps.evidence(turn, viewOf(loaded, workflow?.departmentId ?? ''));
  return { ...pilot, gates: [...pilot.gates.slice(0, -1), { ...last, evidence }] };
}

function auditOf({ turn, loaded }: AtPilot, { pilot: after, happened }: Changed, event: PilotEvent) {
  const before = loaded.pilot;
  const moved = before.state === after.state ? {} : { state: { before: before.state, after: after.state } };
  const personId = 'personId' in event ? event.personId : undefined;
  const who = personId ? { person: personSide(happened === 'removePerson', personId) } : {};
  // Whoever signed learns that it was sent back.
  const signer = happened === 'sendBack' && before.signing ? { person: personSide(true, before.signing.by) } : {};
  const signed = happened === 'sign' ? { signing: { before: '', after: after.signing?.what ?? '' } } : {};
  return pilotAudit(turn, {
    ...{ id: loaded.id, event: happened, changes: { ...moved, ...who, ...signer, ...signed } },
    reason: reasonOf(event, after, happened),
  });
}

const personSide = (isGone: boolean, id: string) => (isGone ? { before: id, after: '' } : { before: '', after: id });

function reasonOf(event: PilotEvent, after: Pilot, happened: Changed['happened']): string | undefined {
  if ('reason' in event) return event.reason;
  return happened === 'stop' || happened === 'scale' || happened === 'extend' ? after.gates.at(-1)?.why : undefined;
}
