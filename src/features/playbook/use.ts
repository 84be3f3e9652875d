/** Use a scenario: pick, fill in, check what was typed, take the prompt along. The text is never stored or logged. */

import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import { fillCard } from './cards/fill.card.ts';
import { pickCard } from './cards/pick.card.ts';
import { lastUsed, myScenario, saveMyScenario } from './documents.ts';
import { exampleValues, type FieldProblem, fill, isExample, typedValues, type Values, withDefaults } from './fill.ts';
import { fillView } from './fill-view.ts';
import { found, openScenario } from './find.ts';
import { finish } from './finish.ts';
import type { PersonScenario } from './model.ts';
import { pickView } from './pick-view.ts';
import { startHere } from './ranking.ts';
import type { Prompt } from './scenario-version.ts';
import { readerOf, type Shelf } from './shelf.ts';
import { isRetired, visible } from './sight.ts';
import { takeAlong } from './take-along.ts';
import { draftAbove, type Scene, verdictFor } from './view.ts';
import { keep, kept, warning } from './warning.ts';

/** What a form sends: the typed values under `v_<name>`, the tool, the tick, and how to go on from a warning. */
export interface FillInput {
  readonly scenarioId: string;
  readonly toolId?: string | undefined;
  readonly confirmed?: string | undefined;
  readonly go?: 'mask' | 'on' | 'back' | undefined;
  readonly kept?: string | undefined;
  readonly timed?: string | undefined;
}

const recentShown = 3;

/** The dialog of the message box: start-here and my last three, one press each. */
export async function pickScenario(shelf: Shelf, turn: Turn): Promise<Answer> {
  const scene = await shelf.scene(turn);
  const start = startHere(readerOf(turn, scene), scene.book);
  const mine = (await lastUsed(turn.store, turn.who.personId, recentShown)).flatMap(
    (m) => visible(scene, m.scenarioId) ?? [],
  );
  const entries = [...new Set([...(start ? [start] : []), ...mine])];
  const all = [...scene.book.entries.values()].filter((e) => visible(scene, e.id));
  if (all.length === 0) return { kind: 'message', text: turn.words('find.emptyPlaybook') };
  const data = pickView(scene, { entries, all, open: await openRun(shelf, turn, scene) });
  return { kind: 'form', title: data.summary, card: pickCard.render(data, turn.words, placeOf(turn)), size: 'medium' };
}

/** Where the bot cannot ask how it went, or has asked enough for a day, this form does. */
async function openRun({ deps }: Shelf, turn: Turn, scene: Scene) {
  const [last] = await deps.runs().open(turn);
  const entry = last && visible(scene, last.scenarioId);
  return entry && { useId: last.useId, title: entry.contract.title };
}

/** `use <words>`: the form of the best match. Personal matters, so outside the 1:1 chat it goes there. */
export async function useByBot(shelf: Shelf, turn: Turn, words: string): Promise<Answer> {
  const scene = await shelf.scene(turn);
  const reader = readerOf(turn, scene);
  const entry =
    words === ''
      ? startHere(reader, scene.book)
      : (await found({ shelf, turn, scene, reader }, words, { skip: 0, take: 1 })).entries[0];
  if (!entry)
    return {
      kind: 'message',
      text: turn.words('find.nothing', { words, start: startHere(reader, scene.book)?.contract.title ?? '' }),
    };
  const form = await openForm({ shelf, turn, scene, entry }, {});
  if (form.kind !== 'form' || turn.where.conversation === 'personal') return form;
  return { kind: 'personal', card: form.card, note: turn.words('use.movedTo1on1') };
}

export async function useScenario(shelf: Shelf, turn: Turn, scenarioId: string): Promise<Answer> {
  const scene = await shelf.scene(turn);
  const entry = visible(scene, scenarioId);
  if (entry) return openForm({ shelf, turn, scene, entry }, {});
  return isRetired(scene.book.entries.get(scenarioId))
    ? openScenario(shelf, turn, scenarioId)
    : refused(turn, 'not_found');
}

/** Fills every field from the practice pack; nothing of it is real, so the verdict is the one for public data. */
export async function tryWithExample(shelf: Shelf, turn: Turn, scenarioId: string): Promise<Answer> {
  const scene = await shelf.scene(turn);
  const entry = visible(scene, scenarioId);
  if (!entry) return refused(turn, 'not_found');
  return openForm({ shelf, turn, scene, entry }, { values: exampleValues(draftOf(entry), packOf(entry, scene)) });
}

/** One scenario being used in one turn. */
interface Sitting {
  readonly shelf: Shelf;
  readonly turn: Turn;
  readonly scene: Scene;
  readonly entry: Entry;
}

interface FormState {
  readonly values?: Values;
  readonly toolId?: string;
  readonly problems?: readonly FieldProblem[];
  readonly confirmed?: boolean;
  readonly problemLine?: string;
  readonly isTimed?: boolean;
}

