/** Faces of the receipt of a discovery. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { receiptData } from './receipt.card.ts';

type ReceiptData = z.input<typeof receiptData>;

const usual: ReceiptData = {
  summary: 'Thank you for sharing',
  discoveryId: 'discovery-1',
  heading: 'Thank you for sharing',
  title: 'Notes to tasks',
  status: 'Waiting to be looked at',
  due: 'Mon 30 Nov, 10:00 (London)',
  hasNote: false,
  noteLine: '',
  similar: [],
};

export const receiptSamples: Record<string, ReceiptData> = {
  usual,
  longest: {
    ...usual,
    title: filler(80),
    hasNote: true,
    noteLine: 'It belongs to work that not everyone may see yet, so it was not posted here.',
    similar: lines(filler(80), filler(80), filler(80), filler(80), filler(80)),
  },
  rightToLeft: { ...usual, title: 'من الملاحظات إلى المهام', similar: lines('ملاحظات الاجتماع إلى مهام') },
};
