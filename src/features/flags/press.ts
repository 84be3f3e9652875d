/** One press on a flag: load, decide, save. What is shown of it is the card's or the tab's. Whoever comes second sees who was first. */
import type { WriteOperation } from '../../core/documents.ts';
import type { ProblemCode } from '../../core/errors.ts';
import { writeStamped } from '../../core/stamp.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import { answeredBefore } from './answered-before.ts';
import { clockOperations } from './clock.ts';
import { actorOf, type Changed, changeOperations, guardId, type Loaded, loadFlag } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { type Actor, decide, type EventName, type FlagEvent, mayRead, type Refusal } from './lifecycle.ts';
import type { Flag } from './model.ts';
import { mayAnswer } from './reviewers.ts';
import { noticesOf } from './told.ts';

const maxText = 800;
export const maxAnswer = 1_200;

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

export interface Press {
  readonly flagId: string;
  readonly name: EventName;
  readonly text?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly precedentId?: string | undefined;
  readonly category?: Flag['category'] | undefined;
  readonly proposalId?: string | undefined;
  /** The state that was read; a newer one is not acted on. Left out, a newer one is judged again. */
  readonly version?: string | undefined;
}

/** Something about what was filled in, said at its field. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly note: string;
}

export type Pressed =
  | { kind: 'done'; note: string }
  | { kind: 'hidden' }
  | { kind: 'problem'; problem: Problem; at: Before }
  | { kind: 'refused'; refusal: Refusal; at: Before }
  | { kind: 'stale' };

/** A press that meets a newer state is judged again by it, so the second one hears who was first. */
export async function press(deps: FlagDeps, turn: Turn, pressing: Press, tries = 3): Promise<Pressed> {
  const { flagId, name, text: raw = '', assigneeId = '', proposalId = '', category, version } = pressing;
  const at = await before(deps, turn, flagId);
  if (!at) return { kind: 'hidden' };
  const earlier = pressing.precedentId ? await answeredBefore(turn, at.loaded) : [];
  const precedent = earlier.find(({ id }) => id === pressing.precedentId)?.flag;
  const text = precedent?.answer ?? cleanText(raw);
  const problem = textProblem(turn, name, text) ?? (await assigneeProblem(deps, turn, at, pressing));
  if (problem) return { kind: 'problem', problem, at };
  const event = { name, text, assigneeId, precedent, proposalId, category } as FlagEvent;
  const outcome = decide({ flag: at.loaded.flag, event, actor: at.actor, now: turn.now, zone: turn.who.zone });
  if (outcome.kind !== 'changed') return { kind: 'refused', refusal: outcome, at };
  if (version !== undefined && version !== at.loaded.version) return { kind: 'stale' };
  const operations = await operationsOf(deps, turn, at, { ...outcome, name });
  // Whether a scenario waits for a check is part of what everybody's copy of the playbook says.
  const marks = operations.some(({ kind }) => kind === 'scenario');
  const result = marks ? await writeStamped(turn.store, ['content'], operations) : await turn.store.write(operations);
  if (result.kind === 'ok') return { kind: 'done', note: turn.words(`flag.done.${name}`) };
  return tries > 1 ? press(deps, turn, pressing, tries - 1) : { kind: 'stale' };
}

interface Happened extends Pick<Changed, 'flag' | 'events'> {
  readonly name: EventName;
}

/** Nothing that would lead to who asked without a name is kept, so their own presses cannot be taken back. */
async function operationsOf(deps: FlagDeps, turn: Turn, at: Before, happened: Happened): Promise<WriteOperation[]> {
  const { loaded, actor } = at;
  const { flag, name } = happened;
  const isSealed = actor.isReporter && loaded.flag.anonymous;
  const operations = [
    ...changeOperations(turn, { loaded, ...happened, isSealed }),
    ...(await freedGuard(deps, turn, at, flag)),
    ...noticesOf(turn.now, loaded.id, flag, name),
    ...clockOperations(turn.now, loaded.id, flag, turn.who.zone, loaded.flag),
    ...(name === 'answer' ? await outdatedBy(deps, turn, loaded.id, flag) : []),
  ];
  return isSealed ? operations : undoable(turn, { entityType: 'flag', entityId: loaded.id, event: name }, operations);
}

/** A reviewer agrees that the scenario is out of date: it goes to a check (product 7.2). */
export const isOutdated = ({ category, categoryBy, context }: Flag): boolean =>
  category === 'outdated' && categoryBy === 'reviewer' && context.scenarioId !== undefined;

const outdatedBy = async (
  deps: FlagDeps,
  turn: Turn,
  flagId: string,
  flag: Flag,
): Promise<readonly WriteOperation[]> =>
  isOutdated(flag) ? deps.outdatedOperations(turn, flag.context.scenarioId ?? '', flagId) : [];

const needsText: ReadonlySet<EventName> = new Set(['ask', 'reply', 'answer', 'comment', 'sendBack']);

function textProblem(turn: Turn, name: EventName, text: string): Problem | undefined {
  const named = { field: turn.words('flag.input.field') };
  const say = (code: ProblemCode, values = {}): Problem => ({
    field: 'text',
    code,
    note: turn.words(`error.${code}`, { ...named, ...values }),
  });
  if (text === '') return needsText.has(name) ? say('field_required') : undefined;
  const max = name === 'answer' ? maxAnswer : maxText;
  return isWithin(text, max) ? undefined : say('field_length', { min: 1, max });
}

async function assigneeProblem(deps: FlagDeps, turn: Turn, at: Before, { name, assigneeId = '' }: Press) {
  if (name !== 'assign' || (await mayAnswer(deps, turn, at.loaded.flag)).includes(assigneeId)) return undefined;
  return { field: 'assigneeId', code: 'field_choice', note: turn.words('flag.pickReviewer') } as const;
}

/** Why not, as a code and its sentence. */
export async function saidOf(
  deps: FlagDeps,
  turn: Turn,
  { loaded }: Before,
  { kind }: Refusal,
): Promise<{ code: ProblemCode; message: string }> {
  const say = (code: ProblemCode, values?: Record<string, string>) => ({
    code,
    message: turn.words(`error.${code}`, values),
  });
  switch (kind) {
    case 'hidden':
      return say('not_found');
    case 'forbidden':
      return say('forbidden');
    case 'ownFlag':
      return say('own_flag');
    case 'ownPost':
      return say('own_post');
    case 'newerProposal':
      return { code: 'stale', message: turn.words('proposal.newer') };
    case 'outdated':
      return say('stale');
    case 'taken':
      return say('taken', { name: await deps.nameOf(turn, loaded.flag.assigneeId ?? '') });
    case 'alreadyAnswered': {
      const { answeredBy = '', confirmedBy = answeredBy, answeredAt = turn.now.toISOString() } = loaded.flag;
      const time = readableTime(new Date(answeredAt), turn.who.zone, turn.who.locale);
      return say('already_resolved', { name: await deps.nameOf(turn, confirmedBy), time });
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
