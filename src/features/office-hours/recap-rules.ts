/** What a session leaves behind (product 6.8, L9): each topic settled, tried, to be decided or kept for the next time. Pure. */
import { derivedId } from '../../core/ids.ts';
import type { Loaded } from './documents.ts';
import { type Outcome, outcome, type Session, type Topic } from './model.ts';
import { isOpen, isWorded, seenTopics } from './topic-rules.ts';

export const becomings = ['settled', 'tryIt', 'needsDecision', 'nextTime'] as const;
export type Becoming = (typeof becomings)[number];
/** As many as the form asks about; what is further down the agenda is for the next time. */
export const mostAsked = 20;

/** It has begun, and nobody has said yet what came of it. */
export const mayRecap = ({ state, startsAt }: Session, now: Date): boolean =>
  state === 'live' || state === 'awaitingNotes' || (state === 'scheduled' && startsAt <= now.toISOString());

/** What the form asks about: a line that no host has put into words was not talked about. */
export const askedTopics = (topics: readonly Loaded<Topic>[]): Loaded<Topic>[] =>
  seenTopics(topics, false).slice(0, mostAsked);

export const lineKinds = ['discovery', 'decisionProposed', 'action'] as const;

/** Something that came up without having been a topic. */
export interface AddedLine {
  readonly kind: (typeof lineKinds)[number];
  readonly text: string;
  readonly ownerId?: string;
  readonly dueAt?: string;
}

export interface Recapping {
  readonly sessionId: string;
  readonly topics: readonly Loaded<Topic>[];
  /** By the id of the topic; one that is not named is for the next time. */
  readonly becoming: ReadonlyMap<string, Becoming>;
  readonly lines: readonly AddedLine[];
  readonly by: string;
  readonly now: Date;
}

export interface Identified {
  readonly id: string;
  readonly body: Outcome;
}

export interface Recapped {
  readonly outcomes: readonly Identified[];
  readonly discussed: readonly Loaded<Topic>[];
  readonly left: readonly Loaded<Topic>[];
}

/** Of a session without a recap all topics are left. */
export function recapOf(recapping: Recapping): Recapped {
  const { topics, becoming, lines, sessionId } = recapping;
  const open = topics.filter(({ body }) => isOpen(body));
  const fateOf = ({ id, body }: Loaded<Topic>): Becoming =>
    isWorded(body) ? (becoming.get(id) ?? 'nextTime') : 'nextTime';
  const discussed = open.filter((each) => fateOf(each) !== 'nextTime');
  return {
    outcomes: [
      ...discussed.map((each) => ({
        id: derivedId('outcome', sessionId, each.id),
        body: outcomeOf(recapping, { ...madeOf(each.body, fateOf(each)), topicId: each.id, text: each.body.title }),
      })),
      ...lines.map((line, at) => ({
        id: derivedId('outcome', sessionId, 'line', String(at)),
        body: outcomeOf(recapping, { ...line, state: 'open' }),
      })),
    ],
    discussed,
    left: open.filter((each) => fateOf(each) === 'nextTime'),
  };
}

/** What is an item of the playbook already is pointed to; the rest becomes one by a press. */
function madeOf({ kind, refId }: Topic, becoming: Becoming): Pick<Outcome, 'kind' | 'state' | 'refId'> {
  const known = refId ? { refId, state: 'done' as const } : { state: 'open' as const };
  switch (becoming) {
    case 'settled':
      return kind === 'flag' ? { ...known, kind: 'flagAnswered', state: 'done' } : { kind: 'none', state: 'done' };
    case 'tryIt':
      if (kind === 'weakScenario') return { kind: 'scenarioEdit', state: 'open' };
      return kind === 'discovery' ? { kind: 'discovery', ...known } : { kind: 'discovery', state: 'open' };
    case 'needsDecision':
      return kind === 'flag' ? { kind: 'decisionProposed', ...known } : { kind: 'decisionProposed', state: 'open' };
    case 'nextTime':
      return { kind: 'none', state: 'dropped' };
  }
}

function outcomeOf(
  { sessionId, by, now }: Recapping,
  facts: Pick<Outcome, 'kind' | 'text' | 'state'> & Partial<Outcome>,
): Outcome {
  const at = now.toISOString();
  const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
  return outcome.parse({ ...stamps, sessionId, ...facts });
}
