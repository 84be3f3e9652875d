/** What the handlers of this feature are handed, and who reads where they answer. */
import type { KeyedHash } from '../../core/ids.ts';
import { leastReader } from '../../core/least-reader.ts';
import type { GrantName } from '../../core/person.ts';
import type { DraftCall, Drafted, LiveScenario, WorkflowView } from '../../core/playbook-view.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import type { Turn } from '../../core/turn.ts';
import type { Likener, Terms } from './likeness.ts';

export interface DiscoveryDeps {
  readonly rulebook: (turn: Turn) => Promise<Rulebook>;
  readonly roles: (turn: Turn) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  readonly departmentOf: (turn: Turn) => Promise<string | undefined>;
  /** Every workflow, with what this reader may see of it. */
  readonly workflows: (turn: Turn) => Promise<readonly WorkflowView[]>;
  /** Every live scenario, with whether this reader may see it. */
  readonly live: (turn: Turn) => Promise<readonly LiveScenario[]>;
  readonly draft: (turn: Turn, call: DraftCall) => Promise<Drafted>;
  /** Keeps the name of who acts, where nobody knows them yet. */
  readonly introduce: (turn: Turn) => Promise<void>;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  /** Who holds one of the grants now, everywhere or in the department. */
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  readonly terms: Terms;
  readonly hash: KeyedHash;
}

/** The same with what this feature keeps for itself. */
export interface Desk extends DiscoveryDeps {
  readonly likener: Likener;
}

/** True where everyone in the chat reads the answer. A dialog is one person's, wherever it was opened. */
export const isShared = ({ where }: Turn): boolean =>
  where.conversation !== 'personal' && ['bot', 'card', 'event'].includes(where.surface);

/** Whose eyes count for the answer: in a shared chat those of the least allowed reader. */
export const readerOf = (turn: Turn): Turn => (isShared(turn) ? leastReader(turn) : turn);
