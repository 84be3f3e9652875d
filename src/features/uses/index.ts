/** The door of runs: what people did with a prompt, how it went, and the raw records that figures are made of. */
import type { Erasure } from '../../core/erasure.ts';
import type { Feature } from '../../core/feature.ts';
import type { Runs } from '../../core/runs.ts';
import type { Turn } from '../../core/turn.ts';
import { fridayActions, runActions } from './actions.ts';
import { runRoutes } from './api.ts';
import { secondAsked } from './ask-second.ts';
import { addBaseline, dropBaselines } from './baseline.ts';
import { begin } from './begin.ts';
import { closing } from './close.ts';
import type { Desk, UseDeps } from './desk.ts';
import { keyOf, openUses } from './documents.ts';
import { askErasure, runErasure } from './erasure.ts';
import { fridayNotices, fridayOf } from './friday.ts';
import { pilotOf } from './joined.ts';
import { howItWent } from './notices.ts';
import { askPulse, roundOf } from './pulse.ts';
import { baselines, byScenario, records } from './records.ts';

/** Runs and what other features may ask of them. */
export interface Uses extends Feature, Runs {
  readonly erasures: readonly Erasure[];
  /** This person took a prompt of the scenario along lately, and has not said how it went. */
  hasOpen(turn: Turn, personId: string, scenarioId: string): Promise<boolean>;
}

export function uses(deps: UseDeps): Uses {
  const desk: Desk = deps;
  return {
    name: 'uses',
    begin: (turn, call) => begin(desk, turn, call),
    isTimed: async (turn, workflowId) => (await pilotOf(desk, turn, workflowId)) !== undefined,
    open: async (turn) =>
      (await openUses(desk, turn, turn.who.personId)).map(({ id, body }) => ({
        useId: id,
        scenarioId: body.scenarioId,
      })),
    hasOpen: async (turn, personId, scenarioId) =>
      (await openUses(desk, turn, personId)).some(({ body }) => body.scenarioId === scenarioId),
    records,
    byScenario: (turn, since) => byScenario(desk, turn, since),
    baselines,
    dropBaselines,
    addBaseline: (turn, told) => addBaseline(desk, turn, told),
    key: (turn, personId) => keyOf(desk, turn, personId),
    askPulse,
    actions: [...runActions(desk), ...fridayActions(desk)],
    routes: runRoutes(desk),
    jobs: [closing, fridayOf(desk), roundOf(desk)],
    notices: [howItWent(desk), secondAsked(desk), ...fridayNotices(desk)],
    erasures: [runErasure(desk), askErasure],
  };
}
