/** One person before one scenario: what is stored, and what they are to it. */
import { holds } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { Identified } from './book.ts';
import { type Loaded, loadScenario } from './edit-documents.ts';
import type { AnyVersion } from './edit-draft.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Scenario, Workflow } from './model.ts';
import type { Actor } from './scenario-rules.ts';
import type { Scene } from './view.ts';
import { isInScope, sightOf } from './visibility.ts';

export interface Before {
  readonly desk: LifeDesk;
  readonly turn: Turn;
  readonly scene: Scene;
  readonly loaded: Loaded;
  readonly workflow: Identified<Workflow>;
  readonly actor: Actor;
}

export async function before(desk: LifeDesk, turn: Turn, id: string): Promise<Before | undefined> {
  const [loaded, scene] = await Promise.all([loadScenario(turn.store, id), desk.shelf.scene(turn)]);
  return loaded && beforeLoaded(desk, turn, scene, loaded);
}

export function beforeLoaded(desk: LifeDesk, turn: Turn, scene: Scene, loaded: Loaded): Before | undefined {
  const workflow = scene.book.workflows.get(loaded.head.workflowId);
  return workflow && { desk, turn, scene, loaded, workflow, actor: actorOf(scene, loaded, workflow) };
}

function actorOf({ who, book }: Scene, { head, draft }: Loaded, workflow: Identified<Workflow>): Actor {
  const { personId } = who;
  const { departmentId } = workflow;
  const writers = draft ? writersOf(head, draft.text) : [];
  return {
    personId,
    isReader: isInScope(workflow, who) || head.ownerId === personId || head.createdBy === personId,
    seesLive: sightOf(workflow, who, book) === 'full',
    isAuthor: holds(who, ['author'], departmentId),
    isOwner: workflow.ownerId === personId || holds(who, ['owner'], departmentId),
    isHrLead: workflow.hrLeadId === personId || holds(who, ['hrLead'], departmentId),
    isGovernance: holds(who, ['governance'], departmentId),
    isReviewer: head.reviewerId === personId && holds(who, ['author', 'manager', 'hrLead', 'owner'], departmentId),
    isWriter: writers.includes(personId),
    isOwnersText: writers.some((id) => id === workflow.ownerId || id === head.ownerId),
  };
}

/**
 * Whose text it is: who began it and who changed it last. What was made of a discovery and left as it was is its
 * author's, not of whoever accepted it.
 */
export function writersOf({ origin, credit }: Scenario, text: AnyVersion): string[] {
  const isFound = text.version === 1 && (origin === 'discovery' || origin === 'variant');
  const finders = isFound ? credit.map(({ personId }) => personId) : [];
  const isUntouched = isFound && text.updatedAt === text.createdAt;
  return [...new Set([...finders, ...(isUntouched ? [] : [text.createdBy, text.updatedBy])])];
}
