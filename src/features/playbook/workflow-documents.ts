/** One workflow straight from the store, and what the audit log says of it. */
import { type AuditFacts, audited } from '../../core/audit.ts';
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { isHere } from './arrived.ts';
import { type Workflow, workflow } from './model.ts';

export const kind = 'workflow';

export interface LoadedWorkflow {
  readonly id: string;
  readonly version: string;
  readonly workflow: Workflow;
}

/** As our ids are made; what a request names may be anything. */
const idForm = /^[\w-]{1,100}$/;

export async function loadWorkflow(store: TenantStore, id: string): Promise<LoadedWorkflow | undefined> {
  const found = idForm.test(id) ? await store.get(kind, id) : undefined;
  const body = found && workflow.parse(found.body);
  return found && body && !body.deletedAt && (await isHere(store, body))
    ? { id: found.id, version: found.version, workflow: body }
    : undefined;
}

export const replacedWorkflow = ({ id, version }: LoadedWorkflow, after: Workflow): WriteOperation => ({
  ...{ op: 'replace', kind, id, version },
  body: workflow.parse(after),
});

export interface WorkflowEntry {
  readonly id: string;
  readonly event: string;
  readonly changes: AuditFacts['changes'];
  readonly reason?: string | undefined;
}

export const workflowAudit = (
  { now, who, requestId }: Pick<Turn, 'now' | 'who' | 'requestId'>,
  { id, event, changes, reason }: WorkflowEntry,
): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, action: `${kind}.${event}`, changes, requestId },
    ...{ actorKind: who.personId === 'system' ? 'system' : 'person', entityType: kind, entityId: id },
    ...(reason ? { reason: reason.slice(0, 240).toWellFormed() } : {}),
  });

const watched = ['stage', 'name', 'problem', 'steps', 'worksheet', 'runCountSource', 'ownerId', 'hrLeadId'] as const;

/** What is different after it, as the audit log has it. */
export const changesBetween = (before: Workflow, after: Workflow): AuditFacts['changes'] =>
  Object.fromEntries(
    watched.flatMap((field) => {
      const [was, is] = [told(before[field]), told(after[field])];
      return was === is ? [] : [[field, { before: was, after: is }]];
    }),
  );

const told = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
