/** A question about people: governance proposes, an HR lead signs, and it is decided for everyone who asked (product 6.4, R56). */
import { describe, expect, it } from '@jest/globals';
import { textsUnder, wordsIn } from '../helpers/in-json.ts';
import { scaled } from '../helpers/scale.ts';
import type { World } from '../helpers/world.ts';
import { flowStores, worldsOn } from '../helpers/worlds.ts';
import {
  all,
  as,
  bodyOf,
  both,
  cardsTo,
  hr,
  idOf,
  logOf,
  manager,
  openFirst,
  plain,
  press,
  raced,
  regrant,
  secondHr,
  secondTools,
  somebody,
  tools,
  withSigners,
} from './cosign-kit.ts';

const worlds = await worldsOn(flowStores);
await withSigners(worlds);

/** A question that was passed to governance; `context` as a card gives it. */
async function passed(world: World, question: string, data: object = {}, by?: number) {
  const number = by ?? (await somebody(world)).number;
  const sent = await press(world, number, 'sendFlag', { question, ...data });
  const flagId = textsUnder('flagId', sent.body)[0] ?? '';
  expect((await press(world, manager, 'passFlag', { flagId })).text).toContain('Passed on');
  return { number, flagId, flag: () => bodyOf(world, 'flag', flagId) };
}

const ruling = (why: string) => ({ ruling: 'yes', why, aboutPeople: 'true' });
const propose = (world: World, flagId: string, why = 'Fair enough.', number = tools) =>
  press(world, number, 'decideFlag', { flagId, ...ruling(why) });
const decisionsOn = (world: World, flagId: string) =>
  all(world, 'decision', ({ fromFlagIds }) => Array.isArray(fromFlagIds) && fromFlagIds.includes(flagId));
const confirm = (world: World, number: number, flagId: string, proposalId: string) =>
  press(world, number, 'confirmFlag', { flagId, proposalId });
const proposed = async (world: World, question: string, why?: string) => {
  const asked = await passed(world, question);
  expect((await propose(world, asked.flagId, why)).text).toContain('The HR lead is asked to confirm it.');
  return { ...asked, proposalId: (await asked.flag()).proposal.id as string };
};

const undecided = 'can i use copilot chat with a staff list';
const done = 'Decided, for everyone who asked the same.';

