/** What is wrong with a plan, all at once: what schemas cannot know. */
import type { ProblemCode } from '../../core/errors.ts';
import { isZone } from '../../core/locale.ts';
import type { PlannedWorkflow } from '../../core/playbook-view.ts';
import type { FieldProblem } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { PatchBody } from './contract.ts';
import type { PilotDeps } from './desk.ts';

export interface Planning {
  readonly workflow: PlannedWorkflow | undefined;
  readonly body: PatchBody;
  readonly ownerId: string;
  readonly hrLeadId: string | undefined;
}

export async function planProblems(
  deps: PilotDeps,
  turn: Turn,
  { workflow, body, ownerId, hrLeadId }: Planning,
): Promise<FieldProblem[]> {
  const { zone, scenarioIds = [], memberIds = [] } = body;
  const [leads, people] = await Promise.all([
    deps.holders(turn, ['hrLead']),
    deps.peopleNamed(turn, { ids: memberIds }),
  ]);
  const isLive = (id: string): boolean => workflow?.scenarios.some((each) => each.id === id) ?? false;
  return [
    ...(zone !== undefined && !isZone(zone) ? [said(turn, 'zone', 'bad_time_zone')] : []),
    ...(scenarioIds.every(isLive) ? [] : [said(turn, 'scenarioIds', 'field_choice')]),
    ...(memberIds.every((id) => people.some((each) => each.id === id))
      ? []
      : [said(turn, 'memberIds', 'field_choice')]),
    ...leadProblems(turn, { ownerId, hrLeadId, leads, isTyped: body.hrLeadId !== undefined }),
  ];
}

interface Leading {
  readonly ownerId: string;
  readonly hrLeadId: string | undefined;
  readonly leads: readonly string[];
  readonly isTyped: boolean;
}

function leadProblems(turn: Turn, { ownerId, hrLeadId, leads, isTyped }: Leading): FieldProblem[] {
  const { words } = turn;
  if (!hrLeadId) return [said(turn, 'hrLeadId', 'field_required')];
  if (hrLeadId === ownerId) return [said(turn, 'hrLeadId', 'field_choice', words('workflow.twoPeople'))];
  return isTyped && !leads.includes(hrLeadId)
    ? [said(turn, 'hrLeadId', 'field_choice', words('workflow.noHrLead'))]
    : [];
}

type Path = 'zone' | 'scenarioIds' | 'memberIds' | 'hrLeadId';

const said = ({ words }: Turn, path: Path, error: ProblemCode, message?: string): FieldProblem => ({
  ...{ path, error },
  message: message ?? words(`error.${error}`, { field: words(`field.${path}`) }),
});
