/** Faces of one flag: for who answers, who asked, who decides. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { itemData } from './item.card.ts';

type Data = z.input<typeof itemData>;

const bare: Data = {
  summary: 'A question is waiting',
  flagId: 'f1',
  heading: 'A question for you',
  hasNote: false,
  noteLine: '',
  question: 'May I paste the notes of an exit talk when I take out the name?',
  hasContext: true,
  contextLine: 'About: Copilot Chat · Personal',
  status: 'Waiting to be looked at',
  due: 'Thu 26 Nov, 17:00 (London)',
  thread: [],
  hasAnswer: false,
  answerBy: '',
  answer: [],
  hasInput: false,
  inputLabel: '',
  hasAssignee: false,
  assignee: '',
  canAnswer: false,
  canTake: false,
  canAssign: false,
  reviewers: [],
  canDecide: false,
  canReply: false,
  canRate: false,
  canReopen: false,
  canWithdraw: false,
};
const reviewers = [{ title: 'Example Second Lead', choiceId: 'p2' }];
const usual: Data = {
  ...bare,
  hasInput: true,
  inputLabel: 'Your answer, or what you want to know',
  canAnswer: true,
  canAssign: true,
  reviewers,
};

export const itemSamples: Record<string, Data> = {
  usual,
  waiting: {
    ...bare,
    heading: 'Your question',
    status: 'Waiting for you',
    thread: [{ by: 'Example Lead', text: 'Which tool did you mean?' }],
    hasInput: true,
    inputLabel: 'Your reply',
    canReply: true,
    canWithdraw: true,
  },
  answered: {
    ...bare,
    heading: 'Your question has an answer',
    status: 'Answered',
    hasAnswer: true,
    answerBy: 'Example Lead',
    answer: [{ text: 'Yes, without the name and the date.', spacing: 'Small' }],
    hasInput: true,
    inputLabel: 'What is still open',
    canRate: true,
    canReopen: true,
  },
  taken: {
    ...bare,
    status: 'Being looked at',
    hasAssignee: true,
    assignee: 'Example Lead',
    canTake: true,
    canAssign: true,
    reviewers,
  },
  decide: {
    ...bare,
    hasContext: false,
    contextLine: '',
    status: 'With the people who decide about tools',
    canDecide: true,
  },
  longest: {
    ...usual,
    hasNote: true,
    noteLine: filler(160),
    question: filler(800),
    contextLine: filler(200),
    thread: [
      { by: 'Example Lead', text: filler(800) },
      { by: 'Who asked', text: filler(800) },
    ],
    hasAnswer: true,
    answerBy: 'Example Lead',
    answer: [{ text: filler(1_200), spacing: 'Small' }],
  },
  rightToLeft: { ...usual, question: 'هل يمكنني لصق ملاحظات المقابلة هنا؟', contextLine: 'حول: Copilot Chat' },
};