describe.each(worlds)('on %s', (_name, world) => {
  it('is proposed by one, signed by another, and only then a rule that everyone is told', async () => {
    const [tool] = await all(world, 'tool', ({ name }) => name === 'Copilot Chat');
    const [dataClass] = await all(world, 'dataClass', ({ slug }) => slug === 'personal');
    const context = { toolId: tool?.id, dataClassId: dataClass?.id };
    const question = 'May the staff list go into Copilot Chat?';
    const { number: asker, flagId, flag } = await passed(world, question, context);
    const { number: nameless } = await somebody(world);
    await press(world, nameless, 'sendFlag', { question: 'The list too?', ...context, anonymous: 'true' });
    await world.tick();

    const governance = await openFirst(world, tools, question);
    await governance.press('Decide');
    expect(governance.text()).toContain('With this tick the HR lead confirms it');
    governance.pick('ruling', 'yesWithConditions');
    governance.type('why', 'Our contract covers it.');
    governance.type('condition', 'Take out pay and rating.');
    governance.pick('aboutPeople', 'true');
    await governance.press('Decide');
    expect(governance.text()).toContain('The HR lead is asked to confirm it.');
    expect(governance.text()).toContain('Waiting for the HR lead');
    expect(governance.text()).not.toContain('Confirm\n');
    await governance.say('to do');
    expect(governance.text()).toContain('Question · Waiting for the HR lead');
    expect(await flag()).toMatchObject({ state: 'needsDecision', proposal: { by: idOf(tools) } });
    expect((await flag()).answer).toBeUndefined();
    expect(await decisionsOn(world, flagId)).toEqual([]);
    const curious = await somebody(world);
    await curious.me.say(undecided);
    expect(curious.me.text()).toContain('Not decided yet');
    await as(world, asker).say('my items');
    const toldBefore = cardsTo(world, asker).length;
    await world.tick();
    expect(cardsTo(world, asker)).toHaveLength(toldBefore);
    expect(cardsTo(world, manager).map(({ summary }) => summary)).not.toContain('A decision to confirm');
    for (const lead of [hr, secondHr]) expect(cardsTo(world, lead).at(-1)?.summary).toBe('A decision to confirm');

    const signer = as(world, hr);
    await signer.say('to do');
    expect(signer.text()).toContain('Question · To confirm');
    signer.read(cardsTo(world, hr).at(-1));
    for (const words of [
      ...[question, 'Proposed: Yes, with a condition', `Person ${tools}, Mon 23 Nov`, 'Our contract covers it.'],
      ...['• Take out pay and rating.', '2 people asked the same'],
    ])
      expect(signer.text()).toContain(words);
    await signer.press('Confirm');
    expect(signer.text()).toContain(done);

    const [decision, ...others] = await decisionsOn(world, flagId);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({
      ...{ aboutPeople: true, answer: 'yesWithConditions', decidedBy: [idOf(tools), idOf(hr)] },
    });
    expect(decision?.fromFlagIds).toHaveLength(2);
    expect(await flag()).toMatchObject({ state: 'answered', answeredBy: idOf(tools), confirmedBy: idOf(hr) });
    expect((await flag()).proposal).toBeUndefined();
    const log = await logOf(world, flagId);
    for (const entry of [`flag.propose ${tools}`, `flag.confirm ${hr}`, `flag.answer ${hr}`])
      expect(log.filter((each) => each === entry)).toHaveLength(1);
    await world.tick();
    for (const number of [asker, nameless]) {
      const told = cardsTo(world, number).at(-1);
      expect(told?.summary).toBe('Your question has an answer');
      expect(plain(wordsIn(told))).toContain('Take out pay and rating.');
      expect(plain(wordsIn(told))).toContain(`Answer by Person ${tools}. Confirmed by Person ${hr}`);
    }
    await curious.me.say(undecided);
    expect(curious.me.text()).toContain('Allowed with conditions');
    expect(curious.me.text()).toContain('Take out pay and rating.');
    await sealedStays(world, idOf(nameless));
    const late = await press(world, secondHr, 'confirmFlag', { flagId, proposalId: 'x' });
    expect(late.text).toContain(`Already answered by Person ${hr} at Mon 23 Nov`);
  });

  it('goes back with a reason, is proposed anew, and the older one cannot be signed any more', async () => {
    const question = 'May we rate with it?';
    const { number: asker, flagId, flag, proposalId } = await proposed(world, question, 'First thought.');
    const signer = await openFirst(world, hr, question);
    await signer.press('Send back');
    expect(signer.text()).toContain('Your text: please fill this in.');
    signer.type('text', 'Not without the works council.');
    await signer.press('Send back');
    expect(signer.text()).toContain('Sent back to the people who decide about tools.');
    expect((await flag()).proposal).toBeUndefined();
    expect(await flag()).toMatchObject({ state: 'needsDecision', sentBack: { by: idOf(hr) } });
    expect((await flag()).thread ?? []).toEqual([]);
    await signer.say('to do');
    expect(signer.text()).not.toContain(question);
    expect((await confirm(world, secondHr, flagId, proposalId)).text).toContain('Somebody changed this');
    world.clock.pass(23 * 3_600_000);
    await world.tick();
    expect(cardsTo(world, tools).at(-1)?.summary).toBe('Your day');

    const governance = await openFirst(world, secondTools, question);
    expect(governance.text()).toContain('Not without the works council.');
    await governance.press('Decide');
    expect(governance.text()).toContain('First thought.');
    governance.type('why', 'The works council agreed.');
    await governance.press('Decide');
    const old = await confirm(world, hr, flagId, proposalId);
    expect(old.text).toContain('There is a newer proposal.');
    expect(old.text).toContain('The works council agreed.');
    expect((await press(world, hr, 'sendBackFlag', { flagId, proposalId, text: 'Old.' })).text).toContain('newer');
    expect(await decisionsOn(world, flagId)).toEqual([]);
    expect((await confirm(world, hr, flagId, (await flag()).proposal.id)).text).toContain(done);
    expect(await decisionsOn(world, flagId)).toMatchObject([{ decidedBy: [idOf(secondTools), idOf(hr)] }]);
    expect((await flag()).sentBack).toBeUndefined();
    // That it was passed on, and nothing of what went back and forth.
    expect(cardsTo(world, asker).map(({ summary }) => summary)).toEqual(['Your question']);
  });

  it('is signed by an HR lead alone, who neither asked it nor lost the right', async () => {
    const { flagId, flag, proposalId, number: asker } = await proposed(world, 'Who may sign this?');
    const { number: stranger } = await somebody(world);
    for (const verb of ['confirmFlag', 'sendBackFlag']) {
      const by = (number: number) => press(world, number, verb, { flagId, proposalId, text: 'No.' });
      expect((await by(stranger)).text).toContain('This item is not available.');
      for (const number of [asker, manager, tools, secondTools])
        expect((await by(number)).text).toContain('You do not have the rights for this');
    }
    const read = async (number: number) => (await press(world, number, 'openFlag', { flagId })).text;
    for (const number of [asker, manager]) expect(await read(number)).not.toMatch(/Proposed|Fair enough|HR lead/);
    for (const number of [tools, secondTools]) expect(await read(number)).not.toContain('confirmFlag');
    for (const verb of ['decideFlag', 'decideForm'])
      expect((await press(world, hr, verb, { flagId, ...ruling('Mine.') })).text).toContain('do not have the rights');
    await regrant(world, hr, []);
    expect((await confirm(world, hr, flagId, proposalId)).text).toContain('This item is not available.');
    await regrant(world, hr, ['hrLead']);
    expect(await flag()).toMatchObject({ state: 'needsDecision', proposal: { id: proposalId } });
    expect(await decisionsOn(world, flagId)).toEqual([]);
  });

  it.each(['false', 'true'])('is not signed by the HR lead who asked it, anonymous: %s', async (anonymous) => {
    const question = `An HR lead asks, ${anonymous}?`;
    const { flagId, flag } = await passed(world, question, { anonymous }, hr);
    await propose(world, flagId);
    const proposalId = (await flag()).proposal.id;
    await world.tick();
    const own = await press(world, hr, 'openFlag', { flagId });
    expect(own.text).not.toMatch(/Proposed|Fair enough|confirmFlag/);
    for (const verb of ['confirmFlag', 'sendBackFlag'])
      expect((await press(world, hr, verb, { flagId, proposalId, text: 'x' })).text).toContain('You asked this');
    const me = as(world, hr);
    await me.say('to do');
    expect(me.text()).not.toContain(question);
    expect((await confirm(world, secondHr, flagId, proposalId)).text).toContain(done);
    if (anonymous === 'true')
      for (const each of [await flag(), ...(await decisionsOn(world, flagId))])
        expect(JSON.stringify(each)).not.toContain(idOf(hr));
  });

  it('waits when the one who proposed lost the right, until it was sent back', async () => {
    const { flagId, flag, proposalId } = await proposed(world, 'And when they leave?');
    await regrant(world, tools, []);
    const refused = (await confirm(world, hr, flagId, proposalId)).text;
    expect(refused).toContain(`Person ${tools} cannot decide this any more. Please send it back`);
    expect(await decisionsOn(world, flagId)).toEqual([]);
    await press(world, hr, 'sendBackFlag', { flagId, proposalId, text: 'Please propose it again.' });
    await propose(world, flagId, 'Again.', secondTools);
    expect((await confirm(world, hr, flagId, (await flag()).proposal.id)).text).toContain(done);
    await regrant(world, tools, ['governance']);
  });

  it('is decided at once by who holds both, also over what waits', async () => {
    const { flagId } = await proposed(world, 'Both at once?');
    expect((await propose(world, flagId, 'I may do both.', both)).text).toContain(done);
    expect(await decisionsOn(world, flagId)).toMatchObject([{ decidedBy: [idOf(both)], why: 'I may do both.' }]);
    const own = await proposed(world, 'And what I proposed before?');
    await regrant(world, tools, ['governance', 'hrLead']);
    expect((await confirm(world, tools, own.flagId, own.proposalId)).text).toContain(done);
    expect(await decisionsOn(world, own.flagId)).toMatchObject([{ decidedBy: [idOf(tools)] }]);
    await regrant(world, tools, ['governance']);
  });

  it('is signed once when two confirm at the same moment', async () => {
    for (let round = 0; round < scaled(5, 40); round++) {
      const { flagId, proposalId } = await proposed(world, `Two sign, ${round}?`);
      const replies = await Promise.all([hr, secondHr].map((number) => confirm(world, number, flagId, proposalId)));
      const won = replies.filter(({ text }) => text.includes(done));
      expect(won).toHaveLength(1);
      const [late] = replies.filter((reply) => !won.includes(reply));
      expect(late?.text ?? '').toMatch(/Already answered by Person 91[12] at/);
      expect(await decisionsOn(world, flagId)).toHaveLength(1);
    }
  });

  it('is either signed or replaced, sent back or signed, never both', async () => {
    for (let round = 0; round < scaled(6, 40); round++) {
      const { flagId, flag, proposalId } = await proposed(world, `One wins, ${round}?`);
      const other = () =>
        round % 2 === 0
          ? propose(world, flagId, 'Newer.', secondTools)
          : press(world, secondHr, 'sendBackFlag', { flagId, proposalId, text: 'No.' });
      const signed = await raced(round % 4 < 2, () => confirm(world, hr, flagId, proposalId), other);
      const decisions = await decisionsOn(world, flagId);
      if (signed.text.includes(done)) {
        expect(decisions).toMatchObject([{ why: 'Fair enough.' }]);
        expect(await flag()).toMatchObject({ state: 'answered' });
        expect((await flag()).proposal ?? (await flag()).sentBack).toBeUndefined();
      } else {
        expect(decisions).toEqual([]);
        expect(await flag()).toMatchObject(
          round % 2 === 0 ? { proposal: { why: 'Newer.' } } : { sentBack: { reason: 'No.' } },
        );
      }
    }
  });
});

/** Who asked without a name stands nowhere but under seal. */
async function sealedStays(world: World, canary: string): Promise<void> {
  const sealedIn = new Set(['flagReporter', 'person', 'conversation', 'personScenario']);
  const archive = world.running.store.archive('b6a7c1de-0000-4000-8000-0000000000bb');
  for (let page = await archive.read(); page.length > 0; page = await archive.read(page.at(-1)))
    for (const document of page)
      if (!sealedIn.has(document.kind)) expect(JSON.stringify(document)).not.toContain(canary);
  expect(JSON.stringify(world.log)).not.toContain(canary);
}
