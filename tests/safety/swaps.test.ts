/**
 * What a button carries is not believed: with every field swapped for another person's, another organisation's or an older
 * value, nobody does more than they may, and everybody reads why (reliability T3, T4).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredDocument } from '../../src/core/documents.ts';
import { keyedHash } from '../../src/core/ids.ts';
import { personKeyOf } from '../../src/core/run.ts';
import { wordsFor } from '../../src/text/words.ts';
import { execute, submit, submitAction, taskSubmit, tenantId } from '../helpers/activities.ts';
import { wordsOf } from '../helpers/in-json.ts';
import { offered } from '../helpers/offered.ts';
import { givenTo } from '../helpers/people.ts';
import { dice, scaled, seeds } from '../helpers/scale.ts';
import { startWorld } from '../helpers/world.ts';
import { someHours } from '../text/some-hours.ts';
import { type Actor, from, nobody, otherTenant, personIdOf, type Recorded, sampled, walked } from './swaps-kit.ts';

const signingKey = Buffer.alloc(32, 'swaps');
const hash = keyedHash(signingKey);
const world = await startWorld({ config: { allowedTenants: [tenantId, otherTenant], signingKey } });
afterAll(() => world.close());

/** What stands on somebody's card; the settings, and to be forgotten, are everyone's own. */
const verbs = offered
  .flatMap((feature) => feature.actions ?? [])
  .map(({ verb }) => verb)
  .filter((verb) => !['openSettings', 'saveSettings', 'chooseRole', 'forgetMe'].includes(verb));

const here = (number: number): Actor => ({ number, tenant: tenantId });
const there = (number: number): Actor => ({ number, tenant: otherTenant });
const [asker, second, manager, tools, admin, stranger] = [here(1), here(2), here(3), here(4), here(5), here(6)];
const actors = [asker, second, manager, tools, admin, there(11), there(12)];
const attackers = [stranger, there(13)];

let recorded: Recorded[] = [];
/** By field: every value that anybody's button carried under that name, in either organisation. */
const pool = new Map<string, unknown[]>();

beforeAll(async () => {
  for (const tenant of [tenantId, otherTenant]) {
    const store = world.running.store.forTenant(tenant);
    await givenTo(store, tenant === tenantId ? 3 : 12, ['hrLead', 'manager']);
    if (tenant === tenantId) await givenTo(store, 4, ['governance']);
    if (tenant === tenantId) await givenTo(store, 5, ['admin', 'owner']);
  }
  await someHours(world.running.store.forTenant(tenantId), personIdOf(asker), 'Typed', world.clock.now());
  const phraseOf = (name: string) => wordsFor('en')(`command.${name}`).split(';')[0] ?? '';
  for (let round = 0; round < scaled(1, 2); round++)
    for (const actor of actors) recorded.push(...(await walked(world, actor, phraseOf)));
  for (const { data } of recorded)
    for (const [field, value] of Object.entries(data)) pool.set(field, [...(pool.get(field) ?? []), value]);
  // To be forgotten changes all that names somebody, but their own alone: forget-me.test.ts smuggles others into it.
  const apart = ['saveSettings', 'chooseRole', 'forgetMe'];
  recorded = [...recorded, ...sampled].filter(({ verb }) => !apart.includes(verb));
}, 120_000);

/** Everything that is kept, by what names it. */
async function kept(): Promise<Map<string, StoredDocument>> {
  const found = new Map<string, StoredDocument>();
  for (const tenant of [tenantId, otherTenant]) {
    const archive = world.running.store.archive(tenant);
    for (let page = await archive.read(); page.length > 0; page = await archive.read(page.at(-1)))
      for (const document of page) found.set(`${tenant}/${document.kind}/${document.id}`, document);
  }
  return found;
}

/** After how many presses everything that is kept is compared: nobody puts back what they changed. */
const looked = scaled(50, 20);

/** Rows that say that something was asked, planned or counted, whoever did; they show nothing to anybody. */
const neutral = new Set([
  'inbound',
  'tally',
  'guard',
  'dueItem',
  'sendRecord',
  'conversation',
  'flagReporter',
  'stamp',
  'requestGuard',
  'toolAsk',
  'helpedMark',
]);

