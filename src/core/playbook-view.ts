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

/** What the output of a run is judged by: of the version that was run, whatever is live now. */
export interface Yardstick {
  readonly title: string;
  readonly workflowId: string;
  readonly ownerId?: string;
  /** This reader may see the scenario now. */
  readonly isSeen: boolean;
  readonly criteria: readonly {
    readonly id: string;
    readonly text: string;
    readonly kind: 'must' | 'should';
    readonly hint?: string | undefined;
  }[];
  readonly minScore: number;
  readonly good: { readonly text: string; readonly whyGood: string };
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

/** A workflow before somebody who plans or runs a pilot in it. */
export interface PlannedWorkflow {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly department: string;
  readonly stage: 'candidate' | 'pilot' | 'proven' | 'scaled' | 'retired';
  readonly ownerId?: string;
  readonly hrLeadId?: string;
  /** This reader owns it, by name or by grant. */
  readonly isOwned: boolean;
  /** This reader may see what is prepared in it. */
  readonly isReader: boolean;
  /** By the worksheet (product 7.10); missing while there is none. */
  readonly points?: number;
  /** What of its worksheet stands in the way, as sentences in the reader's language. */
  readonly missing: readonly string[];
  /** What is live in it, in the order of its steps. */
  readonly scenarios: readonly PlannedScenario[];
}

export interface PlannedScenario {
  readonly id: string;
  readonly title: string;
  /** A tool may be used for its data, by the rules of now, in its department. */
  readonly hasTool: boolean;
  readonly isHeld: boolean;
  /** Neither past its check nor marked for one. */
  readonly isInDate: boolean;
  readonly hasGood: boolean;
  readonly hasGuide: boolean;
  /** What to keep to while using it. */
  readonly rules: readonly { readonly name: string; readonly rule: string }[];
}

/** What a pilot does to its workflow, for the write of the pilot (product 6.1). */
export type PilotChange =
  | {
      readonly name: 'pilotStarted';
      readonly memberIds: readonly string[];
      readonly ownerId: string;
      readonly hrLeadId: string;
    }
  /** Somebody joined or left while it runs. */
  | { readonly name: 'pilotMembers'; readonly memberIds: readonly string[] }
  | { readonly name: 'gateScale'; readonly ownerId: string }
  | { readonly name: 'gateExtend' }
  | {
      readonly name: 'gateStop';
      readonly pilotId: string;
      readonly lessons: string;
      /** Set: the workflow is retired with it, for this reason. */
      readonly retire?: string;
    };
/** What figures need to know of the work that they are about; no text of it. */
export interface MeasuredWork {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly workflows: readonly {
    readonly id: string;
    readonly name: string;
    readonly departmentId: string;
    /** The reader owns it, by name or by grant. */
    readonly isOwned: boolean;
    readonly runCountSource: 'weekly' | 'worksheet';
    /** Missing while it is not filled in, or holds the numbers it came with. */
    readonly worksheet?: { readonly runsPerPersonPerMonth: number; readonly people: number } | undefined;
  }[];
  /** Those that are live. */
  readonly scenarios: readonly {
    readonly id: string;
    /** The one that is live. */
    readonly version: number;
    readonly workflowId: string;
    readonly origin: 'starter' | 'owner' | 'discovery' | 'variant' | 'import';
    readonly originId?: string | undefined;
    /** Found out by somebody who neither owns it nor leads the program. */
    readonly isByTeam: boolean;
    readonly reviewDue?: string | undefined;
    readonly lastReviewedAt?: string | undefined;
  }[];
  /** The department of a role, where it has one. */
  readonly roleDepartments: ReadonlyMap<string, string>;
}

/** A live scenario, as somebody who tells a win of it sees it. */
export interface WinSubject {
  readonly id: string;
  readonly title: string;
  readonly workflowId: string;
  readonly departmentId: string;
  /** The least allowed reader sees it too. */
  readonly isForAll: boolean;
  /** This reader owns or leads its workflow. */
  readonly isOwned: boolean;
}

/** A scenario beside another one: named by its author, or a step of the same work. */
export interface Neighbour {
  readonly id: string;
  readonly title: string;
  readonly reason: 'named' | 'step';
  readonly step: number;
  readonly steps: number;
  readonly workflow: string;
}

/** What is offered after a success, with the reason in the reader's words. Buttons: `showNext`, `notThisNext`, `neverNext`. */
export interface NextStep {
  readonly fromId: string;
  readonly scenarioId: string;
  readonly title: string;
  readonly why: string;
}
