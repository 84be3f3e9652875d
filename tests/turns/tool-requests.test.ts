/** From "we already use X for Y" to an answer for everyone: asked, joined, asked back, decided once (product 6.5, R62, D10). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { decision, tool } from '../../src/features/guardrails/model.ts';
import { demandOf, type ToolRequest, toolRequest } from '../../src/features/tool-requests/model.ts';
import { execute, mention, person, tenantId } from '../helpers/activities.ts';
import { type Hand, hand } from '../helpers/hand.ts';
import { textsUnder } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import { scaled } from '../helpers/scale.ts';
import { closed, flowStores, worldsOn } from '../helpers/worlds.ts';

const worlds = await worldsOn(flowStores);
afterAll(() => closed(worlds));

const [tools, second, lead] = [951, 952, 953];
for (const [, world] of worlds) {
  const store = world.running.store.forTenant(tenantId);
  await givenTo(store, tools, ['governance']);
  await givenTo(store, second, ['governance']);
  await givenTo(store, lead, ['governance', 'hrLead']);
}

type World = (typeof worlds)[number][1];
let next = 600;
const as = (world: World, number: number) =>
  hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal', tenantId } });
const somebody = (world: World) => as(world, ++next);
/** As a person reads it. */
const plain = (json: string): string => json.replaceAll('\\', '');

const classIn = (me: Hand, name: string): string =>
  new RegExp(`"title":"${name}: [^"]*","value":"([^"]+)"`).exec(JSON.stringify(me.card))?.[1] ?? '';

/** Asks for a tool by words; gives the asker's hand back, on the receipt. */
async function asked(world: World, toolName: string, dataClass = 'Internal', need = 'To sum up meetings') {
  const me = somebody(world);
  await me.say(`request ${toolName}`);
  me.type('need', need);
  me.pick('dataClassId', classIn(me, dataClass));
  await me.press('Send');
  expect(me.text()).toContain('Thank you for telling us');
  return me;
}

async function openFirst(world: World, number: number, toolName: string) {
  const me = as(world, number);
  await me.say('to do');
  await me.press('Open', toolName);
  return me;
}

async function decided(world: World, number: number, toolName: string, filled: Record<string, string>) {
  const me = await openFirst(world, number, toolName);
  await me.press('Decide');
  for (const [id, text] of Object.entries(filled)) me.type(id, text);
  await me.press('Decide');
  return me;
}

const all = async <T>(world: World, kind: string, parse: (body: unknown) => T): Promise<(T & { id: string })[]> => {
  const found = [];
  for await (const { id, body } of findAll(world.running.store.forTenant(tenantId), { kind }))
    found.push({ ...parse(body), id });
  return found;
};
const requests = (world: World, name: string) =>
  all(world, 'toolRequest', (body) => toolRequest.parse(body)).then((found) =>
    found.filter(({ toolName }: ToolRequest) => toolName.toLowerCase() === name),
  );
const press = (world: World, number: number, verb: string, data: object) =>
  world.post(execute(verb, data, { from: person(number) }));

