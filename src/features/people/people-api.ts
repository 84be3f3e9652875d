/** People and their rights as the tab reads and changes them: the rules of `grant` and `revoke`, whoever's door it is. */
import type { z } from 'zod';
import { directoryId } from '../../core/fields.ts';
import { holds } from '../../core/person.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import { cleanText, fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { type Preview, preview, type WorkItem, workItem } from '../../core/work-item.ts';
import { grantBody, nameBody, peopleList, peopleQuery, revokeBody } from './contract.ts';
import { loadPeople, readPerson, savePerson } from './documents.ts';
import { changeGrant, decideGrant, type Given } from './giving.ts';
import { type GrantDeps, sentence } from './grant-commands.ts';
import { placeName, rightName } from './grant-notice.ts';
import { byDepartment, givable, isBoth, type Wish, watched } from './grants.ts';
import { type Around, itemOf, lineOf } from './person-item.ts';

interface PeopleApiDeps extends Pick<GrantDeps, 'departments'> {
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
}

const one = '/api/people/:id';
const mayRead = ({ who }: Turn): boolean => holds(who, ['admin', 'hrLead']);

export const peopleRoutes = (deps: PeopleApiDeps): Route[] => [
  route('GET', '/api/people', { query: peopleQuery, reply: peopleList, isList: true }, (call) => listed(deps, call)),
  route('POST', '/api/people', { body: nameBody, reply: workItem }, ({ turn, body }) => named(deps, turn, body)),
  route('GET', one, { reply: workItem }, ({ turn, params }) =>
    mayRead(turn) ? shown(deps, turn, params.id ?? '') : Promise.resolve(refuse('forbidden')),
  ),
  route('POST', `${one}/grant`, { body: grantBody, reply: workItem, needsVersion: true }, (call) =>
    changed(deps, call, wishesOf(call.body), true),
  ),
  route('POST', `${one}/revoke`, { body: revokeBody, reply: workItem, needsVersion: true }, (call) =>
    changed(deps, call, heldWish(call.body.right), false),
  ),
  route('POST', `${one}/grant/preview`, { body: grantBody, reply: preview }, ({ turn, params, body }) =>
    previewed(deps, turn, params.id ?? '', wishesOf(body), true),
  ),
  route('POST', `${one}/revoke/preview`, { body: revokeBody, reply: preview }, ({ turn, params, body }) =>
    previewed(deps, turn, params.id ?? '', heldWish(body.right), false),
  ),
];

const aroundOf = async (deps: PeopleApiDeps, turn: Turn): Promise<Around> => ({
  turn,
  departments: await deps.departments(turn),
  nameOf: (id) => deps.nameOf(turn, id),
});

/** By name; whoever may do something stands first. */
async function listed(
  deps: PeopleApiDeps,
  { turn, query: { q = '' }, page }: Call<z.infer<typeof peopleQuery>>,
): Promise<Reply<z.input<typeof peopleList>>> {
  if (!mayRead(turn)) return refuse('forbidden');
  const around = await aroundOf(deps, turn);
  const people = (await loadPeople(turn.store))
    .filter(({ status, displayName }) => status === 'active' && fold(displayName).includes(fold(q)))
    .toSorted(
      (a, b) =>
        Number(b.grants.length > 0) - Number(a.grants.length > 0) ||
        a.displayName.localeCompare(b.displayName) ||
        (a.id < b.id ? -1 : 1),
    );
  const start = page.after === undefined ? 0 : people.findIndex(({ id }) => id === page.after) + 1;
  const shownNow = people.slice(start, start + page.limit);
  const items = await Promise.all(
    shownNow.map(async ({ id }) => {
      const found = await readPerson(turn.store, id);
      return found && lineOf(around, { id, ...found });
    }),
  );
  const last = shownNow.at(-1)?.id;
  const hasMore = start + page.limit < people.length;
  return {
    kind: 'ok',
    body: { items: items.filter((item) => item !== undefined) },
    ...(hasMore && last ? { next: last } : {}),
  };
}

async function shown(deps: PeopleApiDeps, turn: Turn, id: string, note?: string): Promise<Reply<WorkItem>> {
  const found = await readPerson(turn.store, id);
  if (!found) return refuse('not_found');
  const body = await itemOf(await aroundOf(deps, turn), { id, ...found }, note);
  return { kind: 'ok', body, version: found.version };
}

/** Somebody who never wrote, by their object id. */
async function named(deps: PeopleApiDeps, turn: Turn, body: z.infer<typeof nameBody>): Promise<Reply<WorkItem>> {
  if (!holds(turn.who, ['admin'])) return refuse('forbidden');
  const id = directoryId.safeParse(body.id.trim()).data;
  const name = cleanText(body.name);
  const { words } = turn;
  if (!id) return wrong('id', 'field_form', words('person.idForm'));
  if (name === '')
    return wrong('name', 'field_required', words('error.field_required', { field: words('person.name') }));
  if (await readPerson(turn.store, id)) return wrong('id', 'already_done', words('person.isThere'));
  const result = await savePerson(turn.store, { personId: id, name }, turn.now, {});
  if (result.kind !== 'ok') return refuse('stale');
  const reply = await shown(deps, turn, id, words('person.added'));
  return reply.kind === 'ok' ? { ...reply, status: 201 } : reply;
}

