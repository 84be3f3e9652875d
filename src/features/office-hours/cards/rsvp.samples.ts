/** Faces of where somebody stands with a session. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { rsvpData } from './rsvp.card.ts';

type RsvpData = z.input<typeof rsvpData>;

const usual: RsvpData = {
  summary: 'Office hours: Recruiting with AI',
  sessionId: 'session-1',
  title: 'Recruiting with AI',
  statusLine: "You're coming.",
  hasNote: false,
  noteLine: '',
  timeLine: 'Thu 26 Nov, 15:00 (London)',
  hostLine: 'Hosted by Sam Sample',
  agenda: lines('How do you check a summary of interview notes?', 'Notes to tasks'),
  hasJoin: true,
  joinUrl: 'https://meet.example.com/recruiting',
  canYes: false,
  canMaybe: true,
  canNo: true,
  hasTopics: true,
  canStop: true,
  canRemind: false,
};

export const rsvpSamples: Record<string, RsvpData> = {
  usual,
  open: {
    ...{ ...usual, statusLine: 'Are you coming?', agenda: [], hasJoin: false },
    ...{ canYes: true, canStop: false },
  },
  quiet: {
    ...{ ...usual, statusLine: 'Maybe you come.', hasNote: true, noteLine: 'No reminders of this one any more.' },
    ...{ canYes: true, canMaybe: false, canStop: false, canRemind: true },
  },
  over: {
    ...{ ...usual, statusLine: 'This session is over.', agenda: [], hasJoin: false, canMaybe: false, canNo: false },
    ...{ hasTopics: false, canStop: false },
  },
  longest: {
    ...usual,
    title: filler(80),
    statusLine: 'You are number 180 on the waiting list.',
    hostLine: `Hosted by ${filler(120)}`,
    agenda: lines(...Array.from({ length: 8 }, () => filler(120))),
  },
  rightToLeft: { ...usual, title: 'التوظيف بالذكاء الاصطناعي', agenda: lines('كيف نراجع الملخص؟') },
};
