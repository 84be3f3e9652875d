/** Asks Teams for a person's role: in the conversation they write from, else in their own chat with the bot. */
import { z } from 'zod';
import type { FieldbookAdapter } from './adapter.ts';
import type { Asked, RosterEntry, RosterLookup } from './members.ts';

const member = z.looseObject({ userRole: z.string().optional(), tenantId: z.string().optional() });

/** A message extension works where the bot is not in the chat: then only the person's own chat can say who they are. */
export function teamsRoster(adapter: FieldbookAdapter, botId: string): RosterLookup {
  return async (asked) => {
    const client = await adapter.connectorFor(asked.serviceUrl);
    const inConversation = (conversationId: string) =>
      client.conversations.getConversationMember(conversationId, asked.userId);
    const ownChat = async () => {
      const { id } = await client.conversations.createConversation(personalChat(asked, botId));
      return inConversation(id);
    };
    return entryOf(await inConversation(asked.conversationId).catch(ownChat));
  };
}

const personalChat = ({ tenantId, userId }: Asked, botId: string) => ({
  isGroup: false,
  bot: { id: `28:${botId}`, name: '' },
  members: [{ id: userId, name: '' }],
  tenantId,
  channelData: { tenant: { id: tenantId } },
  // The service needs neither of these for a 1:1 chat, the SDK's type asks for both.
  topicName: '',
  activity: undefined as never,
});

function entryOf(answer: unknown): RosterEntry {
  const { userRole, tenantId } = member.parse(answer);
  return { ...(userRole ? { role: userRole } : {}), ...(tenantId ? { tenantId } : {}) };
}
