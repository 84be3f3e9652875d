/** Sessions with their reminders and the people who come, as operations for a store of the test's. */
import type { WriteOperation } from '../../src/core/documents.ts';
import { keyedHash } from '../../src/core/ids.ts';
import { rsvpId } from '../../src/features/office-hours/documents.ts';
import { type ReminderLead, type Rsvp, rsvp, type Session } from '../../src/features/office-hours/model.ts';
import { timelineOf } from '../../src/features/office-hours/timeline.ts';
import { aCommunity, aSeries, aSession } from '../helpers/a-session.ts';
import { person } from '../helpers/activities.ts';
import { hour } from '../helpers/moving-clock.ts';
import { reachable } from './bell.ts';

export const begin = Date.parse('2026-11-23T10:00:00Z');
/** A day and an hour from the beginning. */
export const start = new Date(begin + 25 * hour);
export const leads: ReminderLead[] = ['24h', '1h', '15m'];
export const hash = keyedHash(Buffer.alloc(32, 'k'));

export const range = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
export const idOf = (number: number) => person(number).aadObjectId;

export function planned(
  id: string,
  change: Partial<Session> = {},
  reminders = leads,
  now = new Date(begin),
): WriteOperation[] {
  const series = aSeries(`community-${id}`, { title: `Talk ${id}`, reminders });
  const held = aSession(`series-${id}`, `community-${id}`, start, change);
  return [
    { op: 'create', kind: 'community', id: `community-${id}`, body: aCommunity() },
    { op: 'create', kind: 'series', id: `series-${id}`, body: series },
    { op: 'create', kind: 'session', id, body: held },
    // What else time does to a session is none of a reminder's business.
    ...timelineOf(id, held, series, now).filter(
      (each) => 'body' in each && Object(each.body).job === 'sessionReminder',
    ),
  ];
}

export function coming(
  id: string,
  number: number,
  answer: Rsvp['answer'] = 'yes',
  reminder: Rsvp['reminder'] = 'default',
) {
  const at = new Date(begin).toISOString();
  const body = rsvp.parse({ sessionId: id, personId: idOf(number), answer, reminder, createdAt: at, updatedAt: at });
  return { op: 'create', kind: 'rsvp', id: rsvpId(hash, id, idOf(number)), body } as const;
}

/** `count` people who all come to one session, with chats at `url`. */
export const crowd = (url: string, count: number): WriteOperation[] => [
  ...planned('crowd'),
  ...range(count).flatMap((n) => [reachable(n, url), coming('crowd', n)]),
];
