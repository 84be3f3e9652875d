/** What a plan of the tab will be, while it is typed: as far as it can be said, with all that stands in the way. */

import { isZone } from '../../core/locale.ts';
import type { Occurrence } from '../../core/recurrence.ts';
import { typedSchedule } from '../../core/schedule-problems.ts';
import type { Turn } from '../../core/turn.ts';
import type { Access } from './access.ts';
import { changeLines, factLines, postLine } from './plan-preview.ts';
import { readWish, scheduleFrom } from './plan-wish.ts';
import type { SeriesDates, SeriesPreview } from './series-contract.ts';
import { datesAhead, type Planned } from './series-dates.ts';
import { judgeSeries, type SeriesSeen } from './series-press.ts';
import { planned } from './series-rules.ts';
import { clockOn, ruleLine } from './series-view.ts';
import type { TalkDesk } from './talk-desk.ts';

const datesShown = 5;

export interface Foreseeing {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly access: Access;
  /** Of a change: what stands there. */
  readonly seen?: SeriesSeen;
}

export async function foreseen(desk: TalkDesk, turn: Turn, { raw, access, seen }: Foreseeing): Promise<SeriesPreview> {
  const { community } = access;
  const before = seen?.loaded.body;
  const also = [turn.who.personId, ...(before?.hostIds ?? [])];
  const kept = before ? { reminders: before.reminders } : {};
  const read = readWish(turn, { raw, community, also, ...kept });
  const posted = await postLine(desk, turn, community.addresses.length, seen !== undefined);
  if (read.kind === 'problems') return { ...partly(turn, raw), posted, problems: [...read.problems] };
  const event = { name: 'change', wish: read.wish } as const;
  const judged = seen ? await judgeSeries(desk, turn, { seriesId: seen.loaded.id, event }) : undefined;
  const change = judged?.kind === 'ready' ? judged : undefined;
  const series = change?.after ?? planned(read.wish, turn.who.personId, turn.now);
  return {
    ...{ title: series.title, facts: await factLines(desk, turn, series), zone: series.zone, posted, problems: [] },
    dates: dateParts(turn, series, datesAhead(series, turn.now, datesShown)),
    changes: change ? changeLines(turn, change) : [],
  };
}

/** The dates show as soon as they can be told, whatever else is missing. */
function partly(turn: Turn, raw: Foreseeing['raw']): Omit<SeriesPreview, 'posted' | 'problems'> {
  const nothing = { title: String(raw.title ?? ''), facts: [], changes: [], zone: 'UTC', dates: [] };
  const typed = typedSchedule.safeParse(scheduleFrom(raw));
  if (!typed.success || !isZone(typed.data.zone)) return nothing;
  const plan = { ...typed.data, skipDates: [], earlier: [] };
  const facts = [String(raw.purpose ?? ''), ruleLine(turn, plan)].filter((text) => text !== '');
  return { ...nothing, facts, zone: plan.zone, dates: dateParts(turn, plan, datesAhead(plan, turn.now, datesShown)) };
}

export const dateParts = (turn: Pick<Turn, 'words'>, series: Planned, dates: readonly Occurrence[]): SeriesDates =>
  dates.map((date) => ({
    ...{ startsAt: date.startsAt.toISOString(), endsAt: date.endsAt.toISOString() },
    clock: clockOn(turn, series, date),
  }));
