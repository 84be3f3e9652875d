/** A discovery as its author, or who looks at it, sees it: where it stands and what they may do. Pure. */
import { textLines } from '../../core/lines.ts';
import { readableTime } from '../../core/time.ts';
import type { ItemData } from './cards/item.card.ts';
import { openStates } from './documents.ts';
import type { Look } from './look.ts';
import { byLine, contextLine, similarLines, usesLine, whatLines } from './view.ts';

export function itemView(look: Look, noteLine = ''): Omit<ItemData, 'typed'> {
  const { turn, loaded, actor, made, similar } = look;
  const { words, who } = turn;
  const { id, discovery } = loaded;
  const may = pressesOf(look);
  const heading = words(actor.isAuthor ? 'discovery.mine' : 'discovery.toLookAt');
  const by = actor.isAuthor ? '' : byLine(look);
  const context = contextLine(look);
  const uses = usesLine(turn, look.uses);
  const minutes = minutesLine(look);
  const isWaiting = ['submitted', 'inTriage', 'needsMore'].includes(discovery.state);
  const assignee = isWaiting ? look.names(discovery.assigneeId ?? '') : '';
  const twins = may.canMerge
    ? similar.map(({ kind, id: twinId, title, scenarioId }) => ({
        title,
        choiceId: kind === 'discovery' ? `discovery/${twinId}` : `scenario/${scenarioId}`,
      }))
    : [];
  return {
    summary: heading,
    discoveryId: id,
    heading,
    hasNote: noteLine !== '',
    noteLine,
    title: discovery.title || words('discovery.one'),
    hasBy: by !== '',
    byLine: by,
    what: whatLines(discovery),
    hasContext: context !== '',
    contextLine: context,
    status: statusOf(look),
    hasDue: isWaiting,
    due: isWaiting ? readableTime(new Date(discovery.dueAt), who.zone, who.locale) : '',
    hasAssignee: assignee !== '',
    assignee,
    hasUses: uses !== '',
    uses,
    hasMinutes: minutes !== '',
    minutes,
    prompt: textLines(discovery.promptText ?? ''),
    result: textLines(discovery.sampleOutput ?? ''),
    thread: (discovery.thread ?? []).map(({ side, by: reviewerId, text }) => ({
      by: side === 'author' ? words('discovery.byAuthor') : look.names(reviewerId ?? ''),
      text,
    })),
    ...outcomeOf(look),
    similar: similarLines(look),
    twin: twins[0]?.choiceId ?? '',
    twins,
    ...may,
    hasMade: made?.kind === 'scenario',
    hasJoined: made?.kind === 'discovery',
    madeId: made?.id ?? '',
    hasSource: discovery.sourceLink !== undefined,
    sourceUrl: discovery.sourceLink ?? '',
  };
}

/** A reply that did not come is said to who goes on without it. */
export function statusOf({ turn, loaded, actor }: Pick<Look, 'turn' | 'loaded' | 'actor'>): string {
  const { state, isUnanswered } = loaded.discovery;
  if (state === 'needsMore' && !actor.isAuthor) return turn.words('discovery.waitsForAuthor');
  const isSilent = state === 'inTriage' && isUnanswered === true;
  return turn.words(isSilent && !actor.isAuthor ? 'discovery.noReply' : `discovery.state.${state}`);
}

function pressesOf({ turn, loaded, actor, similar, isUsed }: Look) {
  const { state, assigneeId, isReopened } = loaded.discovery;
  const { isAuthor } = actor;
  const isTriage = actor.isReviewer && !isAuthor && ['submitted', 'inTriage'].includes(state);
  const isOthers = state === 'inTriage' && assigneeId !== actor.personId;
  const canDecide = isTriage && !isOthers;
  const canReply = isAuthor && state === 'needsMore';
  const canReopen = state === 'declined' && (isAuthor ? isReopened !== true : actor.isManager);
  const input = canDecide ? 'discovery.input.review' : canReply ? 'discovery.input.reply' : '';
  return {
    hasInput: input !== '',
    inputLabel: input === '' ? '' : turn.words(input),
    canFold: canDecide && actor.isOwner,
    canDecide,
    canAsk: canDecide && !actor.isOwner,
    canAskAside: canDecide && actor.isOwner,
    canMerge: canDecide && similar.length > 0,
    canTake: isTriage && isOthers,
    canReply,
    canReopen,
    canEdit: isAuthor && ['submitted', 'needsMore'].includes(state),
    canReuse: !isAuthor && !isUsed && !canDecide && openStates.includes(state),
    canWithdraw: isAuthor && !['inPlaybook', 'withdrawn'].includes(state),
  } satisfies Partial<ItemData>;
}

/** Told by the author, never measured. */
export function minutesLine({ turn, loaded }: Look): string {
  const { minutesBefore, minutesAfter } = loaded.discovery;
  const { words } = turn;
  return [
    minutesBefore === undefined ? '' : words('discovery.minutesBefore', { minutes: minutesBefore }),
    minutesAfter === undefined ? '' : words('discovery.minutesAfter', { minutes: minutesAfter }),
  ]
    .filter(Boolean)
    .join(', ');
}

export function outcomeOf({ turn, loaded, made }: Look) {
  const { outcome } = loaded.discovery;
  if (!outcome) return { hasOutcome: false, outcomeLine: '', reason: [] };
  const { words } = turn;
  const what = words(`discovery.outcome.${outcome.kind}`);
  return {
    hasOutcome: true,
    outcomeLine: made ? words('discovery.outcomeOf', { what, title: made.title }) : what,
    reason: textLines(outcome.reason ?? ''),
  };
}