const wrong = (
  path: string,
  code: 'field_form' | 'field_required' | 'already_done',
  message: string,
): Reply<never> => ({
  kind: 'refused',
  code,
  message,
  fields: [{ path, error: code, message }],
});

/** The chair of a project owner is two rights. */
function wishesOf({ chair, departmentId }: z.infer<typeof grantBody>): Wish[] {
  const place = departmentId ? { departmentId } : {};
  switch (chair) {
    case 'curator':
      return [{ grant: 'author', ...place }];
    case 'manager':
      return [{ grant: 'manager', ...place }];
    case 'projectOwner':
      return [{ grant: 'admin' }, { grant: 'owner' }];
    default:
      return [{ grant: chair }];
  }
}

function heldWish(right: string): Wish[] {
  const [name = '', departmentId] = right.split('/');
  const grant = givable.find((each) => each === name);
  return grant ? [{ grant, ...(departmentId ? { departmentId } : {}) }] : [];
}

async function changed(
  deps: PeopleApiDeps,
  { turn, params, version }: Call,
  wishes: readonly Wish[],
  give: boolean,
): Promise<Reply<WorkItem>> {
  const { store, who, now, requestId } = turn;
  if (!holds(who, ['admin'])) return refuse('forbidden');
  const id = params.id ?? '';
  const found = await readPerson(store, id);
  if (!found) return refuse('not_found');
  if (found.version !== version) return refuse('stale');
  if (wishes.length === 0) return refuse('field_choice', turn.words('person.takeWhat'));
  const giver = { id: who.personId, kind: 'person', now, requestId } as const;
  const notes: string[] = [];
  // Of the two rights of one chair the second is given to the state that the first one made.
  for (const [at, wish] of wishes.entries()) {
    const strange = await strangePlace(deps, turn, wish);
    if (strange) return wrongPlace(strange);
    const read = at === 0 ? { version } : {};
    const done = await changeGrant(store, giver, { personId: id, wish, give, ...read });
    const said = await sentenceOf(deps, turn, found.person.displayName, wish, done, give);
    if (done.kind !== 'done' && !(done.kind === 'same' && wishes.length > 1)) return notDone(done, said.text);
    notes.push([said.text, said.note ?? ''].join(' ').trim());
  }
  return shown(deps, turn, id, notes.join(' '));
}

const wrongPlace = (message: string): Reply<never> => ({
  kind: 'refused',
  code: 'field_choice',
  message,
  fields: [{ path: 'departmentId', error: 'field_choice', message }],
});

const notDone = ({ kind }: Given, message: string): Reply<never> => {
  if (kind === 'needsDepartment') return wrongPlace(message);
  const code = kind === 'toOneself' ? 'forbidden' : kind === 'stale' ? 'stale' : 'already_done';
  return { kind: 'refused', code, message };
};

async function strangePlace(
  deps: PeopleApiDeps,
  turn: Turn,
  { grant, departmentId }: Wish,
): Promise<string | undefined> {
  if (!departmentId || !byDepartment.has(grant)) return undefined;
  const known = (await deps.departments(turn)).some(({ id }) => id === departmentId);
  return known ? undefined : turn.words('error.field_choice', { field: turn.words('person.department') });
}

async function sentenceOf(
  deps: PeopleApiDeps,
  turn: Turn,
  name: string,
  { grant, departmentId }: Wish,
  done: Given,
  give: boolean,
) {
  const departments = await deps.departments(turn);
  const place = placeName(turn, departments.find(({ id }) => id === departmentId)?.name);
  const names = departments.map((each) => each.name).join(', ');
  return sentence(turn, done, give, { name, right: rightName(turn, grant), place, departments: names });
}

/** What changes and who hears of it; a right that reads what others asked is told to the leads as well (R3). */
async function previewed(
  deps: PeopleApiDeps,
  turn: Turn,
  id: string,
  wishes: readonly Wish[],
  give: boolean,
): Promise<Reply<Preview>> {
  if (!holds(turn.who, ['admin'])) return refuse('forbidden');
  const found = await readPerson(turn.store, id);
  if (!found) return refuse('not_found');
  const { words } = turn;
  const name = found.person.displayName;
  const giver = { id: turn.who.personId, kind: 'person', now: turn.now } as const;
  const changes = await Promise.all(
    wishes.map(async (wish) => {
      const decided = await decideGrant(turn.store, giver, { personId: id, wish, give });
      const outcome = decided.kind === 'changed' ? doneWith(name) : decided;
      return (await sentenceOf(deps, turn, name, wish, outcome, give)).text;
    }),
  );
  const after = [...found.person.grants, ...wishes.map(({ grant }) => ({ ...noGrant, grant }))];
  const warning = give && isBoth(after) && !isBoth(found.person.grants) ? [words('person.both')] : [];
  const toLeads = wishes.some(({ grant }) => watched.has(grant)) ? [words('person.toldLeads')] : [];
  return { kind: 'ok', body: { changes: [...changes, ...warning], told: [name, ...toLeads] } };
}

const doneWith = (name: string): Given => ({ kind: 'done', name, isBoth: false });
const noGrant = { scopeKind: 'tenant', givenBy: '-', givenAt: '' } as const;
