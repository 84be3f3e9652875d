/** A community with its channel, its hosts and colleagues, and what the channel shows of its office hours. */
import { findAll } from '../../src/core/documents.ts';
import { keyedHash } from '../../src/core/ids.ts';
import type { Community } from '../../src/features/communities/model.ts';
import { rsvpId } from '../../src/features/office-hours/documents.ts';
import { type Series, type Session, series, session } from '../../src/features/office-hours/model.ts';
import { execute, person, type RawActivity, tenantId } from '../helpers/activities.ts';
import { type Hand, hand } from '../helpers/hand.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import type { Reply, World } from '../helpers/world.ts';

export const [host, secondHost, colleague, admin] = [971, 972, 973, 974];

const at = '2026-11-23T09:00:00.000Z';
const stamps = { createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' };

export const storeOf = ({ running }: World) => running.store.forTenant(tenantId);

/** Open to all, its clocks those of New York. */
export async function circle(world: World, id: string, change: Partial<Community> = {}): Promise<void> {
  const body: Community = {
    ...{ ...stamps, slug: id, name: `Circle ${id}`, purpose: 'We share what works.', language: 'en' },
    ...{ hostIds: [host, secondHost].map((number) => person(number).aadObjectId), departmentIds: [], roleIds: [] },
    ...{ state: 'active', channels: [] },
    digest: { cadence: 'off', weekday: 4, at: '10:00', zone: 'America/New_York' },
    ...change,
  };
  const result = await storeOf(world).write([{ op: 'create', kind: 'community', id, body }]);
  if (result.kind !== 'ok') throw new Error(`the community was not written: ${result.kind}`);
}

export async function people(world: World): Promise<void> {
  await givenTo(storeOf(world), admin, ['admin']);
  for (const number of [host, secondHost, colleague]) await givenTo(storeOf(world), number, []);
}

/** A channel by its name; what the bot reads there is a thread of it. */
export const inChannel = (name: string, number: number): RawActivity => ({
  from: person(number),
  conversation: {
    id: `19:${name}@thread.tacv2;messageid=1`,
    conversationType: 'channel',
    isGroup: true,
    tenantId,
  },
  channelData: {
    tenant: { id: tenantId },
    team: { id: '19:team@thread.tacv2' },
    channel: { id: `19:${name}@thread.tacv2`, name },
  },
});

export const ownChat = (number: number): RawActivity => ({
  from: person(number),
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});

export const as = (world: World, number: number): Hand => hand(world, ownChat(number));

export const press = (world: World, number: number, verb: string, data: object): Promise<Reply> =>
  world.post(execute(verb, data, ownChat(number)));

const plain = (text: string): string => text.replaceAll(/[\\\u2060]/g, '');

/** What was sent to a conversation, the newest last: new messages and those that replaced one. */
export const sentTo = (world: World, conversationId: string) =>
  world.connector.requests
    .filter(({ method, path }) => method !== 'GET' && path.includes(`/${encodeURIComponent(conversationId)}/`))
    .map(({ method, path, body }) => ({ isNew: method === 'POST', path, text: plain(wordsIn(body)) }));

export const toldTo = (world: World, number: number): string[] => sentTo(world, `a:${number}`).map(({ text }) => text);

export async function seriesIn(world: World, communityId: string): Promise<(Series & { id: string })[]> {
  const found: (Series & { id: string })[] = [];
  const where = [['communityId', '=', communityId]] as const;
  for await (const { id, body } of findAll(storeOf(world), { kind: 'series', where }))
    found.push({ ...series.parse(body), id });
  return found;
}

/** In the order of their dates. */
export async function sessionsIn(world: World, communityId: string): Promise<(Session & { id: string })[]> {
  const found: (Session & { id: string })[] = [];
  const where = [['communityId', '=', communityId]] as const;
  for await (const { id, body } of findAll(storeOf(world), { kind: 'session', where }))
    found.push({ ...session.parse(body), id });
  return found.toSorted((a, b) => (a.localDate < b.localDate ? -1 : 1));
}

const hash = keyedHash(Buffer.alloc(32, 'k'));

/** Somebody has said whether they come. */
export async function answered(
  world: World,
  sessionId: string,
  number: number,
  answer: 'yes' | 'maybe' | 'no' | 'waiting',
) {
  const personId = person(number).aadObjectId;
  const body = { sessionId, personId, answer, reminder: 'default', createdAt: at, updatedAt: at };
  await storeOf(world).write([{ op: 'create', kind: 'rsvp', id: rsvpId(hash, sessionId, personId), body }]);
}

/** Fills in the four fields, looks and posts. */
export async function plan(me: Hand, fields: Readonly<Record<string, string>>): Promise<void> {
  await me.press('Start here');
  for (const [id, value] of Object.entries(fields)) me.type(id, value);
  await me.press('Preview');
}
