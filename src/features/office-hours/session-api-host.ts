/** What whoever runs a session does through the tab: rights first, then what was typed, then the change, by the version they saw. */
import { type Call, type FieldProblem, type Reply, type Route, refuse, route } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { maxReason } from './host-act.ts';
import { hostsOf } from './host-form.ts';
import { makeRecord } from './outcome.ts';
import { notHost } from './plan-open.ts';
import { type Closed, closeSession, keepRecap } from './recap.ts';
import { recapPathOf, recapSentOf } from './recap-sent.ts';
import { isOfSession, oneSession as one, shownSession } from './session-api.ts';
import {
  cancelBody,
  moveBody,
  nothing,
  outcomeBody,
  placedBody,
  recapBody,
  rehostBody,
  type SessionView,
  sessionView,
  wordedBody,
} from './session-contract.ts';
import { readMove } from './session-move.ts';
import { type HostEvent, pressSession, type SessionSeen } from './session-press.ts';
import { mayDo } from './session-rules.ts';
import { sessionBefore } from './session-seen.ts';
import type { TalkDesk } from './talk-desk.ts';
import { textProblem } from './text-problem.ts';
import { changeTopic, moveTopic, type TopicChanged } from './topic-change.ts';

type Answer = Reply<SessionView>;
type Refused = Extract<Reply, { kind: 'refused' }>;

export const hostRoutes = (desk: TalkDesk): Route[] => [
  ...eventRoutes(desk),
  ...topicRoutes(desk),
  ...closingRoutes(desk),
];

const versioned = { reply: sessionView, needsVersion: true } as const;

const eventRoutes = (desk: TalkDesk): Route[] => [
  route('POST', `${one}/move`, { body: moveBody, ...versioned }, (call) =>
    pressed(desk, call, 'move', ({ turn, body }, seen) => {
      const { durationMinutes: typed, ...when } = body;
      const durationMinutes = typeof typed === 'string' ? Number(typed) : typed;
      const read = readMove(turn, seen, { ...when, ...(typed === undefined ? {} : { durationMinutes }) });
      return read.kind === 'event' ? read.event : wrong(read.problems);
    }),
  ),
  route('POST', `${one}/cancel`, { body: cancelBody, ...versioned }, (call) =>
    pressed(desk, call, 'cancel', ({ turn, body }) => {
      const reason = cleanText(body.reason);
      const name = turn.words('card.hostForm.reason');
      const problem = textProblem(turn, { path: 'reason', name, text: reason, max: maxReason });
      return problem ? wrong([problem]) : { name: 'cancel', reason };
    }),
  ),
  route('POST', `${one}/rehost`, { body: rehostBody, ...versioned }, (call) =>
    pressed(desk, call, 'rehost', ({ turn: { words }, body: { hostId } }, seen) => {
      if (hostsOf(seen).includes(hostId)) return { name: 'rehost', hostId };
      const message = words('error.field_choice', { field: words('card.hostForm.host') });
      return wrong([{ path: 'hostId', error: 'field_choice', message }]);
    }),
  ),
];

async function pressed<B>(
  desk: TalkDesk,
  call: Call<unknown, B>,
  name: HostEvent['name'],
  read: (call: Call<unknown, B>, seen: SessionSeen) => HostEvent | Refused,
): Promise<Answer> {
  const { turn, params, version } = call;
  const sessionId = params.id ?? '';
  const before = await sessionBefore(desk, turn, sessionId);
  if (!before) return refuse('not_found');
  // Who may not do it hears that, and nothing about fields.
  if (!mayDo(name, before.actor)) return forbidden(desk, turn, before);
  const event = read(call, before);
  if ('kind' in event) return event;
  const done = await pressSession(desk, turn, { sessionId, event, version }, 1);
  switch (done.kind) {
    case 'done':
      return shownSession(desk, turn, sessionId, turn.words(`session.done.${name}`));
    case 'missing':
      return refuse('not_found');
    case 'stale':
      return refuse('stale');
    case 'refused': {
      const { why, seen } = done;
      if (why === 'forbidden') return forbidden(desk, turn, seen);
      if (why === 'outdated') return refuse('already_done', turn.words('session.not.outdated'));
      return refuse(why === 'past' ? 'session_past' : 'session_cancelled', turn.words(`session.not.${why}`));
    }
  }
}

