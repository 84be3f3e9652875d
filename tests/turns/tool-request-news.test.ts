/** Who is told of a tool request in their own chat, and what comes back after ninety days (product 6.5, 8.6). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { person, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { day, hour } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
afterAll(() => world.close());
const store = world.running.store.forTenant(tenantId);
const [asker, joiner, tools] = [771, 772, 773];
await givenTo(store, tools, ['governance']);
const as = (number: number) =>
  hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal', tenantId } });
for (const number of [asker, joiner, tools]) await as(number).say('help');

const cardsTo = (number: number) =>
  world.connector.requests
    .filter(({ path }) => path.includes(encodeURIComponent(`a:${number}`)))
    .map(({ body }) => body);
const summaries = (number: number) => cardsTo(number).map(({ summary }) => summary);
const ticks = async (ms: number) => {
  world.clock.pass(ms);
  await world.tick();
};
const asked = async (number: number) => {
  const me = as(number);
  await me.say('request newsbot for our minutes');
  await me.press('Send');
  return me;
};

describe('a tool request', () => {
  it('reaches who decides with the work of the day, and its answer everyone who asked, at once', async () => {
    await asked(asker);
    await asked(joiner);
    await ticks(hour);
    expect(summaries(tools)).toEqual([]);
    await ticks(22 * hour);
    expect(summaries(tools)).toEqual(['Your day']);
    const governance = as(tools);
    governance.read(cardsTo(tools)[0]);
    await governance.press('Open', 'newsbot');
    expect(governance.text()).toContain('Person 771 wants it for');
    await governance.press('Decide');
    governance.type('ruling', 'blocked');
    governance.type('why', 'No contract yet.');
    await governance.press('Decide');
    expect(governance.text()).toContain('Decided, for everyone.');
    await ticks(0);
    for (const number of [asker, joiner]) {
      expect(summaries(number)).toEqual(['Your request has an answer']);
      expect(wordsIn(cardsTo(number)[0])).toContain('No contract yet');
      expect(wordsIn(cardsTo(number)[0])).not.toMatch(/Person 77[12]|Answer due/);
    }
  });

  it('is back with who decides after ninety days, once, and its rule stays until then', async () => {
    const before = summaries(tools).length;
    await ticks(89 * day);
    const open = async () =>
      (await store.find({ kind: 'toolRequest', where: [['state', '=', 'inReview']] })).items.length;
    expect(await open()).toBe(0);
    await ticks(day);
    expect(await open()).toBe(1);
    for (let n = 0; n < 5; n++) await ticks(day);
    expect(summaries(tools).slice(before)).toContain('Your day');
    const governance = as(tools);
    await governance.say('to do');
    await governance.press('Open', 'newsbot');
    expect(governance.text()).toContain('Not for now, says Person 773');
    const other = as(774);
    await other.say('can i use newsbot with a price list');
    expect(other.text()).toContain('No contract yet.');
  });
});
