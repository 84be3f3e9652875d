/** A person's own settings: role, language, and when messages come. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './settings.card.json' with { type: 'json' };
import { settingsSamples } from './settings.samples.ts';

const choice = z.object({ title: z.string(), choiceId: z.string() });

export const settingsData = z.object({
  summary: z.string(),
  isSaved: z.boolean(),
  savedLine: z.string(),
  roleId: z.string(),
  roles: z.array(choice),
  language: z.string(),
  languages: z.array(choice),
  answers: z.string(),
  answersChoices: z.array(choice),
  hasWork: z.boolean(),
  work: z.string(),
  workChoices: z.array(choice),
  reminders: z.string(),
  remindersChoices: z.array(choice),
  news: z.string(),
  newsChoices: z.array(choice),
  hours: z.string(),
  hoursChoices: z.array(choice),
  pause: z.string(),
  pauseChoices: z.array(choice),
});

export const settingsCard = card('settings', template, settingsData, settingsSamples);
