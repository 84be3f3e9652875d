/** What may happen to a topic, who sees it, and in which order (product 4.5, reliability R10). Pure. */
import type { Loaded } from './documents.ts';
import type { Topic } from './model.ts';

/** As many as an agenda holds, so that its recap is one write. */
export const mostTopics = 40;
const linesShown = 6;

const open: ReadonlySet<Topic['state']> = new Set(['proposed', 'accepted', 'carriedOver']);

export const isOpen = ({ state }: Topic): boolean => open.has(state);

/** A line made of a question is for hosts alone until one of them has said it in their own words. */
export const isWorded = ({ kind, proposedBy }: Topic): boolean => kind !== 'flag' || proposedBy !== 'system';

/** What a session may talk about, as this reader may see it: first what its host accepted, in the host's order; then what most want. */
export const seenTopics = (topics: readonly Loaded<Topic>[], isHost: boolean): Loaded<Topic>[] =>
  topics.filter(({ body }) => isOpen(body) && (isHost || isWorded(body))).toSorted(byPlace);

export const isAccepted = ({ state }: Topic): boolean => state === 'accepted';

function byPlace({ body: a }: Loaded<Topic>, { body: b }: Loaded<Topic>): number {
  if (isAccepted(a) !== isAccepted(b)) return isAccepted(a) ? -1 : 1;
  return isAccepted(a) ? a.order - b.order : b.wanted - a.wanted || a.order - b.order;
}

/** The agenda as lines, for everybody. */
export const agendaLines = (topics: readonly Loaded<Topic>[], most = linesShown): string[] =>
  seenTopics(topics, false)
    .slice(0, most)
    .map(({ body }) => body.title);

/** After all others. */
export const nextOrder = (topics: readonly Loaded<Topic>[]): number =>
  Math.max(0, ...topics.map(({ body }) => body.order)) + 1;

export type TopicEvent =
  | { readonly name: 'accept' | 'reword'; readonly title: string }
  | { readonly name: 'drop' }
  /** To the next session, or to wait for one. */
  | { readonly name: 'carryOver'; readonly sessionId: string | undefined; readonly order: number };

export type TopicOutcome =
  | { kind: 'changed'; topic: Topic }
  /** Its line names what was asked about and nothing else: a host says it first. */
  | { kind: 'needsWording' }
  | { kind: 'outdated' };

export function decideTopic(topic: Topic, event: TopicEvent, by: string, now: Date): TopicOutcome {
  if (!isOpen(topic)) return { kind: 'outdated' };
  const stamp = { updatedAt: now.toISOString(), updatedBy: by };
  switch (event.name) {
    case 'accept':
    case 'reword': {
      if (!isWorded(topic) && event.title === topic.title) return { kind: 'needsWording' };
      // Whoever found the words stands for them.
      const proposedBy = isWorded(topic) ? topic.proposedBy : by;
      const state = event.name === 'accept' || topic.kind === 'flag' ? 'accepted' : topic.state;
      return { kind: 'changed', topic: { ...topic, ...stamp, title: event.title, proposedBy, state } };
    }
    case 'drop':
      return { kind: 'changed', topic: { ...topic, ...stamp, state: 'dropped' } };
    case 'carryOver':
      return { kind: 'changed', topic: carried({ ...topic, ...stamp }, event.sessionId, event.order) };
  }
}

export function carried({ sessionId: _, ...topic }: Topic, sessionId: string | undefined, order: number): Topic {
  return { ...topic, state: 'carriedOver', order, ...(sessionId ? { sessionId } : {}) };
}

/** The agenda after one of the accepted topics moved a place up or down; only those whose place changes. */
export function moved(topics: readonly Loaded<Topic>[], id: string, step: 1 | -1): Loaded<Topic>[] {
  const accepted = seenTopics(topics, true).filter(({ body }) => isAccepted(body));
  const from = accepted.findIndex((each) => each.id === id);
  const to = from + step;
  const [one, other] = [accepted[from], accepted[to]];
  if (!one || !other) return [];
  return accepted
    .with(from, other)
    .with(to, one)
    .flatMap((each, at) => (each.body.order === at + 1 ? [] : [{ ...each, body: { ...each.body, order: at + 1 } }]));
}
