/** The calendar that the configuration names: one mailbox, or none. */
import type { CalendarPort } from '../core/calendar.ts';
import type { GraphOptions } from './calendar.ts';

export async function openCalendar(
  mailbox: string | undefined,
  options: Omit<GraphOptions, 'mailbox'>,
): Promise<CalendarPort | undefined> {
  if (!mailbox) return undefined;
  // Loaded only here: most installations have no such mailbox.
  const { graphCalendar } = await import('./calendar.ts');
  return graphCalendar({ mailbox, ...options });
}
