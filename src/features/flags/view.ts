/** A flag as its card shows it to one reader. Pure. */
import { textLines } from '../../core/lines.ts';
import { noProposal, type ProposalBlock, proposalBlockOf } from '../../core/proposal.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import { shorten } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { ItemData } from './cards/item.card.ts';
import type { Loaded } from './documents.ts';
import { type Actor, decides, isOver, isTaken, maySign } from './lifecycle.ts';
import type { Flag } from './model.ts';

/** The display name of a reviewer; a reporter is never asked for. */
export type Names = (personId: string) => string;

export interface Viewing {
  readonly turn: Turn;
  readonly loaded: Loaded;
  readonly actor: Actor;
  readonly names: Names;
  readonly contextLine: string;
  /** People who may be given it. */
  readonly candidates: readonly string[];
  /** Answers to the same, the newest first. */
  readonly precedents: readonly Loaded[];
  /** How many get the answer that waits for this reader's signature. */
  readonly group: number;
  readonly noteLine?: string;
}

const maxChoices = 50;

export function itemView(viewing: Viewing): ItemData {
  const { turn, loaded, actor, names, contextLine, candidates, precedents, noteLine = '' } = viewing;
  const { words, who } = turn;
  const { id, flag } = loaded;
  const mayAnswer = actor.isReviewer && !actor.isReporter && !actor.isAuthor;
  const isOpen = mayAnswer && ['open', 'assigned'].includes(flag.state);
  const canTake = isOpen && isTaken(flag, actor);
  const canAnswer = isOpen && !canTake;
  const choices = candidates.filter((id) => id !== flag.assigneeId && id !== actor.personId);
  const canReply = actor.isReporter && flag.state === 'waiting';
  const canRate = actor.isReporter && flag.state === 'answered';
  const canReopen = canRate && flag.reopenCount < 2;
  const isSeen = actor.isReviewer && !actor.isReporter && !actor.isAuthor;
  const asker = isSeen && flag.reporterId ? names(flag.reporterId) : '';
  const canSign = maySign(flag, actor);
  const canComment = flag.state === 'answered' && (actor.isReporter || actor.isReviewer);
  const heading = words(canSign ? 'proposal.heading' : headingOf(flag, actor));
  return {
    summary: heading,
    flagId: id,
    heading,
    hasNote: noteLine !== '',
    noteLine,
    question: flag.question,
    hasContext: contextLine !== '',
    contextLine,
    status: statusOf(turn, flag, actor),
    hasAsker: asker !== '',
    asker,
    hasDue: !isOver(flag),
    due: readableTime(new Date(flag.dueAt), who.zone, who.locale),
    thread: (flag.thread ?? []).map(({ side, by, text }) => ({
      by: side === 'reporter' ? words('flag.byReporter') : names(by ?? ''),
      text,
    })),
    hasAnswer: flag.answer !== undefined,
    answerBy: answerBy(turn, flag, names),
    answer: textLines(flag.answer ?? ''),
    ...proposalOf(viewing),
    hasInput: canAnswer || canReply || canReopen || canComment || canSign,
    inputLabel: words(inputOf({ canAnswer, canReply, canReopen, canSign })),
    hasAssignee: actor.isReviewer && flag.assigneeId !== undefined && !isOver(flag),
    assignee: flag.assigneeId ? names(flag.assigneeId) : '',
    hasPrecedents: canAnswer && precedents.length > 0,
    precedents: canAnswer
      ? precedents.map((each) => ({
          precedentId: each.id,
          question: shorten(each.flag.question, 200),
          text: shorten(each.flag.answer ?? '', 400),
        }))
      : [],
    canAnswer,
    canTake,
    canAssign: isOpen && choices.length > 0,
    reviewers: choices.slice(0, maxChoices).map((id) => ({ title: names(id), choiceId: id })),
    canDecide: actor.isGovernance && decides(actor) && flag.state === 'needsDecision',
    canSign,
    proposalId: flag.proposal && canSign ? flag.proposal.id : '',
    canReply,
    canRate,
    canComment,
    canReopen,
    canWithdraw: actor.isReporter && ['open', 'assigned', 'waiting'].includes(flag.state),
  };
}

const inputOf = (may: Record<'canAnswer' | 'canReply' | 'canReopen' | 'canSign', boolean>): string => {
  if (may.canSign) return 'proposal.input';
  if (may.canAnswer) return 'flag.input.review';
  if (may.canReply) return 'flag.input.reply';
  return may.canReopen ? 'flag.input.reopen' : 'flag.input.comment';
};

/** Those who decide read whom it waits for; for everybody else it is the same as before. */
export function statusOf({ words }: Turn, flag: Flag, actor: Actor): string {
  if (!flag.proposal || !decides(actor)) return words(`flag.state.${flag.state}`);
  return words(maySign(flag, actor) ? 'proposal.toConfirm' : 'proposal.waits');
}

function answerBy({ words }: Turn, { answeredBy, confirmedBy }: Flag, names: Names): string {
  if (!answeredBy) return '';
  const line = words('flag.answerBy', { name: names(answeredBy) });
  return confirmedBy ? words('proposal.confirmed', { line, name: names(confirmedBy) }) : line;
}

function proposalOf({ turn, loaded, actor, names, group }: Viewing): ProposalBlock {
  const { proposal, sentBack } = loaded.flag;
  const last = proposal ?? sentBack?.proposal;
  if (!last || !decides(actor)) return noProposal;
  const { words } = turn;
  const lines = [
    last.why,
    ...(last.condition ? [`• ${last.condition}`] : []),
    ...(group > 1 ? [words('flag.decidePeople', { count: group })] : []),
  ];
  return proposalBlockOf(turn, { proposal, sentBack, ruling: words(`flag.ruling.${last.ruling}`), lines, names });
}

function headingOf(flag: Flag, { isReporter }: Actor): string {
  const isAnswered = ['answered', 'closed'].includes(flag.state);
  if (isReporter) return isAnswered ? 'flag.heading.answered' : 'flag.heading.mine';
  return isOver(flag) ? 'flag.heading.over' : 'flag.heading.review';
}

/** What a flag is about, in the names of today. */
export function contextLineOf(turn: Turn, rulebook: Rulebook, title: string | undefined, { context }: Flag): string {
  const named = [
    title,
    rulebook.tool(context.toolId ?? '')?.name ?? context.toolId,
    rulebook.dataClass(context.dataClassId ?? '')?.name,
  ];
  const subject = named.filter(Boolean).join(' · ');
  return subject === '' ? '' : turn.words('flag.about', { subject });
}
