/** Raw activities as Teams sends them; every builder takes a last argument whose fields replace its own. */

export type RawActivity = Record<string, unknown>;

export const somebody = 'b6a7c1de-0000-4000-8000-000000000001';
export const botId = 'b6a7c1de-0000-4000-8000-00000000b071';
export const tenantId = 'b6a7c1de-0000-4000-8000-0000000000bb';

let last = 0;
const fresh = () => `17000000${String(++last).padStart(6, '0')}`;

/** A person by a number: `person(2)` is somebody else than `person(1)`. */
export const person = (number: number) => ({
  id: `29:person-${number}`,
  name: `Person ${number}`,
  aadObjectId: `b6a7c1de-0000-4000-8000-${String(number).padStart(12, '0')}`,
});

export function activity(change: RawActivity = {}): RawActivity {
  return {
    type: 'message',
    id: fresh(),
    timestamp: '2026-11-23T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:3979/',
    from: person(1),
    recipient: { id: `28:${botId}`, name: 'Fieldbook' },
    conversation: { id: 'a:one-to-one', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'en-GB',
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
    ...change,
  };
}

/** The replies come back in the HTTP answer; pass `deliveryMode: undefined` to have them sent to the connector. */
export const message = (text: unknown, change: RawActivity = {}) =>
  activity({ text, textFormat: 'plain', deliveryMode: 'expectReplies', ...change });

export const group = {
  conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId },
};
export const channel = {
  conversation: { id: '19:channel@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true, tenantId },
  channelData: {
    tenant: { id: tenantId },
    team: { id: '19:team@thread.tacv2' },
    channel: { id: '19:channel@thread.tacv2' },
  },
};

/** `message` as written in a group, where the bot reads it only when mentioned. */
export const mention = (text: string, change: RawActivity = {}) =>
  message(`<at>Fieldbook</at> ${text}`, {
    ...group,
    entities: [{ type: 'mention', text: '<at>Fieldbook</at>', mentioned: { id: `28:${botId}`, name: 'Fieldbook' } }],
    ...change,
  });

export const invoke = (name: string, value: unknown, change: RawActivity = {}) =>
  activity({ type: 'invoke', name, value, ...change });

export const query = (commandId: string, q: unknown, change: RawActivity = {}) =>
  invoke(
    'composeExtension/query',
    { commandId, parameters: [{ name: 'q', value: q }], queryOptions: { skip: 0, count: 25 } },
    change,
  );

/** What the extension asks when it is opened, before anything is typed. */
export const firstOpen = (commandId: string, change: RawActivity = {}) =>
  invoke(
    'composeExtension/query',
    { commandId, parameters: [{ name: 'initialRun', value: 'true' }], queryOptions: { skip: 0, count: 25 } },
    change,
  );

export const queryLink = (url: string, change: RawActivity = {}) =>
  invoke('composeExtension/queryLink', { url }, change);

export const fetchTask = (commandId: string, value: RawActivity = {}, change: RawActivity = {}) =>
  invoke('composeExtension/fetchTask', { commandId, commandContext: 'compose', ...value }, change);

/** A dialog of the message extension sent; `data` holds the verb and the inputs. */
export const submitAction = (data: unknown, change: RawActivity = {}, commandId = 'useScenario') =>
  invoke('composeExtension/submitAction', { commandId, commandContext: 'compose', data }, change);

/** A button on a card in any chat, which opens a dialog. */
export const taskFetch = (data: unknown, change: RawActivity = {}) =>
  invoke('task/fetch', { data, context: { theme: 'default' } }, change);
export const taskSubmit = (data: unknown, change: RawActivity = {}) => invoke('task/submit', { data }, change);

/** `Action.Execute` on a card that the bot sent. */
export const execute = (verb: unknown, data: unknown = {}, change: RawActivity = {}) =>
  invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }, change);

/** `Action.Submit` on such a card, as old clients send it. */
export const submit = (data: unknown, change: RawActivity = {}) =>
  activity({ value: data, deliveryMode: 'expectReplies', ...change });

export const installed = (action: 'add' | 'remove' = 'add', change: RawActivity = {}) =>
  activity({ type: 'installationUpdate', action, deliveryMode: 'expectReplies', ...change });

export const membersAdded = (members: readonly { id: string }[] = [{ id: `28:${botId}` }], change: RawActivity = {}) =>
  activity({ type: 'conversationUpdate', membersAdded: members, deliveryMode: 'expectReplies', ...change });
