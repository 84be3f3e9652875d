/** What is taken along from the tab into a calendar: one session, or a whole series with what differs from its rule. */
import type { CalendarEntry } from '../../core/calendar-file.ts';
import { findAll } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { seriesEntries, sessionEntry } from './calendar-entries.ts';
import type { Desk } from './desk.ts';
import { type Loaded, sessionOf } from './documents.ts';
import type { Series, Session } from './model.ts';
import type { CalendarFile } from './session-contract.ts';

type Writing = Pick<Desk, 'writeCalendar'>;

export const sessionFile = (desk: Writing, session: Loaded<Session>, series: Loaded<Series>): CalendarFile =>
  fileOf(desk, series, [sessionEntry(session, series, 'full')]);

export async function seriesFile(desk: Writing, { store }: Turn, series: Loaded<Series>): Promise<CalendarFile> {
  const sessions: Loaded<Session>[] = [];
  for await (const document of findAll(store, { kind: 'session', where: [['seriesId', '=', series.id]] }))
    sessions.push(sessionOf(document));
  return fileOf(desk, series, seriesEntries({ series, sessions, detail: 'full' }));
}

const fileOf = (
  { writeCalendar }: Writing,
  { body: { title } }: Loaded<Series>,
  entries: readonly CalendarEntry[],
): CalendarFile => ({ name: `${nameOf(title)}.ics`, text: writeCalendar({ name: title, entries }) });

const longestName = 60;

/** A title as every system takes it for the name of a file. */
function nameOf(title: string): string {
  const plain = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, longestName);
  return plain.replaceAll(/^-+|-+$/g, '') || 'fieldbook';
}
