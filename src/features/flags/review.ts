/** A flag as its card: opened, and after each press shown again in its new state. */
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { answeredBefore } from './answered-before.ts';
import { type ItemData, itemCard } from './cards/item.card.ts';
import type { FlagDeps } from './form.ts';
import { maySign, type Refusal } from './lifecycle.ts';
import { type Before, before, type Press, type Pressed, press, saidOf } from './press.ts';
import { mayAnswer } from './reviewers.ts';
import { sameQuestion } from './same-question.ts';
import { contextLineOf, itemView } from './view.ts';

export async function openFlag(deps: FlagDeps, turn: Turn, flagId: string, noteLine = ''): Promise<Answer> {
  const at = await before(deps, turn, flagId);
  return at ? show(deps, turn, at, noteLine) : refused(turn, 'not_found');
}

async function show(deps: FlagDeps, turn: Turn, at: Before, noteLine = ''): Promise<Answer> {
  const view = await viewOf(deps, turn, at, noteLine);
  const card = itemCard.render(view, turn.words, placeOf(turn));
  return { kind: 'form', title: view.heading, card, size: 'medium' };
}

/** All that this reader sees of it, names and what they may do included. */
export async function viewOf(deps: FlagDeps, turn: Turn, { loaded, actor }: Before, noteLine = ''): Promise<ItemData> {
  const { flag } = loaded;
  const [rulebook, subject] = await Promise.all([
    deps.rulebook(turn),
    flag.context.scenarioId ? deps.subject(turn, flag.context.scenarioId) : undefined,
  ]);
  const candidates = actor.isReviewer ? await mayAnswer(deps, turn, flag) : [];
  const people = [
    flag.answeredBy,
    flag.assigneeId,
    flag.confirmedBy,
    flag.proposal?.by,
    flag.sentBack?.by,
    actor.isReviewer ? flag.reporterId : undefined,
    ...candidates,
    ...(flag.thread ?? []).map(({ by }) => by),
  ].filter((id) => id !== undefined);
  const known = new Map(
    await Promise.all([...new Set(people)].map(async (id) => [id, await deps.nameOf(turn, id)] as const)),
  );
  const contextLine = contextLineOf(turn, rulebook, subject?.title, flag);
  const names = (id: string) => known.get(id) ?? '';
  const precedents = actor.isReviewer ? await answeredBefore(turn, loaded) : [];
  const group = maySign(flag, actor) ? (await sameQuestion(turn, loaded)).length : 0;
  return itemView({ turn, loaded, actor, contextLine, noteLine, candidates, precedents, names, group });
}

export const act = async (deps: FlagDeps, turn: Turn, pressing: Press): Promise<Answer> =>
  answerTo(deps, turn, await press(deps, turn, pressing), {
    flagId: pressing.flagId,
    onProblem: (note, at) => show(deps, turn, at, note),
  });

interface Answering {
  readonly flagId: string;
  /** What is shown when something that was filled in is wrong. */
  readonly onProblem: (note: string, at: Before) => Promise<Answer>;
}

/** What a card shows of a press, a decision or a signature. */
export async function answerTo(
  deps: FlagDeps,
  turn: Turn,
  pressed: Pressed,
  { flagId, onProblem }: Answering,
): Promise<Answer> {
  switch (pressed.kind) {
    case 'done':
      return openFlag(deps, turn, flagId, pressed.note);
    case 'hidden':
      return refused(turn, 'not_found');
    case 'problem':
      return onProblem(pressed.problem.note, pressed.at);
    case 'refused':
      return told(deps, turn, pressed.at, pressed.refusal);
    case 'stale':
      return refused(turn, 'stale');
  }
}

/** Why not, as an answer; a newer proposal is shown instead. */
async function told(deps: FlagDeps, turn: Turn, at: Before, refusal: Refusal): Promise<Answer> {
  const { code, message } = await saidOf(deps, turn, at, refusal);
  return refusal.kind === 'newerProposal' ? show(deps, turn, at, message) : { kind: 'refused', code, text: message };
}
