/** Answering, asking back, replying: load, decide, save, show. Whoever comes second sees who was first. */
import type { WriteOperation } from '../../core/documents.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { answeredBefore } from './answered-before.ts';
import { itemCard } from './cards/item.card.ts';
import { clockOperations } from './clock.ts';
import { actorOf, type Changed, changeOperations, guardId, type Loaded, loadFlag } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { type Actor, decide, type EventName, type FlagEvent, mayRead, maySign, type Refusal } from './lifecycle.ts';
import { mayAnswer } from './reviewers.ts';
import { sameQuestion } from './same-question.ts';
import { noticesOf } from './told.ts';
import { contextLineOf, itemView } from './view.ts';

const maxText = 800;
const maxAnswer = 1_200;

export interface Before {
  readonly loaded: Loaded;
  readonly actor: Actor;
}

/** The flag and who stands before it; undefined for what this person may not read, as for what does not exist. */
export async function before(deps: FlagDeps, turn: Turn, flagId: string): Promise<Before | undefined> {
  const loaded = await loadFlag(turn.store, flagId);
  if (!loaded) return undefined;
  const actor = await actorOf(deps, turn, loaded);
  return mayRead(loaded.flag, actor) ? { loaded, actor } : undefined;
}

export async function openFlag(deps: FlagDeps, turn: Turn, flagId: string, noteLine = ''): Promise<Answer> {
  const at = await before(deps, turn, flagId);
  return at ? show(deps, turn, at, noteLine) : refused(turn, 'not_found');
}

async function show(deps: FlagDeps, turn: Turn, { loaded, actor }: Before, noteLine = ''): Promise<Answer> {
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
  const view = itemView({ turn, loaded, actor, contextLine, noteLine, candidates, precedents, names, group });
  const card = itemCard.render(view, turn.words, placeOf(turn));
  return { kind: 'form', title: view.heading, card, size: 'medium' };
}

const needsText: ReadonlySet<EventName> = new Set(['ask', 'reply', 'answer', 'comment', 'sendBack']);

export interface Press {
  readonly flagId: string;
  readonly name: EventName;
  readonly text?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly precedentId?: string | undefined;
  readonly proposalId?: string | undefined;
}

/** One press. A press that meets a newer state is judged again by it, so the second one hears who was first. */
export async function act(deps: FlagDeps, turn: Turn, press: Press, tries = 3): Promise<Answer> {
  const { flagId, name, text: raw = '', assigneeId = '', proposalId = '' } = press;
  const at = await before(deps, turn, flagId);
  if (!at) return refused(turn, 'not_found');
  const earlier = press.precedentId ? await answeredBefore(turn, at.loaded) : [];
  const precedent = earlier.find(({ id }) => id === press.precedentId)?.flag;
  const text = precedent?.answer ?? cleanText(raw);
  const problem = textProblem(turn, name, text);
  if (problem) return show(deps, turn, at, problem);
  if (name === 'assign' && !(await mayAnswer(deps, turn, at.loaded.flag)).includes(assigneeId))
    return show(deps, turn, at, turn.words('flag.pickReviewer'));
  const event = { name, text, assigneeId, precedent, proposalId } as FlagEvent;
  const outcome = decide({ flag: at.loaded.flag, event, actor: at.actor, now: turn.now, zone: turn.who.zone });
  if (outcome.kind !== 'changed') return told(deps, turn, at, outcome);
  const isSealed = at.actor.isReporter && at.loaded.flag.anonymous;
  const operations = [
    ...changeOperations(turn, { loaded: at.loaded, ...outcome, isSealed }),
    ...(await freedGuard(deps, turn, at, outcome.flag)),
    ...noticesOf(turn.now, flagId, outcome.flag, name),
    ...clockOperations(turn.now, flagId, outcome.flag, turn.who.zone, at.loaded.flag),
  ];
  const result = await turn.store.write(operations);
  if (result.kind === 'ok') return openFlag(deps, turn, flagId, turn.words(`flag.done.${name}`));
  return tries > 1 ? act(deps, turn, press, tries - 1) : refused(turn, 'stale');
}

function textProblem(turn: Turn, name: EventName, text: string): string | undefined {
  const field = turn.words('flag.input.field');
  if (text === '') return needsText.has(name) ? turn.words('error.field_required', { field }) : undefined;
  const max = name === 'answer' ? maxAnswer : maxText;
  return isWithin(text, max) ? undefined : turn.words('error.field_length', { field, min: 1, max });
}

export async function told(deps: FlagDeps, turn: Turn, at: Before, { kind }: Refusal): Promise<Answer> {
  const { loaded } = at;
  switch (kind) {
    case 'hidden':
      return refused(turn, 'not_found');
    case 'forbidden':
      return refused(turn, 'forbidden');
    case 'ownFlag':
      return refused(turn, 'own_flag');
    case 'ownPost':
      return refused(turn, 'own_post');
    case 'newerProposal':
      return show(deps, turn, at, turn.words('proposal.newer'));
    case 'outdated':
      return refused(turn, 'stale');
    case 'taken':
      return refused(turn, 'taken', { name: await deps.nameOf(turn, loaded.flag.assigneeId ?? '') });
    case 'alreadyAnswered': {
      const { answeredBy = '', confirmedBy = answeredBy, answeredAt = turn.now.toISOString() } = loaded.flag;
      const time = readableTime(new Date(answeredAt), turn.who.zone, turn.who.locale);
      return refused(turn, 'already_resolved', { name: await deps.nameOf(turn, confirmedBy), time });
    }
  }
}

/** A flag that is over frees its item for a new one. The row of an anonymous one is found by its reporter alone. */
async function freedGuard(
  deps: FlagDeps,
  turn: Turn,
  { loaded, actor }: Before,
  flag: Changed['flag'],
): Promise<WriteOperation[]> {
  if (!['closed', 'withdrawn'].includes(flag.state)) return [];
  const reporter = flag.reporterId ?? (actor.isReporter ? turn.who.personId : undefined);
  const id = reporter && guardId(deps.hash, reporter, loaded.flag.context);
  const found = id ? await turn.store.get('guard', id) : undefined;
  return found ? [{ op: 'remove', kind: 'guard', id: found.id, version: found.version }] : [];
}
