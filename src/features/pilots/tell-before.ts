/** A run without AI that somebody tells: kept apart from the pilot, without a name. */
import type { Turn } from '../../core/turn.ts';
import type { PilotDeps } from './desk.ts';
import { loadPilot } from './documents.ts';

export interface ToldRun {
  readonly pilotId: string;
  readonly minutes: number;
  readonly ranOn: string;
}

/** Says whether it counts. */
export async function tellBefore(deps: PilotDeps, turn: Turn, { pilotId, minutes, ranOn }: ToldRun): Promise<string> {
  const workflowId = (await loadPilot(turn.store, pilotId))?.pilot.workflowId ?? '';
  const { personId } = turn.who;
  const method = await deps.runs.addBaseline(turn, { pilotId, workflowId, minutes, ranOn, personId });
  return turn.words(method === 'estimate' ? 'pilot.told.estimate' : 'pilot.told.counted');
}
