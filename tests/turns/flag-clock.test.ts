/** What time does to a flag, and who is told of it: late, no reply, closed, unsealed, and a question that nobody may answer. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { textsUnder, wordsIn } from '../helpers/in-json.ts';
import { day, hour } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';

const worlds: World[] = [];
afterAll(async () => void (await Promise.all(worlds.map((world) => world.close()))));

const [manager, lead, admin] = [801, 802, 803];
let next = 700;

/** Monday 10:00, a manager of every department, an HR lead and an administrator whom the bot can reach. */
async function opened(
  grants: readonly (readonly [number, 'manager' | 'hrLead' | 'admin'])[],
  firstLoad: 'demo' | 'starter' = 'demo',
) {
  const world = await startWorld({ config: { firstLoad } });
  worlds.push(world);
  const store = world.running.store.forTenant(tenantId);
  for (const [number, grant] of grants) await givenTo(store, number, [grant]);
  const as = (number: number) =>
    hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal', tenantId } });
  for (const [number] of grants) await as(number).say('help');
  const cardsTo = (number: number) =>
    world.connector.requests
      .filter(({ path }) => path.includes(encodeURIComponent(`a:${number}`)))
      .map(({ body }) => body);
  const ticks = async (ms: number) => {
    world.clock.pass(ms);
    await world.tick();
  };
  const asked = async (question: string, anonymous = 'false') => {
    const me = as(++next);
    await me.say('flag');
    me.type('question', question);
    me.pick('anonymous', anonymous);
    await me.press('Send');
    const flagId = textsUnder('flagId', me.card)[0] ?? '';
    const state = async () => Object((await store.get('flag', flagId))?.body);
    return { me, number: next, flagId, state };
  };
  const actions = async (flagId: string) => {
    const found: string[] = [];
    for await (const { body } of findAll(store, { kind: 'auditEntry', where: [['entityId', '=', flagId]] }))
      found.push(Object(body).action);
    return found;
  };
  return { world, store, as, cardsTo, ticks, asked, actions };
}

const everyone = [
  [manager, 'manager'],
  [lead, 'hrLead'],
] as const;

describe('a flag that nobody answers', () => {
  it('comes in the card of each working day, soon due and late, also to the HR lead, and is never closed by time', async () => {
    const { asked, ticks, cardsTo } = await opened(everyone);
    const { state } = await asked('May I?');
    const summaries = () => cardsTo(lead).map(({ summary }) => summary);
    await ticks(hour);
    expect(summaries()).toEqual([]);
    await ticks(22 * hour);
    expect(summaries()).toEqual(['Your day']);
    // Due on Thursday at 10:00; the 80 percent on Wednesday evening.
    for (let n = 0; n < 9; n++) await ticks(day);
    expect(summaries().length).toBeGreaterThanOrEqual(4);
    expect(await state()).toMatchObject({ state: 'open' });
  });

  it('is not in the card of the day once it was answered', async () => {
    const { asked, as, ticks, cardsTo } = await opened(everyone);
    const { flagId } = await asked('And this?');
    const reviewer = as(manager);
    await reviewer.say('to do');
    await reviewer.press('Open', 'And this?');
    reviewer.type('text', 'Yes.');
    await reviewer.press('Answer');
    await ticks(23 * hour);
    expect(flagId).not.toBe('');
    expect(cardsTo(lead)).toEqual([]);
  });
});

describe('a question back', () => {
  it('stops the clock; a week without a reply and the reviewer goes on', async () => {
    const { asked, as, ticks, actions, cardsTo } = await opened(everyone);
    const { flagId, state, number } = await asked('This one?');
    const reviewer = as(manager);
    await reviewer.say('to do');
    await reviewer.press('Open', 'This one?');
    reviewer.type('text', 'Which one?');
    await reviewer.press('Ask back');
    await ticks(0);
    expect(wordsIn(cardsTo(number).at(-1))).toContain('Which one?');
    const { dueAt } = await state();
    await ticks(6 * day);
    expect(await state()).toMatchObject({ state: 'waiting' });
    await ticks(day);
    expect(await state()).toMatchObject({ state: 'assigned', updatedBy: 'system' });
    expect(Date.parse((await state()).dueAt) - Date.parse(dueAt)).toBe(7 * day);
    expect(await actions(flagId)).toContain('flag.noReply');
  });
});

describe('an answer', () => {
  it('closes its question after a week, and thirty days later nobody can tell who asked without a name', async () => {
    const { asked, as, ticks, store, cardsTo } = await opened(everyone);
    const { state, number, me } = await asked('Anonymous, and?', 'true');
    const reviewer = as(manager);
    await reviewer.say('to do');
    await reviewer.press('Open', 'Anonymous, and?');
    reviewer.type('text', 'Yes.');
    await reviewer.press('Answer');
    await ticks(0);
    expect(cardsTo(number).map(({ summary }) => summary)).toEqual(['Your question has an answer']);
    const sealed = () => store.find({ kind: 'flagReporter' });
    await ticks(7 * day);
    expect(await state()).toMatchObject({ state: 'closed' });
    expect((await sealed()).items).toHaveLength(1);
    await ticks(30 * day);
    expect((await sealed()).items).toEqual([]);
    for await (const { body } of findAll(store, { kind: 'sendRecord' }))
      expect(JSON.stringify(body)).not.toContain(person(number).aadObjectId);
    await me.press('Open');
    expect(me.reply.text).toContain('This item is not available.');
  });
});

describe('a question that nobody may answer', () => {
  it('has an administrator asked to name somebody, who reads nothing of it', async () => {
    const { asked, ticks, cardsTo } = await opened([[admin, 'admin']], 'starter');
    await asked('Secret words here');
    await ticks(0);
    const told = cardsTo(admin);
    expect(told.map(({ summary }) => summary)).toEqual(['Nobody can answer a question']);
    expect(JSON.stringify(told)).not.toContain('Secret');
  });

  it('has nobody asked where somebody may', async () => {
    const { asked, ticks, cardsTo } = await opened([...everyone, [admin, 'admin']], 'starter');
    await asked('Secret words here');
    await ticks(0);
    expect(cardsTo(admin)).toEqual([]);
  });
});
