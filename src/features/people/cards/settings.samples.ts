/** Faces of the settings. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { settingsData } from './settings.card.ts';

type SettingsData = z.input<typeof settingsData>;

const usual: SettingsData = {
  summary: 'Your settings',
  isSaved: false,
  savedLine: '',
  roleId: 'role-2',
  roles: [
    { title: 'HR business partner', choiceId: 'role-1' },
    { title: 'Recruiter', choiceId: 'role-2' },
    { title: 'Operations analyst', choiceId: 'role-3' },
  ],
  language: 'en',
  languages: [
    { title: 'English', choiceId: 'en' },
    { title: 'español', choiceId: 'es' },
  ],
  answers: 'now',
  answersChoices: [
    { title: 'At once', choiceId: 'now' },
    { title: 'Together, once a day', choiceId: 'day' },
  ],
  hasWork: false,
  work: 'day',
  workChoices: [],
  reminders: 'both',
  remindersChoices: [
    { title: 'The day before and shortly before', choiceId: 'both' },
    { title: 'None', choiceId: 'off' },
  ],
  news: 'now',
  newsChoices: [
    { title: 'Send me news and small questions', choiceId: 'now' },
    { title: 'None of it', choiceId: 'off' },
  ],
  hours: 'any',
  hoursChoices: [
    { title: 'At any hour', choiceId: 'any' },
    { title: 'Monday to Friday, 9-17', choiceId: '9-17' },
  ],
  pause: 'none',
  pauseChoices: [
    { title: 'No', choiceId: 'none' },
    { title: 'Until tomorrow', choiceId: 'day' },
  ],
};
const lead: SettingsData = {
  ...usual,
  hasWork: true,
  workChoices: [
    { title: 'One card a day', choiceId: 'day' },
    { title: 'Never, I look myself', choiceId: 'off' },
  ],
  pause: 'keep',
  pauseChoices: [{ title: 'Until 1 Dec 2026', choiceId: 'keep' }, ...usual.pauseChoices],
};

export const settingsSamples: Record<string, SettingsData> = {
  usual,
  lead,
  empty: { ...usual, roleId: '', roles: [] },
  saved: { ...usual, isSaved: true, savedLine: 'Saved.' },
  longest: { ...usual, roles: Array.from({ length: 60 }, (_, at) => ({ title: filler(60), choiceId: `role-${at}` })) },
  rightToLeft: {
    ...usual,
    isSaved: true,
    savedLine: 'تم الحفظ.',
    roles: [{ title: 'مسؤول التوظيف', choiceId: 'role-2' }],
  },
};
