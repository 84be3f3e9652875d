/** Office hours as they may stand, for the walk in the language of marks. */
import type { TenantStore, WriteOperation } from '../../src/core/documents.ts';
import type { Community } from '../../src/features/communities/model.ts';
import { type Session, type SessionState, session, topic } from '../../src/features/office-hours/model.ts';
import { aSeries, aSession } from '../features/office-hours/hours-kit.ts';
import { stamps } from '../helpers/builders.ts';
import type { Press } from './shown.ts';

export const hoster = 'hoster';
export const meetingLink = 'https://teams.example.com/1';

const states: readonly SessionState[] = ['scheduled', 'cancelled', 'awaitingNotes', 'live', 'recapped'];

/** A community with a session of every kind, each with what it talks about; and what somebody opens of it. */
export async function keepHours(store: TenantStore, typed: string): Promise<Press[]> {
  const community: Community = {
    ...{ ...stamps, slug: 'hours', name: typed, purpose: typed, language: 'en', hostIds: [hoster, 'another'] },
    ...{ departmentIds: [], roleIds: [], state: 'active', channels: [] },
    digest: { cadence: 'off', weekday: 1, at: '09:00', zone: 'America/New_York' },
  };
  const series = { communityId: 'hours', title: typed, purpose: typed, hostIds: [hoster], capacity: 1 };
  const operations: WriteOperation[] = [
    { op: 'create', kind: 'community', id: 'hours', body: community },
    { op: 'create', kind: 'series', id: 'running', body: aSeries(series) },
    { op: 'create', kind: 'series', id: 'resting', body: aSeries({ ...series, state: 'paused' }) },
    ...states.flatMap((state, at) => sessionOperations(`2026-12-0${at + 1}`, state, typed)),
    ...outcomes.map(({ id, ...facts }): WriteOperation => {
      const body = { ...stamps, sessionId: 'recapped', text: typed, ...facts, state: 'open' };
      return { op: 'create', kind: 'outcome', id, body };
    }),
  ];
  const result = await store.write(operations);
  if (result.kind !== 'ok') throw new Error(`the hours were not written: ${result.kind}`);
  return [...states.flatMap((state) => openings(state)), ...plans(typed)];
}

const outcomes = [
  { id: 'to-decide', kind: 'decisionProposed' },
  { id: 'to-do', kind: 'action', ownerId: hoster, dueAt: '2026-12-20T10:00:00.000Z' },
  { id: 'to-see', kind: 'action', ownerId: hoster, dueAt: '2026-12-21T10:00:00.000Z' },
];

function sessionOperations(localDate: string, state: SessionState, typed: string): WriteOperation[] {
  const [startsAt, endsAt] = ['16:00', '16:45'].map((time) => `${localDate}T${time}:00.000Z`);
  const times = { localDate, startsAt: startsAt ?? '', endsAt: endsAt ?? '' };
  const body: Session = session.parse({
    ...aSession({ ...times, seriesId: 'running', communityId: 'hours', hostId: hoster, state }),
    ...(state === 'cancelled' ? { cancelReason: typed } : {}),
    ...(state === 'recapped' ? { outcomeIds: outcomes.map(({ id }) => id), recapAt: stamps.createdAt } : {}),
  });
  const more = { seriesId: 'running', sessionId: state, title: typed, proposedBy: 'another', wanted: 1 };
  const topics = ['proposed', 'accepted', 'accepted'].map((topicState, order): WriteOperation => {
    const talk = topic.parse({ ...stamps, ...more, kind: 'question', order, state: topicState });
    return { op: 'create', kind: 'topic', id: `topic-${state}-${order}`, body: talk };
  });
  return [{ op: 'create', kind: 'session', id: state, body }, ...topics];
}

const openings = (sessionId: string): Press[] => [
  { verb: 'openSession', data: { sessionId } },
  { verb: 'hostSession', data: { sessionId } },
  { verb: 'openRecap', data: { sessionId } },
];

const plans = (typed: string): Press[] => [
  { verb: 'hostSeries', data: { seriesId: 'resting' } },
  {
    verb: 'previewSeries',
    data: {
      ...{
        communityId: 'hours',
        formId: 'form',
        day: '2026-12-01',
        time: '11:00',
        link: 'https://teams.example.com/1',
      },
      ...{ title: typed, purpose: typed, minutes: '45', agendaHours: '72', hosts: hoster, zone: 'America/New_York' },
    },
  },
];
