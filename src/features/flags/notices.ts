/** Who is told of a flag, and what they read: both looked up when the message leaves (product 8.6, reliability R8). */
import type { Card } from '../../core/card.ts';
import { findAll } from '../../core/documents.ts';
import { type Notice, type NoticeKind, sealedAudience } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import { loadFlag } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { type Flag, flagReporter } from './model.ts';
import { openFlag } from './review.ts';

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
      ['flagMistake', 'always'],
      ['flagAssigned', 'work'],
      ['flagDueSoon', 'work'],
      ['flagOverdue', 'work'],
    ] as const
  ).map(([kind, lane]) => ({
    kind,
    lane,
    recipients: (turn, notice) => recipients(deps, turn, notice),
    card: (turn, notice) => cardFor(deps, turn, notice),
  }));

async function recipients(deps: FlagDeps, turn: Turn, { subject, audience }: Notice): Promise<readonly string[]> {
  const found = await loadFlag(turn.store, subject);
  if (!found) return [];
  const { flag } = found;
  switch (audience) {
    case 'asker':
      return flag.reporterId ? [flag.reporterId] : [];
    case sealedAudience:
      return sealedReporters(turn, subject);
    case 'assignee':
      return flag.assigneeId ? [flag.assigneeId] : reviewers(deps, turn, flag);
    case 'assigneeAndLead':
      return [...(flag.assigneeId ? [flag.assigneeId] : []), ...(await deps.holders(turn, ['hrLead']))];
    case 'governance':
      return others(deps, turn, flag, await deps.holders(turn, ['governance']));
    default:
      return reviewers(deps, turn, flag);
  }
}

const reviewers = async (deps: FlagDeps, turn: Turn, flag: Flag) =>
  others(deps, turn, flag, await deps.holders(turn, ['manager', 'hrLead'], flag.scope.departmentId));

/** Who asked, or made what it is about, cannot answer it. */
async function others(deps: FlagDeps, turn: Turn, flag: Flag, people: readonly string[]): Promise<string[]> {
  const makers = await deps.makers(turn, flag);
  return people.filter((id) => id !== flag.reporterId && !makers.includes(id));
}

async function sealedReporters({ store }: Turn, flagId: string): Promise<string[]> {
  const people: string[] = [];
  for await (const { body } of findAll(store, { kind: 'flagReporter', where: [['flagId', '=', flagId]] }))
    people.push(flagReporter.parse(body).personId);
  return people;
}

/** The same card that Open shows this reader: with it they can do all they may. */
async function cardFor(deps: FlagDeps, turn: Turn, { subject, audience = '' }: Notice): Promise<Card | undefined> {
  const found = await loadFlag(turn.store, subject);
  const states = waiting[audience];
  if (!found || (states && !states.includes(found.flag.state))) return undefined;
  const answer = await openFlag(deps, turn, subject);
  return answer.kind === 'form' ? answer.card : undefined;
}
