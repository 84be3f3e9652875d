/** Faces of the card that asks for the second signature. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { signData } from './sign.card.ts';

type SignData = z.input<typeof signData>;

const usual: SignData = {
  summary: 'Open "Routine reports" to everyone?',
  heading: 'Open "Routine reports" to everyone?',
  text: 'Sam Sample has said yes. It needs you as well.',
  workflowId: 'workflow-1',
};

export const signSamples: Record<string, SignData> = {
  usual,
  longest: { ...usual, heading: filler(110), text: filler(260) },
  rightToLeft: { ...usual, heading: 'هل تفتح "التقارير" للجميع؟', text: 'وافق سام. نحتاج موافقتك أيضا.' },
};
