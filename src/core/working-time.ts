/** Working hours of Monday to Friday, nine to five, in a zone (product 7.6). */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayStart = 9;
const dayEnd = 17;

export const workingDay = dayEnd - dayStart;

/** The instant at which so many working hours have passed since `from`. */
export function afterWorkingHours(from: Date, hours: number, zone: string): Date {
  const local = localClock(zone);
  let left = hours * hourMs;
  let at = from.getTime();
  // From full hour to full hour of the zone: days away at most, and clock changes come out right without a calendar.
  while (left > 0) {
    const { isWorking, toNextHour } = local(at);
    const step = isWorking ? Math.min(left, toNextHour) : toNextHour;
    if (isWorking) left -= step;
    at += step;
  }
  return new Date(at);
}

/** Working hours that lie between two instants. */
export function workingHoursBetween(from: Date, to: Date, zone: string): number {
  const local = localClock(zone);
  let worked = 0;
  for (let at = from.getTime(); at < to.getTime(); ) {
    const { isWorking, toNextHour } = local(at);
    const step = Math.min(toNextHour, to.getTime() - at);
    if (isWorking) worked += step;
    at += step;
  }
  return worked / hourMs;
}

export const afterWorkingDays = (from: Date, days: number, zone: string): Date =>
  afterWorkingHours(from, days * workingDay, zone);

/** A due time whose clock stood still since `stoppedAt`: the time that somebody was waited for is given back. */
export const movedDue = (due: string, stoppedAt: string, now: Date): string =>
  new Date(Date.parse(due) + now.getTime() - Date.parse(stoppedAt)).toISOString();

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
