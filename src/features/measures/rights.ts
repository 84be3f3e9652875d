/** Who may read which figures: HR leads all, managers those of their department, owners those of their workflows. Pure. */
import { holds, holdsAnywhere, type Who } from '../../core/person.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { MeasuredWork } from '../../core/playbook-view.ts';
import type { ViewQuery } from './contract.ts';
import { ranges, type View } from './facts.ts';

export interface Readable {
  readonly mayAll: boolean;
  readonly departments: MeasuredWork['departments'];
  readonly workflows: MeasuredWork['workflows'];
  readonly pilots: readonly PilotView[];
}

export function readableOf(who: Who, work: MeasuredWork, pilots: readonly PilotView[]): Readable {
  const leads = (departmentId?: string) => holds(who, ['manager', 'hrLead', 'owner'], departmentId);
  const mayAll = leads();
  const departments = work.departments.filter(({ id }) => leads(id));
  const workflows = work.workflows.filter(({ departmentId, isOwned }) => isOwned || leads(departmentId));
  const known = new Set(workflows.map(({ id }) => id));
  return {
    ...{ mayAll, departments, workflows },
    pilots: pilots.filter(
      ({ workflowId, ownerId, hrLeadId }) => known.has(workflowId) || [ownerId, hrLeadId].includes(who.personId),
    ),
  };
}

export const readsAny = (who: Who, { workflows, departments, pilots }: Readable): boolean =>
  holdsAnywhere(who, ['manager', 'hrLead', 'owner']) || workflows.length + departments.length + pilots.length > 0;

/** Not readable and not there are one answer. */
export type Asked =
  | { kind: 'view'; query: ViewQuery; view: View }
  /** Of a pilot, and it is not said which of them. */
  | { kind: 'choose' }
  | { kind: 'forbidden' }
  | { kind: 'badRange' };

export function viewAsked(query: ViewQuery, readable: Readable): Asked {
  if (query.range === 'pilot') return pilotAsked(query, readable);
  if (query.pilotId !== undefined) return { kind: 'badRange' };
  const { departmentId, workflowId } = withFilter(query, readable);
  const workflow = readable.workflows.find(({ id }) => id === workflowId);
  const isKnown =
    (workflowId === undefined || workflow !== undefined) &&
    (departmentId === undefined || isDepartment(departmentId, readable, workflow)) &&
    (workflowId !== undefined || departmentId !== undefined || readable.mayAll);
  const weeks = ranges.find((range) => String(range) === query.range);
  if (!isKnown || weeks === undefined) return { kind: 'forbidden' };
  return {
    kind: 'view',
    query: { ...query, departmentId, workflowId },
    view: { kind: 'weeks', weeks, departmentId, workflowId },
  };
}

/** Before that it has no figures. */
export const hasBegun = ({ startDate }: PilotView): boolean => startDate !== undefined;

function pilotAsked(query: ViewQuery, { pilots }: Readable): Asked {
  // A part of a pilot is nobody's to see.
  if (query.departmentId !== undefined || query.workflowId !== undefined) return { kind: 'badRange' };
  const begun = pilots.filter(hasBegun);
  const [only] = begun;
  if (query.pilotId === undefined && (begun.length !== 1 || !only)) return { kind: 'choose' };
  const pilot = query.pilotId === undefined ? only : pilots.find(({ id }) => id === query.pilotId);
  return pilot
    ? { kind: 'view', query: { ...query, pilotId: pilot.id }, view: { kind: 'pilot', pilotId: pilot.id } }
    : { kind: 'forbidden' };
}

/** Of a workflow its own department only, whether the reader leads that or not. */
const isDepartment = (
  departmentId: string,
  { departments }: Readable,
  workflow: Readable['workflows'][number] | undefined,
): boolean => (workflow ? workflow.departmentId === departmentId : departments.some(({ id }) => id === departmentId));

/** Who reads no whole begins with a part of theirs. */
function withFilter(query: ViewQuery, { mayAll, departments, workflows }: Readable): ViewQuery {
  if (mayAll || query.departmentId !== undefined || query.workflowId !== undefined) return query;
  const [department] = departments;
  if (department) return { ...query, departmentId: department.id };
  return { ...query, workflowId: workflows[0]?.id };
}
