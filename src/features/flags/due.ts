/** When a flag is due: working hours of Monday to Friday, nine to five, in the program's zone (product 7.6). */
import type { Flag } from './model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayStart = 9;
const dayEnd = 17;

/** Working hours until a flag must be answered. */
const hours: Record<Flag['urgency'], number> = { mistakeHappened: 4, today: 8, normal: 24 };

export const dueAt = (now: Date, urgency: Flag['urgency'], zone: string): Date => afterHours(now, hours[urgency], zone);

/** Five working days from the pass. */
export const passedDue = (now: Date, zone: string): string => afterHours(now, 5 * 8, zone).toISOString();

export const reopenedDue = (now: Date, urgency: Flag['urgency'], zone: string): string =>
  dueAt(now, urgency, zone).toISOString();

/** The time that somebody was waited for is given back. */
export const movedDue = (due: string, stoppedAt: string, now: Date): string =>
  new Date(Date.parse(due) + now.getTime() - Date.parse(stoppedAt)).toISOString();

function afterHours(now: Date, working: number, zone: string): Date {
  const local = localClock(zone);
  let left = working * hourMs;
  let at = now.getTime();
  // From full hour to full hour of the zone: days away at most, and clock changes come out right without a calendar.
  while (left > 0) {
    const { isWorking, toNextHour } = local(at);
    const step = isWorking ? Math.min(left, toNextHour) : toNextHour;
    if (isWorking) left -= step;
    at += step;
  }
  return new Date(at);
}

/** Reads an instant in a zone: within working hours or not, and the time to the next full hour there. */
function localClock(zone: string): (at: number) => { isWorking: boolean; toNextHour: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
    const hour = Number(part('hour'));
    return {
      isWorking: !['Sat', 'Sun'].includes(part('weekday')) && hour >= dayStart && hour < dayEnd,
      toNextHour: hourMs - Number(part('minute')) * minuteMs - (at % minuteMs),
    };
  };
}
