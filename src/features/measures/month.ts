/** On the first Monday of a month owners and HR leads get its figures: at nine in their own zone, each of what they may read (product 8.5). */
import type { WriteOperation } from '../../core/documents.ts';
import type { Job } from '../../core/feature.ts';
import { atLocal } from '../../core/local-time.ts';
import { type NoticeKind, noticeOperation } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import { nextTime, type Recurring } from '../../core/recurring.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { type MonthData, monthCard } from './cards/month.card.ts';
import type { MeasureShown } from './contract.ts';
import type { MeasureDeps } from './desk.ts';
import { read } from './read.ts';
import { shownMeasures } from './shown.ts';

export const monthNotice = 'ownerMonth';
const jobName = 'ownerMonth';
const hour = '09:00';
const usefulDays = 7;
/** Notices of one write; more leads than this no organisation of the size has. */
const mostPeople = 90;
const hourMs = 3_600_000;
/** The first place on earth where it is nine o'clock on a Monday lies fourteen hours ahead of UTC. */
const aheadMs = (24 - 9 + 14) * hourMs;

/** The first Monday of the month of this day, or of the next one where that is over. */
export function firstMonday(from: string): string {
  const first = firstMondayOf(from.slice(0, 7));
  return first >= from ? first : firstMondayOf(addDays(`${from.slice(0, 7)}-28`, 4).slice(0, 7));
}

function firstMondayOf(month: string): string {
  const weekday = new Date(`${month}-01T00:00:00Z`).getUTCDay();
  return addDays(`${month}-01`, (8 - weekday) % 7);
}

/** Before it is nine o'clock anywhere. */
const plannedAt = (monday: string): Date => new Date(Date.parse(`${addDays(monday, 1)}T00:00:00Z`) - aheadMs);

export const monthly: Recurring = {
  job: jobName,
  next(after) {
    const monday = firstMonday(dayOf(after));
    const at = plannedAt(monday);
    return at > after ? at : plannedAt(firstMonday(addDays(monday, 1)));
  },
};

export const monthJob = (deps: MeasureDeps): Job => ({
  name: jobName,
  async run(turn, { dueAt }) {
    const monday = dayOf(new Date(Date.parse(dueAt) + aheadMs - 24 * hourMs));
    const people = (await leadsOf(deps, turn)).slice(0, mostPeople);
    const notices = await Promise.all(people.map((id) => planned(deps, turn, { id, monday })));
    return [...notices.flat(), nextTime(monthly, turn.now)];
  },
});

async function leadsOf(deps: MeasureDeps, turn: Turn): Promise<string[]> {
  const [{ departments }, pilots] = await Promise.all([deps.work(turn), deps.pilots(turn)]);
  const everywhere = deps.holders(turn, ['owner', 'hrLead']);
  const inOne = departments.map(({ id }) => deps.holders(turn, ['owner'], id));
  const holders = (await Promise.all([everywhere, ...inOne])).flat();
  const running = pilots.filter(({ state }) => state === 'running' || state === 'deciding');
  return [...new Set([...holders, ...running.flatMap(({ ownerId, hrLeadId }) => [ownerId, hrLeadId])])].toSorted();
}

/** Nothing where the Monday is over: nobody reads a month twice, or long after. */
async function planned(
  deps: MeasureDeps,
  turn: Turn,
  { id, monday }: { readonly id: string; readonly monday: string },
): Promise<WriteOperation[]> {
  const { at } = atLocal(monday, hour, await deps.zoneOf(turn, id));
  const usefulUntil = new Date(at.getTime() + usefulDays * 24 * hourMs);
  if (usefulUntil <= turn.now) return [];
  const occurrence = monday.slice(0, 7);
  return [noticeOperation(at, { kind: monthNotice, subject: occurrence, audience: id, occurrence }, usefulUntil)];
}

export const monthNotices = (deps: MeasureDeps): NoticeKind[] => [
  {
    kind: monthNotice,
    lane: 'answers',
    recipients: async (_, { audience }) => [audience],
    async card(turn) {
      const found = await read(deps, turn, { range: '4' });
      if (found.kind !== 'read') return undefined;
      const data = monthView(turn, found, `${deps.publicUrl}/tab/measures`);
      return monthCard.render(data, turn.words, placeOf(turn));
    },
  },
];

function monthView(
  { words }: Turn,
  { about, measures }: Extract<Awaited<ReturnType<typeof read>>, { kind: 'read' }>,
  link: string,
): MonthData {
  const heading = words('measure.month');
  // The thirteenth counts presses on a card and says nothing of a month.
  const rows = shownMeasures(measures, words).filter(({ id }) => id !== 'M13');
  return { summary: heading, heading, about, rows: rows.map(rowOf), link };
}

function rowOf({ title, lines, estimate }: MeasureShown): MonthData['rows'][number] {
  const [first] = lines;
  const isShown = first !== undefined && first.value !== '';
  const label = isShown ? `${first.label}: ${first.value}` : '-';
  const note = [first?.nLine, first?.reason, estimate].filter(Boolean).join(' · ');
  return { title, isShown, value: label, note: note === '' ? '-' : note };
}
