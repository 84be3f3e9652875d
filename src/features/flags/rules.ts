/** When a flag is due: working hours of Monday to Friday, nine to five, in the program's zone (product 7.6). */
import type { Flag } from './model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayStart = 9;
const dayEnd = 17;

/** Working hours until a flag must be answered. */
const hours: Record<Flag['urgency'], number> = { mistakeHappened: 4, today: 8, normal: 24 };

export function dueAt(now: Date, urgency: Flag['urgency'], zone: string): Date {
  const local = localClock(zone);
  let left = hours[urgency] * hourMs;
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

/** What a question is about as far as its context says; the reviewer corrects it. */
export function categoryOf(context: Flag['context'], toolIsListed: boolean): Flag['category'] {
  if (context.toolId && !toolIsListed) return 'toolNotListed';
  return context.dataClassId ? 'dataHandling' : 'other';
}