describe.each(worlds)('on %s', (_name, world) => {
  it('two ask in their own ways; one decision lists the tool, answers both, and everybody else', async () => {
    const first = somebody(world);
    await first.say('can i use notebot with process notes');
    expect(first.text()).toContain('Not decided yet');
    await first.press('Request tool');
    expect(first.text()).toContain('notebot');
    expect(first.text()).toContain('Instead: ');
    first.type('need', 'Minutes of the shift handover');
    await first.press('Send');
    expect(first.text()).toContain('Instead: ');
    expect(first.text()).toContain('A closer look');
    expect(first.text()).not.toContain('people asked');

    const joiner = somebody(world);
    await joiner.say('We use Notebot for our weekly minutes');
    joiner.pick('dataClassId', classIn(joiner, 'Internal'));
    await joiner.press('Send');
    expect(joiner.text()).toContain('2 people asked for this.');
    const [before] = await requests(world, 'notebot');
    expect(before).toMatchObject({ usingCount: 1, need: 'Minutes of the shift handover' });

    const governance = await openFirst(world, tools, 'notebot');
    expect(governance.text()).toContain('Minutes of the shift handover');
    expect(governance.text()).toContain('our weekly minutes');
    governance.type('text', 'Which plan do you have?');
    await governance.press('Ask back');
    await joiner.say('my items');
    await joiner.press('Open', 'notebot');
    expect(joiner.text()).toContain('Waiting for a reply');
    expect(joiner.text()).not.toContain('Which plan');
    await first.say('my items');
    await first.press('Open', 'notebot');
    expect(first.text()).toContain('Which plan do you have?');
    await first.press('Reply');
    expect(first.text()).toContain('Your text: please fill this in.');
    first.type('text', 'The paid one.');
    await first.press('Reply');
    expect(first.text()).toContain('Being looked at');

    const done = await decided(world, tools, 'notebot', {
      ...{ ruling: 'limited', why: 'Our contract covers it.', condition: 'No recordings.' },
      ...{ listName: 'Notebot business plan', toolKind: 'meetingNotes' },
    });
    expect(done.text()).toContain('Decided, for everyone.');
    for (const me of [first, joiner]) {
      await me.say('my items');
      await me.press('Open', 'notebot');
      expect(me.text()).toContain('Your request has an answer');
      expect(me.text()).toContain('No recordings.');
    }
    for (const words of ['notebot', 'notebot business plan']) {
      const fourth = somebody(world);
      await fourth.say(`can i use ${words} with process notes`);
      expect(fourth.text()).toContain('Allowed with conditions');
      expect(fourth.text()).toContain('No recordings.');
    }
    const [listed] = (await all(world, 'tool', (body) => tool.parse(body))).filter(({ name }) =>
      name.startsWith('Notebot'),
    );
    expect(listed).toMatchObject({
      ...{ kind: 'meetingNotes', status: 'active', aliases: ['notebot'], slug: 'notebot-business-plan' },
      rules: [expect.objectContaining({ verdict: 'withConditions', conditions: ['No recordings.'] })],
    });
    const calls = await all(world, 'decision', (body) => decision.parse(body));
    expect(calls.filter(({ fromRequestId }) => fromRequestId === before?.id)).toMatchObject([
      {
        state: 'active',
        answer: 'yesWithConditions',
        question: 'May we use Notebot business plan with Internal data?',
      },
    ]);
    const flagged = await press(world, ++next, 'flagForm', {
      ...{ toolId: listed?.id, dataClassId: before?.dataClassId, question: 'May I?' },
    });
    expect(flagged.text).toContain('This was decided');
  });

  it('fifty who ask for the same at once make one request, nobody lost and nobody twice', async () => {
    const many = scaled(50, 50);
    const [sample] = await requests(world, 'notebot');
    const numbers = Array.from({ length: many }, () => ++next);
    const replies = await Promise.all(
      numbers.map((number) =>
        press(world, number, 'sendRequest', {
          ...{ toolName: number % 2 === 0 ? 'Crowdbot' : ' CROWDBOT ', need: `Need ${number}` },
          dataClassId: sample?.dataClassId,
        }),
      ),
    );
    for (const { text } of replies) expect(text).toContain('Thank you for telling us');
    const found = await requests(world, 'crowdbot');
    expect(found).toHaveLength(1);
    const [one] = found;
    if (!one) throw new Error('one request');
    expect(demandOf(one)).toBe(many);
    expect(new Set([one.requesterId, ...one.supporterIds])).toEqual(
      new Set(numbers.map((number) => person(number).aadObjectId)),
    );
    const again = await press(world, numbers[3] ?? 0, 'sendRequest', {
      ...{ toolName: 'crowdbot', need: 'Once more', dataClassId: sample?.dataClassId },
    });
    expect(plain(again.text)).toContain(`${many} people asked for this.`);
    await decided(world, tools, one.toolName, { ruling: 'approved', why: 'Fine.' });
  }, 60_000);

  it('of two who decide at once one is first, and the other reads who', async () => {
    for (let round = 0; round < scaled(5, 30); round++) {
      const name = `racebot ${round}`;
      const me = await asked(world, name);
      const requestId = textsUnder('requestId', me.card)[0] ?? '';
      const replies = await Promise.all(
        [tools, second].map((number) =>
          press(world, number, 'decideRequest', {
            requestId,
            ruling: 'approved',
            why: `By ${number}`,
            toolKind: 'code',
          }),
        ),
      );
      const won = replies.filter(({ text }) => plain(text).includes('Decided, for everyone.'));
      expect(won).toHaveLength(1);
      const [late] = replies.filter((reply) => !won.includes(reply));
      expect(plain(late?.text ?? '')).toMatch(/Already answered by Person 95[12] at [A-Z][a-z]{2} \d/);
      const calls = await all(world, 'decision', (body) => decision.parse(body));
      expect(calls.filter(({ fromRequestId }) => fromRequestId === requestId)).toHaveLength(1);
      expect((await all(world, 'tool', (body) => tool.parse(body))).filter((each) => each.name === name)).toHaveLength(
        1,
      );
    }
  });

  it('two requests that list the same new tool at once list it once, with both rules', async () => {
    const ids = [];
    for (const dataClass of ['Public', 'Internal'])
      ids.push(textsUnder('requestId', (await asked(world, 'twinbot', dataClass)).card)[0] ?? '');
    const replies = await Promise.all(
      ids.map((requestId, at) =>
        press(world, [tools, second][at] ?? tools, 'decideRequest', { requestId, ruling: 'approved', why: 'Fine.' }),
      ),
    );
    for (const { text } of replies) expect(plain(text)).toContain('Decided, for everyone.');
    const found = (await all(world, 'tool', (body) => tool.parse(body))).filter(({ name }) => name === 'twinbot');
    expect(found.map(({ rules }) => rules.length)).toEqual([2]);
  });

  it('sensitive data is decided at once by who is HR lead as well', async () => {
    await asked(world, 'peoplebot', 'Personal');
    const both = await decided(world, lead, 'peoplebot', { ruling: 'blocked', why: 'No contract.' });
    expect(both.text()).toContain('Decided, for everyone.');
    const other = somebody(world);
    await other.say('can i use peoplebot with a staff list');
    expect(other.text()).toContain('Not allowed');
    expect(other.text()).toContain('No contract.');
  });

  it('a tool that nobody listed can be shut for all data, one of the list only for a kind of data', async () => {
    const me = somebody(world);
    await me.say('request darkbot for notes');
    await me.press('Send');
    const done = await decided(world, tools, 'darkbot', { ruling: 'blocked', why: 'It keeps what it sees.' });
    expect(done.text()).toContain('Decided, for everyone.');
    await me.say('can i use darkbot with a price list');
    expect(me.text()).toContain('Not allowed');
    expect(me.text()).toContain('It keeps what it sees.');
    const other = somebody(world);
    await other.say('request copilot chat for notes');
    await other.press('Send');
    const kept = await decided(world, tools, 'copilot chat', { ruling: 'blocked', why: 'No.' });
    expect(kept.text()).toContain('For which data: please fill this in.');
  });

  it('the alternative is enough for one; the request stays for the other, who can take it back', async () => {
    const first = await asked(world, 'sharebot');
    const joiner = await asked(world, 'Sharebot', 'Internal', 'For the other shift');
    await first.press('That is enough');
    expect(first.text()).toContain('Your wish still counts.');
    await joiner.say('my items');
    await joiner.press('Open', 'sharebot');
    expect(joiner.text()).toContain('For the other shift');
    expect(joiner.text()).toContain('2 people asked for this.');
    await joiner.press('Withdraw');
    expect(joiner.text()).toContain('Withdrawn');
    const third = await asked(world, 'sharebot');
    expect(third.text()).not.toContain('people asked');
    await third.press('That is enough');
    expect(third.text()).toContain('The alternative is enough');
  });

  it('nobody decides their own, an employee decides nothing, a stranger finds nothing', async () => {
    const own = as(world, second);
    await own.say('request ownbot for notes');
    own.pick('dataClassId', classIn(own, 'Internal'));
    await own.press('Send');
    const requestId = textsUnder('requestId', own.card)[0] ?? '';
    const ruling = { requestId, ruling: 'approved', why: 'Mine.', text: 'x' };
    for (const verb of ['decideRequest', 'requestDecision', 'askRequester'])
      expect((await press(world, second, verb, ruling)).text).toContain('You asked for this yourself');
    await own.say('to do');
    expect(own.text()).not.toContain('ownbot');
    for (const verb of [
      ...['requestDecision', 'decideRequest', 'askRequester', 'replyRequest', 'enoughRequest', 'withdrawRequest'],
    ])
      expect((await press(world, 599, verb, ruling)).text).toContain('This item is not available.');
    const joiner = await asked(world, 'ownbot');
    expect(joiner.text()).toContain('2 people asked for this.');
    const reply = await press(world, next, 'decideRequest', ruling);
    expect(reply.text).toContain('You do not have the rights for this');
    expect((await requests(world, 'ownbot'))[0]).toMatchObject({ state: 'submitted' });
  });

  it('who uses it already stands nowhere with a name', async () => {
    const me = somebody(world);
    await givenTo(world.running.store.forTenant(tenantId), next, []);
    await me.say('we already use shadowbot for notes');
    me.pick('dataClassId', classIn(me, 'Internal'));
    await me.press('Send');
    const governance = await openFirst(world, tools, 'shadowbot');
    expect(governance.text()).toContain(`Person ${next}`);
    expect(governance.text().toLowerCase()).not.toMatch(/already|use it/);
  });

  it('a form that is not whole comes back with everything that was typed', async () => {
    const me = somebody(world);
    await me.say('request');
    me.type('toolName', 'x'.repeat(81));
    me.type('need', 'Notes');
    me.pick('outputAffects', 'outsiders');
    me.pick('alreadyUsing', 'true');
    await me.press('Send');
    expect(me.text()).toContain('Tool: 1 to 80 characters.');
    const card = JSON.stringify(me.card);
    for (const kept of ['"value":"outsiders"', '"value":"Notes"', `"value":"${'x'.repeat(81)}"`])
      expect(card).toContain(kept);
    me.type('toolName', '???');
    await me.press('Send');
    expect(me.text()).toContain('Tool: please fill this in.');
    me.type('toolName', 'formbot');
    me.type('need', ' ');
    await me.press('Send');
    expect(me.text()).toContain('For what: please fill this in.');
    expect(await requests(world, 'formbot')).toEqual([]);
  });

  it('outside of the own chat the form moves there', async () => {
    const reply = await world.post(mention('request notebot', { from: person(++next) }));
    expect(reply.replies.map((r) => r.text)).toEqual(['I sent you the form for a tool in our own chat.']);
  });

  it('asks that nobody has decided are counted once, answered the same each time, and shown to who decides', async () => {
    const me = somebody(world);
    const words = 'copilot chat with staff list';
    const answers = new Set<string>();
    for (let n = 0; n < 3; n++) {
      await me.search('canIUse', words);
      answers.add(me.reply.text);
    }
    expect(answers.size).toBe(1);
    const other = somebody(world);
    await other.say(`can i use ${words}`);
    await other.search('canIUse', 'copilot chat');
    const governance = as(world, tools);
    await governance.say('demand');
    expect(governance.text()).toContain('Copilot Chat · Personal\n2 asks');
    expect(governance.text()).not.toContain('Copilot Chat · Restricted');
    expect(governance.text()).not.toMatch(/Person \d/);
    await other.say('demand');
    expect(other.reply.text).toContain('You do not have the rights for this');
  });

  it('words that the extension knows nothing of lead to a request', async () => {
    const me = somebody(world);
    await me.search('canIUse', 'zorblax');
    expect(me.hits()).toEqual(['Not on our list']);
    await me.insert(0);
    await me.press('Request tool');
    me.type('need', 'Notes');
    await me.press('Send');
    expect(me.text()).toContain('Thank you for telling us');
    expect(await requests(world, 'zorblax')).toMatchObject([{ lane: 'review', state: 'submitted' }]);
  });
});
