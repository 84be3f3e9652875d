/** A pilot in any state, and all that a decision about it hangs on; a test names only what it is about. */
import type { PlannedScenario, PlannedWorkflow } from '../../../src/core/playbook-view.ts';
import type { PilotFacts } from '../../../src/features/pilots/bounds.ts';
import { checklistOf } from '../../../src/features/pilots/checklist.ts';
import type { Deciding, PilotActor, PilotEvent } from '../../../src/features/pilots/events.ts';
import { type Pilot, pilot, type Signing } from '../../../src/features/pilots/model.ts';
import { decidePilot } from '../../../src/features/pilots/rules.ts';
import { stamps, today } from '../../helpers/builders.ts';

export const at = today.toISOString();

/** `n` people who joined, or whom the change says. */
export const people = (n: number, place: Partial<Pilot['roster'][number]> = { invitedAt: at, joinedAt: at }) =>
  Array.from({ length: n }, (_, number) => ({ personId: `member-${number + 1}`, ...place }));

export const aPilot = (change: Partial<Pilot> = {}): Pilot =>
  pilot.parse({
    ...stamps,
    ...{ workflowId: 'workflow-1', name: 'Handover notes', goal: 'Less time.', ownerId: 'owner', hrLeadId: 'lead' },
    ...{ roster: people(6), weeks: 6, extendedBy: [], zone: 'Europe/London', scenarioIds: ['s-1'] },
    ...{ state: 'baseline', overrides: [], gates: [] },
    ...change,
  });

export const aScenario = (change: Partial<PlannedScenario> = {}): PlannedScenario => ({
  ...{ id: 's-1', title: 'Handover note', hasTool: true, isHeld: false, isInDate: true, hasGood: true, hasGuide: true },
  rules: [],
  ...change,
});

export const aWorkflow = (change: Partial<PlannedWorkflow> = {}): PlannedWorkflow => ({
  ...{ id: 'workflow-1', name: 'Shift handover', departmentId: 'operations', department: 'Operations' },
  ...{ stage: 'candidate', isOwned: true, isReader: true, missing: [], scenarios: [aScenario()] },
  ...change,
});

export const facts = (change: Partial<PilotFacts> = {}): PilotFacts => ({
  ...{ workflow: aWorkflow(), counted: 3, unanswered: [], hasOther: false },
  ...change,
});

const nobody: PilotActor = { personId: 'x', isOwner: false, isHrLead: false, sees: true, isSystem: false };
export const actors = {
  owner: { ...nobody, personId: 'owner', isOwner: true },
  lead: { ...nobody, personId: 'lead', isHrLead: true },
  both: { ...nobody, personId: 'both', isOwner: true, isHrLead: true },
  member: { ...nobody, personId: 'member-1' },
  reader: { ...nobody, personId: 'reader' },
  stranger: { ...nobody, personId: 'stranger', sees: false },
  system: { ...nobody, personId: 'system', isSystem: true },
} satisfies Record<string, PilotActor>;
export type Who = keyof typeof actors;

export interface Case {
  readonly pilot?: Partial<Pilot>;
  readonly event: PilotEvent;
  readonly who?: Who;
  readonly facts?: Partial<PilotFacts>;
  readonly questions?: { serious: number; undecided: number };
  readonly isBelow?: boolean;
  readonly now?: Date;
}

export function decided(one: Case) {
  const it = aPilot(one.pilot);
  const known = facts(one.facts);
  const deciding: Deciding = {
    ...{ pilot: it, event: one.event, actor: actors[one.who ?? 'owner'], now: one.now ?? today, facts: known },
    checks: checklistOf(it, known, one.questions ?? { serious: 0, undecided: 0 }),
    isBelow: one.isBelow ?? false,
  };
  return decidePilot(deciding);
}

/** What came of it in one word: the state after it, or why not. */
export function outcome(one: Case): string {
  const result = decided(one);
  if (result.kind === 'changed') return `${result.happened}: ${result.pilot.state}`;
  if (result.kind !== 'blocked') return result.kind;
  const { hard, soft } = result.bounds;
  const keys = (hard.length > 0 ? hard : soft).map(({ key }) => key);
  return `${hard.length > 0 ? 'blocked' : 'reason'}: ${keys.join(' ')}`;
}

export const aSigning = (change: Partial<Signing> = {}): Signing => ({
  ...{ what: 'start', by: 'owner', as: ['owner'], at },
  ...change,
});
