/** A tool for sensitive data: governance proposes, an HR lead signs, and it is decided for everyone who asked (product 6.5, R56). */
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

async function asked(world: World, toolName: string, by?: number, slug = 'personal') {
  const [dataClass] = await all(world, 'dataClass', (body) => body.slug === slug);
  const number = by ?? (await somebody(world)).number;
  const need = `Need of ${number}`;
  const sent = await press(world, number, 'sendRequest', { toolName, need, dataClassId: dataClass?.id });
  const requestId = textsUnder('requestId', sent.body)[0] ?? '';
  expect(sent.text).toContain('Thank you for telling us');
  return { number, requestId, request: () => bodyOf(world, 'toolRequest', requestId) };
}

const propose = (world: World, requestId: string, why = 'Fair enough.', number = tools) =>
  press(world, number, 'decideRequest', { requestId, ruling: 'approved', why });
const confirm = (world: World, number: number, requestId: string, proposalId: string) =>
  press(world, number, 'confirmRequest', { requestId, proposalId });
const decisionsOn = (world: World, requestId: string) =>
  all(world, 'decision', ({ fromRequestId }) => fromRequestId === requestId);
const proposed = async (world: World, toolName: string, by?: number) => {
  const made = await asked(world, toolName, by);
  expect((await propose(world, made.requestId)).text).toContain('The HR lead is asked to confirm it.');
  return { ...made, proposalId: (await made.request()).proposal.id as string };
};
const done = 'Decided, for everyone.';

