/** The door of measures: figures of groups that one may believe, and nothing of one person. */
import type { Feature } from '../../core/feature.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { Proofs } from '../../core/proof.ts';
import type { Turn } from '../../core/turn.ts';
import { measureRoutes } from './api.ts';
import { cameBackIn } from './came-back.ts';
import type { Evidence, LineShown } from './contract.ts';
import type { MeasureDeps } from './desk.ts';
import { loadFacts } from './load.ts';
import { measuresOf } from './measures.ts';
import { monthJob, monthly, monthNotices } from './month.ts';
import { halfHourly, proofJob, proofReader } from './proof-roll.ts';
import { aboutOf, shownMeasures } from './shown.ts';
import { type WinFigures, winFigures } from './win-figures.ts';

/** Measures and what other features may ask of them. */
export interface Measures extends Feature {
  /** The figures of a whole pilot as they are shown, in the words of who asks: to be frozen at its gate. */
  evidence(turn: Turn, pilot: PilotView): Promise<Evidence>;
  /** Something of what its gate rests on may not be shown: whoever decides says what the choice rests on (product 6.6). */
  isBelow(turn: Turn, pilot: PilotView): Promise<boolean>;
  /** What there is to say of it in one line, in the words of who asks; may be empty. */
  headline(turn: Turn, pilot: PilotView): Promise<string>;
  /** How it went with each scenario of it so far, in the words of who asks; who may read the pilot is its own rule. */
  cameBack(turn: Turn, pilot: PilotView): ReturnType<typeof cameBackIn>;
  /** What a win of this workflow may say now. */
  winFigures(turn: Turn, workflowId: string): Promise<WinFigures>;
  /** How scenarios have proved themselves, of the last hour. */
  proofs(turn: Turn): Promise<Proofs>;
}

export function measures(deps: MeasureDeps): Measures {
  return {
    name: 'measures',
    evidence: (turn, pilot) => evidenceOf(deps, turn, pilot),
    isBelow: async (turn, pilot) => gateFigures(await evidenceOf(deps, turn, pilot)).some(({ value }) => value === ''),
    headline: async (turn, pilot) => headlineOf(gateFigures(await evidenceOf(deps, turn, pilot))),
    cameBack: (turn, pilot) => cameBackIn(deps, turn, pilot),
    winFigures: (turn, workflowId) => winFigures(deps, turn, workflowId),
    proofs: proofReader(),
    routes: measureRoutes(deps),
    jobs: [monthJob(deps), proofJob(deps)],
    recurring: [monthly, halfHourly],
    notices: monthNotices(deps),
  };
}

/** Whoever decides at the gate may read it: asked by the pilot's own rules. */
async function evidenceOf(deps: MeasureDeps, turn: Turn, { id, name }: PilotView): Promise<Evidence> {
  const view = { kind: 'pilot', pilotId: id } as const;
  const facts = await loadFacts(deps, turn, view);
  return {
    about: aboutOf(facts, view, { of: name, words: turn.words }),
    measures: shownMeasures(measuresOf(facts, view), turn.words),
  };
}

/** How often, how good and how long: the first line of each. */
const ofGate = ['M2', 'M4', 'M5'];

const gateFigures = ({ measures: all }: Evidence): LineShown[] =>
  all.filter(({ id }) => ofGate.includes(id)).flatMap(({ lines: [first] }) => first ?? []);

const headlineOf = (lines: readonly LineShown[]): string =>
  lines
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => `${label}: ${value}.`)
    .join(' ');
