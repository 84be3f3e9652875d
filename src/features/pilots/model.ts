/** A pilot: who tries which scenarios of one workflow for how long, and how it was decided (product 4.4, 6.6). */
import { z } from 'zod';
import { count, date, instant, percent, ref, stamped, text, zone } from '../../core/fields.ts';
import { pilotStates } from '../../core/pilot-view.ts';
import { side } from '../../core/two-hands.ts';

const place = z.strictObject({
  personId: ref,
  /** Missing while it is planned. */
  invitedAt: instant.optional(),
  joinedAt: instant.optional(),
  declinedAt: instant.optional(),
  leftAt: instant.optional(),
});

export const overrideRules = [
  'rosterSize',
  'weeks',
  'secondPilot',
  'scenarioCount',
  'secondExtension',
  'endEarly',
] as const;
export type OverrideRule = (typeof overrideRules)[number];

/** A bound that was passed on purpose, and why. */
export const override = z.strictObject({
  rule: z.enum(overrideRules),
  reason: text(240),
  by: ref,
  at: instant,
});

export type Place = z.infer<typeof place>;

const checked = z.strictObject({ item: z.string().max(60), ok: z.boolean(), detail: z.string().max(400).optional() });
export type Checked = z.infer<typeof checked>;

export const decisions = ['scale', 'extend', 'stop'] as const;
export type Decision = (typeof decisions)[number];

export const gate = z.strictObject({
  checklist: z.array(checked).max(20),
  /** The measures as they were shown, frozen: what the page prints. */
  evidence: z.unknown(),
  decision: z.enum(decisions),
  /** What the choice rests on; never missing where the numbers are too few to say. */
  why: text(800).optional(),
  lessons: text(800).optional(),
  decidedBy: z.array(ref).min(1).max(2),
  decidedAt: instant,
  extendWeeks: count.min(1).max(4).optional(),
});
export type Gate = z.infer<typeof gate>;

/** One of the two has signed; the other confirms it or sends it back. */
export const signing = z.strictObject({
  what: z.enum(['start', ...decisions]),
  by: ref,
  as: z.array(side).min(1).max(2),
  at: instant,
  why: text(800).optional(),
  lessons: text(800).optional(),
  extendWeeks: count.min(1).max(4).optional(),
  retireAfter: z.boolean().optional(),
});
export type Signing = z.infer<typeof signing>;

export const pilot = z.strictObject({
  ...stamped,
  workflowId: ref,
  name: text(80),
  goal: text(240),
  ownerId: ref,
  hrLeadId: ref,
  roster: z.array(place).max(40),
  /** The wish while it is planned, the day it began from the start on. */
  startDate: date.optional(),
  /** The first day after it, extensions counted in; from the start on. */
  endDate: date.optional(),
  weeks: count.min(1).max(20),
  /** Weeks added by decisions to extend. */
  extendedBy: z.array(count.min(1).max(4)).max(4),
  zone,
  scenarioIds: z.array(ref).max(10),
  targets: z
    .strictObject({
      meetBarShare: percent.optional(),
      minutesChange: z.number().optional(),
      weeklyActiveShare: percent.optional(),
    })
    .optional(),
  state: z.enum(pilotStates),
  overrides: z.array(override).max(20),
  signing: signing.optional(),
  /** Every decision of its gate, the last one last. */
  gates: z.array(gate).max(6),
  /** Since when it waits to be decided, or when it was over. */
  endedAt: instant.optional(),
});
export type Pilot = z.infer<typeof pilot>;
