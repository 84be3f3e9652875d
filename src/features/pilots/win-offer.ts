/** Once a pilot has gone wider, who leads it may tell what was measured as a win: one press opens the form (product 6.1). */
import type { AtPilot } from './facts.ts';

/** The page of the form, below the tab; undefined where there is nothing to tell, or not by this reader. */
export async function winPath({ deps, turn, loaded, workflow }: AtPilot): Promise<string | undefined> {
  const { state, scenarioIds } = loaded.pilot;
  if (state !== 'scaled') return undefined;
  const tried = (workflow?.scenarios ?? []).find(({ id }) => scenarioIds.includes(id));
  if (!tried || !(await deps.isTellable(turn, tried.id))) return undefined;
  return `/playbook/s/${encodeURIComponent(tried.id)}?win=new`;
}
