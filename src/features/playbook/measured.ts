/** What figures need to know of workflows and live scenarios. */
import { findAll, type TenantStore } from '../../core/documents.ts';
import type { MeasuredWork } from '../../core/playbook-view.ts';
import type { Entry } from './book.ts';
import { workflowViews } from './overview.ts';
import { type ScenarioVersion, scenarioVersion } from './scenario-version.ts';
import type { Scene } from './view.ts';

export function measuredWork(scene: Pick<Scene, 'book' | 'who'>): MeasuredWork {
  const { book } = scene;
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    departments: [...book.departments.values()].map(named).toSorted((a, b) => a.name.localeCompare(b.name)),
    workflows: workflowViews(scene).map(({ id, name, departmentId, isOwned }) => {
      const { runCountSource = 'worksheet', worksheet } = book.workflows.get(id) ?? {};
      const isOwn = worksheet && !worksheet.isExample;
      return { id, name, departmentId, isOwned, runCountSource, ...(isOwn ? { worksheet } : {}) };
    }),
    scenarios: [...book.entries.values()].filter(({ head }) => head.state !== 'retired').map(measured),
    roleDepartments: new Map(
      [...book.roles.values()].flatMap(({ id, departmentId }) => (departmentId ? [[id, departmentId] as const] : [])),
    ),
  };
}

function measured({ id, head, contract, workflow }: Entry): MeasuredWork['scenarios'][number] {
  const { origin, originId, reviewDue, lastReviewedAt } = head;
  const leads = [head.ownerId, workflow.ownerId, workflow.hrLeadId];
  const [author = head.createdBy] = head.credit.map(({ personId }) => personId);
  return {
    ...{ id, version: contract.version, workflowId: workflow.id, origin, originId, reviewDue, lastReviewedAt },
    isByTeam: !leads.includes(author),
  };
}

/** The first version with the prompts, tools, kind of data and criteria of the live one; 1 for what is not there. */
export async function sameSince(store: TenantStore, entry: Entry | undefined): Promise<number> {
  if (!entry) return 1;
  const basis = basisOf(entry.contract);
  let since = entry.contract.version;
  const where = [['scenarioId', '=', entry.id]] as const;
  const orderBy = { field: 'version', direction: 'desc' } as const;
  for await (const { body } of findAll(store, { kind: 'scenarioVersion', where, orderBy })) {
    // A draft above it may be unfinished.
    const older = scenarioVersion.safeParse(body).data;
    if (!older || older.version >= since) continue;
    if (basisOf(older) !== basis) break;
    since = older.version;
  }
  return since;
}

const basisOf = ({ prompts, toolIds, dataClassId, criteria, bar }: ScenarioVersion): string =>
  JSON.stringify([prompts, toolIds, dataClassId, criteria, bar]);
