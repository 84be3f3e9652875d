/** Office hours of the demo (content 8): two series, three past sessions each with what came of it, and the first topics. */
import { z } from 'zod';
import { localTime, slug, text, zone } from '../core/fields.ts';
import { recurrenceRule } from '../core/recurrence.ts';
import { outcomeKinds } from '../features/office-hours/model.ts';

export const demoSession = z.strictObject({
  notes: text(8000).refine((notes) => notes.startsWith('Example'), { error: 'starts with "Example"' }),
  attendance: z.number().int().min(1).max(50),
  outcomes: z.array(z.strictObject({ kind: z.enum(outcomeKinds), text: text(400), discovery: slug.optional() })),
});

export const demoSeries = z.strictObject({
  slug,
  community: slug,
  title: text(80),
  purpose: text(240),
  rule: recurrenceRule,
  startsAt: localTime,
  durationMinutes: z.number(),
  zone,
  topics: z.array(text(120)),
  /** The oldest first. */
  sessions: z.array(demoSession).length(3),
});
export type DemoSeries = z.input<typeof demoSeries>;

export const demoOfficeHours: DemoSeries[] = [
  {
    slug: 'hr-hiring-office-hour',
    community: 'hr-recruiting-circle',
    title: 'HR and hiring office hour',
    purpose: '5 minutes new decisions, 15 open questions, 15 one show, 5 what is due, 5 what we decide.',
    rule: { every: 'twoWeeks', weekday: 2 },
    ...{ startsAt: '11:00', durationMinutes: 45, zone: 'America/New_York' },
    topics: ['Which demands do we really need?', 'Where do names go?'],
    sessions: [
      {
        notes: 'Example: we read three job descriptions aloud and struck out what nobody could explain.',
        attendance: 7,
        outcomes: [
          {
            kind: 'discovery',
            text: 'Ask for the must-haves before the text is written.',
            discovery: 'ask-for-must-haves-first',
          },
        ],
      },
      {
        notes: 'Example: names of candidates in the note taker. Nobody knew whether that is allowed.',
        attendance: 9,
        outcomes: [
          { kind: 'decisionProposed', text: 'May the note taker run in interviews when the candidate agrees?' },
        ],
      },
      {
        notes: 'Example: the guide for interviews was tried by two of us.',
        attendance: 6,
        outcomes: [{ kind: 'scenarioEdit', text: 'The interview guide needs a question about shift work.' }],
      },
    ],
  },
  {
    slug: 'numbers-procedures-office-hour',
    community: 'ops-finance-circle',
    title: 'Numbers and procedures office hour',
    purpose: '10 minutes show, 20 open questions, 15 the weak scenario of the month, 15 what we change.',
    rule: { every: 'monthByWeekday', weekday: 3, ordinal: 1 },
    ...{ startsAt: '15:00', durationMinutes: 60, zone: 'Europe/London' },
    topics: ['Traceable numbers', 'From talk to procedure'],
    sessions: [
      {
        notes: 'Example: two weekly reports side by side, one with the row of every number.',
        attendance: 8,
        outcomes: [{ kind: 'discovery', text: 'Every number with its row.', discovery: 'numbers-with-their-row' }],
      },
      {
        notes: 'Example: who looks after the procedures once they are written?',
        attendance: 5,
        outcomes: [{ kind: 'action', text: 'Collect the five words that new people do not know.' }],
      },
      { notes: 'Example: open talk, nothing to record.', attendance: 4, outcomes: [] },
    ],
  },
];
