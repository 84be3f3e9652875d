/** What a channel's page, the set-up of one, and the settings of a community ask and get. */
import { z } from 'zod';
import { askedRef, localTime, text } from '../../core/fields.ts';
import { historyEntry } from '../../core/work-item.ts';

const states = ['active', 'paused', 'archived'] as const;
const cadences = ['off', 'weekly', 'everyTwoWeeks', 'monthly'] as const;
const channelKinds = ['standard', 'shared', 'private'] as const;

/** Ids with commas between them; left out, all. Of one community instead, all that it names. */
export const communityQuery = z.strictObject({
  departments: z.string().max(2_000).optional(),
  community: z.string().max(100).optional(),
});

const named = z.strictObject({ id: z.string(), name: z.string() });

const digest = z.strictObject({ cadence: z.enum(cadences), weekday: z.number(), at: z.string(), zone: z.string() });

export const hours = z.strictObject({
  id: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  joinUrl: z.string().optional(),
  seats: z.string().optional(),
});
export type Hours = z.infer<typeof hours>;

export const communityView = z.strictObject({
  /** Those that the page is about; none is everybody. */
  departments: z.array(named),
  /** Missing where the page was set up for departments alone. */
  community: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      purpose: z.string(),
      /** Names of its hosts. */
      hosts: z.array(z.string()),
      isPaused: z.boolean(),
      /** Missing while none comes. */
      digest: digest.optional(),
    })
    .optional(),
  hours: z.array(hours),
  discoveries: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      about: z.string(),
      createdAt: z.string(),
    }),
  ),
  wins: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      story: z.string(),
      /** Before and after, and what that rests on, in the reader's words. */
      minutes: z.string(),
      basis: z.string(),
      by: z.string(),
      createdAt: z.string(),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      question: z.string(),
      answer: z.string(),
      why: z.string(),
      conditions: z.array(z.string()),
      decidedAt: z.string(),
    }),
  ),
});
export type CommunityView = z.infer<typeof communityView>;

export const departmentList = z.strictObject({ items: z.array(named) });
export type DepartmentList = z.infer<typeof departmentList>;

const line = z.strictObject({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  state: z.enum(states),
  hosts: z.array(z.string()),
  /** This reader may change it. */
  mayEdit: z.boolean(),
  version: z.string(),
});

/** `mayMake`: this reader may make a new one, in one of these languages. */
export const communityList = z.strictObject({ items: z.array(line), mayMake: z.boolean(), languages: z.array(named) });
export type CommunityList = z.infer<typeof communityList>;

const channel = z.strictObject({
  channelId: z.string(),
  teamId: z.string().optional(),
  name: z.string(),
  kind: z.enum(channelKinds),
  /** The bot is there, so that posts arrive. */
  isReached: z.boolean(),
});

export const communityDetail = z.strictObject({
  ...line.omit({ hosts: true, version: true }).shape,
  language: z.string(),
  hosts: z.array(named),
  departments: z.array(named),
  roles: z.array(named),
  digest,
  /** For those who may change it. */
  settings: z
    .strictObject({
      channels: z.array(channel),
      /** When the next digest is due; missing while none is. */
      nextDigestAt: z.string().optional(),
      languages: z.array(named),
      /** May set whom it is for, and archive it. */
      isAdmin: z.boolean(),
      history: z.array(historyEntry),
    })
    .optional(),
  version: z.string().optional(),
});
export type CommunityDetail = z.infer<typeof communityDetail>;

export const peopleQuery = z.strictObject({ q: z.string().max(100).optional() });
export const peopleList = z.strictObject({ items: z.array(named) });
export type PeopleList = z.infer<typeof peopleList>;

/** The zone and the language are judged by what is known, and named as such when they are not. */
export const digestBody = z.strictObject({
  cadence: z.enum(cadences),
  weekday: z.number().int().min(1).max(7),
  at: localTime,
  zone: z.string().max(60),
});
const channelBody = z.strictObject({
  channelId: z.string().min(1).max(200),
  teamId: z.string().min(1).max(200).optional(),
  name: text(120),
  kind: z.enum(channelKinds),
});

const fields = {
  name: text(60),
  purpose: text(240),
  language: z.string().max(35),
  departmentIds: z.array(askedRef).max(50),
  roleIds: z.array(askedRef).max(50),
  digest: digestBody,
};

export const makeBody = z.strictObject({
  ...fields,
  departmentIds: fields.departmentIds.default([]),
  roleIds: fields.roleIds.default([]),
});
export type MakeBody = z.infer<typeof makeBody>;

/** What is left out stays. `channels` and `hostIds` are the whole lists. */
export const editBody = z
  .strictObject({ ...fields, hostIds: z.array(askedRef).max(6), channels: z.array(channelBody).max(20) })
  .partial();
export type EditBody = z.infer<typeof editBody>;

export const nothing = z.strictObject({});
