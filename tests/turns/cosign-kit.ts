/** The people who sign a decision: governance, HR leads, one who is both, and a manager. */
import { setImmediate as macrotask } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import type { GrantName } from '../../src/core/person.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { readPerson } from '../../src/features/people/documents.ts';
import { execute, person, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { givenTo } from '../helpers/people.ts';
import type { World } from '../helpers/world.ts';

export const [hr, secondHr, tools, secondTools, both, manager] = [911, 912, 913, 914, 915, 916];
const rights: readonly (readonly [number, readonly GrantName[]])[] = [
  [hr, ['hrLead']],
  [secondHr, ['hrLead']],
  [tools, ['governance']],
  [secondTools, ['governance']],
  [both, ['governance', 'hrLead']],
  [manager, ['manager']],
];

let next = 400;
/** Somebody without any right, whom the bot can reach. */
export async function somebody(world: World) {
  const number = ++next;
  const me = as(world, number);
  await me.say('help');
  return { number, me };
}

const from = (number: number) => ({
  from: person(number),
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});
export const as = (world: World, number: number) => hand(world, from(number));

/** The people who sign, in each world; every world is closed at the end. */
export async function withSigners(worlds: readonly (readonly [string, World])[]): Promise<void> {
  afterAll(async () => void (await Promise.all(worlds.map(([, world]) => world.close()))));
  for (const [, world] of worlds)
    for (const [number, grants] of rights) {
      await givenTo(storeOf(world), number, grants);
      await as(world, number).say('help');
    }
}

/** Turns of the event loop, by which a signature, the longer way, sets out earlier to be first in some rounds. */
const headStart = 4;

/** Signed while something else happens. */
export async function raced<T>(isEarly: boolean, sign: () => Promise<T>, other: () => Promise<unknown>): Promise<T> {
  const signed = sign();
  for (let turn = 0; isEarly && turn < headStart; turn++) await macrotask();
  return (await Promise.all([signed, other()]))[0];
}

export const storeOf = (world: World) => world.running.store.forTenant(tenantId);
export const idOf = (number: number) => person(number).aadObjectId;

/** As a person reads it. */
export const plain = (json: string): string => json.replaceAll('\\', '');

export async function press(world: World, number: number, verb: string, data: object) {
  const reply = await world.post(execute(verb, data, from(number)));
  return { ...reply, text: plain(reply.text) };
}

export async function openFirst(world: World, number: number, words: string) {
  const me = as(world, number);
  await me.say('to do');
  await me.press('Open', words);
  return me;
}

/** The cards that the bot sent to this person's own chat, the newest last. */
export const cardsTo = (world: World, number: number) =>
  world.connector.requests
    .filter(({ method, path }) => method === 'POST' && path.includes(encodeURIComponent(`a:${number}`)))
    .map(({ body }) => body);

export async function bodyOf(world: World, kind: string, id: string) {
  return Object((await storeOf(world).get(kind, id))?.body);
}

export async function all(world: World, kind: string, fits: (body: { [field: string]: unknown }) => boolean) {
  const found = [];
  for await (const { id, body } of findAll(storeOf(world), { kind }))
    if (fits(Object(body))) found.push({ id, ...Object(body) });
  return found;
}

/** `flag.propose by tools` and the like: what the log says happened to a thing. */
export async function logOf(world: World, id: string): Promise<string[]> {
  const names = new Map(rights.map(([number]) => [idOf(number), String(number)]));
  const entries = await all(world, 'auditEntry', ({ entityId }) => entityId === id);
  return entries.map(({ action, actorId }) => `${action} ${names.get(String(actorId)) ?? 'another'}`);
}

/** Somebody's rights as they are from now on. */
export async function regrant(world: World, number: number, grants: readonly GrantName[]): Promise<void> {
  const found = await readPerson(storeOf(world), idOf(number));
  if (!found) throw new Error(`nobody has the number ${number}`);
  const given = { scopeKind: 'tenant', givenBy: 'system', givenAt: '2026-11-23T09:00:00.000Z' } as const;
  const body = { ...found.person, grants: grants.map((grant) => ({ grant, ...given })) };
  const operation = { op: 'replace', kind: 'person', id: idOf(number), version: found.version, body } as const;
  const result = await writeStamped(storeOf(world), ['people'], [operation]);
  if (result.kind !== 'ok') throw new Error(`the rights were not written: ${result.kind}`);
}
