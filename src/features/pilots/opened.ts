/** A pilot planned and its people asked by another part of the product, with a sentence for what stands in the way. */
import type { Turn } from '../../core/turn.ts';
import { refusalOf } from './api.ts';
import type { PlanBody } from './contract.ts';
import type { PilotDeps } from './desk.ts';
import { loadPilots } from './documents.ts';
import { editPilot, planPilot, type SavedPilot } from './plan.ts';
import { pressPilot } from './press.ts';

/** A plan of this workflow of which nobody knows yet is changed: a second try makes no second one. */
export async function planAgain(deps: PilotDeps, turn: Turn, body: PlanBody): Promise<SavedPilot> {
  const { workflowId, ...plan } = body;
  const open = (await loadPilots(turn.store)).find(
    ({ pilot }) => pilot.workflowId === workflowId && pilot.state === 'draft',
  );
  return open ? editPilot(deps, turn, { id: open.id, version: open.version, body: plan }) : planPilot(deps, turn, body);
}

export async function askPeople(deps: PilotDeps, turn: Turn, pilotId: string): Promise<string | undefined> {
  const result = await pressPilot(deps, turn, { pilotId, event: { name: 'openBaseline' } });
  if (result.kind === 'done') return undefined;
  const reply = refusalOf(turn, result);
  return reply.kind === 'refused' ? (reply.message ?? turn.words(`error.${reply.code}`)) : undefined;
}
