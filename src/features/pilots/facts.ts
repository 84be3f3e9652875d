/** One person before one pilot: what is stored, what they are to it, and what its rules need to know of others. */
import type { GrantName } from '../../core/person.ts';
import { holds } from '../../core/person.ts';
import type { PlannedWorkflow } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';
import type { PilotFacts } from './bounds.ts';
import { type Check, checklistOf } from './checklist.ts';
import type { OpenQuestions, PilotDeps } from './desk.ts';
import { isAsked, isJoined, type LoadedPilot, loadPilot, loadPilots, viewOf } from './documents.ts';
import type { PilotActor } from './events.ts';
import type { Pilot } from './model.ts';

export interface AtPilot {
  readonly deps: PilotDeps;
  readonly turn: Turn;
  readonly loaded: LoadedPilot;
  readonly workflow: PlannedWorkflow | undefined;
  readonly actor: PilotActor;
  /** Leads it, or answers for the department: reads the whole cockpit. */
  readonly isLead: boolean;
}

export async function atPilot(deps: PilotDeps, turn: Turn, id: string): Promise<AtPilot | undefined> {
  const [loaded, workflows] = await Promise.all([loadPilot(turn.store, id), deps.planned(turn)]);
  return loaded && beforePilot(deps, turn, loaded, workflows);
}

export function beforePilot(
  deps: PilotDeps,
  turn: Turn,
  loaded: LoadedPilot,
  workflows: readonly PlannedWorkflow[],
): AtPilot {
  const { pilot } = loaded;
  const workflow = workflows.find(({ id }) => id === pilot.workflowId);
  const actor = actorOf(turn, pilot, workflow);
  const isLead = actor.isOwner || actor.isHrLead || holds(turn.who, leading, workflow?.departmentId);
  return { deps, turn, loaded, workflow, actor, isLead };
}

const leading: readonly GrantName[] = ['manager', 'admin'];

function actorOf({ who }: Turn, pilot: Pilot, workflow: PlannedWorkflow | undefined): PilotActor {
  const { personId } = who;
  const departmentId = workflow?.departmentId;
  const isOwner = pilot.ownerId === personId || holds(who, ['owner'], departmentId);
  const isHrLead = pilot.hrLeadId === personId || holds(who, ['hrLead'], departmentId);
  const place = pilot.roster.find((each) => each.personId === personId);
  // Who is only planned to be asked does not know of it yet; who said no or left has nothing to do with it any more.
  const isIn = place !== undefined && (isJoined(place) || isAsked(place)) && pilot.state !== 'cancelled';
  const isReader = workflow?.isReader ?? false;
  return {
    personId,
    isOwner,
    isHrLead,
    sees: isOwner || isHrLead || isReader || isIn,
    isSystem: personId === 'system',
  };
}

export interface PilotKnown {
  readonly facts: PilotFacts;
  readonly checks: readonly Check[];
  readonly isBelow: boolean;
  readonly questions: OpenQuestions;
}

const noQuestions: OpenQuestions = { serious: 0, undecided: 0, byScenario: new Map() };

/** All that a decision hangs on. */
export async function knownOf({ deps, turn, loaded, workflow }: AtPilot): Promise<PilotKnown> {
  const { id, pilot } = loaded;
  const { workflowId, scenarioIds, state } = pilot;
  const isPreparing = state === 'draft' || state === 'baseline';
  const [runs, unanswered, others, questions] = await Promise.all([
    isPreparing ? deps.runs.baselines(turn, id) : [],
    isPreparing ? unansweredOf({ deps, turn, pilot, workflow }) : [],
    isPreparing ? othersIn(deps, turn, id, workflow?.departmentId) : [],
    isPreparing ? noQuestions : deps.openQuestions(turn, { workflowId, scenarioIds }),
  ]);
  const counted = runs.filter(({ method }) => method !== 'estimate').length;
  const facts: PilotFacts = { workflow, counted, unanswered, hasOther: others.length > 0 };
  const isBelow = state === 'deciding' && (await deps.isBelow(turn, viewOf(loaded, workflow?.departmentId ?? '')));
  return { facts, questions, checks: isPreparing ? [] : checklistOf(pilot, facts, questions), isBelow };
}

interface Asking {
  readonly deps: PilotDeps;
  readonly turn: Turn;
  readonly pilot: Pilot;
  readonly workflow: PlannedWorkflow | undefined;
}

/** Scenarios of which nobody may answer a question: whoever made it may not (reliability R1). */
async function unansweredOf({ deps, turn, pilot, workflow }: Asking): Promise<string[]> {
  const able = await deps.holders(turn, ['manager', 'hrLead'], workflow?.departmentId);
  const makers = await Promise.all(pilot.scenarioIds.map((id) => deps.makers(turn, id)));
  return pilot.scenarioIds.filter((_, at) => able.every((personId) => makers[at]?.includes(personId)));
}

const active: readonly Pilot['state'][] = ['baseline', 'running', 'deciding'];

/** Others that go on in the department. */
async function othersIn(deps: PilotDeps, turn: Turn, id: string, departmentId: string | undefined) {
  const [pilots, workflows] = await Promise.all([loadPilots(turn.store), deps.planned(turn)]);
  const ofDepartment = new Set(workflows.filter((each) => each.departmentId === departmentId).map((each) => each.id));
  return pilots.filter(
    (other) => other.id !== id && active.includes(other.pilot.state) && ofDepartment.has(other.pilot.workflowId),
  );
}
