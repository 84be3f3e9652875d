/** A feature is data: lists of what it offers. Tests compare the lists with the manifest, the cards and the words. */
import type { z } from 'zod';
import type { WriteOperation } from './documents.ts';
import type { DueItem } from './due-item.ts';
import type { Erasure } from './erasure.ts';
import type { FeedSource } from './feed.ts';
import type { ItemSource } from './items.ts';
import type { NoticeKind } from './notice.ts';
import type { PostKind } from './post.ts';
import type { Recurring } from './recurring.ts';
import type { Route } from './route.ts';
import type { Answer, Turn, Where } from './turn.ts';

/** A bot command. Its words stand in text/ as `command.<name>`, several separated by `;`. */
export interface Command {
  readonly name: string;
  readonly scopes: readonly Where['conversation'][];
  /** Listed in the manifest; further words of another command are not. */
  readonly listed: boolean;
  /** Words that a sentence begins with as well: what goes on after them is no command. */
  readonly standsAlone?: true;
  /** `rest` is what was typed after the command's words, cleaned. */
  run(turn: Turn, rest: string): Promise<Answer>;
}

/** A search command of the message extension. */
export interface Search {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly initialRun: boolean;
  run(turn: Turn, request: SearchCall): Promise<Answer>;
}

export interface SearchCall {
  /** True on first open, before anything was typed. */
  readonly initial: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  readonly skip: number;
  readonly count: number;
}

/** A form opened from the message box or a message's menu. What its buttons send goes to the action of their verb. */
export interface Dialog {
  readonly id: string;
  readonly contexts: readonly ('compose' | 'commandBox' | 'message')[];
  open(turn: Turn, message: SourceMessage | undefined): Promise<Answer>;
}

/** The message whose menu opened a dialog: its text without markup, and its permalink. */
export interface SourceMessage {
  readonly text: string;
  readonly link?: string;
}

/** A card's button, pressed in place or in a dialog. Card data is untrusted: parsed here, unknown keys dropped. */
export interface Action {
  readonly verb: string;
  readonly data: z.ZodType;
  run(turn: Turn, data: unknown): Promise<Answer>;
}

/** An own link that unfolds when pasted: `/s/<id>`. */
export interface Link {
  readonly prefix: string;
  run(turn: Turn, id: string): Promise<Answer>;
}

export type EventName = 'installed' | 'uninstalled' | 'met';

export interface EventHandler {
  readonly on: EventName;
  run(turn: Turn): Promise<Answer>;
}

/** What is done when the time of a due item has come. */
export interface Job {
  readonly name: string;
  /** Reads the subject again; what comes back is written in the batch that closes the item. Who acts is the system. */
  run(turn: Turn, item: DueItem): Promise<readonly WriteOperation[]>;
}

export interface Feature {
  readonly name: string;
  readonly commands?: readonly Command[];
  readonly searches?: readonly Search[];
  readonly dialogs?: readonly Dialog[];
  readonly actions?: readonly Action[];
  readonly links?: readonly Link[];
  readonly events?: readonly EventHandler[];
  readonly routes?: readonly Route[];
  readonly jobs?: readonly Job[];
  /** Which of its jobs come again and again. */
  readonly recurring?: readonly Recurring[];
  readonly notices?: readonly NoticeKind[];
  readonly posts?: readonly PostKind[];
  readonly items?: ItemSource;
  /** What of a person goes when they ask to be forgotten. */
  readonly erasures?: readonly Erasure[];
  /** Calendars by secret link; one feature has them. */
  readonly feeds?: FeedSource;
  /** Takes whatever text no command took; one feature has it. */
  readonly fallback?: (turn: Turn, text: string) => Promise<Answer>;
  /** Loads what the first request of a tenant would wait for; called before the server listens. */
  readonly warmUp?: (tenant: Pick<Turn, 'store' | 'stamp' | 'now'>) => Promise<void>;
}

/** An action whose handler gets its parsed data. */
export function action<S extends z.ZodType>(
  verb: string,
  data: S,
  run: (turn: Turn, data: z.infer<S>) => Promise<Answer>,
): Action {
  return { verb, data, run: (turn, raw) => run(turn, data.parse(raw)) };
}
