/** Faces of a decision that answers before the question is sent. */
import type { z } from 'zod';
import { longest, notAllowed, rightToLeft, withConditions } from '../../../core/samples.ts';
import type { VerdictBlock } from '../../../core/verdict-lines.ts';
import type { precedentData } from './precedent.card.ts';

type Data = z.input<typeof precedentData>;
const about = {
  summary: 'This was decided',
  contextLine: 'About: Copilot Chat · Personal',
  hasDecided: true,
  decidedLine: 'Decided on 20 Nov 2026',
  scenarioId: '',
  toolId: 't1',
  dataClassId: 'c1',
  question: 'May I?',
  urgency: 'normal',
  anonymous: 'false',
  sourceUrl: '',
};

/** What this card shows of a verdict. */
const shown = ({ sign, verdictStyle, verdictWord, reasons, conditions }: VerdictBlock) => ({
  sign,
  verdictStyle,
  verdictWord,
  reasons,
  conditions,
});

export const precedentSamples: Record<string, Data> = {
  usual: { ...shown(withConditions), ...about },
  undated: { ...shown(notAllowed), ...about, hasDecided: false, decidedLine: '' },
  longest: { ...shown(longest), ...about },
  rightToLeft: { ...shown(rightToLeft), ...about },
};
