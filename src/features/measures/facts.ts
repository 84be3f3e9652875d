/** All that figures are made of, handed in: raw records, and what is known of the work they belong to. */
import type { RunRecords } from '../../core/runs.ts';

export interface WorkflowFacts {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly runCountSource: 'weekly' | 'worksheet';
  /** Missing while it is not filled in. */
  readonly worksheet?: { readonly runsPerPersonPerMonth: number; readonly people: number } | undefined;
}

/** A live scenario. */
export interface ScenarioFacts {
  readonly id: string;
  readonly workflowId: string;
  readonly origin: 'starter' | 'owner' | 'discovery' | 'variant' | 'import';
  /** Found out by somebody who neither owns it nor leads the program. */
  readonly isByTeam: boolean;
  readonly reviewDue?: string | undefined;
  readonly lastReviewedAt?: string | undefined;
}

export interface PilotFacts {
  readonly id: string;
  readonly workflowId: string;
  readonly startDate?: string | undefined;
  /** The first day after it. */
  readonly endDate?: string | undefined;
  /** People who are in it now. */
  readonly joined: number;
  /** Everybody who is or was in it, as their records name them. */
  readonly keys: ReadonlySet<string>;
}

/** An answered flag. */
export interface AnsweredFlag {
  readonly workflowId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly answeredAt: string;
  readonly workingHours: number;
  readonly isInTime: boolean;
}

/** How often a tool was asked for with a kind of data. */
export interface Demand {
  readonly title: string;
  readonly asks: number;
  readonly requests: number;
}

/** Somebody took up what another one had found, or pressed "How did they do it?" */
export interface Taken {
  readonly personKey: string;
  readonly workflowId?: string | undefined;
  readonly at: string;
}

export interface Facts {
  readonly now: Date;
  readonly records: RunRecords;
  readonly workflows: readonly WorkflowFacts[];
  readonly scenarios: readonly ScenarioFacts[];
  readonly pilots: readonly PilotFacts[];
  readonly people: { readonly all: number; readonly byDepartment: ReadonlyMap<string, number> };
  readonly flags: readonly AnsweredFlag[];
  readonly demand: readonly Demand[];
  readonly reuses: readonly Taken[];
  readonly asks: readonly Taken[];
}

export const ranges = [4, 8, 12] as const;
export type Weeks = (typeof ranges)[number];

/** What may be asked for: weeks of everyone, of a department or of a workflow; or a pilot as a whole. */
export type View =
  | {
      readonly kind: 'weeks';
      readonly weeks: Weeks;
      readonly departmentId?: string | undefined;
      readonly workflowId?: string | undefined;
    }
  | { readonly kind: 'pilot'; readonly pilotId: string };
