/** Pilots as other features see them. Served by features/pilots. */

export const pilotStates = ['draft', 'baseline', 'running', 'deciding', 'scaled', 'stopped', 'cancelled'] as const;
export type PilotState = (typeof pilotStates)[number];

export interface PilotView {
  readonly id: string;
  readonly workflowId: string;
  readonly departmentId: string;
  readonly name: string;
  readonly goal: string;
  readonly state: PilotState;
  readonly ownerId: string;
  readonly hrLeadId: string;
  /** `YYYY-MM-DD` in its zone; missing while it is planned. */
  readonly startDate?: string;
  /** The first day after it, extensions counted in. */
  readonly endDate?: string;
  readonly weeks: number;
  readonly zone: string;
  readonly scenarioIds: readonly string[];
  /** Who joined and has not left, by id. Whoever shows a figure names nobody. */
  readonly joinedIds: readonly string[];
  /** Who joined and left again: their runs stay until they delete them. */
  readonly leftIds: readonly string[];
  readonly targets?: {
    readonly meetBarShare?: number;
    readonly minutesChange?: number;
    readonly weeklyActiveShare?: number;
  };
}