const forbidden = async (desk: TalkDesk, turn: Turn, { community }: SessionSeen): Promise<Answer> =>
  refuse('forbidden', await notHost(desk, turn, community));

function wrong(fields: readonly FieldProblem[]): Refused {
  const [first] = fields;
  return { kind: 'refused', code: first?.error ?? 'field_form', ...(first ? { message: first.message } : {}), fields };
}

/** `If-Match` names the version of the topic itself: what others do with the session changes nothing here. */
const topicRoutes = (desk: TalkDesk): Route[] => [
  ...(['accept', 'reword', 'drop', 'carry'] as const).map((name) =>
    route('POST', `${one}/${name}Topic`, { body: wordedBody, ...versioned }, async (call) => {
      const event = name === 'carry' ? 'carryOver' : name;
      const changed = await changeTopic(desk, call.turn, { ...topicOf(call), name: event }, 1);
      return topicShown(desk, call, changed, `topic.done.${event}`);
    }),
  ),
  route('POST', `${one}/orderTopic`, { body: placedBody, ...versioned }, async (call) => {
    const moving = { ...call.body, sessionId: call.params.id ?? '', version: call.version };
    const changed = await moveTopic(desk, call.turn, moving, 1);
    return topicShown(desk, call, changed, changed.kind === 'same' ? '' : 'topic.done.order');
  }),
];

const topicOf = ({ body, params, version }: Call<unknown, { topicId: string; title: string }>) => ({
  ...{ ...body, sessionId: params.id ?? '', version },
});

async function topicShown(
  desk: TalkDesk,
  { turn, params }: Call,
  changed: TopicChanged,
  note: string,
): Promise<Answer> {
  switch (changed.kind) {
    case 'done':
    case 'same':
      return shownSession(desk, turn, params.id ?? '', note === '' ? '' : turn.words(note));
    case 'missing':
      return refuse('not_found');
    case 'problem':
      return wrong([changed.problem]);
    case 'needsWording': {
      const message = turn.words('topic.needsWording');
      return wrong([{ path: 'title', error: 'field_form', message }]);
    }
    case 'outdated':
      return refuse('already_done', turn.words('topic.outdated'));
    default:
      return refuse(changed.kind);
  }
}

const closingRoutes = (desk: TalkDesk): Route[] => [
  route('POST', `${one}/recap`, { body: recapBody, ...versioned }, async (call) => {
    const sessionId = call.params.id ?? '';
    const kept = await keepRecap(
      desk,
      call.turn,
      { sent: recapSentOf(sessionId, call.body), version: call.version },
      1,
    );
    return closedShown(desk, call, kept, 'recap.sent');
  }),
  route('POST', `${one}/nothingToRecord`, { body: nothing, ...versioned }, async (call) => {
    const { params, turn, version } = call;
    const closed = await closeSession(desk, turn, { sessionId: params.id ?? '', version }, 1);
    return closedShown(desk, call, closed, 'recap.nothing');
  }),
  route('POST', `${one}/makeOutcome`, { body: outcomeBody, reply: sessionView }, async ({ turn, params, body }) => {
    if (!(await isOfSession(turn, body.outcomeId, params.id))) return refuse('not_found');
    const made = await makeRecord(desk, turn, body.outcomeId);
    if (made.kind === 'missing') return refuse('not_found');
    if (!('outcome' in made)) return refuse(made.kind);
    if (made.kind === 'gone') return refuse('already_done', turn.words('outcomes.gone'));
    const { refId, kind } = made.outcome;
    return shownSession(desk, turn, made.sessionId, refId ? turn.words(`outcomes.made.${kind}`) : '');
  }),
];

async function closedShown(desk: TalkDesk, { turn, params }: Call, closed: Closed, note: string): Promise<Answer> {
  switch (closed.kind) {
    case 'done':
    case 'again':
      return shownSession(desk, turn, params.id ?? '', turn.words(note));
    case 'missing':
      return refuse('not_found');
    case 'wrong':
      return wrong(closed.problems.map((each) => ({ ...each, path: recapPathOf(each.path) })));
    default:
      return refuse(closed.kind);
  }
}
