/** Faces of Friday's card. */
import { filler } from '../../../core/samples.ts';
import type { FridayData } from './friday.card.ts';

const count = (at: number, name: string): FridayData['counts'][number] => ({
  workflowId: `workflow-${at}`,
  name,
  question: `${name}: how many did you do this week, with AI or without?`,
  ...{ asksNumber: false, inputId: `runs_workflow-${at}` },
});
const steps = ['Not at all', 'A little', 'Partly', 'Mostly', 'Very much'].map((title, at) => ({
  title,
  choiceId: String(at + 1),
}));

const usual: FridayData = {
  summary: 'How many this week?',
  weekId: '2026-W48',
  isDone: false,
  doneLine: '',
  counts: [count(1, 'Job descriptions')],
  hasPulse: false,
  pulseQuestion: '',
  groupId: '',
  steps: [],
};

const pulse = { hasPulse: true, pulseQuestion: 'Do the scenarios help you do good work?', groupId: 'group-1', steps };

export const fridaySamples: Record<string, FridayData> = {
  usual,
  sixAndMore: { ...usual, counts: [{ ...count(1, 'Job descriptions'), asksNumber: true }] },
  withPulse: { ...usual, ...pulse },
  pulseAlone: { ...usual, summary: 'One question', counts: [], ...pulse },
  done: { ...usual, summary: 'Thank you', isDone: true, doneLine: 'Noted: 3 for Job descriptions.', counts: [] },
  longest: { ...usual, ...pulse, counts: [1, 2, 3].map((at) => count(at, filler(80))) },
  rightToLeft: { ...usual, counts: [count(1, 'أوصاف الوظائف')] },
};
