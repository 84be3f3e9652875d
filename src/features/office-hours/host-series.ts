/** One series before those who run it, and why a press on it did nothing. */
import { newMeetingLink } from '../../core/meeting-link.ts';
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { hostSeriesCard } from './cards/host-series.card.ts';
import type { Desk } from './desk.ts';
import { forbidden } from './plan-open.ts';
import { datesAhead } from './series-dates.ts';
import { type RefusedSeries, type SeriesSeen, seeSeries } from './series-press.ts';
import { isOpenFor, mayDo, type SeriesEventName } from './series-rules.ts';
import { clockLines, dateLines, hostLine, ruleLine } from './series-view.ts';

const datesShown = 5;

export async function openHostSeries(desk: Desk, turn: Turn, seriesId: string, noteLine = ''): Promise<Answer> {
  const seen = await seeSeries(desk, turn, seriesId);
  if (!seen) return refused(turn, 'not_found');
  if (!seen.actor.isHost && !seen.actor.isAdmin) return forbidden(desk, turn, seen.community);
  const card = hostSeriesCard.render(await dataOf(desk, turn, seen, noteLine), turn.words, placeOf(turn));
  return { kind: 'form', title: card.summary, card, size: 'medium' };
}

async function dataOf(desk: Desk, turn: Turn, seen: SeriesSeen, noteLine: string) {
  const { loaded, community } = seen;
  const { body: series } = loaded;
  const { words } = turn;
  const dates = series.state === 'active' ? datesAhead(series, turn.now, datesShown) : [];
  const meetingUrl = meetingLink(turn, seen);
  const facts = [
    series.state === 'active' ? '' : words(`series.state.${series.state}`),
    community.name,
    ruleLine(turn, series),
    await hostLine(desk, turn, series.hostIds),
    series.meeting.joinUrl ?? words(`plan.noLink.${series.meeting.kind}`),
  ];
  return {
    ...{ summary: series.title, heading: series.title, hasNote: noteLine !== '', noteLine },
    facts: lines(facts),
    dates: lines(dateLines(turn, community, dates)),
    clocks: lines(clockLines(turn, series, dates)),
    seriesId: loaded.id,
    canChange: may(seen, 'change'),
    canResume: may(seen, 'resume'),
    canEnd: may(seen, 'end'),
    ...{ hasMeeting: meetingUrl !== '' && may(seen, 'change'), meetingUrl },
  };
}

const lines = (texts: readonly string[]) => texts.filter((text) => text !== '').map((text) => ({ text }));

const may = ({ loaded, actor }: SeriesSeen, name: SeriesEventName): boolean =>
  isOpenFor(loaded.body, name) && mayDo(name, actor);

/** Teams' own form, filled in: the meeting is made there, its link pasted here. */
export function meetingLink(
  { now }: Pick<Turn, 'now'>,
  { loaded: { body: series } }: Pick<SeriesSeen, 'loaded'>,
): string {
  const [next] = datesAhead(series, now, 1);
  if (series.meeting.kind !== 'newMeetingLink' || series.meeting.joinUrl || !next) return '';
  const { startsAt, endsAt } = next;
  return newMeetingLink({ title: series.title, startsAt, endsAt, text: series.purpose });
}

/** What has changed meanwhile shows as it is. */
export async function refusedSeries(desk: Desk, turn: Turn, pressed: RefusedSeries): Promise<Answer> {
  switch (pressed.kind) {
    case 'missing':
      return refused(turn, 'not_found');
    case 'stale':
      return refused(turn, 'stale');
    case 'refused':
      if (pressed.why === 'forbidden') return forbidden(desk, turn, pressed.seen.community);
      return openHostSeries(desk, turn, pressed.seen.loaded.id, turn.words(`series.not.${pressed.why}`));
  }
}
