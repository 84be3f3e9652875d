/** When a flag is due: working hours of Monday to Friday, nine to five, in the program's zone (product 7.6). */
import type { Flag } from './model.ts';

const hourMs = 3_600_000;
const dayStart = 9;
const dayEnd = 17;

/** Working hours until a flag must be answered. */
const hours: Record<Flag['urgency'], number> = { mistakeHappened: 4, today: 8, normal: 24 };

export function dueAt(now: Date, urgency: Flag['urgency'], zone: string): Date {
  let left = hours[urgency];
  let at = now.getTime();
  // Hour by hour: a due time is days away at most, and clock changes come out right without a calendar of our own.
  while (left > 0) {
    at += hourMs;
    if (isWorking(new Date(at - hourMs), zone)) left--;
  }
  return new Date(at);
}

function isWorking(instant: Date, zone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  return !['Sat', 'Sun'].includes(part('weekday')) && hour >= dayStart && hour < dayEnd;
}

/** What a question is about as far as its context says; the reviewer corrects it. */
export function categoryOf(context: Flag['context'], toolIsListed: boolean): Flag['category'] {
  if (context.toolId && !toolIsListed) return 'toolNotListed';
  return context.dataClassId ? 'dataHandling' : 'other';
}
