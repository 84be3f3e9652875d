/** Governance decides once for everyone who asked the same; about people an HR lead signs it as well. */
import { z } from 'zod';
import { holds } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { decideCard } from './cards/decide.card.ts';
import { saveDecision } from './decided.ts';
import type { FlagDeps } from './form.ts';
import { type Flag, rulingNames } from './model.ts';
import { propose, proposedNote } from './propose.ts';
import { type Before, before, openFlag } from './review.ts';
import { sameQuestion } from './same-question.ts';
import { contextLineOf } from './view.ts';

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

export async function decideFlag(deps: FlagDeps, turn: Turn, input: Ruling, tries = 4): Promise<Answer> {
  const at = await before(deps, turn, input.flagId);
  if (!at) return refused(turn, 'not_found');
  const refusal = refusalOf(turn, at);
  if (refusal) return refusal;
  const problem = problemOf(turn, input);
  if (problem) return decideForm(deps, turn, input, problem);
  const note = await settled(deps, turn, at, input);
  if (note) return openFlag(deps, turn, input.flagId, note);
  return tries > 1 ? decideFlag(deps, turn, input, tries - 1) : refused(turn, 'stale');
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

function refusalOf(turn: Turn, { loaded, actor }: Before): Answer | undefined {
  if (!actor.isGovernance) return refused(turn, 'forbidden');
  if (actor.isReporter) return refused(turn, 'own_flag');
  if (actor.isAuthor) return refused(turn, 'own_post');
  return loaded.flag.state === 'needsDecision' ? undefined : refused(turn, 'stale');
}

function problemOf(turn: Turn, input: Ruling): string | undefined {
  const { words } = turn;
  const [why, condition] = [cleanText(input.why), cleanText(input.condition)];
  if (!input.ruling) return words('error.field_required', { field: words('card.flagDecide.ruling') });
  const field = words('card.flagDecide.why');
  if (why === '') return words('error.field_required', { field });
  if (!isWithin(why, 240)) return words('error.field_length', { field, min: 1, max: 240 });
  const condition2 = words('card.flagDecide.condition');
  if (input.ruling === 'yesWithConditions' && condition === '')
    return words('error.field_required', { field: condition2 });
  if (!isWithin(condition, 160)) return words('error.field_length', { field: condition2, min: 1, max: 160 });
  return undefined;
}
