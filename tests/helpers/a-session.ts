/** A community, a series and a session as documents, with everything in them that the schemas ask for; a test names only what it is about. */
import { newId } from '../../src/core/ids.ts';
import { type Series, type Session, series, session } from '../../src/features/office-hours/model.ts';
import { person } from './activities.ts';
import { hour } from './moving-clock.ts';

/** Hosts all of them. */
export const hostNumber = 901;
const sessionHost = person(hostNumber).aadObjectId;

const at = '2026-11-23T09:00:00.000Z';
const stamps = { createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' };

export const aSeries = (communityId: string, change: Partial<Series> = {}): Series =>
  series.parse({
    ...{ ...stamps, communityId, title: 'Recruiting with AI', purpose: 'What works for us.', hostIds: [sessionHost] },
    ...{ state: 'active', skipDates: [], earlier: [], agendaOpensHours: 72, reminders: ['24h', '15m'], sequence: 0 },
    ...{ rule: { every: 'week', weekday: 4 }, startsAt: '15:00', durationMinutes: 60, zone: 'Europe/London' },
    ...{ firstDate: '2026-11-26', meeting: { kind: 'pastedLink', joinUrl: 'https://meet.example.com/ai' } },
    ...change,
  });

export const aSession = (seriesId: string, communityId: string, start: Date, change: Partial<Session> = {}): Session =>
  session.parse({
    ...{ ...stamps, seriesId, communityId, localDate: start.toISOString().slice(0, 10), sequence: 0 },
    ...{ startsAt: start.toISOString(), endsAt: new Date(start.getTime() + hour).toISOString(), hostId: sessionHost },
    ...{ state: 'scheduled', topicIds: [], outcomeIds: [], helped: { yes: 0, no: 0 } },
    ...{ seatsTaken: 0, waiting: 0, lastNumber: 0 },
    ...change,
  });

export const aCommunity = (change: object = {}) => ({
  ...{ ...stamps, slug: `meet-${newId().slice(0, 8)}`, name: 'Recruiters', purpose: 'We hire.', language: 'en' },
  ...{ hostIds: [sessionHost], departmentIds: [], roleIds: [], state: 'active', channels: [] },
  digest: { cadence: 'off', weekday: 1, at: '09:00', zone: 'Europe/London' },
  ...change,
});
