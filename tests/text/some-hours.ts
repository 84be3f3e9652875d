/** Office hours of somebody's in every state, for a walk through all buttons: what is typed in them is the walker's own. */
import type { TenantStore, WriteOperation } from '../../src/core/documents.ts';
import { outcome, outcomeKinds, rsvp, topic } from '../../src/features/office-hours/model.ts';
import { aCommunity, aSeries, aSession } from '../helpers/a-session.ts';

const hourMs = 3_600_000;

/** What a host may type to plan one more. */
export const hoursForm = {
  ...{ communityId: 'circle', day: '2026-12-01', time: '10:00', every: 'week', minutes: '45', agendaHours: '72' },
  ...{ hosts: 'somebody', zone: 'UTC', link: 'https://meet.example.com/ai' },
};

export async function someHours(store: TenantStore, hostId: string, typed: string, now: Date): Promise<void> {
  const at = now.toISOString();
  const stamps = { createdAt: at, createdBy: hostId, updatedAt: at, updatedBy: hostId };
  const here = { hostId, ...stamps };
  const start = (hours: number) => new Date(now.getTime() + hours * hourMs);
  const held = (id: string, hours: number, change: object = {}): WriteOperation => ({
    ...{ op: 'create', kind: 'session', id },
    body: aSession('hours', 'circle', start(hours), { ...here, ...change }),
  });
  const talked = (id: string, sessionId: string, change: object): WriteOperation => ({
    ...{ op: 'create', kind: 'topic', id },
    body: topic.parse({
      ...{ ...stamps, seriesId: 'hours', sessionId, title: typed, kind: 'show', proposedBy: 'another' },
      ...{ order: 1, wanted: 2, state: 'proposed', ...change },
    }),
  });
  const outcomeIds = outcomeKinds.map((kind) => `came-${kind}`);
  await store.write([
    {
      ...{ op: 'create', kind: 'community', id: 'circle' },
      body: aCommunity({ name: typed, purpose: typed, hostIds: [hostId], digest: { ...digest, zone: hoursForm.zone } }),
    },
    {
      ...{ op: 'create', kind: 'series', id: 'hours' },
      body: aSeries('circle', { title: typed, purpose: typed, hostIds: [hostId], zone: hoursForm.zone, capacity: 5 }),
    },
    held('ahead', 48),
    held('over', -48, { state: 'awaitingNotes' }),
    held('told', -72, {
      ...{ state: 'recapped', recapAt: at, outcomeIds, notes: typed, attendance: 3, helped: { yes: 4, no: 3 } },
      topicIds: ['next-time'],
    }),
    talked('asked', 'ahead', { kind: 'flag', proposedBy: 'system' }),
    talked('shown', 'ahead', { state: 'accepted' }),
    talked('shown-too', 'ahead', { state: 'accepted', order: 2 }),
    talked('brought', 'ahead', { proposedBy: hostId }),
    talked('settled', 'over', { state: 'accepted' }),
    talked('next-time', 'told', { state: 'carriedOver' }),
    ...outcomeKinds.map(
      (kind): WriteOperation => ({
        ...{ op: 'create', kind: 'outcome', id: `came-${kind}` },
        body: outcome.parse({
          ...{ ...stamps, sessionId: 'told', kind, text: typed, state: kind === 'none' ? 'done' : 'open' },
          ...(kind === 'action' ? { ownerId: hostId, dueAt: at } : {}),
        }),
      }),
    ),
    ...['ahead', 'told'].map(
      (sessionId): WriteOperation => ({
        ...{ op: 'create', kind: 'rsvp', id: `rsvp-${sessionId}` },
        body: rsvp.parse({
          ...{ sessionId, personId: hostId, answer: 'maybe', reminder: 'default', createdAt: at, updatedAt: at },
        }),
      }),
    ),
  ]);
}

const digest = { cadence: 'off', weekday: 1, at: '09:00' };