describe.each(worlds)('on %s', (_name, world) => {
  it('is proposed by one, signed by another, and only then on the list and told', async () => {
    const { number: asker, requestId, request } = await asked(world, 'peoplebot');
    const { number: joiner } = await asked(world, 'PeopleBot');
    const governance = await openFirst(world, tools, 'peoplebot');
    await governance.press('Decide');
    expect(governance.text()).toContain('the HR lead confirms this before anybody is told');
    governance.pick('ruling', 'limited');
    governance.type('why', 'Our contract covers it.');
    governance.type('condition', 'No recordings.');
    governance.type('listName', 'Peoplebot business plan');
    governance.pick('toolKind', 'meetingNotes');
    await governance.press('Decide');
    expect(governance.text()).toContain('The HR lead is asked to confirm it.');
    expect(governance.text()).toContain('Waiting for the HR lead');
    await governance.say('to do');
    expect(governance.text()).toContain('Tool request · Waiting for the HR lead');
    expect(await request()).toMatchObject({ state: 'inReview', proposal: { by: idOf(tools) } });
    expect((await request()).result).toBeUndefined();
    expect(await decisionsOn(world, requestId)).toEqual([]);
    const isListed = () => all(world, 'tool', ({ name }) => name === 'Peoplebot business plan');
    expect(await isListed()).toEqual([]);
    await world.tick();
    for (const number of [asker, joiner]) {
      expect(cardsTo(world, number).map(({ summary }) => summary)).toEqual(['Your request for a tool']);
      expect(wordsIn(cardsTo(world, number).at(-1))).not.toMatch(/Proposed|HR lead/);
    }
    for (const lead of [hr, secondHr])
      expect(cardsTo(world, lead).map(({ summary }) => summary)).toEqual(['A decision to confirm']);

    const signer = as(world, hr);
    await signer.say('to do');
    expect(signer.text()).toContain('Tool request · To confirm');
    signer.read(cardsTo(world, hr).at(-1));
    for (const words of [
      ...['peoplebot', `Need of ${asker}`, `Need of ${joiner}`, '2 people asked for this'],
      ...['Proposed: Approved with a condition', `Person ${tools}, Mon 23 Nov`, 'Our contract covers it.'],
      ...['• No recordings.', 'Peoplebot business plan · Personal · Meeting notes · A work account'],
    ])
      expect(signer.text()).toContain(words);
    await signer.press('Confirm');
    expect(signer.text()).toContain(done);
    expect(await decisionsOn(world, requestId)).toMatchObject([
      { answer: 'yesWithConditions', decidedBy: [idOf(tools), idOf(hr)], conditions: ['No recordings.'] },
    ]);
    expect(await request()).toMatchObject({
      ...{ state: 'limited', assigneeId: idOf(tools) },
      result: { by: idOf(tools), confirmedBy: idOf(hr) },
    });
    expect((await request()).proposal).toBeUndefined();
    const log = await logOf(world, requestId);
    for (const entry of [`toolRequest.propose ${tools}`, `toolRequest.confirm ${hr}`])
      expect(log.filter((each) => each === entry)).toHaveLength(1);
    await world.tick();
    for (const number of [asker, joiner]) {
      const told = cardsTo(world, number).at(-1);
      expect(told?.summary).toBe('Your request has an answer');
      expect(plain(wordsIn(told))).toContain(`Approved with a condition by Person ${tools}. Confirmed by Person ${hr}`);
    }
    const curious = await somebody(world);
    await curious.me.say('can i use peoplebot with a staff list');
    expect(curious.me.text()).toContain('Allowed with conditions');
    expect(curious.me.text()).toContain('No recordings.');
    expect(await isListed()).toMatchObject([{ rules: [{ verdict: 'withConditions', decidedBy: idOf(tools) }] }]);
    const late = await confirm(world, secondHr, requestId, 'x');
    expect(late.text).toContain(`Already answered by Person ${hr} at Mon 23 Nov`);
  });

  it('is proposed when the decision alone names sensitive data', async () => {
    const [personal] = await all(world, 'dataClass', ({ slug }) => slug === 'personal');
    const { requestId, request } = await asked(world, 'classbot', undefined, 'public');
    const reply = await press(world, tools, 'decideRequest', {
      ...{ requestId, ruling: 'approved', why: 'Fine.', dataClassId: personal?.id },
    });
    expect(reply.text).toContain('The HR lead is asked to confirm it.');
    const { proposal } = await request();
    expect((await confirm(world, hr, requestId, proposal.id)).text).toContain(done);
    expect(await request()).toMatchObject({ state: 'approved', dataClassId: personal?.id });
  });

  it('goes back with a reason, is proposed anew, and the older one cannot be signed any more', async () => {
    const { requestId, request, proposalId, number: asker } = await proposed(world, 'backbot');
    const signer = await openFirst(world, hr, 'backbot');
    await signer.press('Send back');
    expect(signer.text()).toContain('Your text: please fill this in.');
    signer.type('text', 'Not without the works council.');
    await signer.press('Send back');
    expect(signer.text()).toContain('Sent back to the people who decide about tools.');
    expect(await request()).toMatchObject({ state: 'inReview', thread: [], sentBack: { by: idOf(hr) } });
    await signer.say('to do');
    expect(signer.text()).not.toContain('backbot');
    expect((await confirm(world, secondHr, requestId, proposalId)).text).toContain('Somebody changed this');
    world.clock.pass(23 * 3_600_000);
    await world.tick();
    expect(cardsTo(world, secondTools).at(-1)?.summary).toBe('Your day');
    const governance = await openFirst(world, secondTools, 'backbot');
    expect(governance.text()).toContain('Not without the works council.');
    await governance.press('Decide');
    expect(governance.text()).toContain('Fair enough.');
    governance.type('why', 'The works council agreed.');
    await governance.press('Decide');
    for (const verb of ['confirmRequest', 'sendBackRequest']) {
      const old = await press(world, hr, verb, { requestId, proposalId, text: 'Old.' });
      expect(old.text).toContain('There is a newer proposal.');
      expect(old.text).toContain('The works council agreed.');
    }
    expect(await decisionsOn(world, requestId)).toEqual([]);
    const read = (await press(world, asker, 'openItem', { itemKind: 'request', itemId: requestId })).text;
    expect(read).not.toMatch(/works council|Proposed|HR lead/);
    expect((await confirm(world, hr, requestId, (await request()).proposal.id)).text).toContain(done);
    expect(await decisionsOn(world, requestId)).toMatchObject([{ decidedBy: [idOf(secondTools), idOf(hr)] }]);
    expect((await request()).sentBack).toBeUndefined();
  });

  it('is signed by an HR lead alone, who neither asked for it nor lost the right', async () => {
    const plainRequest = await asked(world, 'plainbot', undefined, 'internal');
    const read = (number: number, id: string) =>
      press(world, number, 'openItem', { itemKind: 'request', itemId: id }).then(({ text }) => text);
    expect(await read(hr, plainRequest.requestId)).toContain('This item is not available.');
    const { requestId, request, proposalId, number: asker } = await proposed(world, 'rightsbot');
    for (const verb of ['confirmRequest', 'sendBackRequest']) {
      const by = (number: number) => press(world, number, verb, { requestId, proposalId, text: 'No.' });
      for (const number of [(await somebody(world)).number, manager])
        expect((await by(number)).text).toContain('This item is not available.');
      for (const number of [asker, tools, secondTools])
        expect((await by(number)).text).toContain('You do not have the rights for this');
    }
    expect(await read(asker, requestId)).not.toMatch(/Proposed|HR lead/);
    expect(await read(tools, requestId)).not.toContain('confirmRequest');
    for (const verb of ['decideRequest', 'requestDecision', 'askRequester'])
      expect((await press(world, hr, verb, { requestId, ruling: 'approved', why: 'Mine.', text: 'x' })).text).toContain(
        'You do not have the rights for this',
      );
    await regrant(world, hr, []);
    expect((await confirm(world, hr, requestId, proposalId)).text).toContain('This item is not available.');
    await regrant(world, hr, ['hrLead']);
    expect(await request()).toMatchObject({ state: 'inReview', proposal: { id: proposalId } });
    const own = await proposed(world, 'ownbot', hr);
    for (const verb of ['confirmRequest', 'sendBackRequest'])
      expect((await press(world, hr, verb, { ...own, text: 'x' })).text).toContain('You asked for this yourself');
    expect(await read(hr, own.requestId)).not.toMatch(/Proposed|confirmRequest/);
    const me = as(world, hr);
    await me.say('to do');
    expect(me.text()).not.toContain('ownbot');
    expect((await confirm(world, secondHr, own.requestId, own.proposalId)).text).toContain(done);
  });

  it('waits when the one who proposed lost the right, until it was sent back', async () => {
    const { requestId, request, proposalId } = await proposed(world, 'leavebot');
    await regrant(world, tools, []);
    const refused = (await confirm(world, hr, requestId, proposalId)).text;
    expect(refused).toContain(`Person ${tools} cannot decide this any more. Please send it back`);
    expect(await decisionsOn(world, requestId)).toEqual([]);
    await press(world, hr, 'sendBackRequest', { requestId, proposalId, text: 'Please propose it again.' });
    await propose(world, requestId, 'Again.', secondTools);
    expect((await confirm(world, hr, requestId, (await request()).proposal.id)).text).toContain(done);
    await regrant(world, tools, ['governance']);
  });

  it('is not signed when it passed to the one who proposed', async () => {
    const { requestId, number: asker } = await asked(world, 'handbot');
    await asked(world, 'handbot', tools);
    await propose(world, requestId);
    const { proposal } = await bodyOf(world, 'toolRequest', requestId);
    await press(world, asker, 'withdrawRequest', { requestId });
    expect((await confirm(world, hr, requestId, proposal.id)).text).toContain('cannot decide this any more');
    expect(await decisionsOn(world, requestId)).toEqual([]);
  });

  it('is decided at once by who holds both, also over what waits; asking back takes it along', async () => {
    const first = await proposed(world, 'bothbot');
    expect((await propose(world, first.requestId, 'I may do both.', both)).text).toContain(done);
    expect(await decisionsOn(world, first.requestId)).toMatchObject([{ decidedBy: [idOf(both)] }]);
    const second = await proposed(world, 'askbot');
    await press(world, tools, 'askRequester', { requestId: second.requestId, text: 'Which plan?' });
    expect((await second.request()).proposal).toBeUndefined();
    expect((await confirm(world, hr, second.requestId, second.proposalId)).text).toContain('not available');
    await propose(world, second.requestId, 'Without waiting.');
    expect(await second.request()).toMatchObject({ state: 'inReview', proposal: { why: 'Without waiting.' } });
    expect((await second.request()).clockStoppedAt).toBeUndefined();
  });

  it('is signed once when two confirm at the same moment', async () => {
    for (let round = 0; round < scaled(5, 40); round++) {
      const { requestId, proposalId } = await proposed(world, `twobot ${round}`);
      const replies = await Promise.all([hr, secondHr].map((number) => confirm(world, number, requestId, proposalId)));
      const won = replies.filter(({ text }) => text.includes(done));
      expect(won).toHaveLength(1);
      const [late] = replies.filter((reply) => !won.includes(reply));
      expect(late?.text).toMatch(/Already answered by Person 91[12] at/);
      expect(await decisionsOn(world, requestId)).toHaveLength(1);
    }
  });

  it('is either signed or withdrawn, replaced, sent back, never both', async () => {
    for (let round = 0; round < scaled(6, 42); round++) {
      const { requestId, request, proposalId, number: asker } = await proposed(world, `racebot ${round}`);
      const others = [
        () => press(world, asker, 'withdrawRequest', { requestId }),
        () => propose(world, requestId, 'Newer.', secondTools),
        () => press(world, secondHr, 'sendBackRequest', { requestId, proposalId, text: 'No.' }),
      ] as const;
      const left = [{ state: 'withdrawn' }, { proposal: { why: 'Newer.' } }, { sentBack: { reason: 'No.' } }];
      const other = async () => others[round % 3]?.();
      const signed = await raced(round % 6 < 3, () => confirm(world, hr, requestId, proposalId), other);
      const decisions = await decisionsOn(world, requestId);
      if (signed.text.includes(done)) {
        expect(decisions).toMatchObject([{ why: 'Fair enough.' }]);
        expect(await request()).toMatchObject({ state: 'approved' });
      } else {
        expect(decisions).toEqual([]);
        expect(await request()).toMatchObject(left[round % 3] ?? {});
      }
    }
  });
});
