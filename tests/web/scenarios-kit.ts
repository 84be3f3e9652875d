/** Scenarios in the tab: who acts, what is live, and a draft that is begun, finished and sent. */
import { findAll } from '../../src/core/documents.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { execute, message, person, query, tenantId } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson, type Caller } from '../helpers/api.ts';
import { wordsIn } from '../helpers/in-json.ts';
import type { World } from '../helpers/world.ts';

/** People of the demo by their number. */
export const demo = (number: number): string => `00000000-0000-4000-8000-000000000${number}`;
export const [owner, hrLead, toolsLead, manager, author, analyst, recruiter] = [101, 102, 104, 107, 108, 111, 112];

export const as = (world: World, number: number): Caller => asPerson(world, demo(number));
export const storeOf = ({ running }: World) => running.store.forTenant(tenantId);

export async function bodiesOf(world: World, kind: string): Promise<(Record<string, unknown> & { id: string })[]> {
  const found: (Record<string, unknown> & { id: string })[] = [];
  for await (const { id, body } of findAll(storeOf(world), { kind })) found.push({ ...Object(body), id });
  return found;
}

export async function scenarioNamed(world: World, title: string): Promise<string> {
  const versions = await bodiesOf(world, 'scenarioVersion');
  return String(versions.find((body) => body.title === title)?.scenarioId ?? '');
}

export const headOf = async (world: World, id: string) =>
  Object((await storeOf(world).get('scenario', id))?.body) as Record<string, unknown>;

/** What went wrong, as a test compares it. */
export const said = ({ status, body }: ApiAnswer) => ({ status, error: body.error });

/** Presses with the version that the reader sees now. */
export async function press(me: Caller, id: string, event: string, body: object = {}): Promise<ApiAnswer> {
  const { body: seen } = await me.get(`/api/scenarios/${id}/edit`);
  return me.post(`/api/scenarios/${id}/${event}`, body, seen.version);
}

/** Begins a new version of a live scenario and changes it. */
export async function edited(
  me: Caller,
  id: string,
  contract: object,
  changeNote = 'Clearer words.',
): Promise<ApiAnswer> {
  await press(me, id, 'startEdit');
  const { body } = await me.get(`/api/scenarios/${id}/edit`);
  return me.patch(`/api/scenarios/${id}/draft`, { contract, changeNote }, body.version);
}

/** Writes, sends and publishes a new version, as author and owner do it. */
export async function published(world: World, id: string, contract: object, changeNote?: string): Promise<ApiAnswer> {
  await edited(as(world, author), id, contract, changeNote);
  await press(as(world, author), id, 'submit');
  return press(as(world, owner), id, 'approve');
}

/** Who used which version last, as their forms keep it. */
export async function used(world: World, number: number, scenarioId: string, version = 1): Promise<void> {
  const body = { personId: demo(number), scenarioId, lastVersion: version, toldVersion: version };
  const at = { lastUsedAt: world.clock.now().toISOString() };
  const id = `used-${number}-${scenarioId}`;
  await storeOf(world).write([{ op: 'create', kind: 'personScenario', id, body: { ...body, ...at } }]);
}

/** Met by the bot, so that it can write to them. */
export const met = (world: World, number: number) =>
  world.post(message('hello', { from: from(number), conversation: chat(number) }));
const from = (number: number) => ({ ...person(number), aadObjectId: demo(number), name: '' });
const chat = (number: number) => ({ id: `a:${number}`, conversationType: 'personal', tenantId });

/** The texts of cards that the bot sent to this person's own chat, the newest last. */
export const toldTo = (world: World, number: number): string[] =>
  world.connector.requests
    .filter(({ method, path }) => method === 'POST' && path.includes(encodeURIComponent(`a:${number}`)))
    .map(({ body }) => wordsIn(body).replaceAll(/[\\\u2060]/g, ''));

export const bot = (world: World, number: number, verb: string, data: object) =>
  world.post(execute(verb, data, { from: from(number), conversation: chat(number) }));

/** What the message extension finds at once. */
export const foundBy = async (world: World, number: number, text: string): Promise<string> =>
  wordsIn(
    (await world.post({ ...query('findScenario', { q: text }), from: { ...person(1), aadObjectId: demo(number) } }))
      .body,
  );

/** A stored document as it would be after some time, or after what no test can wait for. */
export async function changed(world: World, kind: string, id: string, change: object): Promise<void> {
  const found = await storeOf(world).get(kind, id);
  const body = { ...Object(found?.body), ...change };
  const written = { op: 'replace', kind, id, version: found?.version ?? '', body } as const;
  const result = await writeStamped(storeOf(world), ['content', 'tools', 'people'], [written]);
  if (result.kind !== 'ok') throw new Error(`${kind} ${id}: ${result.kind}`);
}
