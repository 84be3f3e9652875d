/** A pilot: who tries which scenarios of one workflow for how long, and how it was decided (product 4.4, 6.6). */
import { z } from 'zod';
import { count, date, instant, percent, ref, stamped, text, zone } from '../../core/fields.ts';
import { pilotStates } from '../../core/pilot-view.ts';

const place = z.strictObject({
  personId: ref,
  invitedAt: instant,
  joinedAt: instant.optional(),
  declinedAt: instant.optional(),
  leftAt: instant.optional(),
});

/** A bound that was passed on purpose, and why. */
export const override = z.strictObject({
  rule: z.enum(['rosterSize', 'scenarioCount', 'secondPilot', 'secondExtension', 'endEarly', 'weeks']),
  reason: text(240),
  by: ref,
  at: instant,
});

const checked = z.strictObject({ item: z.string().max(60), ok: z.boolean(), detail: z.string().max(400).optional() });

export const gate = z.strictObject({
  checklist: z.array(checked).max(20),
  /** The measures as they were shown, frozen: what the page prints. */
  evidence: z.unknown(),
  decision: z.enum(['scale', 'extend', 'stop']),
  why: text(800),
  lessons: text(800).optional(),
  decidedBy: z.array(ref).min(1).max(2),
  decidedAt: instant,
  extendWeeks: count.min(1).max(4).optional(),
});
export type Gate = z.infer<typeof gate>;

/** One of the two has signed; the other confirms it or sends it back. */
export const signing = z.strictObject({
  what: z.enum(['start', 'scale', 'extend', 'stop']),
  by: ref,
  at: instant,
  why: text(800).optional(),
  lessons: text(800).optional(),
  extendWeeks: count.min(1).max(4).optional(),
  retireAfter: z.boolean().optional(),
});

export const pilot = z.strictObject({
  ...stamped,
  workflowId: ref,
  name: text(80),
  goal: text(240),
  ownerId: ref,
  hrLeadId: ref,
  roster: z.array(place).max(40),
  startDate: date.optional(),
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
  endedAt: instant.optional(),
});
export type Pilot = z.infer<typeof pilot>;
