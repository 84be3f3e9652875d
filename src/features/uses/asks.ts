/** Who was asked for a second look. */
import type { Turn } from '../../core/turn.ts';
import { type RatingAsk, ratingAsk } from './model.ts';

export const askKind = 'ratingAsk';

/** Of those that ended, and of somebody else's, there is none. */
export async function loadAsk({ store, who }: Turn, askId: string): Promise<RatingAsk | undefined> {
  const found = /^[\w-]{1,100}$/.test(askId) ? await store.get(askKind, askId) : undefined;
  const ask = found && ratingAsk.parse(found.body);
  return ask?.raterId === who.personId ? ask : undefined;
}

/** Whoever was asked is named no longer than until they have answered. */
export async function askIsDone({ store }: Turn, askId: string): Promise<void> {
  const found = await store.get(askKind, askId);
  if (found) await store.write([{ op: 'remove', kind: askKind, id: found.id, version: found.version }]);
}
