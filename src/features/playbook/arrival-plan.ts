/** What a file would do here: each of its scenarios held against what is stored under the same name. */
import type { ArrivalCall, Planned } from '../../core/arrival.ts';
import { fieldProblems } from '../../core/field-problems.ts';
import { derivedId } from '../../core/ids.ts';
import type { Turn } from '../../core/turn.ts';
import { withKnown } from './arrival-merge.ts';
import type { Identified } from './book.ts';
import { newestTexts, withoutIds } from './copy.ts';
import { type DraftContract, draftContract } from './edit-contract.ts';
import { headsThat } from './edit-documents.ts';
import type { Scenario, Workflow } from './model.ts';
import { contentCheck } from './publish-gate.ts';
import type { Scene } from './view.ts';

interface Known {
  readonly id: string;
  readonly head: Scenario;
  readonly text: DraftContract;
}

export async function planned(turn: Turn, scene: Scene, calls: readonly ArrivalCall[]): Promise<Planned[]> {
  const heads = await headsThat(turn.store, () => true);
  const texts = await newestTexts(turn, heads);
  const known = new Map(
    heads.map(({ id, head }): [string, Known] => [
      head.slug,
      { id, head, text: draftContract.parse(texts.get(id) ?? {}) },
    ]),
  );
  return calls.map((call) => plannedOne(scene, call, known.get(call.slug)));
}

/** The same for the same name: two files that bring it meet. */
const idFor = (slug: string): string => derivedId('imported', slug);

function plannedOne(scene: Scene, call: ArrivalCall, known: Known | undefined): Planned {
  const scenarioId = known?.id ?? idFor(call.slug);
  const raw = withKnown(call, scenarioId, known?.text ?? {});
  const read = draftContract.safeParse(raw);
  if (!read.success) {
    const problems = fieldProblems(read.error, raw, scene.words).map(({ path, message }) => ({ path, message }));
    return { kind: 'bad', problems };
  }
  const workflow = scene.book.workflows.get(call.workflowId);
  const stepOrder = call.stepOrder ?? known?.head.stepOrder ?? aiStepOf(workflow);
  const { slug, workflowId } = call;
  const arriving = { scenarioId, slug, workflowId, stepOrder, contract: read.data };
  const missing = missingOf(scene, scenarioId, read.data, workflow);
  if (!known) return { kind: 'new', arriving, missing };
  const isSame = bare(read.data) === bare(known.text) && known.head.stepOrder === stepOrder;
  if (isSame && known.head.workflowId === workflowId) return { kind: 'same', id: scenarioId };
  const isBusy = known.head.draftVersion !== undefined || known.head.state === 'retired';
  return isBusy ? { kind: 'busy', id: scenarioId } : { kind: 'changed', arriving, missing };
}

const aiStepOf = (workflow: Workflow | undefined): number =>
  workflow?.steps.find(({ isAiStep }) => isAiStep)?.order ?? 1;
const bare = (text: DraftContract): string => JSON.stringify(withoutIds(text));

/** What the content check would say, in the words of the form (product 5.1); a draft may be unfinished. */
function missingOf(
  scene: Scene,
  id: string,
  draft: DraftContract,
  workflow: Identified<Workflow> | undefined,
): string[] {
  if (!workflow) return [];
  const { book, rulebook, now, words } = scene;
  const at = { id, head: {}, workflow, draft: { ...draft, version: 1 }, book, pointedTo: new Set<string>() };
  return contentCheck({ ...at, rulebook, now, words }).problems.map(({ message }) => message);
}
