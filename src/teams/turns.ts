/** A turn from an admitted activity: who acts (store and signed activity), where, when, and in which words. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Channel, rootOf } from '../core/channel.ts';
import type { Clock } from '../core/clock.ts';
import type { TenantStore } from '../core/documents.ts';
import { isLocale, isZone } from '../core/locale.ts';
import type { ChatAddress, Who } from '../core/person.ts';
import type { Stamp } from '../core/stamp.ts';
import type { Surface, Turn, Where } from '../core/turn.ts';
import type { WordsFor } from '../core/words.ts';
import type { Activity } from './envelope.ts';
import type { Admitted } from './guard.ts';
import type { StampOf } from './stamps.ts';

/** What the signed activity says of the person; their own settings and grants come from the store. */
export interface Introduction {
  readonly personId: string;
  readonly name: string;
  readonly locale: string;
  readonly zone: string;
}

/** Looks a person up; someone new is an employee without a role. */
export type Identify = (store: TenantStore, stamp: Stamp, introduction: Introduction) => Promise<Who>;

export interface TurnDeps {
  readonly identify: Identify;
  readonly stampOf: StampOf;
  readonly wordsFor: WordsFor;
  readonly clock: Clock;
}

export async function turnOf(
  admitted: Admitted,
  surface: Surface,
  store: TenantStore,
  requestId: string,
  deps: TurnDeps,
): Promise<Turn> {
  const { activity, actor } = admitted;
  const stamp = await deps.stampOf(store.tenantId);
  const locale = localeOf(activity);
  const personId = actor?.aadObjectId ?? eventPerson(activity) ?? unnamed(activity.from.id);
  const who = await deps.identify(store, stamp, {
    personId,
    name: activity.from.name ?? '',
    locale,
    zone: zoneOf(activity),
  });
  return {
    requestId,
    who,
    where: whereOf(activity, surface),
    now: deps.clock.now(),
    stamp,
    store,
    words: deps.wordsFor(who.locale),
  };
}

const guid = z.guid();

/** Whom a system event names; no check of membership was made, so it gives no right, only a chat to greet. */
const eventPerson = ({ from }: Activity): string | undefined => guid.safeParse(from.aadObjectId).data?.toLowerCase();

/** A system event may come without a person: it is answered, and belongs to nobody. */
const unnamed = (id: string): string => `nobody-${createHash('sha256').update(id).digest('hex').slice(0, 24)}`;

const clientInfo = (activity: Activity): Record<string, unknown> | undefined =>
  activity.entities?.find((entity) => entity.type === 'clientInfo');

export const localeOf = (activity: Activity): string =>
  [activity.locale, clientInfo(activity)?.locale].find(isLocale) ?? 'en';

const zoneOf = (activity: Activity): string =>
  [clientInfo(activity)?.timezone, activity.localTimezone].find(isZone) ?? 'UTC';

function whereOf(activity: Activity, surface: Surface): Where {
  const conversation = conversationKind(activity);
  return {
    surface,
    conversation,
    conversationId: activity.conversation.id,
    address: addressOf(activity),
    ...(conversation === 'channel' ? { channel: channelOf(activity) } : {}),
  };
}

/** The channel where the bot would be heard; what else Teams says of it is told along. */
function channelOf({ conversation, channelData }: Activity): Channel {
  const { team, channel } = channelData ?? {};
  const name = channel?.name ?? team?.name;
  return {
    id: rootOf(conversation.id),
    ...(team?.id ? { teamId: team.id } : {}),
    ...(name ? { name } : {}),
    kind: channel?.type === 'private' || channel?.type === 'shared' ? channel.type : 'standard',
  };
}

function conversationKind({ conversation, channelData }: Activity): Where['conversation'] {
  if (conversation.conversationType === 'channel' || channelData?.channel?.id) return 'channel';
  return conversation.conversationType === 'groupChat' || conversation.isGroup ? 'groupChat' : 'personal';
}

/** The stored form of a conversation reference: what a later send needs, and no more. */
export function addressOf({ serviceUrl, channelId, conversation, recipient, from }: Activity): ChatAddress {
  return {
    serviceUrl,
    channelId,
    conversation: {
      id: conversation.id,
      ...(conversation.tenantId ? { tenantId: conversation.tenantId } : {}),
      ...(conversation.conversationType ? { conversationType: conversation.conversationType } : {}),
    },
    bot: { id: recipient.id, ...(recipient.name ? { name: recipient.name } : {}) },
    user: { id: from.id, ...(from.aadObjectId ? { aadObjectId: from.aadObjectId } : {}) },
  };
}
