/** A community: people who meet over a kind of work, in one channel or several (product 4.5). */
import { z } from 'zod';
import { lang, localTime, ref, slug, stamped, text, zone } from '../../core/fields.ts';
import { chatAddress } from '../../core/person.ts';

export const communityStates = ['active', 'paused', 'archived'] as const;
export const cadences = ['off', 'weekly', 'everyTwoWeeks', 'monthly'] as const;

export const communityChannel = z.strictObject({
  teamId: z.string().max(200).optional(),
  channelId: z.string().min(1).max(200),
  name: text(120),
  kind: z.enum(['standard', 'shared', 'private']),
  /** How the bot reaches it; missing where only the page was set up and the bot is not there. */
  address: chatAddress.optional(),
});
export type CommunityChannel = z.infer<typeof communityChannel>;

/** The community's zone and hour are those of its digest. */
export const digest = z.strictObject({
  cadence: z.enum(cadences),
  weekday: z.number().int().min(1).max(7),
  at: localTime,
  zone,
});
export type Digest = z.infer<typeof digest>;

export const community = z.strictObject({
  ...stamped,
  slug,
  name: text(60),
  purpose: text(240),
  language: lang,
  /** None until somebody takes it: then nothing is posted and nothing can be planned. */
  hostIds: z.array(ref).max(6),
  /** None of both named: everybody belongs to it. */
  departmentIds: z.array(ref).max(50),
  roleIds: z.array(ref).max(50),
  state: z.enum(communityStates),
  channels: z.array(communityChannel).max(20),
  digest,
});
export type Community = z.infer<typeof community>;
