/** Faces of the form to share. */
import { filler, lines } from '../../../core/samples.ts';
import type { FormData } from './form.card.ts';

const empty: FormData = {
  summary: 'Share a discovery',
  heading: 'Share a discovery',
  discoveryId: '',
  sendTitle: 'Share',
  hasNote: false,
  noteLine: '',
  problems: [],
  what: '',
  dataClassId: 'internal',
  classes: [
    { title: 'Public', choiceId: 'public' },
    { title: 'Internal', choiceId: 'internal' },
  ],
  clean: 'false',
  canPost: false,
  postHere: 'false',
  isOpen: false,
  title: '',
  scenarioId: 'none',
  scenarios: [
    { title: 'Policy in plain words', choiceId: 'scenario-1' },
    { title: 'None of these', choiceId: 'none' },
  ],
  toolId: 'none',
  tools: [
    { title: 'Copilot Chat', choiceId: 'tool-1' },
    { title: 'None of these', choiceId: 'none' },
  ],
  roleId: 'role-1',
  roles: [{ title: 'Recruiter', choiceId: 'role-1' }],
  promptText: '',
  sampleOutput: '',
  minutesBefore: null,
  minutesAfter: null,
  credit: 'named',
  credits: [
    { title: 'With my name', choiceId: 'named' },
    { title: 'Without my name', choiceId: 'communityOnly' },
  ],
  sourceUrl: '',
};

const usual: FormData = {
  ...empty,
  canPost: true,
  what: 'I gave it the notes of our planning and asked for tasks by role. It made a list that we could use at once.',
  clean: 'true',
  postHere: 'true',
  title: 'Notes to tasks',
  scenarioId: 'scenario-1',
  toolId: 'tool-1',
  sourceUrl: 'https://teams.example.com/l/message/19:channel/1700000000000',
};

export const formSamples: Record<string, FormData> = {
  usual,
  empty,
  longest: {
    ...usual,
    heading: 'Change what you shared',
    discoveryId: 'discovery-1',
    sendTitle: 'Save',
    hasNote: true,
    noteLine: 'The message is longer: its first 800 characters are here, all of it stands under More as a prompt.',
    isOpen: true,
    what: filler(800),
    title: filler(80),
    promptText: filler(6_000),
    sampleOutput: filler(2_000),
    minutesBefore: 120,
    minutesAfter: 12.5,
    credit: 'communityOnly',
  },
  rightToLeft: { ...usual, what: 'أعطيته ملاحظات الاجتماع وطلبت قائمة مهام.', title: 'من الملاحظات إلى المهام' },
  problem: {
    ...empty,
    problems: lines('What you did: please fill this in.', 'Please tick that no real names are in it.'),
  },
};
