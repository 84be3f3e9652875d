/** Who may answer a flag now: neither who asked it by name nor who made what it is about. */
import type { Turn } from '../../core/turn.ts';
import type { FlagDeps } from './form.ts';
import type { Flag } from './model.ts';

export const mayAnswer = async (deps: FlagDeps, turn: Turn, flag: Flag): Promise<readonly string[]> =>
  unconcerned(deps, turn, flag, await deps.holders(turn, ['manager', 'hrLead'], flag.scope.departmentId));

export async function unconcerned(
  deps: FlagDeps,
  turn: Turn,
  flag: Flag,
  people: readonly string[],
): Promise<readonly string[]> {
  const makers = await deps.makers(turn, flag);
  return people.filter((id) => id !== flag.reporterId && !makers.includes(id));
}
