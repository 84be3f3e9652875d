/** A person at the screen: reads the newest card, types, picks, presses, and counts what it took. */
import { z } from 'zod';
import {
  execute,
  fetchTask,
  firstOpen,
  message,
  query,
  type RawActivity,
  submitAction,
  taskFetch,
  taskSubmit,
} from './activities.ts';
import type { Reply, World } from './world.ts';

const node = z.looseObject({ type: z.string().optional(), id: z.string().optional() });
export type Node = z.infer<typeof node>;

/** Where the newest card stands, which decides what its buttons send. */
type Stand = 'message' | 'composeDialog' | 'cardDialog' | 'chat';

export interface Hand {
  /** Presses so far; the two that open Fieldbook from the message box count. */
  readonly presses: number;
  /** Fields typed into. */
  readonly fields: number;
  readonly card: Node;
  readonly reply: Reply;
  say(text: string): Promise<void>;
  /** Takes up a message that the bot sent by itself. */
  read(message: unknown): void;
  /** Opens a dialog of the message extension. */
  openDialog(id: string): Promise<void>;
  /** Opens a search of the message extension; typing is no press. */
  search(
    command: string,
    words?: string,
    parameters?: Record<string, string>,
    queryOptions?: { skip: number; count: number },
  ): Promise<void>;
  /** Inserts the nth hit into the chat. */
  insert(at: number): Promise<void>;
  type(id: string, text: string): void;
  pick(id: string, value: string): void;
  press(title: string, near?: string): Promise<void>;
  /** Every text on the newest card, one a line. */
  text(): string;
  /** Titles of the hits of the last search. */
  hits(): string[];
}

export function hand(world: World, change: RawActivity = {}): Hand {
  let presses = 0;
  let fields = 0;
  let stand: Stand = 'message';
  let card: Node = {};
  let inputs = new Map<string, string>();
  let reply: Reply = { status: 0, text: '', body: undefined, replies: [] };

  async function send(activity: RawActivity): Promise<void> {
    reply = await world.post({ ...activity, ...change });
    const shown = cardIn(reply, stand);
    if (!shown) return;
    card = shown;
    inputs = new Map(walk(card).flatMap(presetOf));
  }

  return {
    get presses() {
      return presses;
    },
    get fields() {
      return fields;
    },
    get card() {
      return card;
    },
    get reply() {
      return reply;
    },
    async say(text) {
      stand = 'message';
      await send(message(text));
    },
    read(said) {
      stand = 'message';
      card = inMessage.parse(said).attachments[0]?.content ?? {};
      inputs = new Map(walk(card).flatMap(presetOf));
    },
    async openDialog(id) {
      presses += 2;
      stand = 'composeDialog';
      await send(fetchTask(id));
    },
    async search(command, words, parameters = {}, queryOptions = { skip: 0, count: 25 }) {
      presses += 2;
      stand = 'composeDialog';
      if (words === undefined) return send(firstOpen(command));
      const list = Object.entries({ q: words, ...parameters }).map(([name, value]) => ({ name, value }));
      await send({
        ...query(command, words),
        value: { commandId: command, parameters: list, queryOptions },
      });
    },
    async insert(at) {
      presses += 1;
      stand = 'chat';
      card = hitsIn(reply)[at]?.content ?? {};
    },
    type(id, text) {
      fields += 1;
      inputs.set(id, text);
    },
    pick(id, value) {
      presses += 1;
      inputs.set(id, value);
    },
    async press(title, near) {
      presses += 1;
      const button = buttonOf(card, title, near);
      const alone = button.associatedInputs === 'none';
      const data = { ...record.parse(button.data), ...(alone ? {} : Object.fromEntries(inputs)) };
      const [activity, next] = pressed(button, data, stand);
      stand = next;
      await send(activity);
    },
    text: () => textsOf(card).join('\n'),
    hits: () => hitsIn(reply).map((hit) => hit.preview?.content?.title ?? ''),
  };
}

const record = z.record(z.string(), z.unknown()).catch({});

function pressed(button: Node, data: Record<string, unknown>, stand: Stand): [RawActivity, Stand] {
  if (button.type === 'Action.Execute') return [execute(button.verb, data), 'message'];
  const opensDialog = z
    .looseObject({ msteams: z.looseObject({ type: z.literal('task/fetch') }) })
    .safeParse(button.data).success;
  if (opensDialog) return [taskFetch(data), 'cardDialog'];
  return stand === 'composeDialog' ? [submitAction(data), stand] : [taskSubmit(data), 'cardDialog'];
}

/** Every element of a card, cards within cards included. */
export function walk(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(walk);
  if (typeof value !== 'object' || value === null) return [];
  return [node.parse(value), ...Object.entries(value).flatMap(([key, part]) => (key === 'fallback' ? [] : walk(part)))];
}

function buttonOf(card: Node, title: string, near: string | undefined): Node {
  const buttons = walk(card).filter((n) => n.type?.startsWith('Action.') && n.title === title);
  const found = near === undefined ? buttons[0] : buttons.find((b) => b.tooltip === near);
  if (!found)
    throw new Error(
      `no button "${title}"${near ? ` of "${near}"` : ''}; there are: ${walk(card)
        .filter((n) => n.type?.startsWith('Action.'))
        .map((n) => n.title)
        .join(', ')}`,
    );
  return found;
}

const presetOf = (n: Node): [string, string][] =>
  n.type?.startsWith('Input.') && n.id && n.value !== undefined && n.value !== '' ? [[n.id, String(n.value)]] : [];

const textsOf = (card: Node): string[] =>
  walk(card)
    .filter((n) => n.isVisible !== false || !n.type?.startsWith('Input.'))
    .flatMap((n) =>
      [
        shownText(n),
        n.title,
        n.label,
        n.type === 'Input.Text' ? n.value : undefined,
        n.type === undefined ? n.value : undefined,
      ].filter((t) => typeof t === 'string'),
    );

/** A TextBlock reads markdown: what a person sees has no backslash before a sign. */
const shownText = ({ type, text }: Node): unknown =>
  type === 'TextBlock' && typeof text === 'string' ? text.replaceAll(/\\([^\w\s])/g, '$1') : text;

const hit = z.looseObject({
  content: node,
  preview: z
    .looseObject({ content: z.looseObject({ title: z.string().optional(), text: z.string().optional() }) })
    .optional(),
});
const listed = z.looseObject({ composeExtension: z.looseObject({ attachments: z.array(hit) }) });
const hitsIn = (reply: Reply) => listed.safeParse(reply.body).data?.composeExtension.attachments ?? [];

const inTask = z.looseObject({
  task: z.looseObject({ value: z.looseObject({ card: z.looseObject({ content: node }) }) }),
});
const inExecute = z.looseObject({ value: node });
const inMessage = z.looseObject({ attachments: z.array(z.looseObject({ content: node })).min(1) });

function cardIn(reply: Reply, stand: Stand): Node | undefined {
  const task = inTask.safeParse(reply.body);
  if (task.success) return task.data.task.value.card.content;
  const said = inMessage.safeParse(reply.replies.at(-1));
  if (said.success) return said.data.attachments[0]?.content;
  const executed = stand === 'message' ? inExecute.safeParse(reply.body) : undefined;
  if (executed?.success && executed.data.value.type === 'AdaptiveCard') return executed.data.value;
  return hitsIn(reply).length === 1 ? hitsIn(reply)[0]?.content : undefined;
}
