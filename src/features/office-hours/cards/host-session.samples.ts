/** Faces of a session before its host. */
import { filler, lines } from '../../../core/samples.ts';
import type { HostSessionData } from './host-session.card.ts';

const usual: HostSessionData = {
  summary: 'HR and hiring office hour',
  heading: 'HR and hiring office hour',
  hasNote: false,
  noteLine: '',
  facts: lines(
    'Tue 24 Nov, 11:00 (New York), 45 minutes',
    'For you: Tue 24 Nov, 17:00 (Madrid)',
    'Host: Sam Sample',
    '3 of 20 places taken, 2 waiting',
  ),
  sessionId: 'session-1',
  seriesId: 'series-1',
  canMove: true,
  canRehost: true,
  hasNotes: false,
};

export const hostSessionSamples: Record<string, HostSessionData> = {
  usual,
  longest: {
    ...usual,
    heading: filler(80),
    hasNote: true,
    noteLine: filler(160),
    facts: lines(...Array.from({ length: 6 }, () => filler(240))),
  },
  rightToLeft: { ...usual, heading: 'ساعة مكتب للموارد البشرية' },
  over: { ...usual, facts: lines('Over. Notes are still missing.'), canMove: false, canRehost: false, hasNotes: true },
};
