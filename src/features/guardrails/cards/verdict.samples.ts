/** Faces of the verdict: its four words, the longest and one from right to left. */
import type { z } from 'zod';
import { allowed, filler, longest, notAllowed, rightToLeft, undecided, withConditions } from '../../../core/samples.ts';
import type { verdictData } from './verdict.card.ts';

type VerdictData = z.input<typeof verdictData>;

const asked = {
  question: 'copilot with interview notes',
  questionLine: 'You asked: copilot with interview notes',
  toolId: 'tool-1',
  dataClassId: 'class-2',
  alternativeId: '',
  hasFine: false,
  fineLine: '',
  hasDecided: true,
  decidedLine: 'Decided on 2 November 2026',
  offersFlag: false,
  offersRequest: false,
  askedTool: '',
};

export const verdictSamples: Record<string, VerdictData> = {
  usual: {
    ...asked,
    ...withConditions,
    summary: 'Allowed with conditions: Microsoft 365 Copilot with Internal data. Work account only.',
    alternativeId: 'tool-2',
  },
  allowed: { ...asked, ...allowed, summary: 'Allowed: Copilot Chat with Public data', questionLine: 'Can I use it?' },
  undecided: {
    ...asked,
    ...undecided,
    summary: 'Not decided yet: a tool that is not on our list with Customer data',
    toolId: 'unlisted:notebot',
    alternativeId: 'tool-2',
    hasDecided: false,
    decidedLine: '',
    offersFlag: true,
    offersRequest: true,
    askedTool: 'notebot',
  },
  notAllowed: {
    ...asked,
    ...notAllowed,
    summary: 'Not allowed: ChatGPT, own account with Confidential data',
    hasFine: true,
    fineLine: 'Fine with Public data.',
  },
  longest: {
    ...asked,
    ...longest,
    summary: filler(300),
    question: filler(200),
    questionLine: `You asked: ${filler(200)}`,
    alternativeId: 'tool-2',
    hasFine: true,
    fineLine: 'Fine with Public data.',
    offersFlag: true,
  },
  rightToLeft: {
    ...asked,
    ...rightToLeft,
    summary: 'مسموح بشروط',
    questionLine: 'سألت: ملاحظات المقابلة',
    alternativeId: 'tool-2',
  },
};
