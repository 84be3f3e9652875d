/** What a person does not want to be suggested after a success: scenarios by id, or `all`. */
import type { Turn } from '../../core/turn.ts';
import { readPerson, savePerson } from './documents.ts';

export const mutedNext = async ({ store, who }: Turn): Promise<readonly string[]> =>
  (await readPerson(store, who.personId))?.person.mutedNext ?? [];

/** False when somebody changed the person at every try. */
export const muteNext = async ({ store, who, now }: Turn, muted: readonly string[]): Promise<boolean> =>
  (await savePerson(store, who, now, { mutedNext: [...muted] })).kind === 'ok';
