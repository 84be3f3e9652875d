/** Once a pilot runs, its owner is offered a community for its people, as its host: one press opens the page that makes or begins it (product L9). */
import type { AtPilot } from './facts.ts';

/** The page, below the tab; undefined where the people have one, and for everybody else. */
export async function communityPath({ deps, turn, loaded, workflow }: AtPilot): Promise<string | undefined> {
  const { state, ownerId } = loaded.pilot;
  const isAsked = state === 'running' && ownerId === turn.who.personId;
  return isAsked && workflow ? deps.communityOffer(turn, workflow.departmentId) : undefined;
}
