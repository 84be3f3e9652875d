/** Pilots as the tab plans, runs and decides them (product 6.6). */
import { z } from 'zod';
import { askedRef, count, date, minutes, percent, text } from '../../core/fields.ts';
import { historyEntry, itemAction, tone } from '../../core/work-item.ts';

const named = z.strictObject({ id: z.string(), name: z.string() });

const line = z.strictObject({
  id: z.string(),
  name: z.string(),
  workflow: named,
  department: z.string(),
  state: z.strictObject({ id: z.string(), word: z.string(), tone }),
  /** "Week 3 of 6", or what is waited for. */
  weekLine: z.string(),
  /** What this reader is to it: leads it, was asked to join it, takes part, or may read it. */
  mine: z.enum(['lead', 'asked', 'member', 'reader']),
  version: z.string(),
});
export type PilotLine = z.infer<typeof line>;

/** `mayPlan`: this reader owns a workflow in which one may be planned. */
export const pilotList = z.strictObject({ items: z.array(line), mayPlan: z.boolean() });
export type PilotList = z.infer<typeof pilotList>;

export const targets = z.strictObject({
  /** Percent of looked-at results that are good enough. */
  meetBarShare: percent.optional(),
  /** Minutes for one run; less is negative. */
  minutesChange: z.number().min(-600).max(600).optional(),
  /** Percent of the people in it who use it in a week. */
  weeklyActiveShare: percent.optional(),
});

const planned = {
  name: text(80),
  goal: text(240),
  hrLeadId: askedRef,
  weeks: count.min(1).max(20),
  zone: z.string().max(60),
  startDate: date,
  memberIds: z.array(askedRef).max(40),
  scenarioIds: z.array(askedRef).max(10),
  targets,
};

/** `POST /api/pilots`. What is left out is prefilled: six weeks, the reader's zone, the HR lead of the workflow, what is live there. */
export const planBody = z.strictObject({
  ...{ workflowId: askedRef, name: planned.name, goal: planned.goal },
  ...z.strictObject(planned).omit({ name: true, goal: true }).partial().shape,
});
export type PlanBody = z.infer<typeof planBody>;

/** `PATCH /api/pilots/:id`: the plan until people are asked, then all but the people; once it runs, name and goal. */
export const patchBody = z.strictObject(planned).partial();
export type PatchBody = z.infer<typeof patchBody>;

export const noBody = z.strictObject({});
export const reasonBody = z.strictObject({ reason: text(240) });
/** One sentence for every bound that is passed on purpose. */
export const overBody = z.strictObject({ reason: text(240).optional() });
/** A form sends what was typed; half minutes with a point or a comma. */
const typedMinutes = z.union([
  minutes,
  z
    .string()
    .regex(/^\d{1,3}(?:[.,][05])?$/)
    .transform((typed) => Number(typed.replace(',', '.')))
    .pipe(minutes),
]);
/** The last one without AI: both together, or neither. */
export const joinBody = z.strictObject({ minutes: typedMinutes.optional(), ranOn: date.optional() });
export const beforeBody = z.strictObject({ minutes: typedMinutes, ranOn: date });
export const personBody = z.strictObject({ personId: askedRef });
/** The reason where there are more people than a pilot usually has. */
export const addBody = personBody.extend({ reason: text(240).optional() });
const why = text(800).optional();
export const scaleBody = z.strictObject({ why });
/** A form sends the weeks as a choice's id. */
const moreWeeks = z.union([
  z.number().int().min(1).max(4),
  z
    .string()
    .regex(/^[1-4]$/)
    .transform(Number),
]);
export const extendBody = z.strictObject({ why, weeks: moreWeeks, reason: text(240).optional() });
export const stopBody = z.strictObject({ why: text(800), lessons: text(800), retire: z.boolean().default(false) });

const place = z.strictObject({ id: z.string(), name: z.string(), is: z.string(), word: z.string() });
const sentence = z.strictObject({ key: z.string(), text: z.string() });
const checked = z.strictObject({ item: z.string(), title: z.string(), ok: z.boolean(), detail: z.string() });

const decided = z.strictObject({
  word: z.string(),
  why: z.string(),
  lessons: z.string().optional(),
  by: z.array(z.string()),
  at: z.string(),
  checklist: z.array(checked),
  /** The measures as they were shown, frozen; an empty object where there were none. */
  evidence: z.unknown(),
});

export const planParts = ['all', 'asked', 'words'] as const;
export type PlanPart = (typeof planParts)[number];

