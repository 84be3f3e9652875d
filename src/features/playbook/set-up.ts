/** The first workflow of an organisation (product L1): what may be chosen, and its drafts published by who may do both and did not write them. */
import type { SetUpDone, StartAsk, StartableWorkflow } from '../../core/set-up-view.ts';
import { readStamp, writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import type { Identified } from './book.ts';
import { headsThat, versionsOf } from './edit-documents.ts';
import { saveOperations } from './edit-save.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Workflow } from './model.ts';
import { type Before, before } from './scenario-before.ts';
import { checked } from './scenario-check.ts';
import { eventOperations } from './scenario-events.ts';
import { refusalOf } from './scenario-rules.ts';
import { isInScope } from './visibility.ts';
import { loadWorkflow } from './workflow-documents.ts';
import { editWorkflow } from './workflow-edit.ts';

export async function startable(desk: LifeDesk, turn: Turn): Promise<StartableWorkflow[]> {
  const { book } = await desk.shelf.scene(turn);
  const open = [...book.workflows.values()].filter(
    (workflow) => workflow.stage === 'candidate' && isInScope(workflow, turn.who),
  );
  const texts = await textsIn(turn, new Set(open.map(({ id }) => id)));
  return open
    .map((workflow) => {
      const department = book.departments.get(workflow.departmentId)?.name ?? '';
      return startableOf(workflow, department, texts.get(workflow.id) ?? []);
    })
    .filter(({ scenarios }) => scenarios.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

interface Text {
  readonly id: string;
  readonly title: string;
  readonly isLive: boolean;
  readonly stepOrder: number;
  readonly toolIds: readonly string[];
  readonly dataClassId: string;
}

/** Of each workflow its texts, live ones and drafts, in the order of the steps. */
async function textsIn({ store }: Turn, workflowIds: ReadonlySet<string>): Promise<Map<string, Text[]>> {
  const heads = await headsThat(store, ({ workflowId, state }) => workflowIds.has(workflowId) && state !== 'retired');
  const found = new Map<string, Text[]>();
  for (const { id, head } of heads.toSorted((a, b) => a.head.stepOrder - b.head.stepOrder)) {
    const [newest] = await versionsOf(store, id);
    const { title = '', toolIds = [], dataClassId = '' } = newest?.text ?? {};
    const text = { id, title, isLive: head.liveVersion !== undefined, stepOrder: head.stepOrder, toolIds, dataClassId };
    found.set(head.workflowId, [...(found.get(head.workflowId) ?? []), text]);
  }
  return found;
}

function startableOf(workflow: Identified<Workflow>, department: string, texts: readonly Text[]): StartableWorkflow {
  const { id, name, departmentId, problem } = workflow;
  const { isExample: _, ...worksheet } = workflow.worksheet ?? { isExample: true };
  return {
    ...{ id, name, departmentId, department, problem },
    ...('judgedBy' in worksheet ? { worksheet } : {}),
    scenarios: texts.map((text) => ({ id: text.id, title: text.title, isLive: text.isLive })),
    toolIds: [...new Set(texts.flatMap(({ toolIds }) => toolIds))],
    dataClassIds: [...new Set(texts.flatMap(({ dataClassId }) => (dataClassId ? [dataClassId] : [])))],
  };
}

export async function startWorkflow(desk: LifeDesk, turn: Turn, ask: StartAsk): Promise<SetUpDone> {
  const { workflowId, ownerId, hrLeadId, worksheet } = ask;
  const found = await loadWorkflow(turn.store, workflowId);
  if (!found) return refusedWith(turn.words('error.not_found'));
  const body = { worksheet, ownerId, hrLeadId };
  const saved = await editWorkflow(desk, turn, { id: workflowId, version: found.version, body });
  if (saved.kind === 'refused') return refusedWith(saved.message ?? turn.words(`error.${saved.code}`));
  const drafts = await headsThat(
    turn.store,
    (head) => head.workflowId === workflowId && head.liveVersion === undefined && head.state !== 'retired',
  );
  for (const { id } of drafts) {
    // Each one is judged by what stands when it is its turn.
    const now = { ...turn, stamp: await readStamp(turn.store) };
    const done = await published(desk, now, id, { ownerId, reviewerId: hrLeadId });
    if (done.kind === 'refused') return done;
  }
  return { kind: 'done' };
}

const refusedWith = (problem: string): SetUpDone => ({ kind: 'refused', problem });

/** Names who answers for it and who looks at it, then submits and approves it in one. */
async function published(
  desk: LifeDesk,
  turn: Turn,
  id: string,
  seats: { readonly ownerId: string; readonly reviewerId: string },
): Promise<SetUpDone> {
  const unnamed = await before(desk, turn, id);
  const naming = unnamed && saveOperations(unnamed, seats);
  if (!naming || !mayPublish(unnamed)) return refusedWith(turn.words('error.forbidden'));
  if ((await turn.store.write(naming)).kind !== 'ok') return refusedWith(turn.words('error.stale'));
  const at = await before(desk, turn, id);
  if (!at) return refusedWith(turn.words('error.not_found'));
  const event = { name: 'publish' } as const;
  const found = checked(at, event);
  if (found.kind === 'unfit') return refusedWith(sentenceOf(at, found.refusal));
  const operations = await eventOperations({ at, event, contract: found.contract });
  const result = await writeStamped(turn.store, ['content'], operations);
  return result.kind === 'ok' ? { kind: 'done' } : refusedWith(turn.words('error.stale'));
}

const mayPublish = ({ loaded, actor, turn }: Before): boolean =>
  actor.isOwner && refusalOf(loaded.head, 'publish', actor, turn.now) === undefined;

/** What is missing, with the title of what it is missing from. */
function sentenceOf(
  { loaded, turn }: Before,
  { fields = [], message = '' }: { fields?: readonly { message: string }[]; message?: string },
): string {
  const said = fields.map((field) => field.message).join(' ');
  return `${loaded.draft?.text.title ?? turn.words('edit.untitled')}: ${said || message}`;
}
