/** The owner's week in words: for its card, and for the head of the list in the tab. */
import { shorten } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { WorkLine } from '../../core/work-item.ts';
import { pilotWeek, type Week, weekOf } from './week.ts';
import type { WeekDeps } from './week-desk.ts';
import { type Loaded, loadWeek } from './week-load.ts';

export interface WeekWords {
  readonly week: Week;
  /** The one thing that matters. */
  readonly first: string;
  /** Counts, pilots and figures, a line each. */
  readonly lines: readonly string[];
  readonly isEmpty: boolean;
}

export async function weekWords(deps: WeekDeps, turn: Turn): Promise<WeekWords> {
  const loaded = await loadWeek(deps, turn);
  const week = weekOf(loaded.lines);
  const questions = await deps.openQuestions(turn);
  const lines = [...(await pilotLines(deps, turn, loaded)), ...countLines(turn, week, questions)];
  const isEmpty = week.due === 0 && questions === 0 && loaded.pilots.length === 0;
  return { week, first: firstLine(turn, week, loaded), lines, isEmpty };
}

function firstLine(turn: Turn, { first }: Week, { pilots }: Loaded): string {
  const { words, now, who } = turn;
  if (first) {
    const when = first.dueAt ? readableTime(new Date(first.dueAt), who.zone, who.locale) : '';
    const key = first.isLate ? 'week.first.late' : when ? 'week.first.due' : 'week.first.open';
    return words(key, { title: first.title, when });
  }
  const at = pilots.map((pilot) => pilotWeek(pilot, now)).find((each) => each !== undefined);
  return at ? words('week.clearPilot', { ...at }) : words('week.clear');
}

async function pilotLines({ figures }: WeekDeps, turn: Turn, { pilots }: Loaded): Promise<string[]> {
  const { words, now } = turn;
  const lines = await Promise.all(
    pilots.map(async (pilot) => {
      const at = pilotWeek(pilot, now);
      if (!at) return [];
      const { name } = pilot;
      const line = pilot.state === 'deciding' ? words('week.deciding', { name }) : words('week.pilot', { name, ...at });
      return [sentences(line, await figures(turn, pilot))];
    }),
  );
  return lines.flat();
}

const sentences = (...parts: (string | false)[]): string => parts.filter(Boolean).join(' ');

function countLines({ words }: Turn, { due, late }: Week, questions: number): string[] {
  return [
    ...(due > 0
      ? [sentences(words('week.counts', { count: due }), late > 0 && words('week.lateOf', { count: late }))]
      : []),
    ...(questions > 0 ? [words('week.questions', { count: questions })] : []),
  ];
}

/** A line on a phone. */
const longestAbout = 90;

/** How it stands, what it is about and until when. */
export function rowText({ words, who }: Turn, { about, status, dueAt, isLate }: WorkLine): string {
  const when = dueAt ? readableTime(new Date(dueAt), who.zone, who.locale) : '';
  const due = when && words(isLate ? 'week.was' : 'week.until', { when });
  return [status.word, shorten(about, longestAbout), due].filter(Boolean).join(' · ');
}
