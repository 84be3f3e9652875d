/** Pilots with the people of the demo: who acts, a workflow in preparation, and what the bot sent to whom. */
import { demoPeople } from '../../src/content/demo-people.ts';
import { findAll } from '../../src/core/documents.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { execute, tenantId } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson, type Caller } from '../helpers/api.ts';
import { hand } from '../helpers/hand.ts';
import { textsUnder } from '../helpers/in-json.ts';
import type { World } from '../helpers/world.ts';

export const demo = (number: number): string => `00000000-0000-4000-8000-000000000${number}`;
export const [owner, hrLead, secondHr, toolsLead] = [101, 102, 103, 104];
export const [opsManager, author, early, late, analyst, recruiter] = [106, 108, 109, 110, 111, 112];
/** All whom the bot can reach. */
const reached = [owner, hrLead, secondHr, opsManager, author, early, late, analyst, recruiter];

const nameOf = (number: number): string => demoPeople.find(({ id }) => id === demo(number))?.name ?? '';

export const from = (number: number) => ({
  from: { id: `29:${number}`, name: nameOf(number), aadObjectId: demo(number) },
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});

export const as = (world: World, number: number): Caller => asPerson(world, demo(number));
export const storeOf = (world: World) => world.running.store.forTenant(tenantId);
export const meet = async (world: World): Promise<void> => {
  for (const number of reached) await hand(world, from(number)).say('help');
};

export async function bodyOf(world: World, kind: string, id: string) {
  return Object((await storeOf(world).get(kind, id))?.body);
}

export async function all(world: World, kind: string, fits: (body: { [field: string]: unknown }) => boolean) {
  const found = [];
  for await (const { id, body } of findAll(storeOf(world), { kind }))
    if (fits(Object(body))) found.push({ id, ...Object(body) });
  return found;
}

/** Written past the rules: what a test begins from. */
export async function put(world: World, kind: string, id: string, change: object): Promise<void> {
  const found = await storeOf(world).get(kind, id);
  const body = { ...Object(found?.body), ...change };
  const version = found?.version ?? '';
  const result = await writeStamped(
    storeOf(world),
    ['content', 'people'],
    [{ op: 'replace', kind, id, version, body }],
  );
  if (result.kind !== 'ok') throw new Error(`${kind} was not written: ${result.kind}`);
}

export async function idBySlug(world: World, slug: string): Promise<string> {
  return String((await all(world, 'workflow', (body) => body.slug === slug))[0]?.id);
}

/** Presses with the version that the reader sees now. */
export async function press(me: Caller, kind: string, id: string, event: string, body = {}): Promise<ApiAnswer> {
  const seen = await me.get(`/api/${kind}/${id}${kind === 'workflows' ? '/work' : ''}`);
  return me.post(`/api/${kind}/${id}/${event}`, body, seen.body.version);
}

/** A button on a card in the person's own chat, with what was typed. */
export async function onCard(world: World, number: number, verb: string, data: object): Promise<string> {
  const { text } = await world.post(execute(verb, data, from(number)));
  return text.replaceAll('\\', '');
}

/** The demo has a pilot of its own, with news of its own. */
const isOfDemo = (text: string): boolean => text.includes('Example pilot');

/** The cards that the bot sent to this person since the last look, the newest last. */
export function inbox(world: World) {
  const seen = new Map<number, number>();
  return {
    async of(number: number): Promise<string[]> {
      const sent = world.connector.requests
        .filter(({ method, path }) => method === 'POST' && path.includes(encodeURIComponent(`a:${number}`)))
        .map(({ body }) => String(body.summary ?? body.text ?? textsUnder('summary', body)[0] ?? JSON.stringify(body)))
        .filter((text) => !isOfDemo(text));
      const fresh = sent.slice(seen.get(number) ?? 0);
      seen.set(number, sent.length);
      return fresh;
    },
  };
}

export const said = ({ status, body }: ApiAnswer) => `${status} ${body?.message ?? body?.note ?? ''}`.trim();
