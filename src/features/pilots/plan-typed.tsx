/** A plan as its form holds it, and as it is sent. */
import type { Picked } from '../../tab/parts/people-picker.tsx';
import type { Cockpit, PlanPart } from './contract.ts';

export interface TypedPlan {
  readonly workflowId: string;
  readonly name: string;
  readonly goal: string;
  readonly hrLeadId: string;
  readonly weeks: string;
  readonly zone: string;
  /** Empty: the day on which it is confirmed. */
  readonly startDate: string;
  readonly people: readonly Picked[];
  readonly scenarioIds: readonly string[];
  readonly meetBarShare: string;
  readonly minutesChange: string;
  readonly weeklyActiveShare: string;
}

type Plan = NonNullable<Cockpit['plan']>;

const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value));

export function typedOf(workflowId: string, plan: Plan, people: readonly Picked[]): TypedPlan {
  const { name, goal, hrLeadId, weeks, zone, startDate = '', scenarioIds, targets = {} } = plan;
  return {
    ...{ workflowId, name, goal, hrLeadId, zone, startDate, scenarioIds, people, weeks: String(weeks) },
    meetBarShare: numberText(targets.meetBarShare),
    // Typed as minutes less, which most mean.
    minutesChange: numberText(targets.minutesChange === undefined ? undefined : -targets.minutesChange),
    weeklyActiveShare: numberText(targets.weeklyActiveShare),
  };
}

/** What is empty is not said; the server tells what is missing. */
export function bodyOf(typed: TypedPlan, open: PlanPart): object {
  const { name, goal, hrLeadId, weeks, zone, startDate, people, scenarioIds } = typed;
  const words = { name, goal };
  if (open === 'words') return words;
  const said = Object.entries({ hrLeadId, zone, startDate }).filter(([, value]) => value.trim() !== '');
  return {
    ...{ ...words, ...Object.fromEntries(said), scenarioIds, targets: targetsOf(typed) },
    ...(weeks.trim() === '' ? {} : { weeks: Number(weeks) }),
    ...(open === 'all' ? { memberIds: people.map(({ id }) => id) } : {}),
  };
}

function targetsOf({ meetBarShare, minutesChange, weeklyActiveShare }: TypedPlan): object {
  const numbers = { meetBarShare, minutesChange, weeklyActiveShare };
  const said = Object.entries(numbers).filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(
    said.map(([name, value]) => [name, name === 'minutesChange' ? 0 - Number(value) : Number(value)]),
  );
}
