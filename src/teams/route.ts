/** From an activity to a feature's handler: reads the raw input of each kind of invoke, runs the handler, gives the answer. */
import { z } from 'zod';
import type { SearchCall, SourceMessage } from '../core/feature.ts';
import { cleanText, graphemes } from '../core/text.ts';
import { type Answer, refused, type Surface, type Turn } from '../core/turn.ts';
import type { Dispatch } from './dispatch.ts';
import type { Activity } from './envelope.ts';

const record = z.record(z.string(), z.unknown()).catch({});
const commandId = z.object({ commandId: z.string() }).catch({ commandId: '' });

/** How an activity is met: which surface it comes from and what answers it. `undefined` = we do not know its name. */
export interface Route {
  readonly surface: Surface;
  /** True when a repeat must not run again: everything that can write. */
  readonly effect: boolean;
  run(turn: Turn): Promise<Answer>;
}

const silent = async (): Promise<Answer> => ({ kind: 'silent' });
const outdated = async (turn: Turn) => refused(turn, 'card_outdated');

export function routeOf(activity: Activity, dispatch: Dispatch, ownHost: string): Route | undefined {
  switch (activity.type) {
    case 'message':
      return messageRoute(activity, dispatch);
    case 'invoke':
      return invokeRoute(activity, dispatch, ownHost);
    case 'installationUpdate':
      return eventRoute(dispatch, activity.action?.startsWith('add') ? 'installed' : 'uninstalled');
    case 'conversationUpdate':
      return botJoined(activity) ? eventRoute(dispatch, 'installed') : { surface: 'event', effect: false, run: silent };
    default:
      return { surface: 'event', effect: false, run: silent };
  }
}

const botJoined = ({ membersAdded, recipient }: Activity): boolean =>
  membersAdded?.slice(0, 100).some((member) => member.id === recipient.id) ?? false;

function eventRoute(dispatch: Dispatch, name: 'installed' | 'uninstalled'): Route {
  const run = async (turn: Turn): Promise<Answer> => {
    for (const handler of dispatch.events(name)) {
      const answer = await handler.run(turn);
      if (answer.kind !== 'silent') return answer;
    }
    return { kind: 'silent' };
  };
  return { surface: 'event', effect: true, run };
}

const maxText = 4_000;

function messageRoute(activity: Activity, dispatch: Dispatch): Route {
  const pressed = record.parse(activity.value);
  if (!activity.text && typeof pressed.verb === 'string') return actionRoute('card', pressed, dispatch);
  if (isSentCard(activity)) return { surface: 'bot', effect: false, run: silent };
  const raw = withoutMention(activity);
  const run = async (turn: Turn): Promise<Answer> => {
    const yours = charactersOf(raw);
    if (yours > maxText) return refused(turn, 'text_too_long', { max: maxText, yours });
    const text = cleanText(raw);
    if (text === '' && carriesSomething(activity)) return { kind: 'silent' };
    if (text === '' && raw.trim() !== '') return refused(turn, 'text_empty');
    const hit = text === '' ? dispatch.command('help') : dispatch.command(text);
    if (!hit) return dispatch.fallback(turn, text);
    return hit.command.run(turn, hit.rest);
  };
  return { surface: 'bot', effect: true, run };
}

/** As a reader counts them, but a heap of accents on one letter is no single character. */
const charactersOf = (text: string): number =>
  Math.max(graphemes(text), text.length > maxText * 4 ? Math.ceil(text.length / 4) : 0);

/** A sent card, a file or a sticker speaks for itself: no help text on top. */
const carriesSomething = ({ attachments, value }: Activity): boolean =>
  (attachments?.some((a) => a.contentType !== 'text/html') ?? false) || value !== undefined;

const mention = z.looseObject({
  text: z.string(),
  mentioned: z.looseObject({ id: z.string() }),
});

function withoutMention({ text = '', entities = [], recipient }: Activity): string {
  const own = entities
    .filter(({ type }) => type === 'mention')
    .map((e) => mention.safeParse(e))
    .filter((e) => e.success && e.data.mentioned.id === recipient.id);
  const plain = own.reduce((rest, e) => (e.data ? rest.replace(e.data.text, ' ') : rest), text);
  return plain;
}

/** A card that a person sent from the message box arrives as this, with or without the card itself. */
const isSentCard = ({ text = '' }: Activity): boolean => /^\s*<span class="inline-compose-card"/.test(text);

