/** A prompt filled in on the page: checked as in the dialog, given back, and forgotten. */
import type { FieldProblem, Reply } from '../../core/route.ts';
import { refuse } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import type { FillBody, FillReply } from './contract.ts';
import { myScenario } from './documents.ts';
import { fill, type FieldProblem as Unfit } from './fill.ts';
import { launchUrlOf } from './finish.ts';
import { alternativeOf, toolOf } from './reading-view.ts';
import type { Shelf } from './shelf.ts';
import { visible } from './sight.ts';
import { takeAlong } from './take-along.ts';
import { classFor, confirmsOf, remember } from './use.ts';
import type { Scene } from './view.ts';
import { type Clear, findingLines, judge, keep, warnWords } from './warning.ts';

/** The prompt with what was typed in it, or what stands in the way. */
export async function fillPrompt(
  shelf: Shelf,
  turn: Turn,
  scenarioId: string,
  body: FillBody,
): Promise<Reply<FillReply>> {
  const scene = await shelf.scene(turn);
  const entry = visible(scene, scenarioId);
  const prompt = entry?.contract.prompts.find(({ id }) => id === body.promptId);
  if (!entry || !prompt) return refuse('not_found');
  const { hold } = entry.head;
  if (hold) return refuse('forbidden', turn.words('scenario.held', { reason: hold.reason }));
  const values = Object.fromEntries(
    prompt.variables.flatMap(({ name }) => {
      const value = cleanText(Object.hasOwn(body.values, name) ? (body.values[name] ?? '') : '');
      return value === '' ? [] : [[name, value] as const];
    }),
  );
  const filled = fill(prompt, values);
  const mine = await myScenario(turn.store, shelf.deps.hash, turn.who.personId, entry.id);
  const isConfirmed = mine?.confirmedVersion === entry.contract.version;
  const mustConfirm = !isConfirmed && confirmsOf(entry, scene).length > 0;
  const problems = [
    ...(filled.kind === 'incomplete' ? filled.problems.map((problem) => fieldOf(problem, turn)) : []),
    ...(mustConfirm && !body.confirmed ? [confirmMissing(turn)] : []),
  ];
  if (filled.kind === 'incomplete' || problems.length > 0) return refusedFields(problems, turn);
  const judged = judge({
    entry,
    scene,
    turn,
    prompt,
    values,
    dataClassId: classFor(entry, scene, prompt, values),
    filled: filled.text,
    input: { ...(body.toolId ? { toolId: body.toolId } : {}), ...(body.go ? { go: body.go } : {}) },
    keep: keep({ values }),
  });
  if (judged.kind === 'found') return { kind: 'ok', body: warningOf(judged, scene) };
  await remember({ shelf, turn, entry }, mine, isConfirmed || mustConfirm);
  const { useId } = await takeAlong(shelf, turn, {
    ...{ entry, scene, prompt, typed: values, clear: judged },
    ...(body.isTimed === undefined ? {} : { isTimed: body.isTimed }),
  });
  return { kind: 'ok', body: { ...takenAlong(judged, scene), ...(useId ? { useId } : {}) } };
}

const fieldOf = ({ name, code, values }: Unfit, { words }: Turn): FieldProblem => ({
  path: `values.${name}`,
  error: code,
  message: words(`error.${code}`, values),
});

const confirmMissing = ({ words }: Turn): FieldProblem => ({
  path: 'confirmed',
  error: 'field_required',
  message: words('use.confirmMissing'),
});

const refusedFields = (fields: readonly FieldProblem[], { words }: Turn): Reply<never> => ({
  kind: 'refused',
  code: 'field_form',
  message: words('use.fieldsMissing', { count: fields.length }),
  fields,
});

function warningOf(found: Extract<ReturnType<typeof judge>, { kind: 'found' }>, scene: Scene): FillReply {
  return {
    kind: 'warning',
    ...warnWords(found),
    findings: findingLines(found),
    tool: toolOf(found.verdict, scene),
    alternative: alternativeOf(found.verdict, scene),
    stop: found.stop ?? '',
    mayMask: found.findings.length > 0,
  };
}

function takenAlong({ text, values, verdict }: Clear, scene: Scene): Extract<FillReply, { kind: 'filled' }> {
  const launchUrl = launchUrlOf({ scene, verdict, text });
  return { kind: 'filled', text, values: { ...values }, ...(launchUrl ? { launchUrl } : {}) };
}

/** The rules that this reader has to tick before the first use of the live version. */
export async function openConfirms(shelf: Shelf, turn: Turn, entry: Entry, scene: Scene): Promise<readonly string[]> {
  const mine = await myScenario(turn.store, shelf.deps.hash, turn.who.personId, entry.id);
  return mine?.confirmedVersion === entry.contract.version ? [] : confirmsOf(entry, scene);
}
