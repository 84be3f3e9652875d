/** A pilot planned, and what its owner changes of the plan (product 6.6, R25, R26). */
import type { WriteOperation } from '../../core/documents.ts';
import type { ProblemCode } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { PlannedWorkflow } from '../../core/playbook-view.ts';
import { type FieldProblem, type Reply, refuse } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { scenarios, weeks } from './bounds.ts';
import type { PatchBody, PlanBody, PlanPart } from './contract.ts';
import type { PilotDeps } from './desk.ts';
import { kind, pilotAudit, replacedPilot } from './documents.ts';
import { atPilot } from './facts.ts';
import { type Pilot, pilot } from './model.ts';
import { planProblems } from './plan-problems.ts';
import { planNotice } from './told.ts';

type Refused = Extract<Reply, { kind: 'refused' }>;
export type SavedPilot = { kind: 'saved'; id: string } | Refused;

export async function planPilot(deps: PilotDeps, turn: Turn, body: PlanBody): Promise<SavedPilot> {
  const workflow = (await deps.planned(turn)).find(({ id }) => id === body.workflowId);
  if (!workflow?.isReader) return refused('not_found');
  if (!workflow.isOwned) return refused('forbidden');
  if (workflow.stage !== 'candidate') return refused('already_done', turn.words('pilot.blocked.notCandidate'));
  const hrLeadId = body.hrLeadId ?? workflow.hrLeadId ?? (await onlyLead(deps, turn, workflow));
  const ownerId = workflow.ownerId ?? turn.who.personId;
  const fields = await planProblems(deps, turn, { workflow, body, hrLeadId, ownerId });
  if (fields.length > 0) return wrong(fields);
  const id = newId();
  const { personId } = turn.who;
  const at = turn.now.toISOString();
  const made = pilot.parse({
    ...{ ...prefilled(turn, workflow), ...planOf(body), workflowId: workflow.id, ownerId, hrLeadId },
    ...{ extendedBy: [], state: 'draft', overrides: [], gates: [] },
    ...{ createdAt: at, createdBy: personId, updatedAt: at, updatedBy: personId },
  });
  await deps.introduce(turn);
  const operations: WriteOperation[] = [
    { op: 'create', kind, id, body: made },
    pilotAudit(turn, { id, event: 'plan', changes: { state: { before: '', after: 'draft' } } }),
    planNotice(turn.now, id),
  ];
  return (await turn.store.write(operations)).kind === 'ok' ? { kind: 'saved', id } : refused('stale');
}

/** Where there is one HR lead, nobody has to be picked. */
async function onlyLead(deps: PilotDeps, turn: Turn, { departmentId }: PlannedWorkflow): Promise<string | undefined> {
  const [first, ...others] = await deps.holders(turn, ['hrLead'], departmentId);
  return others.length === 0 ? first : undefined;
}

const prefilled = ({ who }: Turn, workflow: PlannedWorkflow) => ({
  ...{ weeks: weeks.usual, zone: who.zone, roster: [] },
  scenarioIds: workflow.scenarios.slice(0, scenarios.most).map(({ id }) => id),
});

/** The fields of a form as the document has them. */
function planOf({ memberIds, hrLeadId: _, ...rest }: PatchBody) {
  const { workflowId: __, ...fields } = { workflowId: '', ...rest };
  return {
    ...fields,
    ...(memberIds ? { roster: [...new Set(memberIds)].map((personId) => ({ personId })) } : {}),
  };
}

/** What of the plan its owner may change now; undefined once it is over. */
export function openPart({ state }: Pilot): PlanPart | undefined {
  switch (state) {
    case 'draft':
      return 'all';
    case 'baseline':
      return 'asked';
    case 'running':
    case 'deciding':
      return 'words';
    case 'scaled':
    case 'stopped':
    case 'cancelled':
      return undefined;
  }
}

const parts: Readonly<Record<Exclude<PlanPart, 'all'>, readonly (keyof PatchBody)[]>> = {
  asked: ['name', 'goal', 'hrLeadId', 'weeks', 'zone', 'startDate', 'scenarioIds', 'targets'],
  words: ['name', 'goal'],
};

export interface EditAsk {
  readonly id: string;
  readonly version: string;
  readonly body: PatchBody;
}

export async function editPilot(deps: PilotDeps, turn: Turn, { id, version, body }: EditAsk): Promise<SavedPilot> {
  const at = await atPilot(deps, turn, id);
  if (!at?.actor.sees) return refused('not_found');
  if (!at.actor.isOwner) return refused('forbidden');
  const { loaded, workflow } = at;
  const before = loaded.pilot;
  if (version !== loaded.version) return refused('stale');
  const part = openPart(before);
  if (!part) return refused('already_done', turn.words('pilot.not.outdated'));
  if (before.signing) return refused('already_done', turn.words('pilot.not.signed'));
  const isLocked = part !== 'all' && Object.keys(body).some((name) => !parts[part].some((open) => open === name));
  if (isLocked) return refused('already_done', turn.words('pilot.not.locked'));
  const hrLeadId = body.hrLeadId ?? before.hrLeadId;
  const fields = await planProblems(deps, turn, { workflow, body, hrLeadId, ownerId: before.ownerId });
  if (fields.length > 0) return wrong(fields);
  const stamp = { updatedAt: turn.now.toISOString(), updatedBy: turn.who.personId };
  const after = pilot.parse({ ...before, ...planOf(body), hrLeadId, ...stamp });
  const audit = pilotAudit(turn, { id, event: 'edit', changes: changesOf(before, after) });
  const result = await turn.store.write([replacedPilot(loaded, after), audit]);
  return result.kind === 'ok' ? { kind: 'saved', id } : refused('stale');
}

const watched = ['name', 'goal', 'weeks', 'zone', 'startDate', 'scenarioIds', 'targets'] as const;

/** Of the people only how many: who was asked is on record by itself. */
function changesOf(before: Pilot, after: Pilot) {
  const told = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  const pairs = [
    ...watched.map((name) => [name, { before: told(before[name]), after: told(after[name]) }] as const),
    ['people', { before: String(before.roster.length), after: String(after.roster.length) }] as const,
  ];
  return Object.fromEntries(pairs.filter(([, side]) => side.before !== side.after));
}

export const refused = (code: ProblemCode, message?: string): Refused => {
  const reply = refuse(code, message);
  return reply.kind === 'refused' ? reply : { kind: 'refused', code };
};

export function wrong(fields: readonly FieldProblem[]): Refused {
  const [first] = fields;
  return { kind: 'refused', code: first?.error ?? 'field_form', ...(first ? { message: first.message } : {}), fields };
}
