/** A person's own runs in numbers, for their eyes alone. Pure. */
import type { Baseline, Use } from '../../core/run.ts';
import type { OwnFigures } from './contract.ts';
import { isOver } from './said.ts';

type Line = OwnFigures['items'][number];

interface Own {
  readonly uses: readonly Use[];
  readonly baselines: readonly Baseline[];
  /** Names of workflows by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** By workflow; what they only tried with invented data, and what time closed, is left out. */
export function figuresOf({ uses, baselines, names }: Own): Line[] {
  const byWorkflow = Map.groupBy(uses.filter(isOver), ({ workflowId }) => workflowId);
  return [...byWorkflow]
    .map(([workflowId, runs]) => ({
      workflow: names.get(workflowId) ?? '',
      runs: runs.length,
      ...counted(runs),
      ...named('withAi', medianOf(runs.flatMap(({ minutes }) => minutes ?? []))),
      ...named('without', medianOf(withoutAi(baselines, workflowId))),
    }))
    .toSorted((a, b) => b.runs - a.runs || a.workflow.localeCompare(b.workflow));
}

const counted = (runs: readonly Use[]): Pick<Line, 'worked' | 'neededEdits' | 'stuck'> => {
  const of = (result: Use['result']) => runs.filter((run) => run.result === result).length;
  return { worked: of('worked'), neededEdits: of('neededEdits'), stuck: of('stuck') };
};

/** An estimate never counts. */
const withoutAi = (baselines: readonly Baseline[], workflowId: string): number[] =>
  baselines.flatMap((each) => (each.workflowId === workflowId && each.method !== 'estimate' ? [each.minutes] : []));

const named = <Name extends string, T>(name: Name, value: T | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, T>>;

export function medianOf(values: readonly number[]): { minutes: number; n: number } | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : { minutes: (low + high) / 2, n: sorted.length };
}
