/** Faces of a series before its hosts. */
import { filler, lines } from '../../../core/samples.ts';
import type { HostSeriesData } from './host-series.card.ts';

const usual: HostSeriesData = {
  summary: 'HR and hiring office hour',
  heading: 'HR and hiring office hour',
  hasNote: false,
  noteLine: '',
  facts: lines('HR and Recruiting AI circle', 'Every two weeks, 11:00 (New York), 45 minutes', 'Host: Sam Sample'),
  dates: lines('Tue 1 Dec, 11:00 (New York)', 'Tue 15 Dec, 11:00 (New York)'),
  clocks: [],
  seriesId: 'series-1',
  canChange: true,
  canResume: false,
  canEnd: true,
  hasMeeting: false,
  meetingUrl: '',
};

export const hostSeriesSamples: Record<string, HostSeriesData> = {
  usual,
  longest: {
    ...usual,
    heading: filler(80),
    hasNote: true,
    noteLine: filler(200),
    facts: lines(...Array.from({ length: 5 }, () => filler(240))),
    dates: lines(...Array.from({ length: 5 }, () => filler(120))),
    clocks: lines(filler(160)),
    hasMeeting: true,
    meetingUrl: 'https://teams.microsoft.com/l/meeting/new?subject=HR',
  },
  rightToLeft: { ...usual, heading: 'ساعة مكتب للموارد البشرية' },
  paused: { ...usual, facts: lines('Paused'), dates: [], canChange: false, canResume: true },
  ended: { ...usual, facts: lines('Ended. Its past sessions stay.'), dates: [], canChange: false, canEnd: false },
};
