/** A sign of work for a message that takes long: one for each turn, and never after the answer. */
import type { TurnContext } from 'botbuilder';
import type { Activity } from './envelope.ts';
import { trySend } from './send.ts';

/** Call the result before the answer leaves: it waits for a sign that is on its way, so that the two cannot change places. */
export function showsWork(context: TurnContext, activity: Activity, afterMs: number): () => Promise<void> {
  if (activity.type !== 'message' || activity.deliveryMode === 'expectReplies') return async () => {};
  let sent: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    sent = trySend(context, { type: 'typing' });
  }, afterMs);
  return async () => {
    clearTimeout(timer);
    await sent;
  };
}
