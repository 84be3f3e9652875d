/** What the tab shows of one discovery to this reader, part by part. Pure. */
import type { Section } from '../../core/work-item.ts';
import { minutesLine, outcomeOf } from './item-view.ts';
import type { Look } from './look.ts';
import { byLine, contextLine, usesLine } from './view.ts';

const linkedShown = 5;

/** Others than its author and its reviewers read what it is, what it is like, and what became of it. */
export function sectionsOf(look: Look): Section[] {
  const { loaded, actor } = look;
  const isInside = actor.isAuthor || actor.isReviewer;
  const isGone = loaded.discovery.state === 'withdrawn';
  return [
    ...(isGone ? [] : [...said(look), ...facts(look, isInside), ...prompt(look)]),
    ...(isInside && !isGone ? result(look) : []),
    ...(isInside ? [...thread(look), ...outcome(look)] : []),
    ...links(look),
  ];
}

const said = (look: Look): Section[] => {
  const { title, what } = look.loaded.discovery;
  const context = [look.actor.isAuthor ? '' : byLine(look), contextLine(look)].filter(Boolean).join(' · ');
  return [
    ...(what === title ? [] : [{ kind: 'quote', text: what } as const]),
    ...(context === '' ? [] : [{ kind: 'text', text: context } as const]),
  ];
};

function facts(look: Look, isInside: boolean): Section[] {
  const { words } = look.turn;
  const told = [
    { label: words('card.discoveryItem.uses'), value: usesLine(look.turn, look.uses) },
    { label: words('card.discoveryItem.minutes'), value: isInside ? minutesLine(look) : '' },
  ].filter(({ value }) => value !== '');
  return told.length > 0 ? [{ kind: 'facts', facts: told }] : [];
}

const prompt = ({ turn, loaded }: Look): Section[] =>
  quoted(turn.words('card.discoveryItem.prompt'), loaded.discovery.promptText);

const result = ({ turn, loaded }: Look): Section[] =>
  quoted(turn.words('card.discoveryItem.result'), loaded.discovery.sampleOutput);

const quoted = (heading: string, text = ''): Section[] => (text === '' ? [] : [{ kind: 'quote', heading, text }]);

function thread({ turn, loaded, actor, names }: Look): Section[] {
  const entries = (loaded.discovery.thread ?? []).map(({ side, by = '', at, text }) => ({
    by: side === 'author' ? turn.words('discovery.byAuthor') : names(by),
    at,
    text,
    isMine: side === 'author' ? actor.isAuthor : by === actor.personId,
  }));
  return entries.length > 0 ? [{ kind: 'thread', heading: turn.words('discovery.thread'), entries }] : [];
}

function outcome(look: Look): Section[] {
  const { hasOutcome, outcomeLine } = outcomeOf(look);
  const { reason } = look.loaded.discovery.outcome ?? {};
  if (!hasOutcome) return [];
  return [
    { kind: 'text', heading: look.turn.words('discovery.became'), text: outcomeLine },
    ...(reason ? [{ kind: 'quote', text: reason } as const] : []),
  ];
}

function links({ turn, actor, similar, made }: Look): Section[] {
  const pathOf = (kind: 'discovery' | 'scenario', id: string): string =>
    kind === 'scenario' ? `/playbook/${id}` : `${actor.isReviewer ? '/review' : '/community'}/discoveries/${id}`;
  const alike = similar.slice(0, linkedShown).map(({ kind, id, title, scenarioId, discovery }) => ({
    title,
    text: turn.words(kind === 'discovery' ? 'items.kind.discovery' : 'discovery.state.inPlaybook'),
    path: discovery ? pathOf('discovery', id) : pathOf('scenario', scenarioId),
  }));
  const became = made ? [{ title: made.title, text: '', path: pathOf(made.kind, made.id) }] : [];
  return [
    ...(became.length > 0 ? [{ kind: 'links', heading: turn.words('discovery.leadsTo'), links: became } as const] : []),
    ...(alike.length > 0
      ? [{ kind: 'links', heading: turn.words('card.discoveryItem.similar'), links: alike } as const]
      : []),
  ];
}