async function openForm({ shelf, turn, scene, entry }: Sitting, state: FormState): Promise<Answer> {
  if (entry.head.hold)
    return { kind: 'message', text: turn.words('scenario.held', { reason: entry.head.hold.reason }) };
  const prompt = draftOf(entry);
  const values = state.values ?? withDefaults(prompt, {}, draftAbove(entry));
  const mine = await myScenario(turn.store, shelf.deps.hash, turn.who.personId, entry.id);
  const confirms = mine?.confirmedVersion === entry.contract.version ? [] : confirmsOf(entry, scene);
  const verdict = verdictFor(entry, scene, state.toolId, classFor(entry, scene, prompt, values));
  const isTimed = state.isTimed ?? (await shelf.deps.runs().isTimed(turn, entry.workflow.id));
  const data = fillView({ entry, scene, prompt, values, verdict, confirms, turn, ...state, isTimed });
  const card = fillCard.render(data, turn.words, placeOf(turn));
  return { kind: 'form', title: entry.contract.title, card, size: 'large' };
}

export const draftOf = ({ contract }: Entry): Prompt => {
  const draft = contract.prompts.find((p) => p.purpose === 'draft');
  if (!draft) throw new Error('playbook: a published scenario has a draft prompt');
  return draft;
};

export const packOf = (entry: Entry, { book }: Scene) => book.packs.get(entry.contract.packId ?? '');

/** All rules to confirm share one tick, asked once per version. Those that act on findings only are not asked for. */
export const confirmsOf = (entry: Entry, { rulebook }: Scene): string[] =>
  rulebook.guardrailsOf(entry.facts).flatMap((g) => (g.level === 'confirm' && g.findings.length === 0 ? [g.rule] : []));

/** Invented data is public; anything else may be as sensitive as the scenario allows. */
export function classFor(entry: Entry, { book, rulebook }: Scene, prompt: Prompt, values: Values): string {
  const open = rulebook.classes()[0]?.id;
  return open && isExample(prompt, values, book.packs.get(entry.contract.packId ?? ''))
    ? open
    : entry.contract.dataClassId;
}

/** A sent form: every problem at once, then the check of what was typed, then the prompt. */
export async function submitForm(
  shelf: Shelf,
  turn: Turn,
  input: FillInput,
  raw: Record<string, unknown>,
): Promise<Answer> {
  const scene = await shelf.scene(turn);
  const entry = visible(scene, input.scenarioId);
  if (!entry) return refused(turn, 'not_found');
  const sitting = { shelf, turn, scene, entry };
  const prompt = draftOf(entry);
  const state = stateOf(entry, input, raw);
  if (input.go === 'back') return openForm(sitting, state);

  const mine = await myScenario(turn.store, shelf.deps.hash, turn.who.personId, entry.id);
  const isConfirmed = mine?.confirmedVersion === entry.contract.version;
  const mustConfirm = !isConfirmed && confirmsOf(entry, scene).length > 0;
  const filled = fill(prompt, state.values);
  if (filled.kind === 'incomplete') return openForm(sitting, withProblems(turn, state, filled.problems));
  if (mustConfirm && !state.confirmed)
    return openForm(sitting, { ...state, problems: [], problemLine: turn.words('use.confirmMissing') });

  const { values } = state;
  const dataClassId = classFor(entry, scene, prompt, values);
  const asked = { ...state, ...(input.go ? { go: input.go } : {}) };
  const check = {
    entry,
    scene,
    turn,
    prompt,
    values,
    dataClassId,
    filled: filled.text,
    input: asked,
    keep: keep(state),
  };
  const warned = warning(check);
  if (warned.kind === 'warn') return warned.answer;
  await remember(sitting, mine, isConfirmed || mustConfirm);
  const { text, verdict } = warned;
  const { useId } = await takeAlong(shelf, turn, {
    entry,
    scene,
    prompt,
    typed: values,
    clear: warned,
    ...timing(state),
  });
  return finish({ entry, scene, turn, text, values: warned.values, verdict, ...(useId ? { useId } : {}) });
}

const timing = ({ isTimed }: { readonly isTimed?: boolean | undefined }) => (isTimed === undefined ? {} : { isTimed });

/** What was typed: from the form, or from what a warning carried along. */
function stateOf(entry: Entry, input: FillInput, raw: Record<string, unknown>) {
  const prompt = draftOf(entry);
  const sent = input.kept
    ? { ...input, ...kept(input.kept) }
    : { ...input, values: typedValues(prompt, raw), confirmed: input.confirmed === 'true', ...timedOf(input) };
  const values = withDefaults(prompt, sent.values, draftAbove(entry));
  return { values, confirmed: sent.confirmed, ...(sent.toolId ? { toolId: sent.toolId } : {}), ...timing(sent) };
}

const timedOf = ({ timed }: FillInput): { isTimed?: boolean } =>
  timed === undefined ? {} : { isTimed: timed === 'true' };

const withProblems = (turn: Turn, state: FormState, problems: readonly FieldProblem[]): FormState => ({
  ...state,
  problems,
  problemLine: turn.words('use.fieldsMissing', { count: problems.length }),
});

/** That I used it, when, and which version's rules I confirmed; nothing of what was typed. */
export async function remember(
  { shelf, turn, entry }: Pick<Sitting, 'shelf' | 'turn' | 'entry'>,
  mine: PersonScenario | undefined,
  confirmed: boolean,
): Promise<void> {
  const { version } = entry.contract;
  await saveMyScenario(turn.store, shelf.deps.hash, {
    personId: turn.who.personId,
    scenarioId: entry.id,
    lastVersion: version,
    lastUsedAt: turn.now.toISOString(),
    toldVersion: Math.max(mine?.toldVersion ?? 0, version),
    ...(confirmed ? { confirmedVersion: version } : {}),
  });
}
