/** One person before one workflow: what is stored, and what they are to it. */
import { holds } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Workflow } from './model.ts';
import { isDue, isLive } from './scenario-rules.ts';
import type { Scene } from './view.ts';
import { isInScope } from './visibility.ts';
import { type LoadedWorkflow, loadWorkflow } from './workflow-documents.ts';
import type { WorkflowActor } from './workflow-rules.ts';

export interface AtWorkflow {
  readonly desk: LifeDesk;
  readonly turn: Turn;
  readonly scene: Scene;
  readonly loaded: LoadedWorkflow;
  readonly actor: WorkflowActor;
}

export async function atWorkflow(desk: LifeDesk, turn: Turn, id: string): Promise<AtWorkflow | undefined> {
  const [loaded, scene] = await Promise.all([loadWorkflow(turn.store, id), desk.shelf.scene(turn)]);
  return loaded && { desk, turn, scene, loaded, actor: actorOf(turn, loaded) };
}

export function actorOf({ who }: Pick<Turn, 'who'>, { id, workflow }: LoadedWorkflow): WorkflowActor {
  return {
    personId: who.personId,
    isReader: isInScope({ ...workflow, id }, who),
    isOwner: isOwnerOf(workflow, who),
    isHrLead: workflow.hrLeadId === who.personId || holds(who, ['hrLead'], workflow.departmentId),
  };
}

export const isOwnerOf = ({ ownerId, departmentId }: Workflow, who: Turn['who']): boolean =>
  ownerId === who.personId || holds(who, ['owner'], departmentId);

/** Something is live in it, all of that is in date, and nothing is on hold. */
export function isAllInDate({ book, now }: Scene, workflowId: string): boolean {
  const live = [...book.entries.values()].filter(({ workflow, head }) => workflow.id === workflowId && isLive(head));
  return live.length > 0 && live.every(({ head }) => !head.hold && !isDue(head, now));
}
