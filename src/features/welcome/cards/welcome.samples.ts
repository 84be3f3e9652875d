/** Faces of the first words. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { welcomeData } from './welcome.card.ts';

type WelcomeData = z.input<typeof welcomeData>;

const usual: WelcomeData = {
  summary: 'Fieldbook: how AI helps with your task, and whether you may use it',
  heading: 'Welcome to Fieldbook',
  points: lines(
    'Find a scenario for your role: write "find" and your task, such as "find job description".',
    'Check a tool: write "can i use", then the tool, then "with" and the kind of data.',
    'In any chat: open Fieldbook from the message box, fill in a prompt and insert it.',
    'Unsure about something? Write "flag" and your question. Nobody is blamed for asking.',
  ),
  asksRole: true,
  roles: [
    { title: 'HR business partner', choiceId: 'role-1' },
    { title: 'Recruiter', choiceId: 'role-2' },
    { title: 'Operations analyst', choiceId: 'role-3' },
  ],
  hasNote: true,
  note: 'This is the example playbook. Its rules and people are invented. They are not the rules of your organisation.',
};

export const welcomeSamples: Record<string, WelcomeData> = {
  usual,
  help: {
    ...usual,
    summary: 'What Fieldbook does here',
    heading: 'What I do here',
    asksRole: false,
    roles: [],
    hasNote: false,
    note: '',
  },
  empty: { ...usual, roles: [], hasNote: false, note: '' },
  longest: {
    ...usual,
    points: lines(...Array.from({ length: 6 }, () => filler(200))),
    roles: Array.from({ length: 60 }, (_, at) => ({ title: filler(60), choiceId: `role-${at}` })),
  },
  rightToLeft: {
    ...usual,
    heading: 'مرحبا بك في Fieldbook',
    points: lines('ابحث عن مهمة تناسب دورك.', 'اسأل إن كان مسموحا لك باستخدام أداة مع نوع من البيانات.'),
    roles: [{ title: 'مسؤول التوظيف', choiceId: 'role-1' }],
    note: 'هذا دليل تجريبي. كل القواعد والأسماء فيه مخترعة.',
  },
};
