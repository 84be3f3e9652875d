/** Everyone who asked the same gets the one answer: as many as one write holds with the decision, the rest right after it. */
import type { Condition, WriteOperation } from '../../core/documents.ts';
import { type DueItem, dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import type { Turn } from '../../core/turn.ts';
import { clockOperations } from './clock.ts';
import { changeOperations, type Loaded, loadedOf, loadFlag } from './documents.ts';
import type { Flag } from './model.ts';
import { noticesOf } from './told.ts';

/** States in which a flag still waits for an answer. */
const unanswered = ['open', 'assigned', 'waiting', 'needsDecision'] as const;
/** One write holds a hundred operations: four for each flag, and the decision with its rule. */
export const mostAtOnce = 20;
const usefulMs = 30 * 86_400_000;

/** An answer that a decision gives. */
export interface Given {
  readonly decisionId: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  /** Who signed it as well. */
  readonly confirmedBy?: string;
}

/** The flag and those about the same tool with the same kind of data that still wait. */
export async function sameQuestion(turn: Turn, asked: Loaded): Promise<Loaded[]> {
  const others = (await stillWaiting(turn, asked.flag)).filter(({ id }) => id !== asked.id);
  return [asked, ...others].slice(0, mostAtOnce);
}

const stillWaiting = async (turn: Turn, { context: { toolId, dataClassId } }: Flag): Promise<Loaded[]> =>
  toolId && dataClassId ? stillWaitingFor(turn, toolId, dataClassId) : [];

/** At most as many as one write answers. */
export async function stillWaitingFor({ store }: Turn, toolId: string, dataClassId: string): Promise<Loaded[]> {
  const { items } = await store.find({ kind: 'flag', where: askedSame(toolId, dataClassId), limit: mostAtOnce });
  return items.map(loadedOf);
}

/** Somebody asked the same and it is being looked at; how many is nobody's business (reliability R7). */
export async function isBeingAsked(
  { store }: Turn,
  context: Pick<Flag['context'], 'toolId' | 'dataClassId'>,
): Promise<boolean> {
  const { toolId, dataClassId } = context;
  if (!toolId || !dataClassId) return false;
  const { items } = await store.find({ kind: 'flag', where: askedSame(toolId, dataClassId), limit: 1 });
  return items.length > 0;
}

const askedSame = (toolId: string, dataClassId: string): Condition[] => [
  ['context.toolId', '=', toolId],
  ['context.dataClassId', '=', dataClassId],
  ['state', 'in', unanswered],
];

/** The answered flag, its audit entry, its messages and its clock. */
export function answeredOperations(turn: Turn, loaded: Loaded, given: Given): WriteOperation[] {
  const { clockStoppedAt: _, proposal: _proposal, sentBack: _sentBack, ...running } = loaded.flag;
  const { confirmedBy } = given;
  const flag: Flag = {
    ...running,
    ...{ state: 'answered', answer: given.text, reasonCode: 'newDecision', decisionId: given.decisionId },
    ...{ answeredBy: given.by, answeredAt: given.at, ...(confirmedBy ? { confirmedBy } : {}) },
    ...{ updatedAt: turn.now.toISOString(), updatedBy: confirmedBy ?? given.by },
  };
  return [
    ...changeOperations(turn, { loaded, flag, events: ['answer'], isSealed: false }),
    ...noticesOf(turn.now, loaded.id, flag, 'answer'),
    ...clockOperations(turn.now, loaded.id, flag, turn.who.zone, loaded.flag),
  ];
}

/** Plans the answers that did not fit into the decision's own write. */
export const restOperation = ({ now }: Turn, flagId: string, given: Given, round = 1): WriteOperation =>
  dueOperation({
    ...{ job: 'flagGroup', subject: flagId, occurrence: `${given.decisionId}/${round}`, at: now },
    facts: { ...given, round: String(round) },
    usefulUntil: new Date(now.getTime() + usefulMs),
  });

export const flagGroupJob: Job = {
  name: 'flagGroup',
  async run(turn: Turn, { subject, facts }: DueItem) {
    const { decisionId = '', text = '', by = '', at = '', confirmedBy, round = '1' } = facts;
    const given = { decisionId, text, by, at, ...(confirmedBy ? { confirmedBy } : {}) };
    const asked = await loadFlag(turn.store, subject);
    // A decision that was taken back answers nobody any more.
    const isInForce = (await turn.store.get('decision', decisionId)) !== undefined;
    const group = asked && isInForce ? await stillWaiting(turn, asked.flag) : [];
    return [
      ...group.flatMap((loaded) => answeredOperations(turn, loaded, given)),
      ...(group.length === mostAtOnce ? [restOperation(turn, subject, given, Number(round) + 1)] : []),
    ];
  },
};
