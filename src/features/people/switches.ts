/** A person's switches as the settings card shows and sends them: how answers, work and reminders come, quiet hours, a pause (product 8.6, L7). */
import { z } from 'zod';
import { newsChoices, type Person, reminderChoices as reminders } from '../../core/person.ts';
import { addDays, dayOf, readableDate } from '../../core/time.ts';
import type { Words } from '../../core/words.ts';
import type { PersonChange } from './documents.ts';

export const answers = ['now', 'day'] as const;
export const work = ['day', 'off'] as const;
/** Every hour of every day, or a working week from Monday to Friday. */
const hours = ['any', '9-17', '8-18', '7-15', '10-19'] as const;
export const pauses = { none: 0, day: 1, week: 7, twoWeeks: 14 } as const;
type Pause = keyof typeof pauses;

/** What the form sends; what is missing or unknown changes nothing. */
export const switchesForm = z.object({
  answers: z.enum(answers).optional().catch(undefined),
  work: z.enum(work).optional().catch(undefined),
  reminders: z.enum(reminders).optional().catch(undefined),
  news: z.enum(newsChoices).optional().catch(undefined),
  hours: z.enum(hours).optional().catch(undefined),
  pause: z.enum(['none', 'day', 'week', 'twoWeeks', 'keep']).optional().catch(undefined),
});
/** The same from the tab, where what is unknown is refused. */
export const switchesBody = z.strictObject({
  answers: z.enum(answers).optional(),
  work: z.enum(work).optional(),
  reminders: z.enum(reminders).optional(),
  news: z.enum(newsChoices).optional(),
  hours: z.enum(hours).optional(),
  pause: z.enum(['none', 'day', 'week', 'twoWeeks', 'keep']).optional(),
});
export type SwitchesForm = z.infer<typeof switchesForm>;

const weekdays = [1, 2, 3, 4, 5];

export function switchesOf(known: Person | undefined, now: Date, words: Words) {
  const until = known?.pausedUntil && known.pausedUntil > dayOf(now) ? known.pausedUntil : undefined;
  const paused = until
    ? [{ title: words('settings.pausedUntil', { date: readableDate(until, words.language) }), choiceId: 'keep' }]
    : [];
  return {
    answers: known?.notify?.answers ?? 'now',
    answersChoices: answers.map((value) => ({ title: words(`settings.answers.${value}`), choiceId: value })),
    hasWork: (known?.grants.length ?? 0) > 0,
    work: known?.notify?.work ?? 'day',
    workChoices: work.map((value) => ({ title: words(`settings.work.${value}`), choiceId: value })),
    reminders: known?.notify?.reminders ?? 'both',
    remindersChoices: reminders.map((value) => ({ title: words(`settings.reminders.${value}`), choiceId: value })),
    news: known?.notify?.news ?? 'now',
    newsChoices: newsChoices.map((value) => ({ title: words(`settings.news.${value}`), choiceId: value })),
    hours: hoursOf(known),
    hoursChoices: hours.map((value) => ({
      title: value === 'any' ? words('settings.hours.any') : words('settings.hours.week', { hours: value }),
      choiceId: value,
    })),
    pause: until ? 'keep' : 'none',
    pauseChoices: [
      ...paused,
      ...Object.keys(pauses).map((value) => ({ title: words(`settings.pause.${value}`), choiceId: value })),
    ],
  };
}

function hoursOf(known: Person | undefined): string {
  const own = known?.workHours;
  if (!own) return 'any';
  const name = [own.from, own.to].map((time) => String(Number(time.slice(0, 2)))).join('-');
  return hours.find((value) => value === name) ?? 'any';
}

/** The change of the person that these switches ask for. */
export function switchesChange(form: SwitchesForm, known: Person | undefined, now: Date): PersonChange {
  const notify = {
    answers: form.answers ?? known?.notify?.answers ?? 'now',
    work: form.work ?? known?.notify?.work ?? 'day',
    reminders: form.reminders ?? known?.notify?.reminders ?? 'both',
    news: form.news ?? known?.notify?.news ?? 'now',
  } as const;
  const [from = '09', to = '17'] = (form.hours ?? '').split('-').map((hour) => hour.padStart(2, '0'));
  const setsHours = form.hours !== undefined && form.hours !== 'any';
  const setsPause = form.pause !== undefined && form.pause !== 'none' && form.pause !== 'keep';
  const forget = [...(form.hours === 'any' ? ['workHours'] : []), ...(form.pause === 'none' ? ['pausedUntil'] : [])];
  return {
    notify,
    ...(setsHours ? { workHours: { days: weekdays, from: `${from}:00`, to: `${to}:00` } } : {}),
    ...(setsPause ? { pausedUntil: addDays(dayOf(now), pauses[form.pause as Pause]) } : {}),
    forget,
  };
}
