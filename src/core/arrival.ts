/** Scenarios that come in with a file: planned, written out of sight, seen all at once. Served by features/playbook. */
import type { WriteOperation } from './documents.ts';
import type { Turn } from './turn.ts';

/** The batch that a scenario arrives with: while it is not done, the scenario is not there. */
export const importKind = 'playbookImport';

export interface ArrivalCall {
  readonly slug: string;
  readonly workflowId: string;
  /** Left out, the first step with AI. */
  readonly stepOrder?: number | undefined;
  /** A draft, with ids. */
  readonly contract: object;
  /** Where it is here already, what the file does not name stays as it is. */
  readonly isPartial: boolean;
}

/** What will be written, as plain data that waits in the store. */
export interface Arriving {
  readonly scenarioId: string;
  readonly slug: string;
  readonly workflowId: string;
  readonly stepOrder: number;
  readonly contract: object;
}

export type Planned =
  | { readonly kind: 'new' | 'changed'; readonly arriving: Arriving; readonly missing: readonly string[] }
  /** The same text is here. */
  | { readonly kind: 'same'; readonly id: string }
  /** A next version of it is being written here. */
  | { readonly kind: 'busy'; readonly id: string }
  /** Not even a draft: by field, what is wrong. */
  | { readonly kind: 'bad'; readonly problems: readonly { readonly path: string; readonly message: string }[] };

export interface Batch {
  readonly importId: string;
  readonly changeNote: string;
}

export interface Arrivals {
  /** For many at once, in their order. */
  plan(turn: Turn, calls: readonly ArrivalCall[]): Promise<readonly Planned[]>;
  /** New ones, out of sight until their batch is done. */
  newOperations(turn: Turn, batch: Batch, arriving: readonly Arriving[]): Promise<readonly WriteOperation[]>;
  /** The next version of what is here; those that cannot be changed any more are left out. */
  changeOperations(turn: Turn, batch: Batch, arriving: readonly Arriving[]): Promise<readonly WriteOperation[]>;
  /** Takes the mark of a batch that is done off its scenarios. */
  settledOperations(turn: Turn, batch: Batch, ids: readonly string[]): Promise<readonly WriteOperation[]>;
  /** A workflow, role or pack as a document; undefined with what is wrong. */
  libraryOperation(
    turn: Turn,
    kind: 'workflow' | 'role' | 'pack',
    item: { readonly slug: string; readonly body: object },
  ): { readonly id: string; readonly operation?: WriteOperation; readonly problem?: string };
}
