/** Series of office hours as the tab reads, plans and changes them. */
import { z } from 'zod';
import { askedRef } from '../../core/fields.ts';
import { itemAction, tone } from '../../core/work-item.ts';

const long = z.string().max(60_000);
const short = z.string().max(200);
const amount = z.union([z.number(), short]);

const named = z.strictObject({ id: z.string(), name: z.string() });

const line = z.strictObject({
  id: z.string(),
  title: z.string(),
  community: named,
  /** "Every Tuesday, 11:00 (New York), 45 minutes". */
  rule: z.string(),
  zone: z.string(),
  /** Missing while it runs. */
  status: z.strictObject({ word: z.string(), tone }).optional(),
  /** Missing where no session lies ahead. */
  nextAt: z.string().optional(),
  version: z.string(),
});
export type SeriesLine = z.infer<typeof line>;

export const seriesQuery = z.strictObject({ community: askedRef.optional() });
export const seriesList = z.strictObject({ items: z.array(line), mayPlan: z.boolean(), whoCan: z.string() });
export type SeriesList = z.infer<typeof seriesList>;

/** Its shape alone is judged at the door, so that all that is wrong with it is said at once. */
const planned = {
  title: long.optional(),
  purpose: long.optional(),
  /** Also says the weekday, or the day of the month. */
  firstDate: short.optional(),
  startsAt: short.optional(),
  every: short.optional(),
  durationMinutes: amount.optional(),
  zone: short.optional(),
  meetingKind: short.optional(),
  joinUrl: long.optional(),
  capacity: amount.optional(),
  hostIds: z.array(askedRef).max(10).optional(),
  agendaOpensHours: amount.optional(),
  lastDate: short.optional(),
  count: amount.optional(),
};

/** From its first date on. */
export const changeBody = z.strictObject(planned);
export type ChangeBody = z.infer<typeof changeBody>;
/** `activate`: posted at once. `formId`: the same form sent twice makes one series. */
export const planBody = z.strictObject({
  ...planned,
  communityId: askedRef,
  formId: askedRef.optional(),
  activate: z.boolean().default(false),
});
export const previewBody = planBody.omit({ activate: true });
/** The reason is said of the sessions that are cancelled by it. */
export const reasonBody = z.strictObject({ reason: long.default('') });
export const skipBody = reasonBody.extend({ date: short });

const dates = z.array(
  z.strictObject({
    startsAt: z.string(),
    endsAt: z.string(),
    /** Where the clocks skip its time on that day, or show it twice. */
    clock: z.string(),
    /** Once its session is made. */
    sessionId: z.string().optional(),
  }),
);
export type SeriesDates = z.infer<typeof dates>;

export const seriesPreview = z.strictObject({
  title: z.string(),
  /** What it is for, how it comes back, who hosts it, how many come, how they meet. */
  facts: z.array(z.string()),
  zone: z.string(),
  dates,
  /** Of a change: what becomes of the sessions that are there. */
  changes: z.array(z.string()),
  /** Where its first card will stand. */
  posted: z.string(),
  /** All that stands in the way, as it would be refused. */
  problems: z.array(z.strictObject({ path: z.string(), error: z.string(), message: z.string() })),
});
export type SeriesPreview = z.infer<typeof seriesPreview>;

/** A plan as its form has it: what is empty is not said. */
export const planForm = z.strictObject({
  formId: z.string(),
  communityId: z.string(),
  title: z.string(),
  purpose: z.string(),
  firstDate: z.string(),
  startsAt: z.string(),
  every: z.string(),
  durationMinutes: z.string(),
  zone: z.string(),
  meetingKind: z.string(),
  joinUrl: z.string(),
  capacity: z.string(),
  hostIds: z.array(z.string()),
  agendaOpensHours: z.string(),
  lastDate: z.string(),
  count: z.string(),
});
export type PlanForm = z.infer<typeof planForm>;

const choice = z.strictObject({ id: z.string(), title: z.string() });

/** What a form offers for one community. */
const offer = z.strictObject({ community: named, hosts: z.array(named), fresh: planForm });
export const planOptions = z.strictObject({
  offers: z.array(offer),
  every: z.array(choice),
  meetings: z.array(choice),
  whoCan: z.string(),
});
export type PlanOptions = z.infer<typeof planOptions>;

export const seriesView = z.strictObject({
  ...line.omit({ version: true }).shape,
  purpose: z.string(),
  hosts: z.string(),
  joinUrl: z.string().optional(),
  dates,
  hasCalendar: z.boolean(),
  /** For those who may change it. */
  hosting: z
    .strictObject({
      actions: z.array(itemAction),
      /** May be planned anew from a date on: the plan of now. */
      plan: planForm.optional(),
      offer: z.strictObject({ hosts: z.array(named), every: z.array(choice), meetings: z.array(choice) }),
      /** Teams' own form for a meeting, filled in. */
      meetingUrl: z.string().optional(),
    })
    .optional(),
  note: z.string().optional(),
});
export type SeriesView = z.infer<typeof seriesView>;