/** What an answer of one's own counts on something that is everybody's. */
const counts: Readonly<Record<string, readonly string[]>> = {
  session: ['seatsTaken', 'waiting', 'lastNumber', 'helped'],
  topic: ['wanted'],
};

const isCounted = ({ kind, body }: StoredDocument, known: StoredDocument | undefined): boolean => {
  const uncounted = (each: unknown) =>
    JSON.stringify(
      Object.entries(Object(each))
        .filter(([field]) => !counts[kind]?.includes(field))
        .toSorted(),
    );
  return known !== undefined && counts[kind] !== undefined && uncounted(body) === uncounted(known.body);
};

/** A change that this attacker may bring about: of their own things, in their own organisation. */
function isOwn({ tenantId: tenant, kind, id, body }: StoredDocument, by: Actor): boolean {
  if (tenant !== by.tenant) return false;
  if (neutral.has(kind)) return true;
  const me = personIdOf(by);
  const names = ['createdBy', 'personId', 'reporterId', 'actorId', 'authorId', 'requesterId'];
  const isSealed = kind === 'flag' && Object(body).anonymous === true;
  const isSealedEntry = kind === 'auditEntry' && Object(body).actorId === 'system';
  // A record of a run names nobody, and is counted under the key of whoever ran it.
  const isRun = Object(body).personKey === personKeyOf(hash, { tenantId: by.tenant, personId: me });
  return id === me || isRun || isSealed || isSealedEntry || names.some((name) => Object(body)[name] === me);
}

const smuggled = {
  tenantId: otherTenant,
  role: 'admin',
  grants: ['admin'],
  reporterId: personIdOf(manager),
  personId: personIdOf(manager),
  createdBy: personIdOf(manager),
  status: 'answered',
  state: 'answered',
  _etag: '1',
};

const ways = [
  (verb: string, data: object, by: Actor) => execute(verb, data, from(by)),
  (verb: string, data: object, by: Actor) => taskSubmit({ verb, ...data }, from(by)),
  (verb: string, data: object, by: Actor) => submitAction({ verb, ...data }, from(by)),
  (verb: string, data: object, by: Actor) => submit({ verb, ...data }, from(by)),
];

describe('a button whose data was changed on the way', () => {
  it('is met on many cards of many people', () => {
    const met = new Set(recorded.map(({ verb }) => verb));
    expect(verbs.filter((verb) => !met.has(verb))).toEqual([]);
    expect(recorded.length).toBeGreaterThan(300);
  });

  it.each(seeds)(
    'has no effect that its sender may not have, and an answer, seed %d',
    async (seed) => {
      const random = dice(seed);
      const rounds = scaled(500, 5_000);
      let before = await kept();
      const wrong: string[] = [];
      let swapped = 0;
      for (let round = 0; round < rounds; round++) {
        const by = random.pick(attackers);
        const { verb, data, by: owner } = random.pick(recorded);
        const changed = Object.fromEntries(
          Object.entries(data).map(([field, value]) => {
            if (personIdOf(owner) !== personIdOf(nobody) && random.chance(0.5)) return [field, value];
            swapped++;
            return [field, random.pick(pool.get(field) ?? [value])];
          }),
        );
        const sent = { ...changed, ...(random.chance(0.3) ? smuggled : {}) };
        const reply = await world.post(random.pick(ways)(verb, sent, by));
        if (reply.status !== 200 || wordsOf(reply).trim() === '')
          wrong.push(`${verb}: silence, ${reply.status} ${reply.text}`);
        if (round % looked === looked - 1) {
          const after = await kept();
          for (const [name, document] of after) {
            const known = before.get(name);
            const isChanged = known?.version !== document.version;
            const isTheirs = attackers.some((each) => isOwn(document, each)) || isCounted(document, known);
            if (isChanged && !isTheirs) wrong.push(`${verb} or one before: ${name} ${JSON.stringify(document.body)}`);
          }
          for (const name of before.keys())
            if (!after.has(name) && !name.includes('/guard/')) wrong.push(`gone: ${name}`);
          before = after;
        }
      }
      process.stdout.write(`swaps: ${rounds} presses, ${swapped} fields swapped, seed ${seed}\n`);
      expect(wrong).toEqual([]);
    },
    300_000,
  );
});
