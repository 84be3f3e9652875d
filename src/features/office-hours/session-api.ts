/** Sessions as the tab reads them, and what everybody does with one: by the rules, notices and counts of the cards. */
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { sessionFile } from './calendar-file.ts';
import { loadOutcome } from './documents.ts';
import { sayHelped } from './helped.ts';
import { closeStep } from './outcome.ts';
import { answerRsvp, setReminder } from './rsvp.ts';
import { listedSessions } from './session-api-list.ts';
import { sessionShown } from './session-api-view.ts';
import {
  calendarFile,
  closeBody,
  helpedBody,
  proposeBody,
  reminderBody,
  rsvpBody,
  type SessionView,
  sessionList,
  sessionQuery,
  sessionView,
  topicBody,
} from './session-contract.ts';
import { editionOf } from './session-edition.ts';
import { isStillOpen } from './session-line.ts';
import { sessionBefore } from './session-seen.ts';
import type { TalkDesk } from './talk-desk.ts';
import { proposeTopic } from './topic-form.ts';
import { wishFor } from './topic-want.ts';

const base = '/api/sessions';
export const oneSession = `${base}/:id`;
const one = oneSession;

export const sessionRoutes = (desk: TalkDesk): Route[] => [
  route('GET', base, { query: sessionQuery, reply: sessionList, isList: true }, (call) => listedSessions(desk, call)),
  route('GET', one, { reply: sessionView }, ({ turn, params }) => shownSession(desk, turn, params.id ?? '')),
  route('GET', `${one}/calendar`, { reply: calendarFile }, async ({ turn, params }) => {
    const before = await sessionBefore(desk, turn, params.id ?? '');
    if (!before || !isStillOpen(turn, before)) return refuse('not_found');
    return { kind: 'ok', body: sessionFile(desk, before.session, before.series) };
  }),
  route('POST', `${one}/rsvp`, { body: rsvpBody, reply: sessionView }, (call) =>
    answered(desk, call, call.body.answer),
  ),
  route('POST', `${one}/reminders`, { body: reminderBody, reply: sessionView }, async ({ turn, params, body }) => {
    const reminder = body.isOn ? 'default' : 'off';
    const before = await sessionBefore(desk, turn, params.id ?? '');
    if (!before?.own) return refuse('not_found');
    if (!(await setReminder(desk, turn, { sessionId: before.session.id, reminder }))) return refuse('stale');
    return shownSession(desk, turn, before.session.id, turn.words(`rsvp.reminder.${reminder}`));
  }),
  route('POST', `${one}/propose`, { body: proposeBody, reply: sessionView }, async ({ turn, params, body }) => {
    const { isNamed, ...said } = body;
    const typed = { ...said, sessionId: params.id ?? '', isNamed: isNamed ? 'true' : 'false' };
    const proposed = await proposeTopic(desk, turn, typed);
    switch (proposed.kind) {
      case 'missing':
        return refuse('not_found');
      case 'refused':
        return refuse(proposed.code);
      case 'problem': {
        const { problem } = proposed;
        return { kind: 'refused', code: problem.error, message: problem.message, fields: [problem] };
      }
      case 'proposed':
        return shownSession(desk, turn, typed.sessionId, proposed.note);
    }
  }),
  route('POST', `${one}/wantTopic`, { body: topicBody, reply: sessionView }, async ({ turn, params, body }) => {
    const sessionId = params.id ?? '';
    const wanted = await wishFor(desk, turn, { ...body, sessionId });
    if (wanted === 'missing') return refuse('not_found');
    if (wanted === 'stale') return refuse('stale');
    return shownSession(desk, turn, sessionId, turn.words(`topic.want.${wanted}`));
  }),
  route('POST', `${one}/helped`, { body: helpedBody, reply: sessionView }, async ({ turn, params, body }) => {
    const sessionId = params.id ?? '';
    const told = await sayHelped(desk, turn, sessionId, body.helped ? 'yes' : 'no');
    if (told === 'missing') return refuse('not_found');
    if (told === 'stale') return refuse('stale');
    return shownSession(desk, turn, sessionId, turn.words(`helped.${told}`));
  }),
  route('POST', `${one}/closeOutcome`, { body: closeBody, reply: sessionView }, async ({ turn, params, body }) => {
    const sessionId = params.id ?? '';
    if (!(await isOfSession(turn, body.outcomeId, sessionId))) return refuse('not_found');
    const closed = await closeStep(desk, turn, body);
    if (!('outcome' in closed)) return refuse(closed.kind === 'missing' ? 'not_found' : 'stale');
    const isSo = closed.outcome.state === body.state;
    return shownSession(desk, turn, sessionId, isSo ? turn.words(`outcomes.closed.${body.state}`) : '');
  }),
];

/** Of a full session the answer is a place in the line, said with its number. */
async function answered(
  desk: TalkDesk,
  { turn, params }: Call,
  asked: 'yes' | 'maybe' | 'no',
): Promise<Reply<SessionView>> {
  const sessionId = params.id ?? '';
  const done = await answerRsvp(desk, turn, sessionId, asked);
  switch (done.kind) {
    case 'missing':
      return refuse('not_found');
    case 'past':
      return refuse('session_past');
    case 'cancelled':
      return refuse('session_cancelled');
    case 'stale':
      return refuse('stale');
    case 'answered': {
      const { answer, waitingNumber: number = 0 } = done.rsvp;
      const note =
        answer === 'waiting' ? turn.words('error.session_full', { number }) : turn.words(`rsvp.is.${answer}`);
      return shownSession(desk, turn, sessionId, note);
    }
  }
}

/** What its address names is what is changed. */
export const isOfSession = async (
  { store }: Turn,
  outcomeId: string,
  sessionId: string | undefined,
): Promise<boolean> => (await loadOutcome(store, outcomeId))?.body.sessionId === sessionId;

/** As it stands now, for this reader. */
export async function shownSession(
  desk: TalkDesk,
  turn: Turn,
  sessionId: string,
  note = '',
): Promise<Reply<SessionView>> {
  const before = await sessionBefore(desk, turn, sessionId);
  if (!before) return refuse('not_found');
  return {
    kind: 'ok',
    body: await sessionShown(desk, turn, before, note),
    version: editionOf(before.session.body),
  };
}
