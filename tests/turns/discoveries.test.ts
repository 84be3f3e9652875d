/** From a message to the playbook, or to a reason why not; its author hears of every step (product 6.3, R39, R44, R67, D8). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { scenario } from '../../src/features/playbook/model.ts';
import { scenarioVersion } from '../../src/features/playbook/scenario-version.ts';
import { inputsIn, wordsIn } from '../helpers/in-json.ts';
import { day } from '../helpers/moving-clock.ts';
import { closed, flowStores } from '../helpers/worlds.ts';
import {
  as,
  bodiesOf,
  discoveryOf,
  fromMessage,
  host,
  idIn,
  manager,
  openFirst,
  owner,
  plain,
  press,
  scenarioNamed,
  sent,
  shared,
  sharingWorlds,
  storeOf,
  toldTo,
} from './discoveries-kit.ts';

const worlds = await sharingWorlds(flowStores);
afterAll(() => closed(worlds));
let next = 1_300;

describe.each(worlds)('on %s', (_name, world) => {
  const hello = async (number: number) => as(world, number).say('help');

  it('a message becomes a discovery, is asked about, folded in as a draft, and its author hears of each step', async () => {
    const author = ++next;
    await hello(author);
    const text = 'Zebra notes turned into a rota within minutes. Nobody had to type it twice.';
    const { opened, fields, send } = await fromMessage(world, author, text);
    expect(fields.what).toBe(text);
    expect(plain(wordsIn(opened.body))).toContain('One text is enough');
    expect(wordsIn((await send({ clean: 'false' })).body)).toContain('Please tick that no real names or secrets');
    const receipt = await send({ clean: 'true', promptText: 'Make a rota from {{zebraNotes}}.', minutesBefore: '40' });
    expect(wordsIn(receipt.body)).toContain('Thank you for sharing');
    const id = idIn(receipt.body);
    expect(await discoveryOf(world, id)).toMatchObject({
      ...{ title: text, what: text, authorId: expect.any(String), credit: 'named', surface: 'message' },
      ...{ state: 'submitted', sourceLink: 'https://teams.example.com/l/message/7', minutesBefore: 40 },
    });

    const reviewer = await openFirst(world, owner, text);
    expect(reviewer.text()).toContain('Make a rota from {{zebraNotes}}.');
    await reviewer.press('Ask back');
    expect(reviewer.text()).toContain('please fill this in');
    reviewer.type('text', 'Which notes were they?');
    await reviewer.press('Ask back');
    expect(reviewer.text()).toContain('Waiting for the person who shared it');
    await world.tick();
    expect(toldTo(world, author).at(-1)).toContain('Which notes were they?');

    const me = as(world, author);
    await me.say('my items');
    await me.press('Open', text);
    me.type('text', 'Those of the early shift.');
    await me.press('Reply');
    expect(me.text()).toContain('It is being looked at again');

    await reviewer.say('to do');
    await reviewer.press('Open', text);
    expect(reviewer.text()).toContain('Those of the early shift.');
    await reviewer.press('Fold in');
    reviewer.pick('fold', 'newScenario');
    reviewer.type('title', 'A rota from shift notes');
    await reviewer.press('Fold in');
    expect(reviewer.text()).toContain('Folded in as a draft.');
    world.clock.pass(60_000);
    await world.tick();
    expect(toldTo(world, author).at(-1)).toContain('Being worked into the playbook');

    const made = await discoveryOf(world, id);
    const { authorId } = made;
    expect(made.outcome).toMatchObject({ kind: 'newScenario', version: 1 });
    const head = scenario.parse((await storeOf(world).get('scenario', made.outcome?.refId ?? ''))?.body);
    expect(head).toMatchObject({
      ...{ state: 'draft', draftVersion: 1, draftState: 'draft', origin: 'discovery', originId: id },
      credit: [{ personId: authorId, shown: true }],
    });
    expect(head.liveVersion).toBeUndefined();
    const versions = (await bodiesOf(world, 'scenarioVersion')).filter(
      (body) => body.scenarioId === made.outcome?.refId,
    );
    expect(versions).toHaveLength(1);
    const draft = scenarioVersion.parse(versions[0]);
    expect(draft).toMatchObject({ title: 'A rota from shift notes', task: text, version: 1 });
    expect(draft.prompts[0]).toMatchObject({
      ...{ purpose: 'draft', text: 'Make a rota from {{zebraNotes}}.' },
      variables: [{ name: 'zebraNotes', label: 'Zebra notes' }],
    });
    const actions = (await bodiesOf(world, 'auditEntry')).filter((body) => body.entityId === id).map((b) => b.action);
    expect(actions.toSorted()).toEqual(
      ['share', 'claim', 'askAuthor', 'reply', 'accept'].map((event) => `discovery.${event}`).toSorted(),
    );
  });

  it('it is declined with a reason, opened again once, and taken back', async () => {
    const author = ++next;
    await hello(author);
    const title = `Quokka pictures for a slide ${author}`;
    const me = await shared(world, author, title);
    const reviewer = await openFirst(world, host, title);
    await reviewer.press('Decline');
    expect(reviewer.text()).toContain('please fill this in');
    reviewer.type('text', 'Only one team has it. Tell us when a second one used it.');
    await reviewer.press('Decline');
    expect(reviewer.text()).toContain('The person hears why.');
    await world.tick();
    expect(toldTo(world, author).at(-1)).toContain('Only one team has it.');

    await me.say('my items');
    await me.press('Open', title);
    expect(me.text()).toContain('Not in the playbook for now');
    await me.press('Look again');
    expect(me.text()).toContain('Somebody looks at it again');
    const second = await openFirst(world, host, title);
    second.type('text', 'Still only one.');
    await second.press('Decline');
    await me.say('my items');
    await me.press('Open', title);
    expect(me.text()).not.toContain('Look again');
    const id = idIn(me.card);
    await me.press('Withdraw');
    expect(me.text()).toContain('The text is gone.');
    expect(await discoveryOf(world, id)).toMatchObject({ state: 'withdrawn', title: '', what: '' });
    expect(JSON.stringify(await storeOf(world).get('discovery', id))).not.toContain('Quokka');
  });

  it('without a reply for fourteen days the work goes on', async () => {
    const author = ++next;
    await hello(author);
    const title = `Walrus minutes ${author}`;
    const id = await sent(world, author, { what: title });
    await press(world, owner, 'askAuthor', { discoveryId: id, text: 'Which?' });
    const { dueAt } = await discoveryOf(world, id);
    world.clock.pass(13 * day);
    await world.tick();
    expect((await discoveryOf(world, id)).state).toBe('needsMore');
    world.clock.pass(day + 60_000);
    await world.tick();
    const now = await discoveryOf(world, id);
    expect(now).toMatchObject({ state: 'inTriage', isUnanswered: true });
    expect(Date.parse(now.dueAt) - Date.parse(dueAt)).toBeGreaterThanOrEqual(14 * day);
    const reviewer = await openFirst(world, owner, title);
    expect(plain(reviewer.text())).toContain('No reply came within two weeks.');
  });

  it('what looks the same is said before: counted there, or shared all the same', async () => {
    const [first, second, third] = [++next, ++next, ++next];
    const text = `Ostrich agenda ${first}: topics become questions, one for each person`;
    for (const number of [first, second, third]) await as(world, number).say('role recruiter');
    const id = idIn((await shared(world, first, text)).card);
    const me = await shared(world, second, text);
    expect(me.text()).toContain('This looks like something we have');
    expect(me.text()).toContain(`Shared by Person ${first}`);
    await me.press('I used it too', text);
    expect(me.text()).toContain('Counted. Thank you.');
    expect(me.text()).toContain('One person used it too');
    const other = await shared(world, third, text, { promptText: 'Ask one question for each topic.' });
    await other.press('Back');
    expect(inputsIn(other.card)).toMatchObject({ what: text, promptText: 'Ask one question for each topic.' });
    await other.press('Share');
    await other.press('Share anyway');
    expect(other.text()).toContain('Thank you for sharing');
    expect(other.text()).toContain(`Similar\n• ${text}`);

    const reviewer = as(world, owner);
    await reviewer.say('to do');
    const copy = idIn(other.card);
    const opened = await press(world, owner, 'openDiscovery', { discoveryId: copy });
    expect(JSON.stringify(opened.body)).toContain('It is the same as');
    const joined = await press(world, owner, 'mergeDiscovery', { discoveryId: copy, twin: `discovery/${id}` });
    expect(plain(wordsIn(joined.body))).toContain('Joined.');
    const people = (await bodiesOf(world, 'reuse')).filter((body) => body.discoveryId === id);
    expect(people).toHaveLength(2);
    expect(await discoveryOf(world, copy)).toMatchObject({
      state: 'merged',
      outcome: { kind: 'duplicate', refId: id },
    });
    const mine = await press(world, third, 'openDiscovery', { discoveryId: copy });
    expect(plain(wordsIn(mine.body))).toContain(`It is joined with what we have: ${text}`);
    await press(world, ++next, 'reuseDiscovery', { discoveryId: copy });
    expect((await bodiesOf(world, 'reuse')).filter((body) => body.discoveryId === id)).toHaveLength(3);
  });

  it('a copy of a prompt of the playbook is detected (R39)', async () => {
    const title = 'Plain summary of a policy';
    const scenarioId = await scenarioNamed(world, title);
    const live = (await bodiesOf(world, 'scenarioVersion')).find((body) => body.scenarioId === scenarioId);
    const [{ text, title: promptTitle }] = Object(live).prompts;
    const me = as(world, ++next);
    await me.say('role everyone');
    await me.say('share I used this on our travel policy');
    me.type('promptText', text);
    me.pick('clean', 'true');
    await me.press('Share');
    const { fields, send } = await fromMessage(world, next, text.replaceAll('\n', '<br>'));
    expect(fields.promptText?.length).toBeGreaterThan(800);
    for (const said of [me.text(), plain(wordsIn((await send({ clean: 'true' })).body))]) {
      expect(said).toContain('This looks like something we have');
      expect(said).toContain(promptTitle);
      expect(said).toContain('In the playbook');
    }
  });

  it('what looks like personal data is said once; the person goes back, replaces it or shares all the same', async () => {
    const [author, careful, sure] = [++next, ++next, ++next];
    const text = (who: number) => `Lemur ${who}: I wrote to kim.${who}@larkmoor.test about the plan`;
    const me = await shared(world, author, text(author));
    expect(me.text()).toContain('Some of this looks like personal data');
    expect(me.text()).toContain('E-mail address in "What you did, and what came out" (1)');
    await me.press('Back');
    expect(inputsIn(me.card).what).toBe(text(author));
    const second = await shared(world, careful, text(careful));
    await second.press('Replace it');
    expect((await discoveryOf(world, idIn(second.card))).what).toBe(
      `Lemur ${careful}: I wrote to [email] about the plan`,
    );
    const third = await shared(world, sure, text(sure));
    await third.press('Share anyway');
    expect(third.text()).toContain('Please tick that nothing of it is real');
    third.pick('isSure', 'true');
    await third.press('Share anyway');
    expect((await discoveryOf(world, idIn(third.card))).what).toBe(text(sure));
  });

  it('one more prompt and a better example go into the next draft of the scenario; the live one stays', async () => {
    const author = ++next;
    const scenarioId = await scenarioNamed(world, 'Job description from intake notes');
    const id = await sent(world, author, {
      what: `Yak advert ${author}`,
      scenarioId,
      promptText: 'Write the yak advert.',
    });
    expect(await discoveryOf(world, id)).toMatchObject({ scenarioId, version: 1, workflowId: expect.any(String) });
    const prompt = { fold: 'newPrompt', scenarioId, title: 'Yak advert', promptText: 'Write the yak advert.' };
    const folded = await press(world, owner, 'foldDiscovery', { discoveryId: id, ...prompt });
    expect(plain(wordsIn(folded.body))).toContain('Folded in as a draft.');
    const other = await sent(world, ++next, { what: `Yak example ${next}`, scenarioId });
    const example = {
      fold: 'goodExample',
      scenarioId,
      example: 'A yak advert as it should be.',
      whyGood: 'It is short.',
    };
    const unsure = await press(world, owner, 'foldDiscovery', { discoveryId: other, ...example });
    expect(plain(wordsIn(unsure.body))).toContain('Please tick that no real case is in the example.');
    await press(world, owner, 'foldDiscovery', { discoveryId: other, ...example, anonymised: 'true' });

    const head = scenario.parse((await storeOf(world).get('scenario', scenarioId))?.body);
    expect(head).toMatchObject({ liveVersion: 1, draftVersion: 2, draftState: 'draft', credit: [] });
    const versions = (await bodiesOf(world, 'scenarioVersion')).filter((body) => body.scenarioId === scenarioId);
    const [live, draft] = [1, 2].map((n) => scenarioVersion.parse(versions.find(({ version }) => version === n)));
    expect(versions).toHaveLength(2);
    expect(draft?.prompts.length).toBe((live?.prompts.length ?? 0) + 1);
    expect(draft?.prompts.at(-1)).toMatchObject({ title: 'Yak advert', text: 'Write the yak advert.' });
    expect(draft?.goodExample).toEqual({
      text: example.example,
      whyGood: 'It is short.',
      source: 'discovery',
      anonymised: true,
    });
    expect(live?.goodExample.source).toBe('written');
    expect((await discoveryOf(world, other)).outcome).toMatchObject({
      kind: 'goodExample',
      refId: scenarioId,
      version: 2,
    });
  });

  it('nobody looks at their own, and only owners change the playbook', async () => {
    const id = await sent(world, owner, { what: `Own find of an owner ${++next}` });
    for (const verb of ['declineDiscovery', 'askAuthor', 'claimDiscovery', 'mergeDiscovery'])
      expect((await press(world, owner, verb, { discoveryId: id, text: 'x', twin: 'discovery/x' })).text).toContain(
        'You wrote or own what this is about',
      );
    const folding = { discoveryId: id, fold: 'newScenario', title: 'Mine', scenarioId: 'x' };
    expect((await press(world, owner, 'foldDiscovery', folding)).text).toContain('You wrote or own');
    for (const verb of ['foldForm', 'foldDiscovery'])
      for (const number of [host, manager])
        expect((await press(world, number, verb, folding)).text).toContain('You do not have the rights for this');
    expect((await press(world, ++next, 'foldForm', folding)).text).toContain('You do not have the rights for this');
    expect((await discoveryOf(world, id)).state).toBe('submitted');
  });
});
