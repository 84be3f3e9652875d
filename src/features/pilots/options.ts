/** What the form of a new pilot offers: the workflows that wait for one, the HR leads, and what is usual. */
import type { Turn } from '../../core/turn.ts';
import { weeks } from './bounds.ts';
import type { PilotOptions } from './contract.ts';
import type { PilotDeps } from './desk.ts';

export async function optionsFor(deps: PilotDeps, turn: Turn): Promise<PilotOptions> {
  const owned = (await deps.planned(turn)).filter(({ isOwned, stage }) => isOwned && stage === 'candidate');
  const leads = owned.length === 0 ? [] : await deps.holders(turn, ['hrLead']);
  const hrLeads = await Promise.all(leads.map(async (id) => ({ id, name: await deps.nameOf(turn, id) })));
  return {
    workflows: owned.map(({ id, name, department, hrLeadId, points, missing, scenarios }) => ({
      ...{ id, name, department, missing: [...missing] },
      ...(hrLeadId ? { hrLeadId } : {}),
      ...(points === undefined ? {} : { points }),
      scenarios: scenarios.map((each) => ({ id: each.id, name: each.title })),
    })),
    hrLeads: hrLeads.toSorted((a, b) => a.name.localeCompare(b.name)),
    zone: turn.who.zone,
    weeks,
  };
}
