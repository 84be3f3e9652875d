/** A community that meets: its series and sessions as the planner would have left them. */
import { findAll, type TenantStore, type WriteOperation } from '../../src/core/documents.ts';
import { newId } from '../../src/core/ids.ts';
import { postOperations } from '../../src/core/post.ts';
import { type Rsvp, rsvp, type Series, type Session, session } from '../../src/features/office-hours/model.ts';
import { timelineOf } from '../../src/features/office-hours/timeline.ts';
import { wordsFor } from '../../src/text/words.ts';
import { aCommunity, aSeries, aSession, hostNumber } from '../helpers/a-session.ts';
import { channel, execute, person, type RawActivity, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { hour } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import type { Reply, World } from '../helpers/world.ts';
import { type NamedWorlds, type StoreName, worldsOn } from '../helpers/worlds.ts';

export const host = hostNumber;

/** How long a turn may take is tested elsewhere: here many wait for each other on a machine that does other things too. */
export const teams = { busyAfterMs: 600_000 };
const patient = { totalMs: 600_000, attemptMs: 600_000 };
/** Store and service share this process: a try that waits for its turn in it is no slow service. */
export const paces = { turn: patient, job: patient, import: patient };

export async function officeWorlds(stores: readonly StoreName[]): Promise<NamedWorlds> {
  const worlds = await worldsOn(stores, { teams }, { paces });
  for (const [, world] of worlds) {
    await givenTo(storeOf(world), host, []);
    // Series that are there at a start are held against their rules once; those of the tests have sessions of their own.
    await world.tick();
  }
  return worlds;
}

export const storeOf = ({ running }: World): TenantStore => running.store.forTenant(tenantId);
export const idOf = (number: number): string => person(number).aadObjectId;

export const chatOf = (number: number): RawActivity => ({
  from: person(number),
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});
export const inChannel = (number: number): RawActivity => ({ ...channel, from: person(number) });
export const as = (world: World, number: number) => hand(world, chatOf(number));

/** As a person reads it. */
export const plain = (text: string): string => text.replaceAll(/[\\\u2060]/g, '');
export const said = ({ body }: Reply): string => plain(wordsIn(body));

export const press = (world: World, number: number, verb: string, data: object): Promise<Reply> =>
  world.post(execute(verb, data, chatOf(number)));

export interface Met {
  readonly communityId: string;
  readonly seriesId: string;
  readonly sessionId: string;
}

export interface Planned {
  readonly series?: Partial<Series>;
  readonly session?: Partial<Session>;
  readonly community?: object;
  /** From now to its start; three days if nothing is said. */
  readonly inHours?: number;
  readonly of?: Pick<Met, 'communityId' | 'seriesId'>;
  /** With the due items of its whole life. */
  readonly isTimed?: boolean;
}

/** A community with a series and one session; or one more session of a series. */
export async function planned(world: World, plan: Planned = {}): Promise<Met> {
  const { inHours = 72, of, isTimed = false } = plan;
  const { communityId, seriesId } = of ?? { communityId: newId(), seriesId: newId() };
  const sessionId = newId();
  const now = world.clock.now();
  const held = aSession(seriesId, communityId, new Date(now.getTime() + inHours * hour), plan.session);
  const owner = aSeries(communityId, plan.series);
  await write(world, [
    ...(of
      ? []
      : ([
          { op: 'create', kind: 'community', id: communityId, body: aCommunity(plan.community) },
          { op: 'create', kind: 'series', id: seriesId, body: owner },
        ] as const)),
    { op: 'create', kind: 'session', id: sessionId, body: held },
    ...(isTimed ? timelineOf(sessionId, held, owner, now) : []),
  ]);
  return { communityId, seriesId, sessionId };
}

/** As if its card stood in the channel of the activities. */
export const posted = (world: World, sessionId: string, kind: 'session' | 'recap' = 'session') =>
  write(
    world,
    postOperations({ now: world.clock.now(), words: wordsFor('en') }, kind, sessionId, channelAddress(world)),
  );

export const channelAddress = ({ connector }: World) => ({
  ...{ serviceUrl: connector.url, channelId: 'msteams', bot: { id: '28:bot' } },
  conversation: { id: '19:channel@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId },
});

export async function write(world: World, operations: readonly WriteOperation[]): Promise<void> {
  const result = await storeOf(world).write(operations);
  if (result.kind !== 'ok') throw new Error(`not written: ${result.kind} ${result.index}`);
}

export const sessionOf = async (world: World, id: string): Promise<Session> =>
  session.parse((await storeOf(world).get('session', id))?.body);

/** A change that somebody else makes meanwhile. */
export async function changed(world: World, kind: string, id: string, change: object): Promise<void> {
  const found = await storeOf(world).get(kind, id);
  if (!found) throw new Error(`no ${kind} ${id}`);
  await write(world, [{ op: 'replace', kind, id, version: found.version, body: { ...Object(found.body), ...change } }]);
}

export async function bodiesOf(world: World, kind: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for await (const { id, body } of findAll(storeOf(world), { kind })) found.push({ ...Object(body), id });
  return found;
}

export const rsvpsOf = async (world: World, sessionId: string): Promise<Rsvp[]> =>
  (await bodiesOf(world, 'rsvp'))
    .filter((body) => body.sessionId === sessionId)
    .map(({ id: _, ...body }) => rsvp.parse(body));

/** The texts of cards that the bot sent to this person's own chat, the newest last. */
export const toldTo = ({ connector }: World, number: number): string[] =>
  connector.requests
    .filter(({ method, path }) => method === 'POST' && path.includes(`/${encodeURIComponent(`a:${number}`)}/`))
    .map(({ body }) => plain(wordsIn(body)));
