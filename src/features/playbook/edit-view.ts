/** The editing form as its reader gets it: the text so far, what is missing, what may be picked, what may be done. */
import { removedId } from '../../core/erasure.ts';
import type { ScenarioEdit } from './edit-contract.ts';
import { differenceOf, isSmall } from './edit-difference.ts';
import { textOf } from './edit-draft.ts';
import { optionsOf, workflowOption } from './edit-options.ts';
import { type AtGate, automaticGuardrails, contentCheck, gate } from './publish-gate.ts';
import { actionsOf, may } from './scenario-actions.ts';
import type { Before } from './scenario-before.ts';

/** The text that the form shows: the draft, else what is live, else the last one there was. */
export const shownText = ({ loaded }: Before) => (loaded.draft ?? loaded.live ?? loaded.last)?.text;

export function atGate({ scene, turn, loaded, workflow, pointedTo }: Before, text = loaded.draft?.text): AtGate {
  const { book, rulebook } = scene;
  const draft = { ...(text ? textOf(text) : {}), version: text?.version ?? 1, changeNote: text?.changeNote };
  return {
    id: loaded.id,
    head: loaded.head,
    workflow,
    draft,
    book,
    pointedTo,
    rulebook,
    now: turn.now,
    words: turn.words,
  };
}

const namingOf = ({ scene, turn }: Before) => ({ book: scene.book, rulebook: scene.rulebook, words: turn.words });

/** What changes for readers when the draft goes live. */
export function draftDifference(at: Before) {
  const { draft, live } = at.loaded;
  return draft && live ? differenceOf(textOf(live.text), textOf(draft.text), namingOf(at)) : [];
}

/** The draft says the same in other words. */
export function isSmallFix(at: Before): boolean {
  const { live, draft } = at.loaded;
  const finished = live && draft ? contentCheck(atGate(at)).contract : undefined;
  if (!finished || !live) return false;
  const [before, after] = [textOf(live.text), textOf(finished)];
  const difference = differenceOf(before, after, namingOf(at));
  return difference.length > 0 && isSmall(before, after, difference);
}

export const missingOf = (at: Before): ScenarioEdit['missing'] => {
  const found = at.loaded.draft ? gate(atGate(at)) : undefined;
  return found?.kind === 'shut' ? found.problems.map(({ path, error, message }) => ({ path, error, message })) : [];
};

export function guardrailLines(at: Before): ScenarioEdit['guardrails'] {
  const gateway = atGate(at, shownText(at));
  const automatic = new Set(automaticGuardrails(gateway).map(({ id }) => id));
  const picked = new Set(gateway.draft.guardrailIds);
  return at.scene.rulebook
    .guardrails()
    .filter(({ id }) => automatic.has(id) || picked.has(id))
    .map(({ id, name, rule }) => ({ id, name, rule, isAutomatic: automatic.has(id) }));
}

export async function editView(at: Before): Promise<ScenarioEdit> {
  const { loaded, workflow, actor } = at;
  const { head, draft } = loaded;
  const text = shownText(at);
  return {
    id: loaded.id,
    title: text?.title ?? '',
    state: { id: head.state, word: stateWord(at) },
    ...(draft
      ? { draft: { version: draft.text.version, state: head.draftState ?? 'draft', savedAt: draft.text.updatedAt } }
      : {}),
    ...(head.liveVersion === undefined ? {} : { liveVersion: head.liveVersion }),
    mayEdit: may(at, 'saveDraft'),
    mayName: actor.isOwner,
    workflow: workflowOption(workflow, at.scene.book),
    stepOrder: head.stepOrder,
    contract: text ? textOf(text) : {},
    changeNote: draft?.text.changeNote ?? '',
    ...(await named(at, 'owner', head.ownerId)),
    ...(await named(at, 'reviewer', head.reviewerId)),
    missing: missingOf(at),
    ...(await sentBack(at)),
    guardrails: guardrailLines(at),
    options: await optionsOf(at),
    difference: draftDifference(at),
    actions: actionsOf(at, isSmallFix(at)),
  };
}

/** Where it stands, with its next version where one is on the way. */
export function stateWord({ loaded, turn }: Pick<Before, 'loaded' | 'turn'>): string {
  const { words } = turn;
  const { head } = loaded;
  if (head.hold && head.state !== 'retired') return words('edit.state.held');
  const word = words(`edit.state.${head.state}`);
  if (head.liveVersion === undefined || head.draftVersion === undefined) return word;
  return words(head.draftState === 'inReview' ? 'edit.state.nextInReview' : 'edit.state.nextDraft', { word });
}

async function named({ desk, turn }: Before, seat: 'owner' | 'reviewer', id: string | undefined) {
  if (!id || id === removedId) return {};
  return { [seat]: { id, name: await desk.life.nameOf(turn, id) } };
}

async function sentBack({ loaded, desk, turn }: Before): Promise<Pick<ScenarioEdit, 'sentBack'>> {
  const back = loaded.head.sentBack;
  if (!back) return {};
  const { reason, fields, by, at } = back;
  return { sentBack: { reason, fields, at, by: await desk.life.nameOf(turn, by) } };
}
