/** Faces of the receipt. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { receiptData } from './receipt.card.ts';

const usual: z.input<typeof receiptData> = {
  summary: 'Thank you for asking',
  flagId: 'f1',
  heading: 'Thank you for asking',
  question: 'May I paste the notes of an exit talk when I take out the name?',
  status: 'Waiting to be looked at',
  due: 'Thursday, 26 November 2026, 17:00',
};

export const receiptSamples: Record<string, z.input<typeof receiptData>> = {
  usual,
  longest: { ...usual, question: filler(800) },
  rightToLeft: { ...usual, question: 'هل يمكنني لصق ملاحظات المقابلة هنا؟', due: 'الخميس، ٢٦ نوفمبر ٢٠٢٦، ١٧:٠٠' },
};