function invokeRoute(activity: Activity, dispatch: Dispatch, ownHost: string): Route | undefined {
  const value = record.parse(activity.value);
  switch (activity.name) {
    case 'composeExtension/query':
      return searchRoute(value, dispatch);
    case 'composeExtension/queryLink':
      return linkRoute(value, dispatch, ownHost);
    case 'composeExtension/anonymousQueryLink':
    case 'composeExtension/selectItem':
      return { surface: 'link', effect: false, run: silent };
    case 'composeExtension/fetchTask':
      return dialogRoute(value, dispatch);
    case 'composeExtension/submitAction':
      return actionRoute(
        value.commandContext === 'message' ? 'message' : 'compose',
        record.parse(value.data),
        dispatch,
      );
    case 'task/fetch':
    case 'task/submit':
      return actionRoute('cardDialog', record.parse(value.data), dispatch);
    case 'adaptiveCard/action':
      return executeRoute(value, dispatch);
    case 'message/submitAction':
      return { surface: 'card', effect: false, run: silent };
    default:
      return undefined;
  }
}

const execution = z.object({ verb: z.string(), data: record }).catch({ verb: '', data: {} });

function executeRoute(value: Record<string, unknown>, dispatch: Dispatch): Route {
  const { verb, data } = execution.parse(value.action);
  return actionRoute('card', { ...data, verb }, dispatch);
}

function actionRoute(surface: Surface, data: Record<string, unknown>, dispatch: Dispatch): Route {
  const action = typeof data.verb === 'string' ? dispatch.action(data.verb) : undefined;
  if (!action) return { surface, effect: false, run: outdated };
  const parsed = action.data.safeParse(data);
  return { surface, effect: true, run: parsed.success ? (turn) => action.run(turn, data) : outdated };
}

function dialogRoute(value: Record<string, unknown>, dispatch: Dispatch): Route {
  const dialog = dispatch.dialog(commandId.parse(value).commandId);
  const surface = value.commandContext === 'message' ? 'message' : 'compose';
  if (!dialog) return { surface, effect: false, run: async (turn) => refused(turn, 'unknown_command') };
  return { surface, effect: false, run: (turn) => dialog.open(turn, sourceMessage(value)) };
}

/** More of a message than any form quotes. */
const maxSource = 10_000;

function sourceMessage(value: Record<string, unknown>): SourceMessage | undefined {
  const payload = z
    .looseObject({
      body: z.looseObject({ content: z.string(), textContent: z.string().optional() }),
      linkToMessage: z.string().max(2_048).optional().catch(undefined),
    })
    .safeParse(value.messagePayload);
  if (!payload.success) return undefined;
  const { body, linkToMessage } = payload.data;
  const text = cleanText((body.textContent ?? plainOfHtml(body.content)).slice(0, maxSource));
  return { text, ...(linkToMessage ? { link: linkToMessage } : {}) };
}

const plainOfHtml = (html: string): string =>
  html
    .slice(0, 50_000)
    .replace(/<(?:br|\/p|\/div|\/li)\s*\/?>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Never `z.coerce`: an object with a `toString` of its own would throw past the parse. */
const number = (fallback: number) => z.union([z.number(), z.string()]).transform(Number).catch(fallback);
const queryOptions = z.object({ skip: number(0), count: number(25) }).catch({ skip: 0, count: 25 });
const parameter = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).transform(String),
});
const parameters = z.array(z.unknown()).catch([]);
const maxQuery = 100;
const pageSize = 25;

function searchRoute(value: Record<string, unknown>, dispatch: Dispatch): Route {
  const search = dispatch.search(commandId.parse(value).commandId);
  if (!search) return { surface: 'compose', effect: false, run: async (turn) => refused(turn, 'unknown_command') };
  return { surface: 'compose', effect: false, run: (turn) => search.run(turn, searchCall(value)) };
}

function searchCall(value: Record<string, unknown>): SearchCall {
  const given = parameters
    .parse(value.parameters)
    .slice(0, 5)
    .map((p) => parameter.safeParse(p));
  const pairs = given.flatMap((p) => (p.success ? [p.data] : []));
  const { skip, count } = queryOptions.parse(value.queryOptions);
  return {
    initial: pairs.some((p) => p.name === 'initialRun' && p.value === 'true'),
    parameters: Object.fromEntries(pairs.map((p) => [p.name, cleanText(p.value.slice(0, maxQuery))])),
    skip: clamp(skip, 0, 10_000),
    count: clamp(count, 1, pageSize),
  };
}

const clamp = (value: number, low: number, high: number): number =>
  Number.isFinite(value) ? Math.min(high, Math.max(low, Math.trunc(value))) : low;

const pasted = z.object({ url: z.string() }).catch({ url: '' });

function linkRoute(value: Record<string, unknown>, dispatch: Dispatch, ownHost: string): Route {
  const { url } = pasted.parse(value);
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const hit = parsed && parsed.host === ownHost ? dispatch.link(parsed.pathname) : undefined;
  return { surface: 'link', effect: false, run: hit ? (turn) => hit.link.run(turn, hit.id) : silent };
}
