/** What the owner's week is made of. */
import type { KeyedHash } from '../../core/ids.ts';
import type { ItemSource } from '../../core/items.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { Pressing } from '../../core/press.ts';
import type { Reply } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { QueueSource } from '../../core/work-item.ts';

/** Things that wait and stand in no review list of their own, with the page of the tab where each is opened. */
export interface OtherWork {
  readonly source: ItemSource;
  /** As in the path of its API. */
  readonly kind: string;
  readonly path: (id: string) => string;
}

export interface WeekDeps {
  readonly queues: readonly QueueSource[];
  readonly others: readonly OtherWork[];
  readonly hash: KeyedHash;
  /** How the world reaches this server, without a slash at its end. */
  readonly publicUrl: string;
  readonly press: (turn: Turn, pressing: Pressing) => Promise<Reply>;
  readonly pilots: (turn: Turn) => Promise<readonly PilotView[]>;
  /** Figures of its last week, as far as they may be shown (product 7.9), in the reader's words; may be empty. */
  readonly figures: (turn: Turn, pilot: PilotView) => Promise<string>;
  /** Questions about the reader's workflows that wait for others to answer. */
  readonly openQuestions: (turn: Turn) => Promise<number>;
  /** Owners and HR leads, of a workflow or of all. */
  readonly leads: (turn: Turn) => Promise<readonly string[]>;
}
