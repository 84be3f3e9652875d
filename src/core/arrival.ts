/** Scenarios that come in with a file: planned, written out of sight, seen all at once. Served by features/playbook. */
import type { CopyKind } from './copy.ts';
import type { WriteOperation } from './documents.ts';
import type { Turn } from './turn.ts';

/** The batch that a document arrives with: while it is running, the document is not there. */
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

/** A workflow, role or pack that a scenario of the file points to. */
export interface Along {
  readonly kind: string;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Arrivals {
  /** For many at once, in their order. */
  plan(turn: Turn, calls: readonly ArrivalCall[]): Promise<readonly Planned[]>;
  /** New ones, out of sight until their batch is done. */
  newOperations(turn: Turn, batch: Batch, arriving: readonly Arriving[]): Promise<readonly WriteOperation[]>;
  /** The next version of what is here; those that cannot be changed any more are left out. */
  changeOperations(turn: Turn, batch: Batch, arriving: readonly Arriving[]): Promise<readonly WriteOperation[]>;
  /** What comes along, as it was made by `libraryOperation`, out of sight like the scenarios. */
  alongOperations(turn: Turn, batch: Batch, document: Along): readonly WriteOperation[];
  /** Takes the mark of a batch that counts off its documents. */
  settledOperations(
    turn: Turn,
    batch: Batch,
    marked: readonly Pick<Along, 'kind' | 'id'>[],
  ): Promise<readonly WriteOperation[]>;
  /** A workflow, role or pack as a document; undefined with what is wrong. */
  libraryOperation(
    turn: Turn,
    kind: 'workflow' | 'role' | 'pack',
    item: { readonly slug: string; readonly body: object },
  ): { readonly id: string; readonly operation?: WriteOperation; readonly problem?: string };
}

/** What the file says of decisions, tools, rules and the like: decided here, by those who may. */
export interface RuledCall {
  readonly kind: CopyKind;
  readonly slug: string;
  /** With names where ids will stand. */
  readonly body: object;
}

export interface Proposal {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What becomes of one row: proposed to those who decide, already so here, or left out with the reason. */
export interface Ruled {
  readonly title: string;
  readonly outcome: 'proposed' | 'same' | 'left';
  readonly why: string;
  readonly proposal?: Proposal;
}

export type IdOf = (kind: CopyKind, name: string) => string | undefined;

/** Served by features/guardrails. */
export interface RuleArrivals {
  plan(turn: Turn, calls: readonly RuledCall[], idOf: IdOf): Promise<readonly Ruled[]>;
  operations(turn: Turn, proposals: readonly Proposal[]): readonly WriteOperation[];
}
