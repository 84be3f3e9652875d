/**
 * An item that people act on, as the tab shows it: a line of a list, and the whole of it with what this reader may do.
 * Every feature says its own items in these words, and one renderer shows them all. Texts are in the reader's language.
 */
import { z } from 'zod';
import type { Turn } from './turn.ts';

/** How a state looks; never by colour alone, the word stands beside it. */
export const tone = z.enum(['neutral', 'info', 'good', 'warning', 'danger']);

export const workLine = z.strictObject({
  /** The kind in the path of its API: `flags`, `discoveries`, `requests`, `scenarios`, `decisions`, `tool-changes`. */
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  /** What it is about, in one line; may be empty. */
  about: z.string(),
  status: z.strictObject({ word: z.string(), tone }),
  createdAt: z.string(),
  /** Missing where nothing waits any more. */
  dueAt: z.string().optional(),
  isLate: z.boolean(),
  isUrgent: z.boolean(),
  assignee: z.strictObject({ id: z.string(), name: z.string(), isMe: z.boolean() }).optional(),
  /** How many asked or supported the same; shown from 2 up. */
  people: z.number().int(),
  /** Events that this reader may do to many at once, without a field to fill in, with the version they act on. */
  version: z.string(),
  bulk: z.array(z.strictObject({ event: z.string(), label: z.string() })),
  /** The one thing that this reader most likely does with it, without a field to fill in; `snooze` puts it off for a week. */
  press: z.strictObject({ event: z.string(), label: z.string() }).optional(),
  /** Its next step was taken: it is on its way, and what waits for a first one matters more. */
  isBegun: z.literal(true).optional(),
  /** Of what is opened elsewhere: its page, below `/tab`. */
  path: z.string().optional(),
});
export type WorkLine = z.infer<typeof workLine>;

export const section = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), heading: z.string().optional(), text: z.string() }),
  z.strictObject({ kind: z.literal('quote'), heading: z.string().optional(), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), heading: z.string().optional(), lines: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('facts'),
    heading: z.string().optional(),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('thread'),
    heading: z.string().optional(),
    entries: z.array(z.strictObject({ by: z.string(), at: z.string(), text: z.string(), isMine: z.boolean() })),
  }),
  /** Items of the playbook to look at: `path` is below `/tab`. */
  z.strictObject({
    kind: z.literal('links'),
    heading: z.string().optional(),
    links: z.array(z.strictObject({ title: z.string(), text: z.string(), path: z.string() })),
  }),
]);
export type Section = z.infer<typeof section>;

export const actionField = z.strictObject({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'longText', 'date', 'time', 'choice', 'switch']),
  required: z.boolean(),
  max: z.number().int().optional(),
  help: z.string().optional(),
  value: z.string().optional(),
  options: z.array(z.strictObject({ id: z.string(), title: z.string(), text: z.string().optional() })).optional(),
  /** Shown only while another field has one of these values. */
  onlyWhen: z.strictObject({ field: z.string(), in: z.array(z.string()) }).optional(),
});
export type ActionField = z.infer<typeof actionField>;

/** Sent as `POST /api/<kind>/<id>/<event>` with `If-Match`; the body holds the fields by name, a switch as a boolean. */
export const itemAction = z.strictObject({
  event: z.string(),
  label: z.string(),
  look: z.enum(['primary', 'normal', 'danger']),
  fields: z.array(actionField),
  /** Sent along as it is, such as the id of an answer that does again. */
  fixed: z.record(z.string(), z.string()).optional(),
  /** `POST …/<event>/preview` with the same body says what changes and who is told. */
  hasPreview: z.boolean(),
  /** Without a field to fill in it still shows first what it will do. */
  asksFirst: z.literal(true).optional(),
});
export type ItemAction = z.infer<typeof itemAction>;

export const historyEntry = z.strictObject({ at: z.string(), who: z.string(), what: z.string(), detail: z.string() });

export const workItem = z.strictObject({
  ...workLine.omit({ version: true }).shape,
  heading: z.string(),
  sections: z.array(section),
  actions: z.array(itemAction),
  history: z.array(historyEntry),
  /** This reader's last event, as long as it can be taken back: `POST …/undo` with `If-Match`. */
  undo: z.strictObject({ label: z.string(), until: z.string() }).optional(),
  /** What has just been done, once. */
  note: z.string().optional(),
});
export type WorkItem = z.infer<typeof workItem>;

export const preview = z.strictObject({ changes: z.array(z.string()), told: z.array(z.string()) });
export type Preview = z.infer<typeof preview>;

export const queueSorts = ['due', 'newest'] as const;

/** What the review list may be narrowed to; every source applies it before it pages. */
export const queueFilter = z.strictObject({
  q: z.string().max(100).optional(),
  state: z.enum(['waiting', 'late', 'decided']).optional(),
  assignee: z.enum(['me', 'nobody']).optional(),
  urgent: z.literal('yes').optional(),
  sort: z.enum(queueSorts).optional(),
});
export type QueueFilter = z.infer<typeof queueFilter>;

/** One feature's part of the review list. */
export interface QueueSource {
  /** As in `WorkLine.kind`. */
  readonly kind: string;
  /** One page in the asked order (by `dueAt` or newest first); undefined for a reader who never has such work. */
  page(turn: Turn, ask: QueueAsk): Promise<QueuePage | undefined>;
}

export interface QueueAsk {
  readonly filter: QueueFilter;
  readonly limit: number;
  readonly after?: string;
}

export interface QueuePage {
  /** Each with its own position, from which a page after it begins. */
  readonly lines: readonly { readonly line: WorkLine; readonly position: string }[];
  readonly hasMore: boolean;
  /** Where the next page goes on, when that is not after the last line: the page ended before it was full. */
  readonly reached?: string;
}

/** From where the page after this one begins; undefined when there is none. */
export const nextOf = ({ lines, hasMore, reached }: QueuePage): string | undefined =>
  hasMore ? (reached ?? lines.at(-1)?.position) : undefined;

/** What a feature gives to the lists of the tab. */
export interface Reviewed {
  readonly queue: QueueSource;
  /** The reader's own items, the newest first. */
  readonly own: (turn: Turn, limit: number) => Promise<QueuePage['lines']>;
}
