/** The owner's week: the one thing that matters, what is due with one press each, and how the pilot stands. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './week.card.json' with { type: 'json' };
import { weekSamples } from './week.samples.ts';

const row = z.object({
  title: z.string(),
  text: z.string(),
  /** What the button says; then it acts. */
  label: z.string(),
  hasPress: z.boolean(),
  hasOpen: z.boolean(),
  /** Opened in the tab: the bot has no card of it. */
  hasLink: z.boolean(),
  pathUrl: z.string(),
  itemKindId: z.string(),
  openKindId: z.string(),
  itemId: z.string(),
});

export const weekData = z.object({
  summary: z.string(),
  heading: z.string(),
  first: z.string(),
  hasNote: z.boolean(),
  note: z.string(),
  lines: z.array(z.object({ text: z.string() })),
  hasTogether: z.boolean(),
  together: z.string(),
  togetherTitles: z.string(),
  allLabel: z.string(),
  rows: z.array(row),
  hasMore: z.boolean(),
  more: z.string(),
  pageUrl: z.string(),
});
export type WeekData = z.input<typeof weekData>;

export const weekCard = card('week', template, weekData, weekSamples);
