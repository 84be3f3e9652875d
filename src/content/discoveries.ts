/** Discoveries of the demo: invented, plainly examples. Two are near doubles of others (product 7.5). */
import { z } from 'zod';
import { slug, text } from '../core/fields.ts';

export const demoDiscovery = z.strictObject({
  slug,
  title: text(80).refine((title) => title.startsWith('Example: '), { error: 'starts with "Example: "' }),
  what: text(800),
  promptText: text(6000).optional(),
  workflow: slug,
  role: slug,
  tool: slug,
  dataClass: slug,
  /** Number of one of the demo's people. */
  author: z.number().int().min(101).max(199),
  /** Days before the load. */
  daysAgo: z.number().int().min(1).max(90),
  credit: z.enum(['named', 'communityOnly']).default('named'),
});
export type DemoDiscovery = z.input<typeof demoDiscovery>;

export const demoDiscoveries: DemoDiscovery[] = [
  {
    slug: 'ask-for-must-haves-first',
    title: 'Example: ask for the must-haves before the text',
    what: 'I let the tool list the demands of the intake notes first, and I strike out what we do not need. Then it writes the job description. The text comes out half as long, and nobody asks me why a degree is in it.',
    promptText:
      'List the demands in these notes as must-have or nice-to-have, with the line that each comes from. Wait for my answer before you write.',
    ...{ workflow: 'job-descriptions', role: 'recruiter', tool: 'copilot-chat', dataClass: 'internal' },
    ...{ author: 112, daysAgo: 40 },
  },
  {
    slug: 'list-must-haves-first',
    title: 'Example: list the must-haves before the text',
    what: 'I let the tool list the demands of the intake notes first, and I strike out what we do not need. Then it writes the job description. The text comes out much shorter.',
    promptText:
      'List the demands in these notes as must-have or nice-to-have, with the line that each comes from. Wait for my answer before you write.',
    ...{ workflow: 'job-descriptions', role: 'recruiter', tool: 'copilot-chat', dataClass: 'internal' },
    ...{ author: 107, daysAgo: 6 },
  },
  {
    slug: 'demands-from-a-talk',
    title: 'Example: demands from a talk with the team',
    what: 'I talk with the team for ten minutes and write down what they say. The tool sorts the demands into must-have or nice-to-have, and I strike out what we do not need before the job description is written.',
    ...{ workflow: 'job-descriptions', role: 'hiring-manager', tool: 'copilot-chat', dataClass: 'internal' },
    ...{ author: 107, daysAgo: 4 },
  },
  {
    slug: 'one-question-each-demand',
    title: 'Example: one question for each demand',
    what: 'For every demand I ask for one question and for what a good answer would hold. Questions that fit no demand go out. My guide fits one page now.',
    ...{ workflow: 'interview-guides', role: 'hr-business-partner', tool: 'copilot-chat', dataClass: 'internal' },
    ...{ author: 103, daysAgo: 33 },
  },
  {
    slug: 'words-of-the-trade',
    title: 'Example: other words for the same job',
    what: 'Before I search, I ask for twenty other titles of the same work in three countries. Four of them were new to me, and one found most of the people.',
    ...{ workflow: 'sourcing-strategy', role: 'sourcer', tool: 'chatgpt-business', dataClass: 'public' },
    ...{ author: 112, daysAgo: 28 },
  },
  {
    slug: 'no-name-in-the-draft',
    title: 'Example: the draft knows no name',
    what: 'I write [name] and [team] in the draft and put the real ones in by hand, in the mail itself. So no name of a candidate goes into the tool.',
    ...{ workflow: 'candidate-outreach', role: 'recruiter', tool: 'copilot-chat', dataClass: 'public' },
    ...{ author: 112, daysAgo: 24 },
  },
  {
    slug: 'numbers-with-their-row',
    title: 'Example: every number with its row',
    what: 'I ask that each number in the weekly report names the row of the table that it comes from. Checking takes me five minutes, and two wrong sums stood out at once.',
    promptText: 'After each number write the row it comes from in square brackets. Where no row fits, write [no row].',
    ...{ workflow: 'routine-reports', role: 'operations-analyst', tool: 'm365-copilot', dataClass: 'internal' },
    ...{ author: 111, daysAgo: 30 },
  },
  {
    slug: 'three-questions-of-the-boss',
    title: 'Example: what would a reader ask',
    what: 'When the report is done, I ask for the three questions that a reader in a hurry would put. I answer them in the first lines.',
    ...{ workflow: 'routine-reports', role: 'operations-manager', tool: 'm365-copilot', dataClass: 'internal' },
    ...{ author: 106, daysAgo: 21 },
  },
  {
    slug: 'steps-told-aloud',
    title: 'Example: tell the steps aloud, then write',
    what: 'I tell the steps to my phone while I do the work, and let the tool write the procedure from the transcript. A colleague does it once by the text, and where they stop, the text is mended.',
    ...{ workflow: 'process-documents', role: 'process-owner', tool: 'm365-copilot', dataClass: 'internal' },
    ...{ author: 108, daysAgo: 18 },
  },
  {
    slug: 'what-a-new-person-asks',
    title: 'Example: what a new person would not know',
    what: 'I ask which words of our procedure a person in their first week would not know. We explain those five words at the start now.',
    ...{ workflow: 'process-documents', role: 'process-owner', tool: 'copilot-chat', dataClass: 'internal' },
    ...{ author: 109, daysAgo: 12 },
  },
  {
    slug: 'open-points-on-top',
    title: 'Example: open points on top of the handover',
    what: 'The late shift reads the first three lines and no more. So I ask for the open points first, each with who waits for it, and for what is done at the end.',
    ...{ workflow: 'routine-reports', role: 'team-lead', tool: 'm365-copilot', dataClass: 'internal' },
    ...{ author: 110, daysAgo: 9, credit: 'communityOnly' },
  },
  {
    slug: 'ask-for-what-is-missing',
    title: 'Example: ask what is missing, not what is good',
    what: 'Asked whether a text is good, the tool says yes. Asked what a reader would miss, it names three things, and two of them are true.',
    ...{ workflow: 'getting-started', role: 'everyone', tool: 'copilot-chat', dataClass: 'public' },
    ...{ author: 105, daysAgo: 15 },
  },
];
