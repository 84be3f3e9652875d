/** What the tab shows of one request to this reader, part by part. Pure. */
import type { Section } from '../../core/work-item.ts';
import { decides } from './lifecycle.ts';
import { isOpen } from './model.ts';
import { contextLineOf, needsOf, proposalOf, resultLine, type Viewing } from './view.ts';

export function sectionsOf(viewing: Viewing): Section[] {
  const { turn, loaded, actor, rulebook, names } = viewing;
  const { words } = turn;
  const { request } = loaded;
  const readsAll = decides(request, actor) && !actor.isRequester;
  return [
    ...needsOf(turn, request, actor, readsAll ? names : undefined).map(
      ({ by, text }) => ({ kind: 'quote', heading: by, text }) as const,
    ),
    { kind: 'text', text: contextLineOf(turn, rulebook, request) },
    ...(isOpen(request) ? [facts(words('card.requestItem.look'), words(`request.lane.${request.lane}`))] : []),
    ...meanwhile(viewing),
    ...thread(viewing, readsAll),
    ...result(viewing),
    ...(readsAll ? proposed(viewing) : []),
  ];
}

const facts = (label: string, value: string): Section => ({ kind: 'facts', facts: [{ label, value }] });

function meanwhile({ turn, loaded, actor, other }: Viewing): Section[] {
  const asks = actor.isRequester || actor.isSupporter;
  if (!asks || !isOpen(loaded.request)) return [];
  const heading = turn.words('card.requestItem.meanwhile');
  return [{ kind: 'list', heading, lines: other.lines.map(({ text }) => text.replace(/^• /, '')) }];
}

/** What the requester replied is not for everyone who asked for the same. */
function thread({ turn, loaded, actor, names }: Viewing, readsAll: boolean): Section[] {
  if (!actor.isRequester && !readsAll) return [];
  const entries = loaded.request.thread.map(({ side, by = '', at, text }) => ({
    by: side === 'requester' ? turn.words('request.byRequester') : names(by),
    at,
    text,
    isMine: side === 'requester' ? actor.isRequester : by === actor.personId,
  }));
  return entries.length > 0 ? [{ kind: 'thread', heading: turn.words('request.thread'), entries }] : [];
}

function result({ turn, loaded, names }: Viewing): Section[] {
  const { result: decided } = loaded.request;
  if (!decided) return [];
  return [
    { kind: 'quote', heading: resultLine(turn, loaded.request, names), text: decided.reason },
    ...(decided.condition ? [{ kind: 'list' as const, lines: [decided.condition] }] : []),
  ];
}

function proposed(viewing: Viewing): Section[] {
  const { hasProposal, proposalTitle, proposalBy, proposalLines } = proposalOf(viewing);
  if (!hasProposal) return [];
  return [{ kind: 'list', heading: proposalTitle, lines: [proposalBy, ...proposalLines.map(({ text }) => text)] }];
}
