/** The port by which a card leaves for a stored address. Served by teams/; one attempt each, what comes next is for the outbox. */
import type { Card } from './card.ts';
import type { ChatAddress } from './person.ts';

export type Delivery =
  | { kind: 'sent'; activityId?: string }
  /** Not tried: the conversation or the tenant had its share for now. */
  | { kind: 'full'; waitMs: number; whose: 'conversation' | 'tenant' }
  /** Nothing left: no token or no line was to be had. */
  | { kind: 'notSent' }
  /** The answer's status; without one nobody knows whether it arrived. */
  | { kind: 'failed'; status?: number; retryAfterMs?: number };

export interface Parcel {
  readonly tenantId: string;
  readonly address: ChatAddress;
  readonly card: Card;
  /** The message that the card replaces. */
  readonly activityId?: string;
  /** After a 413: the summary alone. */
  readonly isShort?: boolean;
}

export interface Courier {
  deliver(parcel: Parcel): Promise<Delivery>;
}
