/** Faces of a host's little forms. */
import { filler, lines } from '../../../core/samples.ts';
import type { HostFormData } from './host-form.card.ts';

const usual: HostFormData = {
  summary: 'Move this session',
  heading: 'Move this session',
  title: 'HR and hiring office hour: Tue 24 Nov, 11:00 (New York), 45 minutes',
  intro: 'Whoever said that they come is told at once. Their places stay.',
  problems: [],
  whatId: 'move',
  sessionId: 'session-1',
  seriesId: '',
  isOfSession: true,
  asksTime: true,
  day: '2026-11-25',
  timeLabel: 'Time (New York)',
  time: '11:00',
  asksDate: false,
  date: '',
  dates: [],
  asksHost: false,
  hostId: '',
  hosts: [],
  asksReason: true,
  needsReason: false,
  reason: '',
  goTitle: 'Move',
};
const ofSeries = { sessionId: '', seriesId: 'series-1', isOfSession: false, asksTime: false } as const;

export const hostFormSamples: Record<string, HostFormData> = {
  usual,
  longest: {
    ...usual,
    ...ofSeries,
    heading: 'Skip a date',
    title: filler(160),
    intro: filler(160),
    whatId: 'skip',
    asksDate: true,
    date: '2026-12-01',
    dates: Array.from({ length: 10 }, (_, at) => ({ title: filler(80), choiceId: `2026-12-${at + 10}` })),
    reason: filler(240),
    goTitle: 'Skip',
  },
  rightToLeft: { ...usual, title: 'ساعة مكتب للموارد البشرية', reason: 'المضيف غير متاح.' },
  rehost: {
    ...usual,
    heading: 'Give this session to another host',
    whatId: 'rehost',
    asksTime: false,
    asksHost: true,
    hostId: 'person-1',
    hosts: [
      { title: 'Sam Sample', choiceId: 'person-1' },
      { title: 'Alex Example', choiceId: 'person-2' },
    ],
    asksReason: false,
    goTitle: 'Hand over',
  },
  cancel: {
    ...usual,
    heading: 'Cancel this session',
    intro: 'Whoever said that they come is told at once, with your reason. Its topics wait for another session.',
    whatId: 'cancel',
    asksTime: false,
    needsReason: true,
    goTitle: 'Cancel it',
  },
  problem: {
    ...usual,
    problems: lines('This start is in the past. Please give a later one.'),
  },
};
