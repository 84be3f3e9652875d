/** Who is told of a flag, and what they read: both looked up when the message leaves (product 8.6, reliability R8). */
import type { Card } from '../../core/card.ts';
import { findAll } from '../../core/documents.ts';
import { type Notice, type NoticeKind, sealedAudience } from '../../core/notice.ts';
import { holds } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import { loadFlag } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { contactOf, mistakeCard } from './mistake.ts';
import { type Flag, flagReporter } from './model.ts';
import { openFlag } from './review.ts';
import { mayAnswer, unconcerned } from './reviewers.ts';
import { contactAudience } from './told.ts';

/** States in which a reviewer, or governance, still has something to do. */
const waiting: Readonly<Record<string, readonly Flag['state'][]>> = {
  reviewers: ['open', 'assigned'],
  governance: ['needsDecision'],
};

export const flagNotices = (deps: FlagDeps): NoticeKind[] =>
  (
    [
      ['flagState', 'answers'],
      ['flagNew', 'work'],
      ['flagConfirm', 'work'],
      ['flagMistake', 'always'],
      ['flagAssigned', 'work'],
      ['flagDueSoon', 'work'],
      ['flagOverdue', 'work'],
      ['flagAlone', 'work'],
    ] as const
  ).map(([kind, lane]) => ({
    kind,
    lane,
    recipients: (turn, notice) => recipients(deps, turn, notice),
    card: (turn, notice) => (kind === 'flagAlone' ? aloneCard(deps, turn) : cardFor(deps, turn, notice)),
  }));

/** Says nothing of the question: an administrator reads no flags (reliability R1, R3). */
const aloneCard = async (deps: FlagDeps, turn: Turn): Promise<Card> =>
  deps.noteCard(turn, { heading: turn.words('flag.aloneHeading'), text: turn.words('flag.alone') });

/** The proposal it speaks of was replaced, sent back or confirmed. */
const isOld = ({ kind, occurrence }: Notice, { proposal }: Flag): boolean =>
  kind === 'flagConfirm' && proposal?.id !== occurrence;

async function recipients(deps: FlagDeps, turn: Turn, notice: Notice): Promise<readonly string[]> {
  const { subject, audience } = notice;
  const found = await loadFlag(turn.store, subject);
  if (!found || isOld(notice, found.flag)) return [];
  const { flag } = found;
  switch (audience) {
    case 'asker':
      return flag.reporterId ? [flag.reporterId] : [];
    case contactAudience:
      return contactOf(deps, turn, flag);
    case sealedAudience:
      return sealedReporters(deps, turn, subject);
    case 'assignee':
      return flag.assigneeId ? [flag.assigneeId] : mayAnswer(deps, turn, flag);
    case 'assigneeAndLead':
      return [...(flag.assigneeId ? [flag.assigneeId] : []), ...(await deps.holders(turn, ['hrLead']))];
    case 'governance':
      return unconcerned(deps, turn, flag, await deps.holders(turn, ['governance']));
    case 'hrLead':
      return flag.proposal ? unconcerned(deps, turn, flag, await deps.holders(turn, ['hrLead'])) : [];
    case 'admins':
      return (await mayAnswer(deps, turn, flag)).length > 0 ? [] : deps.holders(turn, ['admin']);
    default:
      return mayAnswer(deps, turn, flag);
  }
}

async function sealedReporters({ seal }: FlagDeps, { store }: Turn, flagId: string): Promise<string[]> {
  const people: string[] = [];
  for await (const { body } of findAll(store, { kind: 'flagReporter', where: [['flagId', '=', flagId]] })) {
    const personId = seal.open(flagReporter.parse(body).sealed, flagId);
    if (personId) people.push(personId);
  }
  return people;
}

/** The same card that Open shows this reader: with it they can do all they may. */
async function cardFor(deps: FlagDeps, turn: Turn, notice: Notice): Promise<Card | undefined> {
  const { subject, audience = '' } = notice;
  const found = await loadFlag(turn.store, subject);
  const states = waiting[audience];
  if (!found || isOld(notice, found.flag) || (states && !states.includes(found.flag.state))) return undefined;
  if (audience === contactAudience) return mistakeCard(deps, turn, notice, found.flag);
  // Whoever asked without a name is no exception here: a message that is held back would say who it was.
  if (audience === 'hrLead' && !holds(turn.who, ['hrLead'])) return undefined;
  const answer = await openFlag(deps, turn, subject);
  return answer.kind === 'form' ? answer.card : undefined;
}
