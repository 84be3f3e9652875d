/** Faces of the receipt of a tool request. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { receiptData } from './receipt.card.ts';

type Data = z.input<typeof receiptData>;

const usual: Data = {
  summary: 'Thank you for telling us',
  requestId: 'r1',
  heading: 'Thank you for telling us',
  toolName: 'Example note taker',
  lines: lines('Instead: Copilot Chat (Allowed with conditions)', '• Work account only.'),
  status: 'Waiting to be looked at',
  look: 'A closer look',
  due: 'Mon 30 Nov, 10:00 (London)',
  hasDemand: true,
  demandLine: '4 people asked for this.',
  hasOther: true,
};

export const receiptSamples: Record<string, Data> = {
  usual,
  nothingElse: {
    ...usual,
    lines: lines('No other tool is cleared for this data yet. Use invented data for now.'),
    hasDemand: false,
    demandLine: '',
    hasOther: false,
  },
  longest: {
    ...usual,
    toolName: filler(80),
    lines: lines('Instead: ChatGPT business plan, if contracted (Allowed with conditions)', `• ${filler(160)}`),
    look: 'A careful look, as it touches sensitive data or decisions about people',
  },
  rightToLeft: { ...usual, toolName: 'مدون الملاحظات', due: 'الخميس، ٢٦ نوفمبر ٢٠٢٦، ١٧:٠٠' },
};
