/** People as the rules see them. Role = the job they do; grant = what they may do in Fieldbook. */
import { z } from 'zod';
import { date, instant, lang, localTime, ref, stamped, text, zone } from './fields.ts';

export const grantNames = ['author', 'host', 'manager', 'owner', 'hrLead', 'governance', 'admin'] as const;

export const grant = z.strictObject({
  grant: z.enum(grantNames),
  scopeKind: z.enum(['tenant', 'department']),
  scopeId: ref.optional(),
  givenBy: ref,
  givenAt: instant,
});
export type Grant = z.infer<typeof grant>;
export type GrantName = (typeof grantNames)[number];

/** How the bot reaches a person or a conversation: plain JSON, its service URL checked again before every use. */
export const chatAddress = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  conversation: z.object({
    id: z.string(),
    tenantId: z.string().optional(),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
  }),
  bot: z.object({ id: z.string(), name: z.string().optional() }),
  user: z.object({ id: z.string(), aadObjectId: z.string().optional() }).optional(),
});
export type ChatAddress = z.infer<typeof chatAddress>;

/** Days of the week, 1 = Monday, and the hours of a day in the person's zone. */
export const workHours = z.strictObject({
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: localTime,
  to: localTime,
});
export type WorkHours = z.infer<typeof workHours>;

/** Of sessions: the day before and shortly before, one of them, or none. */
export const reminderChoices = ['both', 'day', 'soon', 'off'] as const;
export type ReminderChoice = (typeof reminderChoices)[number];

/** News of the playbook and small questions such as how a run went; all, all but the pulse, or none. */
export const newsChoices = ['now', 'noPulse', 'off'] as const;

export const person = z.strictObject({
  ...stamped,
  displayName: text(120),
  status: z.enum(['active', 'left', 'guest']),
  roleIds: z.array(ref).max(3),
  departmentId: ref.optional(),
  roleSource: z.enum(['suggested', 'chosen']).optional(),
  language: lang.optional(),
  zone: zone.optional(),
  grants: z.array(grant).max(50),
  introducedAt: instant.optional(),
  chatAddress: chatAddress.optional(),
  /** After a send that found no one there; gone when the person writes again. */
  unreachableSince: instant.optional(),
  /** What Teams said last, for messages that are not answers; a choice of one's own wins. */
  seen: z.strictObject({ locale: z.string().max(35), zone }).optional(),
  pausedUntil: date.optional(),
  workHours: workHours.optional(),
  savedViews: z
    .array(z.strictObject({ page: z.string().max(40), name: text(40), query: z.string().max(400) }))
    .max(20)
    .optional(),
  /** Scenarios that are not suggested after a success, or `all`. */
  mutedNext: z.array(ref).max(200).optional(),
  /** What a role in Entra brought: by which token and sign-in last, and for which rights once; one of these not held any more was taken here. */
  ownerByRole: z
    .strictObject({
      issuedAt: instant,
      seenAt: instant,
      honoured: z.array(z.enum(grantNames)).max(2),
      /** It has ended, but nobody else administers. */
      lapsedAt: instant.optional(),
    })
    .optional(),
  notify: z
    .strictObject({
      answers: z.enum(['now', 'day']),
      work: z.enum(['day', 'off']),
      /** Missing: both. */
      reminders: z.enum(reminderChoices).optional(),
      /** Missing: now. */
      news: z.enum(newsChoices).optional(),
    })
    .optional(),
});
export type Person = z.infer<typeof person>;

/** The one who acts in a turn: from the signed activity and the store, never from card data. */
export interface Who {
  readonly tenantId: string;
  readonly personId: string;
  readonly name: string;
  readonly roleIds: readonly string[];
  readonly departmentId?: string;
  readonly grants: readonly Grant[];
  /** BCP 47: own choice, else what Teams says. */
  readonly locale: string;
  readonly zone: string;
  /** The chat where the bot reaches this person, as far as we know. */
  readonly chat?: { readonly id: string; readonly serviceUrl: string };
}

/** True when one of the person's grants is among the names, tenant-wide or for the department. */
export function holds(who: Pick<Who, 'grants'>, names: readonly GrantName[], departmentId?: string): boolean {
  return who.grants.some(
    (g) =>
      names.includes(g.grant) &&
      (g.scopeKind === 'tenant' || (departmentId !== undefined && g.scopeId === departmentId)),
  );
}

/** True when the person holds one of the grants, wherever it reaches. */
export const holdsAnywhere = (who: Pick<Who, 'grants'>, names: readonly GrantName[]): boolean =>
  who.grants.some((g) => names.includes(g.grant));
