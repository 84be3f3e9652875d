/** What may happen to a workflow (product 6.1): from its stage, the event and who acts to the workflow after it, or why not. Pure. */
import type { PilotChange } from '../../core/playbook-view.ts';
import { completes, type Hand, sidesOf } from '../../core/two-hands.ts';
import type { Stage, Workflow } from './model.ts';

export interface WorkflowActor extends Hand {
  /** Sees what is prepared in it. */
  readonly isReader: boolean;
}

export type WorkflowEvent =
  | { readonly name: 'widen' | 'unsign' | 'reopen' }
  | { readonly name: 'narrow'; readonly reason: string }
  | { readonly name: 'retire'; readonly reason: string; readonly replacementId?: string };
export type WorkflowEventName = WorkflowEvent['name'];
export const workflowEvents = ['widen', 'unsign', 'narrow', 'reopen', 'retire'] as const;

export type WorkflowOutcome =
  /** `isSigned`: the first of two has signed, and nothing else has changed. */
  | { kind: 'changed'; workflow: Workflow; isSigned?: true }
  | { kind: 'hidden' }
  | { kind: 'forbidden' }
  /** Its stage is not one for this. */
  | { kind: 'outdated' }
  /** The other one of the two has to. */
  | { kind: 'signed' }
  /** Nothing is live in it, or not all of it is in date. */
  | { kind: 'notInDate' };

export interface DecidingWorkflow {
  readonly workflow: Workflow;
  readonly event: WorkflowEvent;
  readonly actor: WorkflowActor;
  readonly now: Date;
  /** Something is live, all of it is in date and nothing is on hold. */
  readonly isInDate: boolean;
}

const from: Readonly<Record<WorkflowEventName, readonly Stage[]>> = {
  widen: ['proven'],
  unsign: ['proven'],
  narrow: ['scaled'],
  retire: ['candidate', 'proven', 'scaled'],
  reopen: ['retired'],
};

export function decideWorkflow(deciding: DecidingWorkflow): WorkflowOutcome {
  const { workflow, event, actor, now } = deciding;
  if (!actor.isReader) return { kind: 'hidden' };
  if (!mayDo(event.name, actor)) return { kind: 'forbidden' };
  if (!from[event.name].includes(workflow.stage)) return { kind: 'outdated' };
  const stamp = { updatedAt: now.toISOString(), updatedBy: actor.personId };
  const { signing, retired: _, ...rest } = workflow;
  switch (event.name) {
    case 'widen':
      return widened(deciding);
    case 'unsign':
      return signing ? { kind: 'changed', workflow: { ...rest, ...stamp } } : { kind: 'outdated' };
    case 'narrow':
      return { kind: 'changed', workflow: narrowed(rest, stamp) };
    case 'reopen':
      return { kind: 'changed', workflow: { ...rest, stage: 'candidate', pilotMemberIds: [], ...stamp } };
    case 'retire':
      return { kind: 'changed', workflow: retiredFor(workflow, event, now, stamp) };
  }
}

/** The owner alone retires and takes up again; the rest is for the owner and the HR lead. */
export const mayDo = (name: WorkflowEventName, { isOwner, isHrLead }: Hand): boolean =>
  isOwner || (isHrLead && name !== 'retire' && name !== 'reopen');

export const isOpenFor = ({ stage, signing }: Workflow, name: WorkflowEventName): boolean =>
  from[name].includes(stage) && (name !== 'unsign' || signing !== undefined);

function widened({ workflow, actor, now, isInDate }: DecidingWorkflow): WorkflowOutcome {
  if (!isInDate) return { kind: 'notInDate' };
  const stamp = { updatedAt: now.toISOString(), updatedBy: actor.personId };
  const { signing, ...rest } = workflow;
  if (!signing) {
    const signed = { by: actor.personId, as: sidesOf(actor), at: now.toISOString() };
    return { kind: 'changed', isSigned: true, workflow: { ...rest, signing: signed, ...stamp } };
  }
  if (!completes(signing, actor)) return { kind: 'signed' };
  return { kind: 'changed', workflow: { ...rest, stage: 'scaled', widenedAt: now.toISOString(), ...stamp } };
}

/** Nobody is told any more that it has been opened to them. */
const narrowed = ({ widenedAt: _, ...workflow }: Workflow, stamp: Stamp): Workflow => ({
  ...{ ...workflow, stage: 'proven', ...stamp },
});

type Stamp = Pick<Workflow, 'updatedAt' | 'updatedBy'>;

function retiredFor(
  { signing: _, ...workflow }: Workflow,
  { reason, replacementId }: { readonly reason: string; readonly replacementId?: string },
  now: Date,
  stamp: Stamp,
): Workflow {
  const retired = { reason, ...(replacementId ? { replacementId } : {}), at: now.toISOString() };
  return { ...workflow, stage: 'retired', pilotMemberIds: [], retired, ...stamp };
}

const mostLessons = 20;
const maxReason = 240;

/** What a pilot makes of its workflow; undefined when the workflow is not in the stage for it. */
export function changedByPilot(
  workflow: Workflow,
  change: PilotChange,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Workflow | undefined {
  const stamp = { updatedAt: now.toISOString(), updatedBy: personId };
  if (change.name === 'pilotStarted') {
    if (workflow.stage !== 'candidate') return undefined;
    const { ownerId, hrLeadId, memberIds } = change;
    const { signing: _, ...rest } = workflow;
    return { ...rest, ...{ ownerId, hrLeadId, stage: 'pilot', pilotMemberIds: [...memberIds] }, ...stamp };
  }
  if (workflow.stage !== 'pilot') return undefined;
  switch (change.name) {
    case 'pilotMembers':
      return { ...workflow, pilotMemberIds: [...change.memberIds], ...stamp };
    case 'gateScale':
      return { ...workflow, stage: 'proven', ownerId: change.ownerId, widenedAt: now.toISOString(), ...stamp };
    case 'gateExtend':
      return { ...workflow, ...stamp };
    case 'gateStop': {
      const lesson = { pilotId: change.pilotId, text: change.lessons, at: now.toISOString() };
      const lessons = [...(workflow.lessons ?? []), lesson].slice(-mostLessons);
      const stopped: Workflow = { ...workflow, stage: 'candidate', pilotMemberIds: [], lessons, ...stamp };
      if (change.retire === undefined) return stopped;
      return retiredFor(stopped, { reason: change.retire.slice(0, maxReason).toWellFormed() }, now, stamp);
    }
  }
}
