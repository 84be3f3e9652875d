/** The second signature, by a button of the card that asks for it. */
import { z } from 'zod';
import { type Action, action } from '../../core/feature.ts';
import { type Answer, message, refused, type Turn } from '../../core/turn.ts';
import type { LifeDesk } from './life-desk.ts';
import { refusalOf } from './workflow-api.ts';
import { loadWorkflow } from './workflow-documents.ts';
import { pressWorkflow } from './workflow-press.ts';

const signed = z.object({ workflowId: z.string().max(100), answer: z.enum(['yes', 'no']) });

export const signWorkflow = (desk: LifeDesk): Action =>
  action('signWorkflow', signed, (turn, data) => answered(desk, turn, data));

async function answered(desk: LifeDesk, turn: Turn, { workflowId, answer }: z.infer<typeof signed>): Promise<Answer> {
  const { words } = turn;
  // The card was about a signature: where none waits any more, a press must not be the first one of a new try.
  const waits = (await loadWorkflow(turn.store, workflowId))?.workflow.signing !== undefined;
  if (!waits) return refused(turn, 'card_outdated');
  const event = { name: answer === 'yes' ? 'widen' : 'unsign' } as const;
  const result = await pressWorkflow(desk, turn, { workflowId, event });
  if (result.kind === 'done') return message(words(`workflow.done.${event.name}`));
  const reply = refusalOf(turn, result);
  if (reply.kind !== 'refused') return refused(turn, 'internal');
  return { kind: 'refused', code: reply.code, text: reply.message ?? words(`error.${reply.code}`) };
}
