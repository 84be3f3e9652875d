/** Faces of the small card. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { resultData } from './result.card.ts';

type ResultData = z.input<typeof resultData>;

const usual: ResultData = {
  sign: '!',
  verdictStyle: 'warning',
  summary: 'Scenario: Job description from intake notes',
  scenarioId: 'scenario-1',
  toolId: 'tool-1',
  dataClassId: 'class-2',
  title: 'Job description from intake notes',
  helpsYou: 'You have a clear first draft on the day of the intake talk.',
  problem: 'Job descriptions take days and copy old text. They list tasks instead of what the job must achieve.',
  forLine: 'HR business partner · step 2 of 5 in Job descriptions',
  toolLine: 'Allowed with conditions: Microsoft 365 Copilot with Internal data. Work account only.',
  dataLine: 'Up to Internal data',
  timeLine: '90 min before, 30 min after (our guess, not measured here)',
  checkedLine: 'Last checked 3 days ago',
};

export const resultSamples: Record<string, ResultData> = {
  usual,
  unchecked: {
    ...usual,
    sign: '?',
    verdictStyle: 'accent',
    toolLine: 'Not decided yet: Copilot Chat with Internal data. Not decided yet. Ask, or try with dummy data.',
    checkedLine: 'Not checked yet',
  },
  longest: {
    ...usual,
    title: filler(80),
    helpsYou: filler(120),
    problem: filler(240),
    forLine: `For ${filler(120)} · step 12 of 12 in ${filler(80)}`,
    toolLine: `Allowed with conditions: ${filler(140)}`,
    checkedLine: 'Not checked since 2 February 2026',
  },
  rightToLeft: {
    ...usual,
    title: 'وصف وظيفي من ملاحظات المقابلة',
    helpsYou: 'تحصل على مسودة واضحة في يوم المقابلة نفسه.',
    problem: 'كتابة الوصف الوظيفي تستغرق أياما وتنسخ نصا قديما.',
    forLine: 'لشركاء الموارد البشرية · الخطوة 2 من 5',
  },
};
