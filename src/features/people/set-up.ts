/** What the set-up does with people: chairs given by who may, and people named before they ever wrote. */
import type { Turn } from '../../core/turn.ts';
import { readPerson, savePerson } from './documents.ts';
import { changeGrant } from './giving.ts';
import { sentence } from './grant-commands.ts';
import { placeName, rightName } from './grant-notice.ts';
import type { Givable } from './grants.ts';

export interface SetUpPeople {
  /** A right for the whole organisation, given by whoever acts: the one part of it that could not be given, in a sentence. */
  giveRight(turn: Turn, asked: { readonly personId: string; readonly grant: Givable }): Promise<string | undefined>;
  /** People who never wrote, by their directory ids, so that they can be named. */
  meet(turn: Turn, people: readonly { id: string; name: string }[]): Promise<void>;
}

async function giveRight(
  turn: Turn,
  { personId, grant }: { readonly personId: string; readonly grant: Givable },
): Promise<string | undefined> {
  const { store, who, now, requestId } = turn;
  const giver = { id: who.personId, kind: 'person', now, requestId } as const;
  const done = await changeGrant(store, giver, { personId, wish: { grant }, give: true });
  if (done.kind === 'done' || done.kind === 'same') return undefined;
  const name = (await readPerson(store, personId))?.person.displayName ?? personId;
  const values = { name, right: rightName(turn, grant), place: placeName(turn, undefined), departments: '' };
  return sentence(turn, done, true, values).text;
}

/** Whoever is known already stays as they are. */
async function meet({ store, now }: Turn, people: readonly { id: string; name: string }[]): Promise<void> {
  for (const { id, name } of people)
    if (!(await readPerson(store, id))) await savePerson(store, { personId: id, name }, now, {});
}

export const setUpPeople: SetUpPeople = { giveRight, meet };
