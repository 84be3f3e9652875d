/** Faces of the prompt as others in the chat read it. */
import type { z } from 'zod';
import { textLines } from '../../../core/lines.ts';
import { filler } from '../../../core/samples.ts';
import { promptText } from './done.samples.ts';
import type { filledData } from './filled.card.ts';

type FilledData = z.input<typeof filledData>;

const usual: FilledData = {
  summary: 'Prompt: Shift notice from facts',
  scenarioId: 'scenario-1',
  fromLine: 'Prompt from the playbook',
  title: 'Shift notice from facts',
  lines: textLines(promptText),
  verdictShort: 'Allowed: Copilot Chat with Public data',
  hasCopy: true,
  text: promptText,
  canLaunch: false,
  launchUrl: 'https://example.com/',
};

export const filledSamples: Record<string, FilledData> = {
  usual,
  launch: { ...usual, canLaunch: true, launchUrl: 'https://chat.example.com/?q=Write%20a%20short%20notice' },
  longest: { ...usual, title: filler(80), lines: textLines(filler(4800)), text: filler(4800) },
  tooLongToCopy: { ...usual, lines: textLines(`${filler(900)}\n\n`.repeat(12)), hasCopy: false, text: '' },
  rightToLeft: {
    ...usual,
    title: 'وصف وظيفي من ملاحظات المقابلة',
    lines: textLines('اكتب مسودة قصيرة من الملاحظات التالية.\nلا تضف شيئا من عندك.'),
    text: 'اكتب مسودة قصيرة من الملاحظات التالية.\nلا تضف شيئا من عندك.',
  },
};
