/** One turn: who acts, where, when, and the few answers we give. `teams/` alone turns answers into bodies and messages. */
import type { Card } from './card.ts';
import type { Channel } from './channel.ts';
import type { TenantStore } from './documents.ts';
import type { ProblemCode } from './errors.ts';
import type { ChatAddress, Who } from './person.ts';
import type { Stamp } from './stamp.ts';
import type { Words } from './words.ts';

/** Where a turn comes from. `compose` = the message box, `message` = a message's menu, `card` = a button in place, `tab` = its API. */
export type Surface = 'bot' | 'tab' | 'compose' | 'message' | 'card' | 'cardDialog' | 'link' | 'event';

export interface Where {
  readonly surface: Surface;
  readonly conversation: 'personal' | 'groupChat' | 'channel';
  readonly conversationId: string;
  /** Set where the bot could write later. */
  readonly address?: ChatAddress;
  /** Set in a channel. */
  readonly channel?: Channel;
}

export interface Turn {
  readonly requestId: string;
  /** The same for every delivery of one activity: what a repeat must find again is named after it. */
  readonly deliveryKey?: string;
  readonly who: Who;
  readonly where: Where;
  readonly now: Date;
  readonly stamp: Stamp;
  readonly store: TenantStore;
  readonly words: Words;
}

/** One hit of a message extension: what the list shows and the card that is inserted. */
export interface Result {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

export type Answer =
  | { kind: 'card'; card: Card }
  | { kind: 'message'; text: string }
  | { kind: 'results'; results: readonly Result[] }
  | { kind: 'form'; title: string; card: Card; size: 'small' | 'medium' | 'large' }
  /** Ends a dialog; `insert` goes into the message box where there is one. */
  | { kind: 'closed'; insert?: Card; text: string }
  | { kind: 'link'; result: Result }
  /**
   * For one person only: sent to the 1:1 chat, the group reads the note. `isInPlace`: where their client can, the card takes
   * the place of the pressed one, before their eyes alone.
   */
  | { kind: 'personal'; card: Card; note: string; isInPlace?: true }
  | { kind: 'refused'; code: ProblemCode; text: string }
  | { kind: 'silent' };

export const message = (text: string): Answer => ({ kind: 'message', text });
export const refused = (turn: Turn, code: ProblemCode, values?: Record<string, string | number>): Answer => ({
  kind: 'refused',
  code,
  text: turn.words(`error.${code}`, values),
});
