/** Series and sessions with everything in them that the schemas ask for; a test names only what it is about. */
import type { Actor } from '../../../src/features/office-hours/access.ts';
import type { Series, Session } from '../../../src/features/office-hours/model.ts';
import type { Wish } from '../../../src/features/office-hours/series-rules.ts';
import { stamps } from '../../helpers/builders.ts';

export const aWish = (change: Partial<Wish> = {}): Wish => ({
  ...{ communityId: 'circle', title: 'Hours', purpose: 'Ask.', hostIds: ['host'], agendaOpensHours: 72 },
  ...{ rule: { every: 'week', weekday: 2 }, startsAt: '11:00', durationMinutes: 45, zone: 'America/New_York' },
  ...{ firstDate: '2026-12-01', meeting: { kind: 'pastedLink', joinUrl: 'https://teams.example.com/1' } },
  reminders: ['24h', '15m'],
  ...change,
});

export const aSeries = (change: Partial<Series> = {}): Series => ({
  ...aWish(),
  ...{ state: 'active', skipDates: [], earlier: [], sequence: 1 },
  ...stamps,
  ...change,
});

/** On the first date of the series above. */
export const aSession = (change: Partial<Session> = {}): Session => ({
  ...{ seriesId: 'series', communityId: 'circle', localDate: '2026-12-01', hostId: 'host', state: 'scheduled' },
  ...{ startsAt: '2026-12-01T16:00:00.000Z', endsAt: '2026-12-01T16:45:00.000Z', sequence: 0 },
  ...{ topicIds: [], outcomeIds: [], seatsTaken: 0, waiting: 0, lastNumber: 0, helped: { yes: 0, no: 0 } },
  ...stamps,
  ...change,
});

const nobody: Actor = { personId: 'somebody', isHost: false, isAdmin: false, isSystem: false, sees: true };

export const actors = {
  host: { ...nobody, personId: 'host', isHost: true },
  admin: { ...nobody, personId: 'admin', isAdmin: true },
  member: nobody,
  outsider: { ...nobody, sees: false },
  system: { ...nobody, personId: 'system', isSystem: true },
} as const satisfies Record<string, Actor>;
export type ActorName = keyof typeof actors;
