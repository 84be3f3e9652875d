/** Faces of the message that a session has changed. */
import { filler, lines } from '../../../core/samples.ts';
import type { ChangedData } from './changed.card.ts';

const usual: ChangedData = {
  summary: 'Session moved: HR and hiring office hour',
  heading: 'Session moved',
  title: 'HR and hiring office hour',
  lines: lines('Before: Tue 24 Nov, 17:00 (Madrid)', 'Now: Wed 25 Nov, 17:00 (Madrid)'),
  hasReason: true,
  reason: 'The host is away on Tuesday.',
  sessionId: 'session-1',
  canOpen: true,
  canLeave: true,
};

export const changedSamples: Record<string, ChangedData> = {
  usual,
  longest: {
    ...usual,
    title: filler(80),
    lines: lines(filler(120), filler(120), filler(160)),
    reason: filler(240),
  },
  rightToLeft: { ...usual, title: 'ساعة مكتب للموارد البشرية', reason: 'المضيف غير متاح يوم الثلاثاء.' },
  cancelled: {
    ...usual,
    summary: 'Session cancelled: HR and hiring office hour',
    heading: 'Session cancelled',
    lines: lines('It was: Tue 24 Nov, 17:00 (Madrid)'),
    canOpen: false,
    canLeave: false,
  },
  rehosted: {
    ...usual,
    heading: 'You host this session now',
    lines: lines('When: Tue 24 Nov, 17:00 (Madrid)'),
    hasReason: false,
    reason: '',
    canLeave: false,
  },
};