/** For those who lead it or may read what is prepared. */
const cockpit = z.strictObject({
  people: z.array(place),
  joined: z.number().int(),
  asked: z.number().int(),
  /** `addPerson` and `removePerson` are open to this reader. */
  mayChangePeople: z.boolean(),
  /** Runs without AI that were told, by how they were measured; `counted` of `needed` open the start. */
  before: z.strictObject({
    ...{ timer: z.number().int(), typed: z.number().int(), estimate: z.number().int() },
    ...{ counted: z.number().int(), needed: z.number().int(), text: z.string() },
  }),
  targets: targets.optional(),
  /** What stands in the way of the next step. Those of `needsReason` are passed with one sentence why. */
  blockers: z.array(sentence),
  needsReason: z.array(sentence),
  /** The rule for going on, item by item, while it runs and while it is decided. */
  checklist: z.array(checked),
  /** What came back of each scenario, while it runs and while it is decided. */
  cameBack: z.array(
    z.strictObject({
      ...{ id: z.string(), title: z.string() },
      /** Shares; without any, `note` says what is missing, else what they rest on. */
      lines: z.array(z.string()),
      note: z.string(),
      /** Empty where none is open. */
      questions: z.string(),
      shared: z.array(z.strictObject({ id: z.string(), title: z.string(), path: z.string() })),
    }),
  ),
  /** One of the two has signed; the other confirms or sends back. */
  signing: z
    .strictObject({
      ...{ what: z.string(), word: z.string(), by: z.string(), at: z.string(), isMine: z.boolean() },
      lines: z.array(z.string()),
    })
    .optional(),
  gates: z.array(decided),
  overrides: z.array(z.strictObject({ word: z.string(), reason: z.string(), by: z.string(), at: z.string() })),
  due: z.array(z.strictObject({ text: z.string(), at: z.string() })),
  /** A text for the department, to be changed and sent by hand. */
  announcement: z.string().optional(),
  /** Where what was measured is told as a win. */
  winPath: z.string().optional(),
  /** Where its owner makes a community for its people, who have none. */
  communityPath: z.string().optional(),
  /** The plan as a form has it; missing where nothing of it may be changed any more. */
  plan: z
    .strictObject({
      ...{ name: z.string(), goal: z.string(), hrLeadId: z.string(), weeks: z.number().int(), zone: z.string() },
      startDate: z.string().optional(),
      ...{ memberIds: z.array(z.string()), scenarioIds: z.array(z.string()), targets: targets.optional() },
      /** `all`; `asked` = all but the people, who are added and taken out one by one; `words` = name and goal. */
      open: z.enum(planParts),
    })
    .optional(),
});
export type Cockpit = z.infer<typeof cockpit>;

export const pilotDetail = z.strictObject({
  ...line.omit({ version: true }).shape,
  goal: z.string(),
  owner: named,
  hrLead: named,
  /** Missing until it has begun. */
  week: z.strictObject({ number: z.number().int(), of: z.number().int() }).optional(),
  startDate: z.string().optional(),
  /** The first day after it. */
  endDate: z.string().optional(),
  zone: z.string(),
  scenarios: z.array(z.strictObject({ id: z.string(), title: z.string(), problem: z.string().optional() })),
  /** The guardrails of all its scenarios, on one page. */
  rules: z.array(z.strictObject({ name: z.string(), rule: z.string() })),
  /** Whom to tell when something may have gone wrong; missing where nobody is named. */
  toTell: z.string().optional(),
  /** What is recorded of people who take part, said before they join. */
  recorded: z.array(z.string()),
  cockpit: cockpit.optional(),
  actions: z.array(itemAction),
  history: z.array(historyEntry),
  /** This reader's last event, as long as it can be taken back. */
  undo: z.strictObject({ label: z.string(), until: z.string() }).optional(),
  /** What has just been done, once. */
  note: z.string().optional(),
});
export type PilotDetail = z.infer<typeof pilotDetail>;

/** `GET /api/pilot-options`: what the form of a new one offers. */
export const pilotOptions = z.strictObject({
  workflows: z.array(
    z.strictObject({
      ...{ id: z.string(), name: z.string(), department: z.string() },
      hrLeadId: z.string().optional(),
      points: z.number().int().optional(),
      /** What of the workflow itself stands in the way, as sentences. */
      missing: z.array(z.string()),
      scenarios: z.array(named),
    }),
  ),
  hrLeads: z.array(named),
  zone: z.string(),
  weeks: z.strictObject({ least: z.number().int(), most: z.number().int(), usual: z.number().int() }),
});
export type PilotOptions = z.infer<typeof pilotOptions>;

/** `GET /api/pilot-people?q=`: whom an owner may ask, by a part of their name. */
export const peopleQuery = z.strictObject({ q: z.string().max(100).optional() });
export const peopleList = z.strictObject({ items: z.array(named) });
