/** Governance decides once: a decision, the rule it changes and everyone who asked the same, in one write. */
import { z } from 'zod';
import { audited } from '../../core/audit.ts';
import { newId } from '../../core/ids.ts';
import { holds } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import { writeStamped } from '../../core/stamp.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { decideCard } from './cards/decide.card.ts';
import type { Loaded } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { type Before, before, openFlag } from './review.ts';
import { answeredOperations, type Given, mostAtOnce, restOperation, sameQuestion } from './same-question.ts';
import { contextLineOf } from './view.ts';

export const rulingNames = ['yes', 'yesWithConditions', 'no', 'notYet'] as const;

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
  const data = {
    summary: title,
    flagId: input.flagId,
    hasProblem: problemLine !== '',
    problemLine,
    question: flag.question,
    contextLine: contextLineOf(turn, await deps.rulebook(turn), undefined, flag),
    peopleLine: words('flag.decidePeople', { count: group.length }),
    ruling: input.ruling ?? '',
    rulings: rulingNames.map((name) => ({ title: words(`flag.ruling.${name}`), choiceId: name })),
    why: cleanText(input.why),
    condition: cleanText(input.condition),
    aboutPeople: input.aboutPeople === 'true' ? ('true' as const) : ('false' as const),
  };
  return { kind: 'form', title, card: decideCard.render(data, words, placeOf(turn)), size: 'medium' };
}

export async function decideFlag(deps: FlagDeps, turn: Turn, input: Ruling, tries = 4): Promise<Answer> {
  const at = await before(deps, turn, input.flagId);
  if (!at) return refused(turn, 'not_found');
  const refusal = refusalOf(turn, at);
  if (refusal) return refusal;
  const problem = problemOf(turn, input);
  if (problem) return decideForm(deps, turn, input, problem);
  const result = await save(deps, turn, at.loaded, input);
  if (result === 'ok') return openFlag(deps, turn, input.flagId, turn.words('flag.done.decide'));
  return tries > 1 ? decideFlag(deps, turn, input, tries - 1) : refused(turn, 'stale');
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
  if (input.aboutPeople === 'true' && !holds(turn.who, ['hrLead'])) return words('flag.needsHrLead');
  return undefined;
}

async function save(deps: FlagDeps, turn: Turn, asked: Loaded, input: Ruling): Promise<'ok' | 'stale'> {
  const group = await sameQuestion(turn, asked);
  const decisionId = newId();
  const { toolId, dataClassId } = asked.flag.context;
  const call = {
    id: decisionId,
    question: asked.flag.question,
    answer: input.ruling ?? 'notYet',
    why: cleanText(input.why),
    conditions: input.ruling === 'yesWithConditions' ? [cleanText(input.condition)] : [],
    aboutPeople: input.aboutPeople === 'true',
    fromFlagIds: group.map(({ id }) => id),
    ...(toolId && dataClassId ? { toolId, dataClassId } : {}),
  };
  const given = answerOf(turn, decisionId, call);
  const operations = [
    ...(await deps.rulingOperations(turn, call)),
    ...group.flatMap((loaded) => answeredOperations(turn, loaded, given)),
    auditOf(turn, decisionId, call.answer),
    ...(group.length === mostAtOnce ? [restOperation(turn, asked.id, given)] : []),
  ];
  const result = await writeStamped(turn.store, ['tools'], operations);
  return result.kind === 'ok' ? 'ok' : 'stale';
}

function answerOf(
  turn: Turn,
  decisionId: string,
  { answer, why, conditions }: { answer: (typeof rulingNames)[number]; why: string; conditions: readonly string[] },
): Given {
  const text = [turn.words(`flag.ruling.${answer}`), ...conditions.map((each) => `• ${each}`), why].join('\n');
  return { decisionId, text, by: turn.who.personId, at: turn.now.toISOString() };
}

const auditOf = (turn: Turn, decisionId: string, answer: string) =>
  audited({
    at: turn.now.toISOString(),
    actorId: turn.who.personId,
    actorKind: 'person',
    action: 'decision.decide',
    entityType: 'decision',
    entityId: decisionId,
    changes: { answer: { before: '', after: answer } },
    requestId: turn.requestId,
  });
