/** What a session talks about and what came of it: topics and votes, the agenda, the recap and its outcomes, did it help (product 6.8, L9). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/core/ids.ts';
import { topic } from '../../src/features/office-hours/model.ts';
import { execute } from '../helpers/activities.ts';
import { textsUnder } from '../helpers/in-json.ts';
import { day, hour } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import { scaled } from '../helpers/scale.ts';
import { closed, flowStores } from '../helpers/worlds.ts';
import {
  as,
  bodiesOf,
  changed,
  channelAddress,
  chatOf,
  host,
  idOf,
  inChannel,
  type Met,
  officeWorlds,
  type Planned,
  plain,
  planned,
  posted,
  press,
  said,
  sessionOf,
  storeOf,
  toldTo,
  write,
} from './office-hours-kit.ts';

const worlds = await officeWorlds(flowStores);
const [lead, manager] = [911, 912];
for (const [, world] of worlds) {
  await givenTo(storeOf(world), lead, ['owner', 'admin']);
  await givenTo(storeOf(world), manager, ['manager', 'hrLead']);
}
afterAll(() => closed(worlds));

const voters = scaled(50, 200);
let last = 30_000;
const next = () => ++last;

describe.each(worlds)('on %s', (_name, world) => {
  const topicsOf = async ({ seriesId }: Met) =>
    (await bodiesOf(world, 'topic'))
      .filter((body) => body.seriesId === seriesId)
      .map(({ id, ...body }) => ({ id: String(id), ...topic.parse(body) }));
  const titled = async (met: Met, title: string) => (await topicsOf(met)).find((each) => each.title === title);
  const propose = (number: number, met: Met, title: string, more: object = {}) =>
    press(world, number, 'sendTopic', { sessionId: met.sessionId, title, ...more });
  const onTopic = async (number: number, met: Met, title: string, verb: string, more: object = {}) =>
    press(world, number, verb, {
      topicId: (await titled(met, title))?.id ?? '',
      sessionId: met.sessionId,
      title,
      ...more,
    });
  const outcomesOf = async ({ sessionId }: Met) =>
    (await bodiesOf(world, 'outcome')).filter((body) => body.sessionId === sessionId);
  const outcomeId = async (met: Met, text: string) =>
    String((await outcomesOf(met)).find((body) => body.text === text)?.id ?? '');

  describe('topics', () => {
    it('are proposed in one line, listed for everybody, and wished for once by each person', async () => {
      const met = await planned(world);
      const [me, other] = [next(), next()];
      const form = await press(world, me, 'topicForm', { sessionId: met.sessionId });
      expect(said(form)).toContain('For Recruiting with AI, Thu 26 Nov, 15:00 (London)'.slice(0, 22));
      expect(said(await propose(me, met, '  '))).toContain('Topic: please fill this in.');
      expect(said(await propose(me, met, 'x'.repeat(121)))).toContain('Topic: 1 to 120 characters.');
      expect(await topicsOf(met)).toEqual([]);
      const sent = await propose(me, met, 'How do you check *summaries*?', { kind: 'show', isNamed: 'false' });
      expect(said(sent)).toContain('Proposed. The host sees it.');
      expect(await topicsOf(met)).toMatchObject([
        {
          title: 'How do you check *summaries*?',
          kind: 'show',
          proposedBy: idOf(me),
          state: 'proposed',
          wanted: 0,
          credit: 'communityOnly',
        },
      ]);
      const title = 'How do you check *summaries*?';
      expect(said(await onTopic(me, met, title, 'wantTopic'))).toContain('This one is yours.');
      expect(said(await onTopic(other, met, title, 'wantTopic'))).toContain('Counted. Thank you.');
      const again = said(await onTopic(other, met, title, 'wantTopic'));
      expect(again).toContain('You are counted already.');
      expect(again).toContain('You want this');
      expect(again).not.toContain('1 person wants this too');
      const third = said(await press(world, next(), 'openTopics', { sessionId: met.sessionId }));
      expect(third).toContain('1 person wants this too');
      expect(third).not.toContain('You want this');
      expect(said(await press(world, me, 'openTopics', { sessionId: met.sessionId }))).toContain('Yours · 1 person');
      expect((await titled(met, title))?.wanted).toBe(1);
    });

    it(`${voters} press Me too at once, each twice: nobody lost, nobody double`, async () => {
      const met = await planned(world);
      await propose(next(), met, 'Wanted');
      const { id: topicId } = (await titled(met, 'Wanted')) ?? { id: '' };
      const people = Array.from({ length: voters }, (_, n) => 40_000 + n);
      const press2 = (number: number) =>
        world.post(execute('wantTopic', { topicId, sessionId: met.sessionId }, chatOf(number)));
      const texts = (await Promise.all([...people, ...people].map(press2))).map(said);
      expect(texts.filter((text) => text.includes('Counted. Thank you.'))).toHaveLength(voters);
      expect(texts.filter((text) => text.includes('You are counted already.'))).toHaveLength(voters);
      expect((await titled(met, 'Wanted'))?.wanted).toBe(voters);
      expect((await bodiesOf(world, 'topicWish')).filter((body) => body.topicId === topicId)).toHaveLength(voters);
    }, 60_000);

    it('the same message three times is one topic, and three the same answer', async () => {
      const met = await planned(world);
      const activity = execute('sendTopic', { sessionId: met.sessionId, title: 'Once' }, chatOf(next()));
      const replies = await Promise.all([1, 2, 3].map(() => world.post(activity)));
      expect(new Set(replies.map(said)).size).toBe(1);
      expect(await topicsOf(met)).toHaveLength(1);
    });

    it('a host accepts, rewords, orders, drops and keeps for the next time; nobody else may', async () => {
      const met = await planned(world);
      const later = await planned(world, { of: met, inHours: 240 });
      const me = next();
      for (const title of ['One', 'Two', 'Three', 'Four']) await propose(me, met, title);
      for (const verb of ['acceptTopic', 'rewordTopic', 'dropTopic', 'carryTopic'])
        expect((await onTopic(me, met, 'One', verb)).body).toMatchObject({ value: { code: 'forbidden' } });
      expect((await onTopic(me, met, 'One', 'orderTopic', { step: 'up' })).body).toMatchObject({
        value: { code: 'forbidden' },
      });
      // Its card is the host's; others are shown the list.
      expect(said(await onTopic(me, met, 'One', 'openTopic'))).not.toContain('In your words');
      expect(said(await onTopic(host, met, 'One', 'openTopic'))).toContain('Proposed by Person');
      for (const title of ['One', 'Two', 'Three'])
        expect(said(await onTopic(host, met, title, 'acceptTopic'))).toContain('It is on the agenda.');
      const { id: topicId } = (await titled(met, 'Two')) ?? { id: '' };
      expect(
        said(await press(world, host, 'rewordTopic', { topicId, sessionId: met.sessionId, title: 'Two, better' })),
      ).toContain('Saved.');
      expect(
        said(await press(world, host, 'rewordTopic', { topicId, sessionId: met.sessionId, title: ' ' })),
      ).toContain('please fill this in');
      await onTopic(host, met, 'Three', 'orderTopic', { step: 'up' });
      await onTopic(host, met, 'Three', 'orderTopic', { step: 'up' });
      const ordered = (await topicsOf(met))
        .filter(({ state }) => state === 'accepted')
        .toSorted((a, b) => a.order - b.order);
      expect(ordered.map(({ title }) => title)).toEqual(['Three', 'One', 'Two, better']);
      expect(said(await onTopic(host, met, 'Four', 'dropTopic'))).toContain('Dropped.');
      expect(said(await onTopic(host, met, 'One', 'carryTopic'))).toContain('Kept for the next session.');
      expect(await titled(met, 'One')).toMatchObject({ state: 'carriedOver', sessionId: later.sessionId });
      expect(said(await press(world, me, 'openTopics', { sessionId: later.sessionId }))).toContain(
        'From an earlier session',
      );
      const list = said(await press(world, me, 'openTopics', { sessionId: met.sessionId }));
      expect(list).toContain('Two, better');
      expect(list).not.toContain('Four');
      const actions = (await bodiesOf(world, 'auditEntry'))
        .filter(({ entityId }) => entityId === topicId)
        .map(({ action }) => action);
      expect(actions.toSorted()).toEqual(['topic.accept', 'topic.propose', 'topic.reword']);
    });

    it('of a session that is over wait for the next one, or without one until there is one', async () => {
      const met = await planned(world, { inHours: -5 });
      const me = next();
      expect(said(await propose(me, met, 'Too late for this one'))).toContain('it is kept for the next one');
      expect(await titled(met, 'Too late for this one')).not.toHaveProperty('sessionId');
      const later = await planned(world, { of: met, inHours: 100 });
      await propose(me, met, 'In time for the next');
      expect(await titled(met, 'In time for the next')).toMatchObject({ sessionId: later.sessionId });
    });

    it('are as many as an agenda holds', async () => {
      const met = await planned(world);
      await propose(next(), met, 'Topic 0');
      const { id: _, ...first } = (await titled(met, 'Topic 0')) ?? { id: '' };
      const more = Array.from({ length: 39 }, (_, n) =>
        topic.parse({ ...first, title: `Topic ${n + 1}`, order: n + 2 }),
      );
      await write(
        world,
        more.map((body) => ({ op: 'create', kind: 'topic', id: newId(), body })),
      );
      expect((await propose(next(), met, 'One more')).body).toMatchObject({ value: { code: 'agenda_full' } });
      expect(await topicsOf(met)).toHaveLength(40);
    });
  });

  describe('the agenda', () => {
    const opened = async (plan: Planned) => {
      const met = await planned(world, { isTimed: true, inHours: 80, ...plan });
      world.clock.pass(9 * hour);
      await world.tick();
      return met;
    };

    it('three days before: what waits, open questions by tool and data alone, new discoveries; and the host hears', async () => {
      const store = storeOf(world);
      const [tool] = (await store.find({ kind: 'tool', where: [['status', '=', 'active']], limit: 1 })).items;
      const [dataClass] = (await store.find({ kind: 'dataClass', limit: 1 })).items;
      const [asker, sharer] = [next(), next()];
      const flag = {
        toolId: tool?.id,
        dataClassId: dataClass?.id,
        anyway: 'true',
        question: `Canary question ${asker}?`,
      };
      await press(world, asker, 'sendFlag', flag);
      await press(world, asker, 'sendFlag', { ...flag, toolId: '', question: 'About nothing we know?' });
      await press(world, sharer, 'sendDiscovery', {
        what: `Narwhal lists ${sharer}`,
        dataClassId: dataClass?.id,
        clean: 'true',
        go: 'anyway',
      });
      const change = {
        toolId: tool?.id,
        title: 'Reads pictures',
        what: 'It reads pictures now.',
        kind: 'newFeature',
        happenedOn: '2026-11-20',
      };
      const stamp = {
        createdAt: world.clock.now().toISOString(),
        createdBy: 'system',
        updatedAt: world.clock.now().toISOString(),
        updatedBy: 'system',
      };
      await write(world, [
        {
          op: 'create',
          kind: 'toolChange',
          id: newId(),
          body: { ...stamp, ...change, needsCheck: false, affectedScenarioIds: [] },
        },
      ]);
      const met = await opened({});
      const toolName = String(Object(tool?.body).name);
      const lines = (await topicsOf(met)).map(
        ({ title, kind, proposedBy, state }) => `${kind} ${proposedBy} ${state}: ${title}`,
      );
      expect(lines).toContain(
        `flag system proposed: An open question about ${toolName} with ${Object(dataClass?.body).name} data`,
      );
      expect(lines).toContain(`discovery system proposed: New: Narwhal lists ${sharer}`);
      expect(lines.some((line) => line.startsWith('toolChange') && line.includes('Reads pictures'))).toBe(true);
      for (const kind of ['flag', 'discovery', 'weakScenario', 'toolChange'])
        expect(lines.filter((line) => line.startsWith(kind)).length).toBeLessThanOrEqual(3);
      expect(JSON.stringify(await topicsOf(met))).not.toMatch(/Canary question|About nothing/);

      // Hosts alone see the line of a question, until one of them has said it.
      const flagTitle = `An open question about ${toolName} with ${Object(dataClass?.body).name} data`;
      const listFor = async (number: number) =>
        said(await press(world, number, 'openTopics', { sessionId: met.sessionId }));
      expect(await listFor(next())).not.toContain('An open question');
      expect(await listFor(host)).toContain('For hosts only');
      expect((await onTopic(next(), met, flagTitle, 'wantTopic')).body).toMatchObject({ value: { code: 'not_found' } });
      expect(said(await onTopic(host, met, flagTitle, 'acceptTopic'))).toContain('Say it in your own words first');
      const { id: topicId } = (await titled(met, flagTitle)) ?? { id: '' };
      await press(world, host, 'acceptTopic', { topicId, sessionId: met.sessionId, title: 'What may we paste?' });
      expect(await listFor(next())).toContain('What may we paste?');
      const news = (await bodiesOf(world, 'dueItem')).filter(
        ({ subject, facts }) => subject === met.sessionId && Object(facts).kind === 'hostNews',
      );
      expect(news.map(({ facts }) => Object(facts).occurrence)).toEqual(['agenda/0']);

      // The next session of the series does not hear the same again; what waited comes to it.
      await onTopic(host, met, `New: Narwhal lists ${sharer}`, 'carryTopic');
      const later = await opened({ of: met });
      const second = (await topicsOf(met)).filter(({ sessionId }) => sessionId === later.sessionId);
      expect(second.map(({ title }) => title)).toContain(`New: Narwhal lists ${sharer}`);
      expect(second.map(({ title }) => title)).not.toContain(flagTitle);
      expect((await topicsOf(met)).filter(({ title }) => title.includes('Narwhal'))).toHaveLength(1);
    });

    it.each([
      ['cancelled', { state: 'cancelled' as const }],
      ['moved since', { sequence: 1 }],
    ])('is not opened for one that was %s', async (_what, change) => {
      const met = await planned(world, { isTimed: true, inHours: 80 });
      await changed(world, 'session', met.sessionId, change);
      world.clock.pass(9 * hour);
      await world.tick();
      expect(await topicsOf(met)).toEqual([]);
    });

    it('is not opened while its series is paused', async () => {
      const met = await opened({ series: { state: 'paused' } });
      expect(await topicsOf(met)).toEqual([]);
    });
  });

  describe('the recap', () => {
    const held = async (titles: readonly string[], by = next()) => {
      const met = await planned(world);
      for (const title of titles) await propose(by, met, title);
      world.clock.pass(74 * hour);
      await changed(world, 'session', met.sessionId, { state: 'awaitingNotes' });
      return met;
    };
    const fatesOf = async (met: Met, fates: Record<string, string>) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(fates).map(async ([title, fate]) => [`what_${(await titled(met, title))?.id}`, fate] as const),
        ),
      );

    it('is one form, and says what came of each topic; what is not named goes to the next session', async () => {
      const bringer = next();
      const [absent, there] = [next(), next()];
      await as(world, absent).say('help');
      const met = await planned(world, {
        community: {
          channels: [
            {
              channelId: '19:channel@thread.tacv2',
              name: 'Recruiting',
              kind: 'standard',
              address: channelAddress(world),
            },
          ],
        },
      });
      const later = await planned(world, { of: met, inHours: 200 });
      for (const title of ['Clear now', 'Nice trick', 'May we do this?', 'Not reached'])
        await propose(bringer, met, title);
      await press(world, absent, 'rsvpMaybe', { sessionId: met.sessionId });
      await press(world, there, 'rsvpYes', { sessionId: met.sessionId });
      await posted(world, met.sessionId);
      world.clock.pass(74 * hour);
      await changed(world, 'session', met.sessionId, { state: 'awaitingNotes' });

      for (const verb of ['openRecap', 'sendRecap', 'nothingToRecord'])
        expect((await press(world, bringer, verb, { sessionId: met.sessionId })).body).toMatchObject({
          value: { code: 'forbidden' },
        });
      const form = await press(world, host, 'openRecap', { sessionId: met.sessionId });
      for (const word of [
        'Clear now',
        'Not reached',
        'Settled',
        'Needs a decision',
        'Next time',
        'How many were there',
      ])
        expect(form.text).toContain(word);
      const fates = await fatesOf(met, {
        'Clear now': 'settled',
        'Nice trick': 'tryIt',
        'May we do this?': 'needsDecision',
      });
      const wrong = await press(world, host, 'sendRecap', {
        sessionId: met.sessionId,
        ...fates,
        attendance: '-1',
        notes: 'x'.repeat(8_001),
        line_1: 'y'.repeat(401),
      });
      for (const problem of [
        'Notes for everybody: 1 to 8,000',
        'How many were there: please give a number',
        'Also came up (1): 1 to 400',
      ])
        expect(said(wrong)).toContain(problem);
      expect((await sessionOf(world, met.sessionId)).state).toBe('awaitingNotes');

      const before = world.connector.requests.length;
      const full = {
        sessionId: met.sessionId,
        ...fates,
        attendance: '9',
        notes: 'We tried two ways.',
        line_1: 'Write the guide',
        kind_1: 'action',
        owner_1: idOf(there),
        due_1: '2026-12-10',
      };
      const activity = execute('sendRecap', full, chatOf(host));
      const replies = await Promise.all([world.post(activity), world.post(activity)]);
      expect(new Set(replies.map(said)).size).toBe(1);
      expect(said(replies[0] ?? form)).toContain('The recap is on its way.');
      expect(await sessionOf(world, met.sessionId)).toMatchObject({
        state: 'recapped',
        attendance: 9,
        notes: 'We tried two ways.',
        recapAt: world.clock.now().toISOString(),
      });
      expect((await outcomesOf(met)).map(({ kind, text, state }) => `${kind} ${state}: ${text}`).toSorted()).toEqual([
        'action open: Write the guide',
        'decisionProposed open: May we do this?',
        'discovery open: Nice trick',
        'none done: Clear now',
      ]);
      expect(await titled(met, 'Not reached')).toMatchObject({ state: 'carriedOver', sessionId: later.sessionId });
      expect((await titled(met, 'Clear now'))?.state).toBe('discussed');

      await world.tick();
      await world.tick();
      const recap = toldTo(world, absent).join();
      for (const word of [
        'Recap: Recruiting with AI',
        '9 people were there',
        'Clear now',
        'Nice trick',
        'May we do this?',
        'Not reached',
        'We tried two ways.',
      ])
        expect(recap).toContain(word);
      expect(toldTo(world, there).join()).not.toContain('Recap:');
      const inTheChannel = world.connector.requests
        .slice(before)
        .filter(({ path, method }) => method === 'POST' && path.includes('19%3Achannel'));
      expect(inTheChannel.map(({ body }) => plain(JSON.stringify(body))).join()).toContain('Recap: Recruiting with AI');
      const audits = (await bodiesOf(world, 'auditEntry')).filter(
        ({ entityId, action }) => entityId === met.sessionId && action === 'session.recap',
      );
      expect(audits).toHaveLength(1);
      // Another host comes too late.
      await changed(world, 'community', met.communityId, { hostIds: [idOf(host), idOf(lead)] });
      expect((await press(world, lead, 'sendRecap', full)).body).toMatchObject({ value: { code: 'already_done' } });
    });

    it('each outcome becomes a record by one press, once, credited as its bringer chose', async () => {
      const bringer = next();
      const met = await planned(world, { community: { departmentIds: [] } });
      await propose(bringer, met, 'Aardvark trick', { isNamed: 'true' });
      await propose(bringer, met, 'Quiet trick', { isNamed: 'false' });
      await propose(bringer, met, 'May we aardvark?');
      const { id: _, ...quiet } = (await titled(met, 'Quiet trick')) ?? { id: '' };
      const weak = (await storeOf(world).find({ kind: 'scenario', where: [['state', '=', 'published']], limit: 1 }))
        .items[0];
      await write(world, [
        {
          op: 'create',
          kind: 'topic',
          id: newId(),
          body: topic.parse({
            ...quiet,
            title: 'A scenario to improve: X',
            kind: 'weakScenario',
            refId: weak?.id,
            proposedBy: 'system',
            createdBy: 'system',
            updatedBy: 'system',
          }),
        },
      ]);
      world.clock.pass(74 * hour);
      await changed(world, 'session', met.sessionId, { state: 'awaitingNotes' });
      const improve = 'A scenario to improve: X';
      const fates = await fatesOf(met, {
        'Aardvark trick': 'tryIt',
        'Quiet trick': 'tryIt',
        'May we aardvark?': 'needsDecision',
        [improve]: 'tryIt',
      });
      await press(world, host, 'sendRecap', { sessionId: met.sessionId, ...fates });
      const make = async (text: string, number = host) =>
        press(world, number, 'makeOutcome', { outcomeId: await outcomeId(met, text) });

      expect((await make('Aardvark trick', bringer)).body).toMatchObject({ value: { code: 'not_found' } });
      const twice = await Promise.all([make('Aardvark trick'), make('Aardvark trick')]);
      for (const reply of twice) expect(said(reply)).toContain('Shared as a discovery');
      await make('Quiet trick');
      const discoveries = (await bodiesOf(world, 'discovery')).filter(({ authorId }) => authorId === idOf(bringer));
      expect(
        discoveries.map(({ title, credit, surface, state }) => `${title} ${credit} ${surface} ${state}`).toSorted(),
      ).toEqual(['Aardvark trick named officeHours submitted', 'Quiet trick communityOnly officeHours submitted']);
      const refId = (await outcomesOf(met)).find(({ text }) => text === 'Aardvark trick')?.refId;
      expect(discoveries.find(({ title }) => title === 'Aardvark trick')?.id).toBe(refId);

      expect(said(await make('May we aardvark?'))).toContain('Asked: somebody looks at it');
      const flags = (await bodiesOf(world, 'flag')).filter(({ question }) => question === 'May we aardvark?');
      expect(flags).toMatchObject([{ category: 'policy', reporterId: idOf(host), anonymous: false, state: 'open' }]);
      await make('May we aardvark?');
      expect((await bodiesOf(world, 'flag')).filter(({ question }) => question === 'May we aardvark?')).toHaveLength(1);

      // This host may write no scenarios: it becomes a question to whoever may.
      await make(improve);
      expect(
        (await bodiesOf(world, 'flag')).filter(({ question }) =>
          String(question).includes('Can this scenario be improved?'),
        ),
      ).toHaveLength(1);
    });

    it('a scenario to improve is begun as a draft where the host may write it', async () => {
      const met = await planned(world);
      const scenarios = (
        await storeOf(world).find({ kind: 'scenario', where: [['state', '=', 'published']], limit: 50 })
      ).items;
      const weak = scenarios.find(({ body }) => Object(body).draftVersion === undefined);
      await changed(world, 'community', met.communityId, { hostIds: [idOf(lead)] });
      await write(world, [
        {
          op: 'create',
          kind: 'topic',
          id: newId(),
          body: topic.parse({
            createdAt: '2026-11-23T10:00:00.000Z',
            createdBy: 'system',
            updatedAt: '2026-11-23T10:00:00.000Z',
            updatedBy: 'system',
            seriesId: met.seriesId,
            sessionId: met.sessionId,
            title: 'Improve it',
            kind: 'weakScenario',
            refId: weak?.id,
            proposedBy: 'system',
            order: 1,
            wanted: 0,
            state: 'accepted',
          }),
        },
      ]);
      world.clock.pass(74 * hour);
      await changed(world, 'session', met.sessionId, { state: 'live' });
      await press(world, lead, 'sendRecap', {
        sessionId: met.sessionId,
        ...(await fatesOf(met, { 'Improve it': 'tryIt' })),
      });
      const make = async () => press(world, lead, 'makeOutcome', { outcomeId: await outcomeId(met, 'Improve it') });
      expect(said(await make())).toContain('A draft is begun');
      expect(said(await make())).toContain('A draft is begun');
      expect(Object((await storeOf(world).get('scenario', weak?.id ?? ''))?.body)).toMatchObject({
        draftState: 'draft',
      });
      expect((await outcomesOf(met))[0]).toMatchObject({ refId: weak?.id, state: 'done' });
    });

    it('a next step stands in the list of whoever took it, until it is done', async () => {
      const met = await held([]);
      await press(world, host, 'sendRecap', { sessionId: met.sessionId, line_2: 'Tell the others', kind_2: 'action' });
      const me = as(world, host);
      await me.say('my items');
      await me.press('Open', 'Tell the others');
      expect(me.text()).toContain('Next step · Open');
      await me.press('Done');
      expect(me.text()).toContain('Done. Thank you.');
      await me.say('my items');
      expect(me.text()).not.toContain('Tell the others');
      expect(
        (await press(world, next(), 'outcomeDone', { outcomeId: await outcomeId(met, 'Tell the others') })).body,
      ).toMatchObject({ value: { code: 'not_found' } });
    });

    it('with nothing to tell the session is closed, and its topics are kept', async () => {
      const met = await held(['Another day']);
      expect(said(await press(world, host, 'nothingToRecord', { sessionId: met.sessionId }))).toContain(
        'Closed without a recap.',
      );
      expect((await sessionOf(world, met.sessionId)).state).toBe('recapped');
      expect(await outcomesOf(met)).toEqual([]);
      expect((await titled(met, 'Another day'))?.state).toBe('carriedOver');
      const told = (await bodiesOf(world, 'dueItem')).filter(
        ({ subject, facts }) => subject === met.sessionId && Object(facts).kind === 'recap',
      );
      expect(told).toEqual([]);
    });

    it('nobody writes it: asked for after three days, closed after seven, topics kept', async () => {
      const met = await planned(world, { isTimed: true, inHours: 1 });
      await as(world, host).say('help');
      await propose(next(), met, 'Never noted');
      world.clock.pass(3 * hour);
      await changed(world, 'session', met.sessionId, { state: 'awaitingNotes' });
      const news = async () =>
        (await bodiesOf(world, 'dueItem'))
          .filter(({ subject, facts }) => subject === met.sessionId && Object(facts).kind === 'hostNews')
          .map(({ facts }) => String(Object(facts).occurrence).replace(/^day.*/, 'day'))
          .toSorted();
      await world.tick();
      expect(await news()).toEqual(['day']);
      world.clock.pass(3 * day);
      await world.tick();
      expect(await news()).toEqual(['day', 'notes/reminder']);
      world.clock.pass(4 * day);
      await world.tick();
      expect(await news()).toEqual(['day', 'notes/reminder', 'unnoted']);
      expect((await sessionOf(world, met.sessionId)).state).toBe('closedWithoutNotes');
      expect((await titled(met, 'Never noted'))?.state).toBe('carriedOver');
      expect(toldTo(world, host).join()).toContain('It was closed without notes.');
    });

    it('did it help: once for each person, and nothing says who said what', async () => {
      const met = await held([]);
      await press(world, host, 'sendRecap', { sessionId: met.sessionId, line_1: 'Try', kind_1: 'discovery' });
      const people = Array.from({ length: 40 }, () => next());
      const tell = (number: number, verb: string) => press(world, number, verb, { sessionId: met.sessionId });
      expect(said(await press(world, next(), 'readRecap', { sessionId: met.sessionId }))).toContain('Did it help you?');
      const first = (await Promise.all(people.map((each, n) => tell(each, n % 4 === 0 ? 'itDidNot' : 'itHelped')))).map(
        said,
      );
      expect(first.filter((text) => text.includes('Thank you.'))).toHaveLength(40);
      expect(first.filter((text) => text.includes('Did it help you?'))).toEqual([]);
      expect(said(await tell(people[0] ?? 0, 'itHelped'))).toContain('You are counted already.');
      expect((await sessionOf(world, met.sessionId)).helped).toEqual({ yes: 30, no: 10 });
      expect(said(await tell(people[1] ?? 0, 'itHelped'))).toContain('It helped 30 of 40 people.');
      const marks = (await bodiesOf(world, 'helpedMark')).filter(({ sessionId }) => sessionId === met.sessionId);
      expect(marks).toHaveLength(40);
      for (const { id, ...body } of marks) {
        expect(body).toEqual({ sessionId: met.sessionId });
        expect(people.map(idOf)).not.toContain(id);
      }
      expect((await tell(next(), 'itHelped')).status).toBe(200);
      const other = await planned(world);
      expect((await press(world, next(), 'itHelped', { sessionId: other.sessionId })).body).toMatchObject({
        value: { code: 'not_found' },
      });
    });
  });

  it('stands in everybody’s lists: what I come to and brought, and what waits for its host', async () => {
    const hostNumber = next();
    const hostId = idOf(hostNumber);
    const boss = as(world, hostNumber);
    const series = { title: `Lists ${_name}`, hostIds: [hostId] };
    const met = await planned(world, { series, session: { hostId }, inHours: 240 });
    const me = as(world, next());
    await me.say('help');
    await me.say('my items');
    expect(me.text()).not.toContain('Lists');
    const number = last;
    await press(world, number, 'rsvpYes', { sessionId: met.sessionId });
    await propose(number, met, 'Mine to bring');
    await me.say('my items');
    for (const line of [`Lists ${_name}`, 'Office hours · Coming', 'Mine to bring', 'Topic · Proposed'])
      expect(me.text()).toContain(line);
    await me.press('Open', `Lists ${_name}`);
    expect(me.text()).toContain("You're coming.");
    // One card a day says so by itself.
    await boss.say('help');
    await world.tick();
    // The morning of the next working day, whatever day and hour it is.
    for (let quarters = 0; quarters < 12; quarters++) {
      world.clock.pass(day / 4);
      await world.tick();
    }
    const cards = toldTo(world, hostNumber).filter((text) => text.includes(`Lists ${_name}`));
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('Your day');
    expect(cards[0]).toContain('1 topic to look at · 1 person is coming');
    await boss.say('to do');
    expect(boss.text()).toContain('1 topic to look at · 1 person is coming');
    await boss.press('Open', `Lists ${_name}`);
    expect(boss.text()).toContain('Mine to bring');
    expect(new Set(textsUnder('topicId', boss.card)).size).toBe(1);
    expect(boss.text()).toContain('Edit');
    expect(said(await press(world, number, 'openTopics', { sessionId: met.sessionId }))).not.toContain('Edit');
  });

  it('a change of a topic or a seat brings the card in the channel up to date, twice a minute at most', async () => {
    const met = await planned(world);
    await posted(world, met.sessionId);
    const due = async () =>
      (await bodiesOf(world, 'dueItem')).filter(({ job, subject }) => job === 'post' && subject === met.sessionId)
        .length;
    const before = await due();
    for (let n = 0; n < 5; n++) await world.post(execute('rsvpYes', { sessionId: met.sessionId }, inChannel(next())));
    expect(await due()).toBe(before + 2);
  });
});
