/** What came of a session before its host: what can become a record of the playbook by one press. And one's own next step. */
import { placeOf } from '../../core/place.ts';
import { readableDate } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { outcomeCard } from './cards/outcome.card.ts';
import { outcomesCard } from './cards/outcomes.card.ts';
import { type Loaded, loadOutcome, outcomesOf } from './documents.ts';
import type { Outcome } from './model.ts';
import type { TalkDesk } from './talk-desk.ts';
import { personal, type Sight, sightOf } from './talk-sight.ts';

/** What becomes a record elsewhere. */
export const isMakeable = ({ kind, state, refId }: Outcome): boolean =>
  state === 'open' && refId === undefined && ['decisionProposed', 'discovery', 'scenarioEdit'].includes(kind);

export async function openOutcomes(desk: TalkDesk, turn: Turn, sessionId: string, note = ''): Promise<Answer> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight) return refused(turn, 'not_found');
  if (!sight.isHost) return refused(turn, 'forbidden');
  const { words } = turn;
  const outcomes = (await outcomesOf(turn.store, sessionId)).filter(({ body }) => body.kind !== 'none');
  const heading = words('outcomes.heading', { title: sight.series.body.title });
  const data = {
    ...{ summary: heading, heading, sessionId, hasNote: note !== '', noteLine: note, isEmpty: outcomes.length === 0 },
    outcomes: outcomes.map(({ id, body }) => ({
      ...{ outcomeId: id, text: body.text, statusLine: outcomeStatus(turn, body), canMake: isMakeable(body) },
      makeTitle: isMakeable(body) ? words(`outcomes.make.${body.kind}`) : '',
    })),
  };
  return personal(turn, outcomesCard.render(data, words, placeOf(turn)), note || heading, 'medium');
}

export function outcomeStatus({ words }: Turn, { kind, state, refId, dueAt }: Outcome): string {
  const what = words(`outcomes.kind.${kind}`);
  const made = refId ? words(`outcomes.made.${kind}`) : words(`outcomes.state.${state}`);
  const due = dueAt && state === 'open' ? [words('outcomes.due', { date: readableDate(dueAt, words.language) })] : [];
  return [what, made, ...due].join(' · ');
}

export interface OutcomeSight {
  readonly sight: Sight;
  readonly outcome: Loaded<Outcome>;
  /** It is theirs to do. */
  readonly isOwner: boolean;
}

/** For its session's hosts and whoever is to do it. */
export async function outcomeBefore(desk: TalkDesk, turn: Turn, outcomeId: string): Promise<OutcomeSight | undefined> {
  const outcome = await loadOutcome(turn.store, outcomeId);
  const sight = outcome && (await sightOf(desk, turn, outcome.body.sessionId));
  if (!outcome || !sight) return undefined;
  const isOwner = outcome.body.ownerId === turn.who.personId;
  return sight.isHost || isOwner ? { sight, outcome, isOwner } : undefined;
}

export async function openOutcome(desk: TalkDesk, turn: Turn, outcomeId: string, note = ''): Promise<Answer> {
  const at = await outcomeBefore(desk, turn, outcomeId);
  if (!at) return refused(turn, 'not_found');
  const { body } = at.outcome;
  const { words } = turn;
  const isOpen = body.kind === 'action' && body.state === 'open';
  const data = {
    ...{ summary: words('outcomes.one', { title: at.sight.series.body.title }), outcomeId, text: body.text },
    ...{ statusLine: outcomeStatus(turn, body), hasNote: note !== '', noteLine: note, isOpen },
  };
  return personal(turn, outcomeCard.render(data, words, placeOf(turn)), note || data.summary);
}
