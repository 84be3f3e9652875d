/** Pilots as they concern one person: those they joined and have not left. */
import type { PilotView } from '../../core/pilot-view.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';

type Asking = Pick<Desk, 'pilots'>;

/** In whatever state. */
export const joinedBy = async (desk: Asking, turn: Turn): Promise<PilotView[]> =>
  (await desk.pilots(turn)).filter(({ joinedIds }) => joinedIds.includes(turn.who.personId));

export const runningFor = async (desk: Asking, turn: Turn): Promise<PilotView[]> =>
  (await joinedBy(desk, turn)).filter(({ state }) => state === 'running');

/** Their running pilot of one workflow. */
export const pilotOf = async (desk: Asking, turn: Turn, workflowId: string): Promise<string | undefined> =>
  (await runningFor(desk, turn)).find((pilot) => pilot.workflowId === workflowId)?.id;
