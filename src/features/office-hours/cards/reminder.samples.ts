/** Faces of a reminder. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { reminderData } from './reminder.card.ts';

type ReminderData = z.input<typeof reminderData>;

const usual: ReminderData = {
  summary: 'Recruiting with AI: Thu 26 Nov, 15:00 (London)',
  sessionId: 'session-1',
  title: 'Recruiting with AI',
  timeLine: 'Thu 26 Nov, 15:00 (London)',
  leftLine: 'It begins in 15 minutes.',
  hostLine: 'Hosted by Sam Sample',
  agenda: lines('How do you check a summary of interview notes?', 'Notes to tasks'),
  hasJoin: true,
  joinUrl: 'https://meet.example.com/recruiting',
};

export const reminderSamples: Record<string, ReminderData> = {
  usual,
  noLink: { ...usual, leftLine: 'It begins in 24 hours.', agenda: [], hasJoin: false, joinUrl: '' },
  longest: {
    ...usual,
    title: filler(80),
    hostLine: `Hosted by ${filler(120)}`,
    agenda: lines(...Array.from({ length: 6 }, () => filler(120))),
  },
  rightToLeft: { ...usual, title: 'التوظيف بالذكاء الاصطناعي', agenda: lines('كيف نراجع الملخص؟') },
};
