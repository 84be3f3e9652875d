/** Faces of a pilot's news. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { stepData } from './step.card.ts';

type StepData = z.input<typeof stepData>;

const usual: StepData = {
  summary: '"Handover notes with AI" has started',
  heading: '"Handover notes with AI" has started',
  text: 'It runs for 6 weeks. These are for you now:',
  lines: [{ text: 'Handover note' }],
  scenarioId: 'scenario-1',
  canUse: true,
  canShare: false,
  hasPage: false,
  pageUrl: '',
  canTell: false,
  winUrl: '',
  canMeet: false,
  offer: 'The people have no community with a host yet: you can begin one.',
  communityUrl: '',
};

export const stepSamples: Record<string, StepData> = {
  usual,
  halfTime: { ...usual, heading: 'Half time', text: 'What works, and what does not?', canUse: false, canShare: true },
  leads: {
    ...usual,
    heading: 'Half time: Handover notes with AI',
    text: 'People who take part: 6, until 4 Jan 2027. Look at what people say and mend what is stuck.',
    lines: [
      { text: 'Handover note: Worked: 63% · Needed edits: 25% · Didn’t work: 13% · 8 answers · 1 open question' },
      { text: 'Shift summary: Not shown yet.' },
    ],
    ...{
      scenarioId: '',
      canUse: false,
      hasPage: true,
      pageUrl: 'https://fieldbook.example.com/tab/workflows/pilots/p-1',
    },
  },
  wider: {
    ...usual,
    heading: 'Handover notes with AI goes on for everybody in the department',
    text: 'Everybody in Operations finds it from now on.',
    ...{ lines: [], scenarioId: '', canUse: false, hasPage: true, canTell: true },
    pageUrl: 'https://fieldbook.example.com/tab/workflows/pilots/p-1',
    winUrl: 'https://fieldbook.example.com/tab/playbook/s/s-1?win=new',
  },
  owner: {
    ...usual,
    text: 'It runs until 4 Jan 2027. People who take part: 6.',
    ...{ lines: [], scenarioId: '', canUse: false, hasPage: true, canMeet: true },
    pageUrl: 'https://fieldbook.example.com/tab/workflows/pilots/p-1',
    communityUrl: 'https://fieldbook.example.com/tab/community?takeOn=c-1',
  },
  plain: { ...usual, lines: [], scenarioId: '', canUse: false },
  longest: {
    ...usual,
    heading: filler(110),
    text: filler(800),
    lines: Array.from({ length: 10 }, () => ({ text: filler(80) })),
    canShare: true,
  },
  rightToLeft: { ...usual, heading: 'بدأ العمل', text: 'ستة أسابيع.' },
};
