/** From an outcome to a record: a question where it needs a decision, a discovery to try, a draft of a scenario. By one press, once. */
import type { WriteOperation } from '../../core/documents.ts';
import { derivedId } from '../../core/ids.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, type Loaded, loadTopic, replaced } from './documents.ts';
import { type Outcome, outcome, type Topic } from './model.ts';
import { isMakeable, type OutcomeSight, outcomeBefore } from './outcome-view.ts';
import type { TalkDesk } from './talk-desk.ts';

export type RecordMade =
  | { kind: 'missing' | 'forbidden' | 'stale' }
  /** `same`: nothing can be made of it, or it was; `gone`: what it was about is not there any more. */
  | { kind: 'made' | 'same' | 'gone'; sessionId: string; outcome: Outcome };

export async function makeRecord(desk: TalkDesk, turn: Turn, outcomeId: string, tries = 4): Promise<RecordMade> {
  const at = await outcomeBefore(desk, turn, outcomeId);
  if (!at) return { kind: 'missing' };
  if (!at.sight.isHost) return { kind: 'forbidden' };
  const { body } = at.outcome;
  const sessionId = at.sight.session.id;
  if (!isMakeable(body)) return { kind: 'same', sessionId, outcome: body };
  const made = await madeOf(desk, turn, at);
  if (made.kind === 'missing') return { kind: 'gone', sessionId, outcome: body };
  const after = outcome.parse({ ...body, ...made.change, ...stampOf(turn) });
  const result = await turn.store.write([
    replaced('outcome', at.outcome, after),
    ...made.operations,
    auditOf(turn, {
      ...{ entityType: 'outcome', entityId: outcomeId, event: 'make' },
      changes: { state: { before: body.state, after: after.state } },
    }),
  ]);
  if (result.kind === 'ok') return { kind: 'made', sessionId, outcome: after };
  return tries > 1 ? makeRecord(desk, turn, outcomeId, tries - 1) : { kind: 'stale' };
}

interface Made {
  readonly kind: 'made';
  readonly change: Partial<Outcome>;
  readonly operations: readonly WriteOperation[];
}

/** Ids that follow from the outcome: whoever presses at the same moment makes the same record. */
async function madeOf(desk: TalkDesk, turn: Turn, at: OutcomeSight): Promise<Made | { kind: 'missing' }> {
  const { id, body } = at.outcome;
  const topic = body.topicId ? await loadTopic(turn.store, body.topicId) : undefined;
  switch (body.kind) {
    case 'discovery':
      return shared(desk, turn, at, topic);
    case 'scenarioEdit':
      return edited(desk, turn, at, topic);
    default:
      return asked(desk, turn, at, { id: derivedId('flag', id), question: body.text });
  }
}

/** By the host who presses, in the department of the community. */
async function asked(
  desk: TalkDesk,
  turn: Turn,
  { sight }: OutcomeSight,
  call: { readonly id: string; readonly question: string },
): Promise<Made> {
  const [departmentId] = sight.community.departmentIds;
  const operations = await desk.ask(turn, { ...call, departmentId });
  return { kind: 'made', change: { kind: 'decisionProposed', refId: call.id, state: 'done' }, operations };
}

/** Its author is whoever brought the topic, named as they chose; else the host. */
async function shared(
  desk: TalkDesk,
  turn: Turn,
  { sight, outcome: { id, body } }: OutcomeSight,
  topic: Loaded<Topic> | undefined,
): Promise<Made> {
  const refId = derivedId('discovery', id);
  const bringer = topic?.body.proposedBy ?? 'system';
  const isTheirs = bringer !== 'system' && bringer !== 'removed';
  const [departmentId] = sight.community.departmentIds;
  const operations = await desk.share(turn, {
    ...{ id: refId, title: body.text, departmentId },
    authorId: isTheirs ? bringer : turn.who.personId,
    credit: isTheirs ? (topic?.body.credit ?? 'communityOnly') : 'named',
  });
  return { kind: 'made', change: { refId, state: 'done' }, operations };
}

/** A draft where this host may begin one; else a question to whoever looks after the scenario. */
async function edited(
  desk: TalkDesk,
  turn: Turn,
  at: OutcomeSight,
  topic: Loaded<Topic> | undefined,
): Promise<Made | { kind: 'missing' }> {
  const scenarioId = topic?.body.refId ?? '';
  const started = await desk.startDraft(turn, scenarioId);
  switch (started.kind) {
    case 'ok':
      return { kind: 'made', change: { refId: scenarioId, state: 'done' }, operations: started.operations };
    case 'begun':
      return { kind: 'made', change: { refId: scenarioId, state: 'done' }, operations: [] };
    case 'forbidden': {
      const { id, body } = at.outcome;
      const question = turn.words('outcomes.improve', { title: body.text });
      return asked(desk, turn, at, { id: derivedId('flag', id), question });
    }
    case 'missing':
      return started;
  }
}

const stampOf = ({ now, who }: Turn) => ({ updatedAt: now.toISOString(), updatedBy: who.personId });

export interface Closing {
  readonly outcomeId: string;
  readonly state: 'done' | 'dropped';
}

export type StepClosed = { kind: 'missing' | 'stale' } | { kind: 'closed' | 'same'; outcome: Outcome };

/** A next step is done, or will not be done any more. */
export async function closeStep(desk: TalkDesk, turn: Turn, closing: Closing, tries = 4): Promise<StepClosed> {
  const { outcomeId, state } = closing;
  const at = await outcomeBefore(desk, turn, outcomeId);
  if (!at) return { kind: 'missing' };
  const { body } = at.outcome;
  if (body.kind !== 'action' || body.state !== 'open') return { kind: 'same', outcome: body };
  const after = outcome.parse({ ...body, ...stampOf(turn), state });
  const result = await turn.store.write([
    replaced('outcome', at.outcome, after),
    auditOf(turn, {
      ...{ entityType: 'outcome', entityId: outcomeId, event: state === 'done' ? 'done' : 'drop' },
      changes: { state: { before: 'open', after: state } },
    }),
  ]);
  if (result.kind === 'ok') return { kind: 'closed', outcome: after };
  return tries > 1 ? closeStep(desk, turn, closing, tries - 1) : { kind: 'stale' };
}
