/** Governance decides once for everyone who asked the same; about people an HR lead signs it as well. */
import { z } from 'zod';
import type { ProblemCode } from '../../core/errors.ts';
import { holds } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { decideCard } from './cards/decide.card.ts';
import { saveDecision } from './decided.ts';
import type { FlagDeps } from './form.ts';
import type { Refusal } from './lifecycle.ts';
import { type Flag, rulingNames } from './model.ts';
import { type Before, before, type Pressed, type Problem } from './press.ts';
import { propose, proposedNote } from './propose.ts';
import { answerTo } from './review.ts';
import { sameQuestion } from './same-question.ts';
import { contextLineOf } from './view.ts';

export const maxWhy = 240;
export const maxCondition = 160;

export const ruling = z.object({
  flagId: z.string().max(100),
  ruling: z.enum(rulingNames).optional().catch(undefined),
  why: z.string().max(5_000).default(''),
  condition: z.string().max(5_000).default(''),
  aboutPeople: z.string().max(10).catch('false'),
});
export type Ruling = z.infer<typeof ruling>;

export async function decideForm(deps: FlagDeps, turn: Turn, input: Ruling, problemLine = ''): Promise<Answer> {
  const at = await before(deps, turn, input.flagId);
  if (!at) return refused(turn, 'not_found');
  if (!holds(turn.who, ['governance'])) return refused(turn, 'forbidden');
  const { words } = turn;
  const { flag } = at.loaded;
  const group = await sameQuestion(turn, at.loaded);
  const title = words('flag.decideTitle');
  const filled = problemLine === '' ? startedFrom(input, flag) : input;
  const data = {
    summary: title,
    flagId: input.flagId,
    hasProblem: problemLine !== '',
    problemLine,
    question: flag.question,
    contextLine: contextLineOf(turn, await deps.rulebook(turn), undefined, flag),
    peopleLine: words('flag.decidePeople', { count: group.length }),
    ruling: filled.ruling ?? '',
    rulings: rulingNames.map((name) => ({ title: words(`flag.ruling.${name}`), choiceId: name })),
    why: cleanText(filled.why),
    condition: cleanText(filled.condition),
    aboutPeople: filled.aboutPeople === 'true' ? ('true' as const) : ('false' as const),
    needsSecond: !at.actor.isHrLead,
  };
  return { kind: 'form', title, card: decideCard.render(data, words, placeOf(turn)), size: 'medium' };
}

/** A form that is opened anew holds what was proposed last. */
function startedFrom(input: Ruling, { proposal, sentBack }: Flag): Ruling {
  const last = proposal ?? sentBack?.proposal;
  if (!last || input.ruling || input.why !== '') return input;
  return { ...input, ruling: last.ruling, why: last.why, condition: last.condition ?? '', aboutPeople: 'true' };
}

export const decideFlag = async (deps: FlagDeps, turn: Turn, input: Ruling): Promise<Answer> =>
  answerTo(deps, turn, await rule(deps, turn, input), {
    flagId: input.flagId,
    onProblem: (note) => decideForm(deps, turn, input, note),
  });

/** Decided for everyone who asked the same, or proposed. With a `version` only the state that was read is decided. */
export async function rule(
  deps: FlagDeps,
  turn: Turn,
  input: Ruling & { readonly version?: string },
  tries = 4,
): Promise<Pressed> {
  const at = await before(deps, turn, input.flagId);
  if (!at) return { kind: 'hidden' };
  const refusal = refusalOf(at);
  if (refusal) return { kind: 'refused', refusal, at };
  const problem = problemOf(turn, input);
  if (problem) return { kind: 'problem', problem, at };
  if (input.version !== undefined && input.version !== at.loaded.version) return { kind: 'stale' };
  const note = await settled(deps, turn, at, input);
  if (note) return { kind: 'done', note };
  return tries > 1 ? rule(deps, turn, input, tries - 1) : { kind: 'stale' };
}

/** Decided, or proposed to the HR lead: what its maker reads then. Undefined when somebody was faster. */
async function settled(deps: FlagDeps, turn: Turn, at: Before, input: Ruling): Promise<string | undefined> {
  const { ruling = 'notYet' } = input;
  const condition = ruling === 'yesWithConditions' ? { condition: cleanText(input.condition) } : {};
  const said = { ruling, why: cleanText(input.why), ...condition };
  const aboutPeople = input.aboutPeople === 'true';
  if (aboutPeople && !at.actor.isHrLead)
    return (await propose(deps, turn, at.loaded, said)) ? proposedNote(deps, turn, at.loaded) : undefined;
  return (await saveDecision(deps, turn, at.loaded, { ...said, aboutPeople }))
    ? turn.words('flag.done.decide')
    : undefined;
}

export function refusalOf({ loaded, actor }: Before): Refusal | undefined {
  if (!actor.isGovernance) return { kind: 'forbidden' };
  if (actor.isReporter) return { kind: 'ownFlag' };
  if (actor.isAuthor) return { kind: 'ownPost' };
  return loaded.flag.state === 'needsDecision' ? undefined : { kind: 'outdated' };
}

function problemOf(turn: Turn, input: Ruling): Problem | undefined {
  const [why, condition] = [cleanText(input.why), cleanText(input.condition)];
  const say = (field: 'ruling' | 'why' | 'condition', code: ProblemCode, values = {}): Problem => ({
    field,
    code,
    note: turn.words(`error.${code}`, { field: turn.words(`card.flagDecide.${field}`), ...values }),
  });
  if (!input.ruling) return say('ruling', 'field_required');
  if (why === '') return say('why', 'field_required');
  if (!isWithin(why, maxWhy)) return say('why', 'field_length', { min: 1, max: maxWhy });
  if (input.ruling === 'yesWithConditions' && condition === '') return say('condition', 'field_required');
  if (!isWithin(condition, maxCondition)) return say('condition', 'field_length', { min: 1, max: maxCondition });
  return undefined;
}
