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
};

export const settingsSamples: Record<string, SettingsData> = {
  usual,
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
