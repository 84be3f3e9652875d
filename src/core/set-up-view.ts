/** What the set-up page may know of workflows, and asks to be done with the chosen one. Served by features/playbook. */
import type { Turn } from './turn.ts';
import type { WorksheetNumbers } from './worksheet.ts';

/** A workflow in preparation, with the texts that wait to be published in it. */
export interface StartableWorkflow {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly department: string;
  readonly problem: string;
  /** Numbers that the form begins with; missing where there are none. */
  readonly worksheet?: WorksheetNumbers;
  readonly scenarios: readonly { readonly id: string; readonly title: string; readonly isLive: boolean }[];
  /** Tools and kinds of data that these texts name. */
  readonly toolIds: readonly string[];
  readonly dataClassIds: readonly string[];
}

export interface StartAsk {
  readonly workflowId: string;
  readonly ownerId: string;
  readonly hrLeadId: string;
  readonly worksheet: WorksheetNumbers;
}

/** `problem`: a sentence that says what stands in the way. */
export type SetUpDone = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly problem: string };

export interface SetUpPlaybook {
  /** Everything that a first pilot may be in; empty for whoever may not see what is prepared. */
  startable(turn: Turn): Promise<readonly StartableWorkflow[]>;
  /** Worksheet, owner and HR lead of the workflow; then each of its drafts goes live by whoever acts. */
  start(turn: Turn, ask: StartAsk): Promise<SetUpDone>;
}
