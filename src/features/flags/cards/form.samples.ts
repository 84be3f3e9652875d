/** Faces of the flag form. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { formData } from './form.card.ts';

type FormData = z.input<typeof formData>;

const empty: FormData = {
  summary: 'Flag a gray area',
  hasContext: false,
  contextLine: '',
  hasProblem: false,
  problemLine: '',
  question: '',
  urgency: 'normal',
  urgencies: [
    { title: 'No rush', choiceId: 'normal' },
    { title: 'Today', choiceId: 'today' },
    { title: 'Something may have gone wrong', choiceId: 'mistakeHappened' },
  ],
  scenarioId: '',
  toolId: '',
  dataClassId: '',
  sourceUrl: '',
  anonymous: 'false',
  anyway: '',
  isAsked: false,
};

const usual: FormData = {
  ...empty,
  isAsked: true,
  hasContext: true,
  contextLine: 'About: Policy in plain words · Copilot Chat · Internal',
  question: 'May I paste the notes of an exit talk when I take out the name?',
  scenarioId: 'scenario-1',
  toolId: 'tool-1',
  dataClassId: 'class-1',
};

export const formSamples: Record<string, FormData> = {
  usual,
  empty,
  longest: {
    ...usual,
    contextLine: 'About: Channel plan and search strings for a sourcing brief · ChatGPT business plan, if contracted',
    question: filler(800),
    urgency: 'mistakeHappened',
    sourceUrl: 'https://teams.example.com/l/message/19:channel/1700000000000',
  },
  rightToLeft: { ...usual, contextLine: 'عن: سياسة العمل عن بعد', question: 'هل يمكنني لصق ملاحظات المقابلة هنا؟' },
  problem: { ...empty, hasProblem: true, problemLine: 'Your question: please fill this in.', urgency: 'today' },
};
