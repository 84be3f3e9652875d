/** A workflow begun, and what its owner changes of it: steps, worksheet, who answers for it (product 6.1, 7.10). */
import type { z } from 'zod';
import type { WriteOperation } from '../../core/documents.ts';
import type { ProblemCode } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { type GrantName, holds } from '../../core/person.ts';
import { type FieldProblem, type Reply, refuse } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { LifeDesk } from './life-desk.ts';
import { type Workflow, type WorkflowStep, workflow } from './model.ts';
import type { Scene } from './view.ts';
import { atWorkflow } from './workflow-before.ts';
import type { CreateBody, createBody, PatchBody } from './workflow-contract.ts';
import { changesBetween, kind, replacedWorkflow, workflowAudit } from './workflow-documents.ts';
import { toldOf } from './workflow-told.ts';
import { mayBeUndone } from './workflow-undo.ts';

export type SavedWorkflow = { kind: 'saved'; id: string } | Extract<Reply, { kind: 'refused' }>;

/** May begin one in that department, and owns it then. */
const makers: readonly GrantName[] = ['author', 'manager', 'hrLead', 'owner'];
export const mayMake = (who: Turn['who'], departmentId: string): boolean => holds(who, makers, departmentId);

export async function createWorkflow(
  desk: LifeDesk,
  turn: Turn,
  body: z.output<typeof createBody>,
): Promise<SavedWorkflow> {
  const { who, now, store } = turn;
  if (!who.grants.some(({ grant }) => makers.includes(grant))) return refused('forbidden');
  const scene = await desk.shelf.scene(turn);
  if (!scene.book.departments.has(body.departmentId)) return wrong([said(turn, 'departmentId', 'field_choice')]);
  if (!mayMake(who, body.departmentId)) return refused('forbidden');
  const fields = await problemsOf(desk, turn, scene, body);
  if (fields.length > 0) return wrong(fields);
  const id = newId();
  const at = now.toISOString();
  const made = workflow.parse({
    ...{ slug: `workflow-${id.slice(0, 8)}`, name: body.name, problem: body.problem, departmentId: body.departmentId },
    ...{ steps: stepsOf(body.steps), ownerId: who.personId, stage: 'candidate', pilotMemberIds: [] },
    ...{ runCountSource: 'worksheet', createdAt: at, createdBy: who.personId, updatedAt: at, updatedBy: who.personId },
    ...(body.worksheet ? { worksheet: { ...body.worksheet, isExample: false } } : {}),
  });
  const operations: WriteOperation[] = [
    { op: 'create', kind, id, body: made },
    workflowAudit(turn, { id, event: 'create', changes: { name: { before: '', after: made.name } } }),
    ...toldOf(turn, id, 'create'),
  ];
  const result = await writeStamped(store, ['content'], operations);
  return result.kind === 'ok' ? { kind: 'saved', id } : refused('stale');
}

export interface EditAsk {
  readonly id: string;
  readonly version: string;
  readonly body: PatchBody;
}

export async function editWorkflow(desk: LifeDesk, turn: Turn, { id, version, body }: EditAsk): Promise<SavedWorkflow> {
  const at = await atWorkflow(desk, turn, id);
  if (!at?.actor.isReader) return refused('not_found');
  if (!at.actor.isOwner) return refused('forbidden');
  if (version !== at.loaded.version) return refused('stale');
  const before = at.loaded.workflow;
  if (before.stage === 'retired') return refused('already_done', turn.words('workflow.not.outdated'));
  const fields = await problemsOf(desk, turn, at.scene, body, { id, workflow: before });
  if (fields.length > 0) return wrong(fields);
  const after = patched(turn, before, body);
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length === 0) return { kind: 'saved', id };
  const operations = [replacedWorkflow(at.loaded, after), workflowAudit(turn, { id, event: 'edit', changes })];
  const kept = await mayBeUndone(turn, { id, event: 'edit' }, operations);
  const result = await writeStamped(turn.store, ['content'], kept);
  return result.kind === 'ok' ? { kind: 'saved', id } : refused('stale');
}

function patched({ now, who }: Turn, before: Workflow, { steps, worksheet, ...rest }: PatchBody): Workflow {
  return workflow.parse({
    ...{ ...before, ...rest, updatedAt: now.toISOString(), updatedBy: who.personId },
    ...(steps ? { steps: stepsOf(steps) } : {}),
    ...(worksheet ? { worksheet: { ...worksheet, isExample: false } } : {}),
  });
}

const stepsOf = (steps: CreateBody['steps']): WorkflowStep[] => steps.map((step, at) => ({ ...step, order: at + 1 }));

type Typed = PatchBody & { readonly departmentId?: string };
interface Known {
  readonly id: string;
  readonly workflow: Workflow;
}

/** What schemas cannot know, all at once. */
async function problemsOf(
  desk: LifeDesk,
  turn: Turn,
  { book }: Scene,
  body: Typed,
  known?: Known,
): Promise<FieldProblem[]> {
  const { words } = turn;
  const { name = '', steps = [], ownerId, hrLeadId } = body;
  const others = [...book.workflows.values()].filter(({ id, stage }) => id !== known?.id && stage !== 'retired');
  const isTaken = name !== '' && others.some((other) => fold(other.name) === fold(name));
  const strange = steps.flatMap(({ roleId }, at) => (roleId && !book.roles.get(roleId)?.active ? [at] : []));
  const leads = hrLeadId ? await desk.life.holders(turn, ['hrLead']) : [];
  const owner = ownerId ?? known?.workflow.ownerId;
  const lead = hrLeadId ?? known?.workflow.hrLeadId;
  const isOnePerson = (ownerId !== undefined || hrLeadId !== undefined) && owner !== undefined && owner === lead;
  return [
    ...(isTaken ? [said(turn, 'name', 'already_done', words('workflow.nameTaken'))] : []),
    ...(body.steps && !steps.some(({ isAiStep }) => isAiStep)
      ? [said(turn, 'steps', 'field_form', words('workflow.needsAiStep'))]
      : []),
    ...strange.map((at) => said(turn, `steps.${at}.roleId`, 'field_choice')),
    ...(ownerId && (await desk.life.nameOf(turn, ownerId)) === '' ? [said(turn, 'ownerId', 'field_choice')] : []),
    ...(hrLeadId && !leads.includes(hrLeadId)
      ? [said(turn, 'hrLeadId', 'field_choice', words('workflow.noHrLead'))]
      : []),
    ...(isOnePerson ? [said(turn, ownerId ? 'ownerId' : 'hrLeadId', 'field_choice', words('workflow.twoPeople'))] : []),
  ];
}

const said = ({ words }: Turn, path: string, error: ProblemCode, message?: string): FieldProblem => ({
  ...{ path, error },
  message: message ?? words(`error.${error}`, { field: words(nameOfField(path)) }),
});

const nameOfField = (path: string): string => (path.startsWith('steps') ? 'field.steps' : `field.${path}`);

const refused = (code: ProblemCode, message?: string): Extract<Reply, { kind: 'refused' }> => {
  const reply = refuse(code, message);
  return reply.kind === 'refused' ? reply : { kind: 'refused', code };
};

function wrong(fields: readonly FieldProblem[]): Extract<Reply, { kind: 'refused' }> {
  const [first] = fields;
  return { kind: 'refused', code: first?.error ?? 'field_form', ...(first ? { message: first.message } : {}), fields };
}
