/** The door of runs: what people did with a prompt, how it went, and the raw records that figures are made of. */
import type { Erasure } from '../../core/erasure.ts';
import type { Feature } from '../../core/feature.ts';
import type { Runs } from '../../core/runs.ts';
import { runActions } from './actions.ts';
import { addBaseline } from './baseline.ts';
import { begin } from './begin.ts';
import { closing } from './close.ts';
import type { Desk, UseDeps } from './desk.ts';
import { keyOf, openUses } from './documents.ts';
import { runErasure } from './erasure.ts';
import { howItWent } from './notices.ts';
import { baselines, byScenario, records } from './records.ts';

/** Runs and what other features may ask of them. */
export interface Uses extends Feature, Runs {
  readonly erasures: readonly Erasure[];
}

export function uses(deps: UseDeps): Uses {
  const desk: Desk = deps;
  return {
    name: 'uses',
    begin: (turn, call) => begin(desk, turn, call),
    isTimed: async (turn, workflowId) => (await desk.pilotOf(turn, workflowId)) !== undefined,
    open: async (turn) =>
      (await openUses(desk, turn, turn.who.personId)).map(({ id, body }) => ({
        useId: id,
        scenarioId: body.scenarioId,
      })),
    records,
    byScenario: (turn, since) => byScenario(desk, turn, since),
    baselines,
    addBaseline: (turn, told) => addBaseline(desk, turn, told),
    key: (turn, personId) => keyOf(desk, turn, personId),
    actions: runActions(desk),
    jobs: [closing],
    notices: [howItWent(desk)],
    erasures: [runErasure(desk)],
  };
}
