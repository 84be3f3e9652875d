/** What leaves by the connector: replies in a turn, and cards to one person's own chat. */
import { type ConversationReference, MessageFactory, type Activity as SdkActivity, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { type Card, cardObject } from '../core/card.ts';
import type { ChatAddress } from '../core/person.ts';
import { channelAudience, type FieldbookAdapter } from './adapter.ts';
import { NotSent } from './outbound.ts';

const adaptive = 'application/vnd.microsoft.card.adaptive';

/** The summary is what a notification shows; without it people read only "sent a card". */
export function cardMessage(card: Card): Partial<SdkActivity> {
  return { ...MessageFactory.attachment({ contentType: adaptive, content: cardObject(card) }), summary: card.summary };
}

export type Sent =
  | { kind: 'sent'; activityId?: string }
  /** Nothing left: no token or no line was to be had. */
  | { kind: 'notSent' }
  | { kind: 'failed'; status?: number; retryAfterMs?: number };

/** Sends to a stored address. With `onTurnError` set the SDK's promise resolves even when the send failed, so it is met inside. */
export async function sendTo(
  adapter: FieldbookAdapter,
  appId: string,
  address: ChatAddress,
  activity: Partial<SdkActivity>,
): Promise<Sent> {
  let sent: Sent = { kind: 'failed' };
  await adapter.continueConversationAsync(appId, referenceOf(address), channelAudience, async (context) => {
    // The SDK answers what the context came with, whatever the activity says.
    if (activity.replyToId) context.activity.id = activity.replyToId;
    sent = await trySend(context, activity);
  });
  return sent;
}

/** Opens the person's own chat with the bot and sends there; works wherever the bot is installed for the person. */
export async function sendPersonal(
  adapter: FieldbookAdapter,
  appId: string,
  address: ChatAddress,
  card: Card,
): Promise<Sent> {
  const { user, conversation, bot, serviceUrl } = address;
  if (!user) return { kind: 'failed' };
  if (conversation.conversationType === 'personal') return sendTo(adapter, appId, address, cardMessage(card));
  let sent: Sent = { kind: 'failed' };
  const tenantId = conversation.tenantId;
  const parameters = {
    isGroup: false,
    bot: { id: bot.id, name: bot.name ?? '' },
    members: [{ id: user.id, name: '' }],
    ...(tenantId ? { tenantId, channelData: { tenant: { id: tenantId } } } : { channelData: {} }),
    // The SDK's type asks for a first activity that the service does not need.
  } as Parameters<FieldbookAdapter['createConversationAsync']>[4];
  await adapter.createConversationAsync(
    appId,
    address.channelId,
    serviceUrl,
    channelAudience,
    parameters,
    async (context) => {
      sent = await trySend(context, cardMessage(card));
    },
  );
  return sent;
}

/** Errors of a line that was never there, so that nothing can have arrived. */
const noLine = z.looseObject({ code: z.enum(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']) });

/** Only an answer of the connector has a status; a line that broke has none. */
const refusal = z.looseObject({
  statusCode: z.number(),
  response: z
    .looseObject({ headers: z.looseObject({ get: z.function({ input: [z.string()], output: z.unknown() }) }) })
    .optional()
    .catch(undefined),
});

/** An activity with an id replaces the message that has it. */
export async function trySend(context: TurnContext, activity: Partial<SdkActivity>): Promise<Sent> {
  try {
    const made = activity.id ? await context.updateActivity(activity) : await context.sendActivity(activity);
    return made?.id ? { kind: 'sent', activityId: made.id } : { kind: 'sent' };
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): Sent {
  // Refused by our own list of hosts: as much a refusal as one of the service.
  if (error instanceof NotSent) return error.mayLeaveLater ? { kind: 'notSent' } : { kind: 'failed', status: 400 };
  if (noLine.safeParse(error).success) return { kind: 'notSent' };
  const answered = refusal.safeParse(error);
  if (!answered.success) return { kind: 'failed' };
  const { statusCode: status, response } = answered.data;
  const retryAfterMs = waitIn(response?.headers.get('retry-after'));
  return { kind: 'failed', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** Of seconds, an hour at most; the other form, a date, is not what the service sends. */
const waitIn = (header: unknown): number | undefined => {
  const seconds = typeof header === 'string' ? Number(header) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) * 1_000 : undefined;
};

function referenceOf(address: ChatAddress): Partial<ConversationReference> {
  const { conversation, bot, user, serviceUrl, channelId } = address;
  return {
    serviceUrl,
    channelId,
    bot: { id: bot.id, name: bot.name ?? '' },
    conversation: {
      id: conversation.id,
      name: '',
      isGroup: conversation.conversationType !== 'personal',
      conversationType: conversation.conversationType ?? 'personal',
      ...(conversation.tenantId ? { tenantId: conversation.tenantId } : {}),
    },
    ...(user
      ? { user: { id: user.id, name: '', ...(user.aadObjectId ? { aadObjectId: user.aadObjectId } : {}) } }
      : {}),
  };
}
