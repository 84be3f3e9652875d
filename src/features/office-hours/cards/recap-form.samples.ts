/** Faces of the form of a recap. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { recapFormData } from './recap-form.card.ts';

type RecapFormData = z.input<typeof recapFormData>;

const choices = [
  { title: 'Settled', choiceId: 'settled' },
  { title: 'Try it', choiceId: 'tryIt' },
  { title: 'Needs a decision', choiceId: 'needsDecision' },
  { title: 'Next time', choiceId: 'nextTime' },
];

const line = (n: number, text = ''): RecapFormData['lines'][number] => ({
  ...{ lineId: `line_${n}`, label: `Besides ${n}`, text },
  ...{ kindId: `kind_${n}`, kindLabel: `What is ${n}?`, kind: 'action' },
  kinds: [
    { title: 'Try it', choiceId: 'discovery' },
    { title: 'Needs a decision', choiceId: 'decisionProposed' },
    { title: 'Next step', choiceId: 'action' },
  ],
  ...{ ownerId: `owner_${n}`, ownerLabel: `Who does ${n}?`, owner: 'person-1' },
  people: [{ title: 'Sam Sample', choiceId: 'person-1' }],
  ...{ dueId: `due_${n}`, dueLabel: `Until when, ${n}?`, due: '2026-12-10' },
});

const usual: RecapFormData = {
  summary: 'What came of Recruiting with AI?',
  heading: 'What came of Recruiting with AI?',
  sessionId: 'session-1',
  problems: [],
  hasTopics: true,
  topics: [
    { inputId: 'what_topic-1', title: 'How do you check a summary?', becoming: 'nextTime', choices },
    { inputId: 'what_topic-2', title: 'Notes to tasks', becoming: 'nextTime', choices },
  ],
  notes: '',
  attendance: null,
  isOpen: false,
  lines: [line(1), line(2), line(3)],
};

export const recapFormSamples: Record<string, RecapFormData> = {
  usual,
  noTopics: { ...usual, hasTopics: false, topics: [] },
  problem: {
    ...usual,
    problems: lines('People who were there: please give a number.'),
    ...{ attendance: 9, isOpen: true, lines: [line(1, 'Write the guide'), line(2), line(3)] },
  },
  longest: {
    ...usual,
    topics: Array.from({ length: 20 }, (_, at) => ({
      ...{ inputId: `what_topic-${at}`, title: filler(120), becoming: 'settled', choices },
    })),
    notes: filler(8_000),
    attendance: 10_000,
  },
  rightToLeft: {
    ...usual,
    topics: [{ inputId: 'what_topic-1', title: 'كيف نراجع الملخص؟', becoming: 'settled', choices }],
  },
};
