/** Who reads what stands before many: nobody in particular. */
import type { Turn } from './turn.ts';

/** The turn of a reader without a name, a role or a right: what they may see, everyone may. */
export function leastReader(turn: Turn): Turn {
  const { departmentId: _, ...who } = turn.who;
  return { ...turn, who: { ...who, personId: 'everyone', name: '', roleIds: [], grants: [] } };
}
