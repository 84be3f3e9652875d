/** Faces of the card that asks somebody to take part. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { inviteData } from './invite.card.ts';

type InviteData = z.input<typeof inviteData>;

const usual: InviteData = {
  summary: 'Will you try "Handover notes with AI"?',
  pilotId: 'pilot-1',
  heading: 'Will you try "Handover notes with AI"?',
  hasProblem: false,
  problemLine: '',
  text: 'Sam Sample asks you to try AI for Shift handover, for 6 weeks. The aim: the next shift hears all of it.',
  lines: [
    { text: 'Which task you used, and when.' },
    { text: 'How it went, if you say so.' },
    { text: 'Your name is in no figure.' },
  ],
  asksLast: true,
};

export const inviteSamples: Record<string, InviteData> = {
  usual,
  wrong: { ...usual, hasProblem: true, problemLine: 'Give both the minutes and the day, or neither.' },
  running: { ...usual, asksLast: false },
  longest: {
    ...usual,
    heading: filler(110),
    text: filler(500),
    lines: Array.from({ length: 5 }, () => ({ text: filler(120) })),
  },
  rightToLeft: { ...usual, heading: 'هل تجرب ملاحظات التسليم؟', text: 'يطلب سام أن تجرب هذا لستة أسابيع.' },
};
