/** What is asked of the records of runs. Served by features/uses; the records themselves stand in run.ts. */
import type { WriteOperation } from './documents.ts';
import type { Baseline, Pulse, QualityRating, RunCount, Use } from './run.ts';
import type { Turn } from './turn.ts';

/** A prompt was taken along. Who, when and where come from the turn. */
export interface UseCall {
  readonly workflowId: string;
  readonly scenarioId: string;
  readonly version: number;
  readonly promptId: string;
  readonly toolId?: string;
  /** How long a run usually takes, so that nobody is asked too early. */
  readonly usualMinutes: number;
  readonly surface: Use['surface'];
  readonly action: Use['action'];
  /** Findings that the person went on past, by kind. */
  readonly warnings: Readonly<Record<string, number>>;
  readonly withPack: boolean;
  /** Left out: on for people in a pilot of that workflow, else off. */
  readonly isTimed?: boolean;
}

/** A question without a name to the people of a pilot, on their next Friday (product 7.9). */
export interface PulseCall {
  readonly pilotId: string;
  readonly workflowId: string;
  readonly step: 'start' | 'midpoint' | 'end';
  readonly stage: Pulse['stage'];
}

export interface BegunUse {
  readonly useId: string;
  readonly isTimed: boolean;
}

/** One that nobody has said anything of yet. */
export interface OpenUse {
  readonly useId: string;
  readonly scenarioId: string;
}

/** Weeks by name, both included; `2026-W48`. */
export interface WeekSpan {
  readonly from: string;
  readonly to: string;
}

export type Kept<T> = T & { readonly id: string };

/** Raw records of closed and open weeks: for figures only, by a function that shows groups and nothing else. */
export interface RunRecords {
  readonly uses: readonly Kept<Use>[];
  readonly baselines: readonly Kept<Baseline>[];
  readonly ratings: readonly Kept<QualityRating>[];
  readonly counts: readonly Kept<RunCount>[];
  readonly pulses: readonly Kept<Pulse>[];
}

/** How a scenario fared lately: for the review list and the proven badge, never by person. */
export interface ScenarioRuns {
  readonly scenarioId: string;
  /** Finished uses of its live version that were not made with a pack, the newest first. */
  readonly results: readonly Pick<Use, 'result' | 'personKey' | 'version' | 'startedAt'>[];
}

export interface Runs {
  begin(turn: Turn, call: UseCall): Promise<BegunUse>;
  /** How the switch of the clock stands at first: on for who joined a pilot of that workflow (product L3). */
  isTimed(turn: Turn, workflowId: string): Promise<boolean>;
  /** Their own runs of the last day that they said nothing of, the newest first. */
  open(turn: Turn): Promise<readonly OpenUse[]>;
  /** Records of these weeks, of one workflow or of all. */
  records(turn: Turn, span: WeekSpan, workflowId?: string): Promise<RunRecords>;
  /** Uses by scenario since that instant. */
  byScenario(turn: Turn, since: string): Promise<ReadonlyMap<string, ScenarioRuns>>;
  /** Baseline runs of one pilot that may count (`timer` or `typed`), and those that do not. */
  baselines(turn: Turn, pilotId: string): Promise<readonly Kept<Baseline>[]>;
  /** Of a pilot that was never begun: its runs without AI go. */
  dropBaselines(turn: Turn, pilotId: string): Promise<void>;
  /** Told on the join card or in the cockpit: `typed` when it ran in the last 14 days, else `estimate` (product L2). */
  addBaseline(
    turn: Turn,
    told: Pick<Baseline, 'pilotId' | 'workflowId' | 'minutes' | 'ranOn'> & { personId: string },
  ): Promise<Baseline['method']>;
  /**
   * For the write of a pilot's start, midpoint or end: its people are asked the pulse, and from then on how many they did,
   * every Friday while it runs.
   */
  askPulse(turn: Pick<Turn, 'now'>, call: PulseCall): readonly WriteOperation[];
  /** The key under which a person's runs are counted. */
  key(turn: Pick<Turn, 'store'>, personId: string): string;
}
