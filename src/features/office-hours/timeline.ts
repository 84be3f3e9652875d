/** What time does to a session: its due items, each void when the session was moved or cancelled since. Pure. */
import type { WriteOperation } from '../../core/documents.ts';
import { type Due, dueOperation } from '../../core/due-item.ts';
import type { ReminderLead, Series, Session } from './model.ts';

export const agendaJob = 'sessionAgenda';
export const reminderJob = 'sessionReminder';
export const beginJob = 'sessionBegin';
export const finishJob = 'sessionFinish';
export const notesJob = 'sessionNotes';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export const leadMs: Readonly<Record<ReminderLead, number>> = { '24h': dayMs, '1h': hourMs, '15m': 15 * minuteMs };

/** Until when a reminder still helps (reliability 9): the day before, until an hour before the start; else until it begins. */
const usefulUntilOf = (lead: ReminderLead, start: number): number => (lead === '24h' ? start - hourMs : start);

/** Days until notes are asked for once more, and until the session is closed without them. */
const notesDays = { reminder: 3, end: 7 };
const lateDays = 30;

/** Due items from now on, for the write that makes or moves the session. Facts: `sequence` the session must still have. */
export function timelineOf(id: string, session: Session, series: Series, now: Date): WriteOperation[] {
  const start = Date.parse(session.startsAt);
  const end = Date.parse(session.endsAt);
  const sequence = String(session.sequence);
  const late = end + lateDays * dayMs;
  const item = (job: string, at: number, usefulUntil: number, facts: Record<string, string> = {}): Due => ({
    ...{ job, subject: id, occurrence: [...Object.values(facts), sequence].join('/'), facts: { ...facts, sequence } },
    ...{ at: new Date(Math.max(at, now.getTime())), usefulUntil: new Date(usefulUntil) },
  });
  const items = [
    item(agendaJob, start - series.agendaOpensHours * hourMs, start),
    ...series.reminders
      .filter((lead) => start - leadMs[lead] > now.getTime())
      .map((lead) => item(reminderJob, start - leadMs[lead], usefulUntilOf(lead, start), { lead })),
    item(beginJob, start, late),
    item(finishJob, end, late),
    item(notesJob, end + notesDays.reminder * dayMs, late, { step: 'reminder' }),
    item(notesJob, end + notesDays.end * dayMs, late, { step: 'end' }),
  ];
  return items.map(dueOperation);
}
