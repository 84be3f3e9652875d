/** The presses of product 11 for a flag, its answer and a decision, counted. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { person, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { textsUnder, wordsIn } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
afterAll(() => world.close());

const [tools, second] = [902, 904];
let next = 300;
const as = (number: number) =>
  hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal', tenantId } });
const somebody = () => as(++next);

const store = world.running.store.forTenant(tenantId);
await givenTo(store, tools, ['governance']);
await givenTo(store, second, ['hrLead']);
for (const number of [tools, second]) await as(number).say('help');

/** As a person reads it. */
const plain = (json: string): string => json.replaceAll('\\', '');
const cardsTo = (number: number) =>
  world.connector.requests
    .filter(({ method, path }) => method === 'POST' && path.includes(encodeURIComponent(`a:${number}`)))
    .map(({ body }) => body);

describe('the presses that it takes', () => {
  it('flag from a card: 2 and a field; a manager answers with 1, or 1 with an earlier answer; a decision asks two fields', async () => {
    const me = somebody();
    await me.say('find job description');
    await me.press('Open');
    const before = { presses: me.presses, fields: me.fields };
    await me.press('Flag it');
    me.type('question', 'Urgent: prices in there?');
    await me.press('Send');
    expect({ presses: me.presses - before.presses, fields: me.fields - before.fields }).toEqual({
      presses: 2,
      fields: 1,
    });

    const flagId = textsUnder('flagId', me.card)[0] ?? '';
    const found = await store.get('flag', flagId);
    expect(found?.body).toMatchObject({ state: 'open' });
    const reviewer = as(second);
    await reviewer.say('to do');
    await reviewer.press('Open', 'Urgent: prices in there?');
    reviewer.type('text', 'No, prices stay inside.');
    await reviewer.press('Answer');
    expect({ presses: reviewer.presses, fields: reviewer.fields }).toEqual({ presses: 2, fields: 1 });

    const again = somebody();
    await again.say('find job description');
    await again.press('Open');
    await again.press('Flag it');
    again.type('question', 'And now?');
    again.pick('urgency', 'today');
    await again.press('Send');
    world.clock.pass(60_000);
    await world.tick();
    const sent = cardsTo(second).at(-1);
    expect(sent?.summary).toBe('A question to answer');
    const atOnce = as(second);
    atOnce.read(sent);
    expect(atOnce.text()).toContain('Answered before');
    await atOnce.press('Use this');
    expect(atOnce.presses).toBe(1);
    expect(atOnce.text()).toContain('Answered. Thank you.');
    world.clock.pass(60_000);
    await world.tick();
    expect(plain(wordsIn(cardsTo(next).at(-1)))).toContain('No, prices stay inside.');
  });

  it('a decision from the card that came: two fields at most', async () => {
    const me = somebody();
    await me.say('can i use gemini with my own account with the team calendar');
    await me.say('flag');
    me.type('question', 'Calendar in there, today?');
    me.pick('urgency', 'today');
    await me.press('Send');
    world.clock.pass(60_000);
    await world.tick();
    const reviewer = as(second);
    reviewer.read(cardsTo(second).at(-1));
    await reviewer.press('Pass to IT');
    expect(reviewer.presses).toBe(1);
    world.clock.pass(60_000);
    await world.tick();
    const governance = as(tools);
    governance.read(cardsTo(tools).at(-1));
    await governance.press('Decide');
    governance.pick('ruling', 'no');
    governance.type('why', 'It is not ours.');
    await governance.press('Decide');
    expect(governance.text()).toContain('Decided, for everyone who asked the same.');
    expect({ presses: governance.presses, fields: governance.fields }).toEqual({ presses: 3, fields: 1 });
  });
});
