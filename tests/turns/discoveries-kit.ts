/** People who share, and people who look at it. */
import { findAll } from '../../src/core/documents.ts';
import { type Discovery, discovery } from '../../src/features/discoveries/model.ts';
import { execute, fetchTask, person, type RawActivity, submitAction, tenantId } from '../helpers/activities.ts';
import { type Hand, hand } from '../helpers/hand.ts';
import { inputsIn, textsUnder, wordsIn } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import type { Reply, World } from '../helpers/world.ts';
import { type NamedWorlds, type StoreName, worldsOn } from '../helpers/worlds.ts';

export const [owner, secondOwner, host, manager] = [961, 962, 963, 964];

export async function sharingWorlds(stores: readonly StoreName[]): Promise<NamedWorlds> {
  const worlds = await worldsOn(stores);
  for (const [, world] of worlds) {
    const own = storeOf(world);
    await givenTo(own, owner, ['owner']);
    await givenTo(own, secondOwner, ['owner']);
    await givenTo(own, host, ['host']);
    await givenTo(own, manager, ['manager']);
  }
  return worlds;
}

export const storeOf = ({ running }: World) => running.store.forTenant(tenantId);

export const as = (world: World, number: number): Hand => hand(world, chatOf(number));
export const chatOf = (number: number): RawActivity => ({
  from: person(number),
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});

/** As a person reads it. */
export const plain = (text: string): string => text.replaceAll(/[\\\u2060]/g, '');

export const press = (world: World, number: number, verb: string, data: object): Promise<Reply> =>
  world.post(execute(verb, data, chatOf(number)));

export const idIn = (value: unknown): string => textsUnder('discoveryId', value)[0] ?? '';

/** Shares by the bot: one text and one tick. Gives the hand back, on the receipt. */
export async function shared(world: World, number: number, text: string, more: Record<string, string> = {}) {
  const me = as(world, number);
  await me.say(`share ${text}`);
  me.pick('clean', 'true');
  for (const [id, value] of Object.entries(more)) me.type(id, value);
  await me.press('Share');
  return me;
}

/** Shared by card data alone, without a look at what is alike; its id. */
export async function sent(world: World, number: number, data: Record<string, string>): Promise<string> {
  const dataClassId = (await storeOf(world).find({ kind: 'dataClass', limit: 1 })).items[0]?.id ?? '';
  const reply = await press(world, number, 'sendDiscovery', { dataClassId, clean: 'true', go: 'anyway', ...data });
  return idIn(reply.body);
}

/** From the menu of a message in a team's chat, as the dialog stands when it opens. */
export async function fromMessage(world: World, number: number, text: string) {
  const where = { from: person(number), conversation: { id: '19:team-talk@thread.v2', tenantId } };
  const opened = await world.post({
    ...fetchTask('shareDiscovery', {
      commandContext: 'message',
      messagePayload: {
        body: { contentType: 'html', content: `<p>${text}</p>` },
        linkToMessage: 'https://teams.example.com/l/message/7',
      },
    }),
    ...where,
  });
  const fields = inputsIn(opened.body);
  const sourceLink = textsUnder('sourceLink', opened.body)[0] ?? '';
  const send = (change: Record<string, string>) =>
    world.post({
      ...submitAction({}, where, 'shareDiscovery'),
      value: {
        ...{ commandId: 'shareDiscovery', commandContext: 'message' },
        data: { ...fields, sourceLink, verb: 'sendDiscovery', ...change },
      },
    });
  return { opened, fields, send };
}

export async function openFirst(world: World, number: number, title: string): Promise<Hand> {
  const me = as(world, number);
  await me.say('to do');
  await me.press('Open', title);
  return me;
}

export async function discoveryOf(world: World, id: string): Promise<Discovery> {
  return discovery.parse((await storeOf(world).get('discovery', id))?.body);
}

export async function bodiesOf(world: World, kind: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for await (const { body } of findAll(storeOf(world), { kind })) found.push(Object(body));
  return found;
}

/** The texts of cards that the bot sent to this person's own chat, the newest last. */
export const toldTo = (world: World, number: number): string[] =>
  world.connector.requests
    .filter(({ method, path }) => method === 'POST' && path.includes(encodeURIComponent(`a:${number}`)))
    .map(({ body }) => plain(wordsIn(body)));

export const scenarioNamed = async (world: World, title: string): Promise<string> =>
  String((await bodiesOf(world, 'scenarioVersion')).find((body) => body.title === title)?.scenarioId ?? '');
