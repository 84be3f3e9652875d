/** The door of pilots: a few people try a workflow with AI for some weeks, and two people decide how it goes on. */
import type { Erasure } from '../../core/erasure.ts';
import type { Feature } from '../../core/feature.ts';
import type { ItemSource } from '../../core/items.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { Turn } from '../../core/turn.ts';
import { pilotRoutes } from './api.ts';
import type { PlanBody } from './contract.ts';
import type { PilotDeps } from './desk.ts';
import { loadPilots, viewOf } from './documents.ts';
import { pilotErasure } from './erasure.ts';
import { pilotItems } from './items.ts';
import { pilotJobs } from './jobs.ts';
import { pilotNotices } from './notices.ts';
import { askPeople, planAgain } from './opened.ts';
import type { SavedPilot } from './plan.ts';
import { pilotActions } from './presses.ts';

/** Pilots and what other features may ask of them. */
export interface Pilots extends Feature {
  /** All of them, whatever the reader may see: for figures and jobs, never to be shown as they are. */
  views(turn: Turn): Promise<readonly PilotView[]>;
  /** Those that go on in a workflow and that this person has joined. */
  mine(turn: Turn, personId: string): Promise<readonly PilotView[]>;
  /** Planned, with what is usual where nothing is said, by the owner who acts. */
  plan(turn: Turn, body: PlanBody): Promise<SavedPilot>;
  /** The people of a plan are asked; a sentence where something stands in the way. */
  ask(turn: Turn, pilotId: string): Promise<string | undefined>;
  readonly items: ItemSource;
  readonly erasures: readonly Erasure[];
}

export const pilots = (deps: PilotDeps): Pilots => ({
  name: 'pilots',
  views: (turn) => views(deps, turn),
  mine: async (turn, personId) =>
    (await views(deps, turn)).filter(({ state, joinedIds }) => ongoing.has(state) && joinedIds.includes(personId)),
  plan: (turn, body) => planAgain(deps, turn, body),
  ask: (turn, pilotId) => askPeople(deps, turn, pilotId),
  routes: pilotRoutes(deps),
  actions: pilotActions(deps),
  notices: pilotNotices(deps),
  jobs: pilotJobs(deps),
  items: pilotItems(deps),
  erasures: [pilotErasure],
});

const ongoing: ReadonlySet<string> = new Set(['running', 'deciding']);

async function views(deps: PilotDeps, turn: Turn): Promise<PilotView[]> {
  const [all, workflows] = await Promise.all([loadPilots(turn.store), deps.planned(turn)]);
  const departments = new Map(workflows.map(({ id, departmentId }) => [id, departmentId]));
  return all.map((loaded) => viewOf(loaded, departments.get(loaded.pilot.workflowId) ?? ''));
}
