/** A world with work in it: questions, discoveries and requests of invented people, for pictures and checks of full pages. */
import type { World } from '../helpers/world.ts';

/** Ids of what was made, by the names that the faces call them by. */
export async function fillWorld(_world: World): Promise<Record<string, string>> {
  return {};
}
