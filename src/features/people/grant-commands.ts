/** `grant` and `revoke`: an administrator says who may do what; the answer is a plain sentence for them alone. */
import type { Command } from '../../core/feature.ts';
import { directoryId } from '../../core/fields.ts';
import { type GrantName, holds } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import { fold } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { WordsFor } from '../../core/words.ts';
import { toldCard } from './cards/told.card.ts';
import { loadPeople } from './documents.ts';
import { changeGrant, type Given } from './giving.ts';
import { placeName, rightName } from './grant-notice.ts';
import { type DepartmentChoice, type Reading, readGrant, type Typed, vocabularyOf } from './grant-words.ts';
import { byDepartment, type Givable } from './grants.ts';

export interface GrantDeps {
  readonly departments: (turn: Turn) => Promise<readonly DepartmentChoice[]>;
  readonly languages: readonly string[];
  readonly wordsFor: WordsFor;
}

const everywhere = ['personal', 'groupChat', 'channel'] as const;
const may: readonly GrantName[] = ['admin'];

export function grantCommands(deps: GrantDeps): readonly Command[] {
  const vocabulary = vocabularyOf(deps.languages, deps.wordsFor);
  const command = (name: string, give: boolean): Command => ({
    name,
    scopes: everywhere,
    listed: false,
    run: async (turn, rest) => {
      if (!holds(turn.who, may)) return refused(turn, 'forbidden');
      const departments = await deps.departments(turn);
      const typed = readGrant(rest, vocabulary, departments);
      const said = typed ? await change(turn, typed, give, departments) : { text: turn.words('grant.howTo') };
      return privately(turn, said);
    },
  });
  return [command('grant', true), command('revoke', false)];
}

interface Said {
  readonly text: string;
  readonly note?: string;
}

async function change(
  turn: Turn,
  { grant, readings }: Typed,
  give: boolean,
  departments: readonly DepartmentChoice[],
): Promise<Said> {
  const { words, who, now, requestId } = turn;
  const found = await personIn(turn, readings);
  const names = departments.map(({ name }) => name).join(', ');
  if (found.kind !== 'found') return { text: words(`grant.${found.kind}`, { words: readings.at(-1)?.person ?? '' }) };
  const { department, strange } = found.reading;
  if (strange) return { text: words('grant.unknownDepartment', { words: strange, departments: names }) };
  const place = byDepartment.has(grant) ? department : undefined;
  const wish = { grant, ...(place ? { departmentId: place.id } : {}) };
  const giver = { id: who.personId, kind: 'person', now, requestId } as const;
  const done = await changeGrant(turn.store, giver, { personId: found.personId, wish, give });
  const values = { name: found.name, right: rightName(turn, grant), departments: names };
  return sentence(turn, done, give, { ...values, place: placeFor(turn, grant, place?.name, give) });
}

/** Taken away without a department it is gone in all of them. */
const placeFor = (turn: Turn, grant: Givable, department: string | undefined, give: boolean): string =>
  !give && byDepartment.has(grant) && !department ? turn.words('grant.anywhere') : placeName(turn, department);

type Values = Record<'name' | 'right' | 'place' | 'departments', string>;

/** What became of it, in one sentence and a note. */
export function sentence({ words }: Turn, done: Given, give: boolean, values: Values): Said {
  switch (done.kind) {
    case 'done':
      return {
        text: words(give ? 'grant.given' : 'grant.taken', values),
        note: words(done.isBoth ? 'grant.isBoth' : 'grant.holdsNow', values),
      };
    case 'same':
      return { text: words(give ? 'grant.alreadyGiven' : 'grant.notHeld', values) };
    case 'needsDepartment':
      return { text: words('grant.needsDepartment', values) };
    case 'toOneself':
      return { text: words('grant.toOneself', values) };
    case 'lastOne':
      return { text: words('grant.lastOne', values) };
    case 'tooMany':
      return { text: words('grant.tooMany', values) };
    case 'unknown':
      return { text: words('grant.unknown', { words: values.name }) };
    case 'stale':
      return { text: words('error.stale') };
  }
}

type Found = { kind: 'found'; personId: string; name: string; reading: Reading } | { kind: 'unknown' | 'several' };

/** The one person who goes by this id or name, by the first reading that names anybody. */
async function personIn({ store }: Turn, readings: readonly Reading[]): Promise<Found> {
  const people = await loadPeople(store);
  for (const reading of readings) {
    const id = directoryId.safeParse(reading.person).data;
    const name = fold(reading.person);
    const named = people.filter((each) => each.id === id || (name !== '' && fold(each.displayName) === name));
    const [only] = named;
    if (named.length > 1) return { kind: 'several' };
    if (only) return { kind: 'found', personId: only.id, name: only.displayName, reading };
  }
  return { kind: 'unknown' };
}

/** Who may do what is nobody else's business: outside the 1:1 chat the answer goes there. */
function privately(turn: Turn, { text, note = '' }: Said): Answer {
  const heading = turn.words('grant.heading');
  const data = { summary: heading, heading, text, hasNote: note !== '', note };
  const card = toldCard.render(data, turn.words, placeOf(turn));
  if (turn.where.conversation === 'personal' || turn.where.surface !== 'bot') return { kind: 'card', card };
  return { kind: 'personal', card, note: turn.words('grant.movedTo1on1') };
}
