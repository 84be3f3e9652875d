/** Faces of the list of office hours. */
import { filler } from '../../../core/samples.ts';
import type { HoursData } from './hours.card.ts';

const session = {
  sessionId: 'session-1',
  title: 'HR and hiring office hour',
  text: 'Tue 24 Nov, 17:00 (Madrid) · 3 of 20 places taken, 2 waiting',
};
const series = { seriesId: 'series-1', title: 'HR and hiring office hour', text: 'Every two weeks, 11:00 (New York)' };

const usual: HoursData = {
  summary: 'Office hours',
  heading: 'Office hours',
  hasNote: false,
  noteLine: '',
  sessions: [session, { ...session, sessionId: 'session-2', text: 'Tue 8 Dec, 17:00 (Madrid)' }],
  runs: [],
  series: [],
  canStart: false,
  startTitle: 'Start here',
  canHost: false,
};

export const hoursSamples: Record<string, HoursData> = {
  usual,
  empty: {
    ...usual,
    hasNote: true,
    noteLine: 'No office hours are planned here yet. You can start them.',
    sessions: [],
    canStart: true,
    canHost: true,
  },
  host: {
    ...usual,
    heading: 'What you host',
    sessions: [],
    runs: [session],
    series: [series],
    canStart: true,
    startTitle: 'New series',
  },
  longest: {
    ...usual,
    hasNote: true,
    noteLine: filler(200),
    sessions: Array.from({ length: 10 }, (_, at) => ({
      sessionId: `session-${at}`,
      title: filler(80),
      text: filler(160),
    })),
    runs: Array.from({ length: 10 }, (_, at) => ({ sessionId: `session-${at}`, title: filler(80), text: filler(160) })),
    series: Array.from({ length: 10 }, (_, at) => ({ seriesId: `series-${at}`, title: filler(80), text: filler(160) })),
    canStart: true,
    canHost: true,
  },
  rightToLeft: { ...usual, sessions: [{ ...session, title: 'ساعة مكتب للموارد البشرية' }] },
};
