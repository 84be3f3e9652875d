/** What other features may know of workflows and scenarios, and ask to be drafted. Served by features/playbook. */
import type { WriteOperation } from './documents.ts';

export interface WorkflowView {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly ownerId?: string;
  /** This reader may see what is live or shared in it. */
  readonly isSeen: boolean;
  /** This reader owns it, by name or by grant. */
  readonly isOwned: boolean;
}

/** The texts of a live scenario, whether the reader may see it or not: whoever shows one asks `isSeen` first. */
export interface LiveScenario {
  readonly id: string;
  /** Changes with its text. */
  readonly revision: string;
  readonly title: string;
  readonly what: string;
  readonly prompts: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly version: number;
  readonly workflowId: string;
  readonly dataClassId: string;
  readonly roleIds: readonly string[];
  readonly toolIds: readonly string[];
  readonly isSeen: boolean;
}

/** What a discovery becomes, in the words that its reviewer let stand. */
export interface DraftCall {
  readonly kind: 'newScenario' | 'variant' | 'newPrompt' | 'goodExample';
  readonly discoveryId: string;
  readonly authorId: string;
  /** The author's name may be shown on the card. */
  readonly isNamed: boolean;
  /** Of a new scenario; a variant stays in that of its start. */
  readonly workflowId: string;
  /** What it starts from a copy of, or is added to. */
  readonly scenarioId: string;
  readonly title: string;
  readonly what: string;
  readonly dataClassId: string;
  readonly promptText?: string | undefined;
  readonly roleId?: string | undefined;
  readonly toolId?: string | undefined;
  readonly minutesBefore?: number | undefined;
  readonly minutesAfter?: number | undefined;
  /** A reviewer looked at it: no real case. */
  readonly example?: { readonly text: string; readonly whyGood: string } | undefined;
}

export type Drafted =
  | { kind: 'ok'; scenarioId: string; version: number; operations: readonly WriteOperation[] }
  /** The scenario or workflow is not there any more. */
  | { kind: 'missing' }
  /** Its next version is being reviewed: nothing is added under the reviewer's eyes. */
  | { kind: 'inReview' }
  /** It has as many prompts as a scenario may have. */
  | { kind: 'full' };
