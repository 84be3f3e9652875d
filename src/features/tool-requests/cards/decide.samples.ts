/** Faces of the decision about a tool. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { decideData } from './decide.card.ts';

type Data = z.input<typeof decideData>;

const usual: Data = {
  summary: 'Decide about this tool',
  requestId: 'r1',
  hasProblem: false,
  problemLine: '',
  toolName: 'Example note taker',
  contextLine: 'Internal · Colleagues · Can be undone · A work account',
  demandLine: '4 people asked for this.',
  needsSecond: false,
  ruling: '',
  rulings: [
    { title: 'Approved', choiceId: 'approved' },
    { title: 'Approved with a condition', choiceId: 'limited' },
    { title: 'Not for now', choiceId: 'blocked' },
  ],
  why: '',
  condition: '',
  showsMore: false,
  dataClassId: 'class-2',
  classes: [
    { title: 'Public', choiceId: 'class-1' },
    { title: 'Internal', choiceId: 'class-2' },
  ],
  listName: 'Example note taker',
  toolKind: 'other',
  toolKinds: [
    { title: 'Assistant', choiceId: 'assistant' },
    { title: 'Meeting notes', choiceId: 'meetingNotes' },
    { title: 'Something else', choiceId: 'other' },
  ],
  accountKind: 'work',
  accounts: [
    { title: 'A work account', choiceId: 'work' },
    { title: 'An own account', choiceId: 'personal' },
    { title: 'No account', choiceId: 'none' },
  ],
};

export const decideSamples: Record<string, Data> = {
  usual,
  problem: { ...usual, hasProblem: true, problemLine: 'Why: please fill this in.', ruling: 'limited', condition: 'x' },
  second: { ...usual, contextLine: 'Personal · Colleagues', needsSecond: true },
  longest: {
    ...usual,
    needsSecond: true,
    toolName: filler(80),
    why: filler(240),
    condition: filler(160),
    listName: filler(80),
    ruling: 'limited',
    showsMore: true,
  },
  rightToLeft: { ...usual, toolName: 'مدون الملاحظات', listName: 'مدون الملاحظات' },
};
