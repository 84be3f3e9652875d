/** An event of a workflow as documents: itself, the audit entry, its scenarios, who is told, for one batch. */
import type { WriteOperation } from '../../core/documents.ts';
import type { PilotChange } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import { headsThat } from './edit-documents.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Workflow } from './model.ts';
import { type Before, before } from './scenario-before.ts';
import type { ScenarioEvent } from './scenario-changes.ts';
import { eventOperations } from './scenario-events.ts';
import { isLive } from './scenario-rules.ts';
import type { Scene } from './view.ts';
import type { AtWorkflow } from './workflow-before.ts';
import {
  changesBetween,
  type LoadedWorkflow,
  loadWorkflow,
  replacedWorkflow,
  workflowAudit,
} from './workflow-documents.ts';
import { changedByPilot, type WorkflowEvent } from './workflow-rules.ts';
import { toldOf } from './workflow-told.ts';

export interface WorkflowHappening {
  readonly at: AtWorkflow;
  readonly event: WorkflowEvent;
  readonly after: Workflow;
  readonly isSigned: boolean;
}

export async function workflowOperations({ at, event, after, isSigned }: WorkflowHappening): Promise<WriteOperation[]> {
  const { desk, turn, scene, loaded } = at;
  const name = isSigned ? 'sign' : event.name;
  const reason = 'reason' in event ? event.reason : undefined;
  return [
    replacedWorkflow(loaded, after),
    workflowAudit(turn, { id: loaded.id, event: name, changes: changesBetween(loaded.workflow, after), reason }),
    ...toldOf(turn, loaded.id, name),
    ...(await scenarioOperations({ desk, turn, scene, loaded }, after)),
  ];
}

/** What a pilot does to its workflow; undefined when that is not in the stage for it any more. */
export async function pilotOperations(
  desk: LifeDesk,
  turn: Turn,
  workflowId: string,
  change: PilotChange,
): Promise<WriteOperation[] | undefined> {
  const [loaded, scene] = await Promise.all([loadWorkflow(turn.store, workflowId), desk.shelf.scene(turn)]);
  const by = { personId: turn.who.personId, now: turn.now };
  const after = loaded && changedByPilot(loaded.workflow, change, by);
  if (!loaded || !after) return undefined;
  const isRetired = after.stage === 'retired';
  return [
    replacedWorkflow(loaded, after),
    // Who joins and leaves is in the log of the pilot.
    ...(change.name === 'pilotMembers'
      ? []
      : [
          workflowAudit(turn, {
            ...{ id: loaded.id, event: change.name, changes: changesBetween(loaded.workflow, after) },
            ...(change.name === 'gateStop' ? { reason: change.lessons } : {}),
          }),
        ]),
    ...(isRetired ? toldOf(turn, loaded.id, 'retire') : []),
    ...(isRetired ? await scenarioOperations({ desk, turn, scene, loaded }, after) : []),
  ];
}

interface Around {
  readonly desk: LifeDesk;
  readonly turn: Turn;
  readonly scene: Scene;
  readonly loaded: LoadedWorkflow;
}

/** Its scenarios retire with it, and those that did so come back as drafts with it. */
async function scenarioOperations(around: Around, after: Workflow): Promise<WriteOperation[]> {
  const { loaded, turn } = around;
  const stage = loaded.workflow.stage;
  if (after.stage === stage) return [];
  const { retired } = after.stage === 'retired' ? after : loaded.workflow;
  if (!retired || (after.stage !== 'retired' && stage !== 'retired')) return [];
  const isBack = stage === 'retired';
  const heads = await headsThat(turn.store, ({ workflowId, state, retired: own }) =>
    workflowId !== loaded.id ? false : isBack ? state === 'retired' && own?.at === retired.at : state !== 'retired',
  );
  const event: ScenarioEvent = isBack ? { name: 'restore' } : retireEvent(around, retired);
  const befores = await Promise.all(heads.map(({ id }) => before(around.desk, turn, id)));
  const all = befores.flatMap((at): Before[] => (at ? [at] : []));
  return (await Promise.all(all.map((at) => eventOperations({ at, event, isQuiet: true })))).flat();
}

/** Old cards and links point to the first scenario of what takes its place. */
function retireEvent({ scene }: Around, { reason, replacementId }: NonNullable<Workflow['retired']>): ScenarioEvent {
  const [first] = [...scene.book.entries.values()]
    .filter(({ workflow, head }) => workflow.id === replacementId && isLive(head))
    .toSorted((a: Entry, b: Entry) => a.head.stepOrder - b.head.stepOrder);
  return { name: 'retire', reason, ...(first ? { replacementId: first.id } : {}) };
}
