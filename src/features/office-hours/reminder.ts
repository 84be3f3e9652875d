/** Reminders of a session: to whoever said yes or maybe, as they stand when it leaves; after an outage one, not three (reliability 9). */

import { findAll } from '../../core/documents.ts';
import type { Job } from '../../core/feature.ts';
import { type NoticeKind, noticeOperation } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import { type Loaded, loadRsvp, loadSeries, loadSession, rsvpId, rsvpOf } from './documents.ts';
import { type ReminderLead, type Rsvp, reminderLeads, type Series, type Session } from './model.ts';
import { reminderCardFor } from './reminder-view.ts';
import type { TalkDesk } from './talk-desk.ts';
import { leadMs, reminderJob } from './timeline.ts';

export const reminderNotice = 'sessionReminder';

/** One notice; who gets it is asked when it leaves. Void when the session moved, or a later reminder is due already. */
export const sessionReminder: Job = {
  name: reminderJob,
  async run(turn, { subject, facts, usefulUntil }) {
    const { lead, sequence } = facts;
    const at = await current(turn, subject, `${lead}/${sequence}`);
    if (!at) return [];
    const occurrence = `${at.lead}/${sequence}`;
    const isUrgent = at.lead !== '24h';
    const notice = { kind: reminderNotice, subject, audience: 'coming', isUrgent, occurrence };
    return [noticeOperation(turn.now, notice, new Date(usefulUntil))];
  },
};

interface Current {
  readonly session: Loaded<Session>;
  readonly series: Loaded<Series>;
  readonly lead: ReminderLead;
}

/** The session that a reminder is about, as long as that reminder is the one to send. */
async function current(turn: Turn, sessionId: string, occurrence: string): Promise<Current | undefined> {
  const [asked = '', sequence] = occurrence.split('/');
  const session = await loadSession(turn.store, sessionId);
  const series = session && (await loadSeries(turn.store, session.body.seriesId));
  const lead = reminderLeads.find((each) => each === asked);
  if (!session || !series || !lead) return undefined;
  const isMeant = session.body.state === 'scheduled' && String(session.body.sequence) === sequence;
  return isMeant && !isOvertaken(lead, session.body, series.body, turn.now) ? { session, series, lead } : undefined;
}

/** A later reminder of the same session is due by now: it says the same with less time left. */
export function isOvertaken(lead: ReminderLead, { startsAt }: Session, { reminders }: Series, now: Date): boolean {
  const left = Date.parse(startsAt) - now.getTime();
  return left <= 0 || reminders.some((other) => leadMs[other] < leadMs[lead] && left <= leadMs[other]);
}

const isReminded = ({ answer, reminder }: Rsvp): boolean =>
  (answer === 'yes' || answer === 'maybe') && reminder === 'default';

export const reminderKind = (desk: TalkDesk): NoticeKind => ({
  kind: reminderNotice,
  lane: 'reminder',
  async recipients(turn, { subject, occurrence }) {
    if (!(await current(turn, subject, occurrence))) return [];
    const people: string[] = [];
    for await (const found of findAll(turn.store, { kind: 'rsvp', where: [['sessionId', '=', subject]] })) {
      const { body } = rsvpOf(found);
      if (isReminded(body)) people.push(body.personId);
    }
    return people;
  },
  async card(turn, { subject, occurrence }) {
    const at = await current(turn, subject, occurrence);
    const own = at && (await loadRsvp(turn.store, rsvpId(desk.hash, subject, turn.who.personId)));
    return at && own && isReminded(own.body) ? reminderCardFor(desk, turn, at) : undefined;
  },
});
