/** What a file says, whichever form it has: scenarios that may be unfinished, and what of the library they need. */
import type { RuledCall } from '../../core/arrival.ts';
import type { CopyKind } from '../../core/copy.ts';

export interface FileScenario {
  /** Row of a table, or place in a list; the first is 1, below a header 2. */
  readonly row: number;
  /** Left out, it is made from the title. */
  readonly slug?: string;
  /** A slug or a name; left out, the one that was chosen for all. */
  readonly workflow?: string;
  readonly stepOrder?: number;
  /** With slugs or names where ids will stand. */
  readonly contract: object;
}

export interface FileItem {
  readonly row: number;
  readonly kind: CopyKind;
  readonly slug: string;
  readonly body: object;
}

export interface FileRead {
  readonly kind: 'read';
  readonly form: 'fieldbook' | 'table' | 'promptBuddy' | 'promptPulse';
  readonly rows: number;
  readonly scenarios: readonly FileScenario[];
  /** Workflows, roles and packs that come with it. */
  readonly library: readonly FileItem[];
  /** Decisions, guardrails, tools: decided here by those who may. */
  readonly ruled: readonly RuledCall[];
  /** Such rows of a table, which says too little of them. */
  readonly leftOut: number;
  /** Rows that belong nowhere. */
  readonly odd: readonly OddRow[];
}

export interface OddRow {
  readonly row: number;
  readonly column: 'kind' | 'scenario';
  readonly name: string;
}

export interface RowProblem {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}
