/** What figures need to know of workflows and live scenarios. Pure. */
import type { MeasuredWork } from '../../core/playbook-view.ts';
import type { Entry } from './book.ts';
import { workflowViews } from './overview.ts';
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

function measured({ id, head, workflow }: Entry): MeasuredWork['scenarios'][number] {
  const { origin, originId, reviewDue, lastReviewedAt } = head;
  const leads = [head.ownerId, workflow.ownerId, workflow.hrLeadId];
  const [author = head.createdBy] = head.credit.map(({ personId }) => personId);
  return {
    ...{ id, workflowId: workflow.id, origin, originId, reviewDue, lastReviewedAt },
    isByTeam: !leads.includes(author),
  };
}
