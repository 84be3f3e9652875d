/** Office hours from a channel: four fields, a preview, one card kept up to date, and who hears of what changes (product 6.7, 6.8, 11). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, queryLink } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { inputsIn, wordsIn, wordsOf } from '../helpers/in-json.ts';
import { day, hour } from '../helpers/moving-clock.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  admin,
  answered,
  as,
  circle,
  colleague,
  host,
  inChannel,
  ownChat,
  people,
  plan,
  press,
  secondHost,
  sentTo,
  seriesIn,
  sessionsIn,
  storeOf,
  toldTo,
} from './series-kit.ts';

const world: World = await startWorld();
afterAll(() => world.close());
const link = 'https://teams.example.com/l/meetup-join/1';
/** Monday the 23rd of November 2026, 10:00 in UTC; the readers are in London. */
const fields = { day: '2026-12-01', time: '11:00', link };

beforeAll(async () => {
  await people(world);
  for (const number of [host, secondHost, colleague]) await as(world, number).say('help');
});

describe('a series from a channel', () => {
  const channel = '19:zebra@thread.tacv2';
  const here = (number: number) => hand(world, inChannel('zebra', number));
  const inThere = () => sentTo(world, channel);
  const sessions = () => sessionsIn(world, 'zebra');
  let first = '';

  it('is posted with at most six presses and four fields, and stands in the channel once', async () => {
    await circle(world, 'zebra');
    const me = here(host);
    await me.say('office hours');
    expect(me.text()).toContain('Press Start here: four fields are enough.');
    await plan(me, fields);
    expect(me.text()).toContain('This will be posted');
    expect(me.text()).toContain('Every Tuesday, 11:00 (New York), 45 minutes');
    expect(me.text()).toContain('Tue 1 Dec, 11:00 (New York) · Tue 1 Dec, 16:00 (London)');
    expect(await seriesIn(world, 'zebra')).toEqual([]);
    await me.press('Post');
    expect(me.presses).toBeLessThanOrEqual(6);
    expect(me.fields).toBeLessThanOrEqual(4);
    expect(me.text()).toContain('Planned. The card of the first session is on its way.');
    const [made] = await seriesIn(world, 'zebra');
    expect(made).toMatchObject({
      ...{ state: 'active', rule: { every: 'week', weekday: 2 }, zone: 'America/New_York', durationMinutes: 45 },
      ...{ hostIds: [person(host).aadObjectId], reminders: ['24h', '15m'], agendaOpensHours: 72 },
    });
    const all = await sessions();
    expect(all.map(({ localDate }) => localDate)).toEqual(
      ['12-01', '12-08', '12-15', '12-22', '12-29'].map((date) => `2026-${date}`).concat('2027-01-05', '2027-01-12'),
    );
    first = all[0]?.id ?? '';
    await world.tick();
    await world.tick();
    expect(inThere().map(({ isNew }) => isNew)).toEqual([true]);
    const [card] = inThere();
    expect(card?.text).toContain('Office hours: Circle zebra');
    expect(card?.text).toContain('Tue 1 Dec, 11:00 (New York), 45 minutes');
    expect(card?.text).toContain(`Host: Person ${host}`);
    expect(card?.text).toContain('Nobody has said yes yet');
  });

  it('and the same form sent again is the same series', async () => {
    const kept = { day: '2026-12-01', time: '11:00', link, formId: 'form-7', communityId: 'quagga' };
    await circle(world, 'quagga');
    const data = { ...inputsIn((await press(world, host, 'planForm', { communityId: 'quagga' })).body), ...kept };
    const replies = await Promise.all([1, 2, 3].map(() => press(world, host, 'postSeries', data)));
    for (const reply of replies) expect(wordsOf(reply)).toContain('Planned.');
    expect(await seriesIn(world, 'quagga')).toHaveLength(1);
    expect(new Set((await sessionsIn(world, 'quagga')).map(({ localDate }) => localDate)).size).toBe(7);
  });

  it('shows to everybody, in the channel and in their own chat', async () => {
    const me = here(colleague);
    await me.say('next');
    expect(me.text()).toContain('Tue 1 Dec, 11:00 (New York)');
    expect(me.text()).not.toContain('Nobody has said yes yet');
    const own = as(world, colleague);
    await own.say('office hours');
    await own.press('Open', 'Office hours: Circle zebra');
    expect(own.text()).toContain('For you: Tue 1 Dec, 16:00 (London)');
    expect(own.text()).not.toContain('Manage');
  });

  it('is not for others than hosts to plan or to change: they hear who can', async () => {
    const [made] = await seriesIn(world, 'zebra');
    const before = JSON.stringify([await seriesIn(world, 'zebra'), await sessions()]);
    const me = here(colleague);
    await me.say('office hours');
    expect(me.text()).not.toContain('Start here');
    const ofSeries = { seriesId: made?.id ?? '' };
    const ofSession = { sessionId: first };
    const tries = [
      ...[press(world, colleague, 'planForm', { communityId: 'zebra' })],
      ...['previewSeries', 'postSeries'].map((verb) =>
        world.post({
          ...executeOf(verb, { ...fields, communityId: 'zebra', formId: 'x' }),
          ...inChannel('zebra', colleague),
        }),
      ),
      press(world, colleague, 'postSeries', { ...fields, ...ofSeries }),
      ...['hostSeries', 'planForm'].map((verb) => press(world, colleague, verb, ofSeries)),
      ...['skip', 'pause', 'end'].flatMap((what) =>
        ['hostForm', 'hostAct'].map((verb) => press(world, colleague, verb, { what, ...ofSeries })),
      ),
      ...['move', 'cancel', 'rehost'].flatMap((what) =>
        ['hostForm', 'hostAct'].map((verb) => press(world, colleague, verb, { what, ...ofSession, reason: 'x' })),
      ),
      press(world, colleague, 'hostSession', ofSession),
    ];
    for (const reply of await Promise.all(tries)) {
      expect(reply.text).toContain('You do not have the rights for this.');
      expect(reply.text).toContain(`its hosts: Person ${host} and Person ${secondHost}`);
    }
    expect(JSON.stringify([await seriesIn(world, 'zebra'), await sessions()])).toBe(before);
  });

  it('a session moves: whoever counts on it is told once, and the card says it', async () => {
    const [, second] = await sessions();
    const id = second?.id ?? '';
    await answered(world, first, colleague, 'yes');
    await answered(world, id, colleague, 'no');
    const before = toldTo(world, colleague).length;
    const me = as(world, host);
    await me.say('host');
    await me.press('Open', 'Office hours: Circle zebra');
    await me.press('Move');
    expect(inputsIn(me.card)).toMatchObject({ day: '2026-12-01', time: '11:00' });
    me.type('day', '2026-11-20');
    await me.press('Move');
    expect(me.text()).toContain('This start is in the past. Please give a later one.');
    me.type('day', '2026-12-02');
    me.type('reason', 'I am away on Tuesday.');
    await me.press('Move');
    expect(me.text()).toContain('Done. Whoever said that they come is told.');
    await world.tick();
    await world.tick();
    const told = toldTo(world, colleague).slice(before);
    expect(told).toHaveLength(1);
    for (const words of [
      'Session moved',
      'Before: Tue 1 Dec, 16:00 (London)',
      'Now: Wed 2 Dec, 16:00 (London)',
      'away on',
    ])
      expect(told[0]).toContain(words);
    expect(toldTo(world, host).filter((text) => text.includes('Session moved'))).toEqual([]);
    const card = inThere().at(-1);
    expect(card).toMatchObject({ isNew: false });
    expect(card?.text).toContain('Moved. Before: Tue 1 Dec, 11:00 (New York)');
    expect((await sessions())[0]).toMatchObject({ localDate: '2026-12-01', sequence: 1, state: 'scheduled' });
  });

  it('a session is given to another host: both hear it', async () => {
    const seen = [host, secondHost].map((number) => toldTo(world, number).length);
    await press(world, admin, 'hostAct', { what: 'rehost', sessionId: first, hostId: person(secondHost).aadObjectId });
    await world.tick();
    const [gave, took] = [host, secondHost].map((number, n) => toldTo(world, number).slice(seen[n]));
    expect(gave?.[0]).toContain('Somebody else hosts this session now');
    expect(took?.[0]).toContain('You host this session now');
    expect(inThere().at(-1)?.text).toContain(`Host: Person ${secondHost}`);
    const stranger = { what: 'rehost', sessionId: first, hostId: person(colleague).aadObjectId };
    expect((await press(world, host, 'hostAct', stranger)).text).toContain('please pick one of the list');
  });

  it('a session is cancelled with a reason, which its card keeps', async () => {
    const me = as(world, host);
    await me.say('host');
    await me.press('Open', 'Office hours: Circle zebra');
    await me.press('Cancel');
    await me.press('Cancel it');
    expect(me.text()).toContain('Why: please fill this in.');
    me.type('reason', 'The building is closed.');
    await me.press('Cancel it');
    expect(me.text()).toContain('Cancelled. The building is closed.');
    expect(me.text()).toContain('Done. Whoever said that they come is told.');
    expect(me.text()).not.toMatch(/person comes|people come/);
    await world.tick();
    expect(toldTo(world, colleague).at(-1)).toContain('Session cancelled');
    const card = inThere().at(-1);
    expect(card).toMatchObject({ isNew: false });
    expect(card?.text).toContain('Cancelled. The building is closed.');
    expect(card?.text).not.toContain("I'm coming");
    const again = await press(world, host, 'hostAct', { what: 'cancel', sessionId: first, reason: 'Once more' });
    expect(wordsOf(again)).toContain('It is cancelled already.');
    expect(inThere().filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('changes from a date on: what is planned for the date moves, what is not is cancelled, what lies before stays', async () => {
    const all = await sessions();
    await answered(world, all[2]?.id ?? '', colleague, 'maybe');
    await answered(world, all[3]?.id ?? '', colleague, 'waiting');
    const before = toldTo(world, colleague).length;
    const [made] = await seriesIn(world, 'zebra');
    const me = as(world, host);
    await me.say('host');
    await me.press('Open', 'Office hours: Circle zebra');
    await me.press('Series');
    await me.press('Change');
    me.type('day', '2026-12-15');
    me.type('time', '15:00');
    me.pick('every', 'twoWeeks');
    await me.press('Preview');
    for (const words of [
      '3 sessions move.',
      '2 sessions are cancelled.',
      'Every two weeks on Tuesday, 15:00 (New York)',
    ])
      expect(me.text()).toContain(words);
    await me.press('Save');
    expect(me.text()).toContain('Changed. Whoever said that they come is told.');
    await world.tick();
    const [after] = await seriesIn(world, 'zebra');
    expect(after?.earlier).toMatchObject([{ firstDate: '2026-12-01', lastDate: '2026-12-08', startsAt: '11:00' }]);
    expect(after?.sequence).toBe((made?.sequence ?? 0) + 1);
    const stand = (await sessions()).map(({ localDate, state, startsAt }) => [
      localDate,
      state,
      startsAt.slice(11, 16),
    ]);
    expect(stand).toEqual([
      ['2026-12-01', 'cancelled', '16:00'],
      ['2026-12-08', 'scheduled', '16:00'],
      ['2026-12-15', 'scheduled', '20:00'],
      ['2026-12-22', 'cancelled', '16:00'],
      ['2026-12-29', 'scheduled', '20:00'],
      ['2027-01-05', 'cancelled', '16:00'],
      ['2027-01-12', 'scheduled', '20:00'],
    ]);
    const told = toldTo(world, colleague).slice(before).toSorted();
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('Session cancelled');
    expect(told[0]).toContain('The dates have changed.');
    expect(told[1]).toContain('Now: Tue 15 Dec, 20:00 (London)');
  });

  it('pauses, and what still lies ahead comes back with it', async () => {
    const [made] = await seriesIn(world, 'zebra');
    const id = made?.id ?? '';
    const asked = { seriesId: id };
    const skipped = await press(world, host, 'hostAct', { ...asked, what: 'skip', date: '2026-12-29' });
    expect(wordsOf(skipped)).toContain('Skipped.');
    expect(wordsOf(await press(world, host, 'hostAct', { ...asked, what: 'skip', date: '2026-12-30' }))).toContain(
      'There is no session ahead on this date.',
    );
    await press(world, host, 'hostAct', { ...asked, what: 'pause' });
    const states = async () => (await sessions()).map(({ localDate, state }) => `${localDate.slice(5)} ${state}`);
    expect((await states()).filter((each) => each.includes('scheduled'))).toEqual([]);
    world.clock.pass(16 * day);
    await press(world, host, 'hostAct', { ...asked, what: 'resume' });
    expect((await states()).filter((each) => each.includes('scheduled'))).toEqual([
      ...['12-15 scheduled', '01-12 scheduled', '01-26 scheduled'],
    ]);
    world.clock.pass(-16 * day);
    await world.tick();
    const ended = await press(world, admin, 'hostAct', { ...asked, what: 'end' });
    expect(wordsOf(ended)).toContain('Ended. The sessions ahead are cancelled.');
    expect((await states()).filter((each) => each.includes('scheduled'))).toEqual([]);
    expect((await press(world, host, 'hostAct', { ...asked, what: 'resume' })).status).toBe(200);
    expect((await seriesIn(world, 'zebra'))[0]?.state).toBe('ended');
  });
});

const executeOf = (verb: string, data: object) => ({
  ...queryLink(''),
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});

describe('the form', () => {
  it('says all that is wrong at once, and keeps what was typed', async () => {
    await circle(world, 'okapi', { name: 'Okapi' });
    const me = as(world, host);
    await me.say('office hours');
    await me.press('New series');
    me.pick('communityId', 'okapi');
    const typed = {
      ...{ day: '2026-02-30', time: '9 o clock', link: 'http://10.0.0.1/x', title: 'Z'.repeat(90), minutes: '3000' },
      ...{ zone: 'Mars/Base', capacity: 'many', count: '400' },
    };
    for (const [id, value] of Object.entries(typed)) me.type(id, value);
    await me.press('Preview');
    for (const words of [
      ...['First day: please give a date that exists', 'Time: not in the expected form', 'Title: 1 to 80 characters.'],
      ...['Link of the meeting: please give an https:// link to a named site.', 'Places: not in the expected form.'],
    ])
      expect(me.text()).toContain(words);
    expect(inputsIn(me.card)).toMatchObject({ ...typed, communityId: 'okapi' });
    me.type('day', '2026-11-02');
    me.type('time', '09:00');
    await me.press('Preview');
    for (const words of ['at most 104 sessions', 'at most 120 minutes', 'a time zone, such as'])
      expect(me.text()).toContain(words);
    me.type('zone', '');
    await me.press('Preview');
    expect(me.text()).toContain('This start is in the past.');
    expect(inputsIn(me.card).zone).toBe('America/New_York');
  });

  it('tells of the days on which the clocks change, in the preview and on the card (F21)', async () => {
    // A channel that is nobody's yet: it becomes one of the community that is picked.
    const me = hand(world, inChannel('okapi-room', host));
    await me.say('office hours');
    await me.press('New series');
    me.pick('communityId', 'okapi');
    for (const [id, value] of Object.entries({
      day: '2027-03-21',
      time: '02:30',
      link,
      zone: 'Europe/Warsaw',
      count: '3',
    }))
      me.type(id, value);
    await me.press('Preview');
    expect(me.text()).toContain('28 Mar 2027: 02:30 does not exist that day, the clocks change. It begins at 03:30.');
    await me.press('Back');
    expect(inputsIn(me.card)).toMatchObject({ day: '2027-03-21', time: '02:30', link });
    await me.press('Preview');
    await me.press('Post');
    await world.tick();
    expect(sentTo(world, '19:okapi-room@thread.tacv2').map(({ isNew }) => isNew)).toEqual([true]);
    const again = hand(world, inChannel('okapi-room', colleague));
    await again.say('office hours');
    expect(again.text()).toContain('Office hours: Okapi');
    const [only, ...none] = await sessionsIn(world, 'okapi');
    expect([only?.localDate, none]).toEqual(['2027-03-21', []]);
    world.clock.pass(110 * day);
    await world.tick();
    const gap = (await sessionsIn(world, 'okapi')).find(({ localDate }) => localDate === '2027-03-28');
    expect(gap?.startsAt).toBe('2027-03-28T01:30:00.000Z');
    const opened = await press(world, host, 'openSession', { sessionId: gap?.id ?? '' });
    expect(wordsOf(opened)).toContain('02:30 does not exist that day');
    world.clock.pass(-110 * day);
  });

  it('offers nothing where no community is, and says who can make one', async () => {
    const alone = await startWorld({ config: { firstLoad: 'starter' } });
    await people(alone);
    for await (const { id, version, kind } of (await import('../../src/core/documents.ts')).findAll(
      alone.running.store.forTenant((await import('../helpers/activities.ts')).tenantId),
      { kind: 'community' },
    ))
      await alone.running.store
        .forTenant((await import('../helpers/activities.ts')).tenantId)
        .write([{ op: 'remove', kind, id, version }]);
    const me = as(alone, host);
    await me.say('office hours');
    expect(me.text()).toContain(`Person ${admin} can make one.`);
    await alone.close();
  });
});

describe('what is not for everyone', () => {
  it('answers like what does not exist, and its link unfolds without a word of it', async () => {
    await circle(world, 'tapir', { name: 'Secret circle', departmentIds: ['elsewhere'] });
    const mine = {
      ...fields,
      formId: 'tapir',
      communityId: 'tapir',
      title: 'Secret hours',
      purpose: 'Secret.',
      zone: 'UTC',
    };
    await press(world, host, 'postSeries', {
      ...mine,
      minutes: '30',
      agendaHours: '72',
      hosts: person(host).aadObjectId,
    });
    const [made] = await sessionsIn(world, 'tapir');
    const [secret] = await seriesIn(world, 'tapir');
    for (const [verb, data] of [
      ...(['openSession', 'hostSession'] as const).map((name) => [name, { sessionId: made?.id }] as const),
      ...(['hostSeries', 'planForm'] as const).map((name) => [name, { seriesId: secret?.id }] as const),
      ['hostAct', { what: 'end', seriesId: secret?.id }] as const,
      ['openSession', { sessionId: 'no-such-session' }] as const,
    ])
      expect((await press(world, colleague, verb, data)).text).toContain('This item is not available.');
    const unfolded = await world.post(queryLink(`https://fieldbook.example.com/o/${made?.id}`, ownChat(host)));
    expect(wordsIn(unfolded.body)).toContain('not open to everyone');
    expect(unfolded.text).not.toContain('Secret');
    const me = hand(world, inChannel('elsewhere', host));
    await me.say('office hours');
    expect(me.text()).not.toContain('Secret');
    const open = (await sessionsIn(world, 'quagga'))[0]?.id;
    const shown = await world.post(queryLink(`https://fieldbook.example.com/o/${open}`, ownChat(colleague)));
    expect(wordsIn(shown.body)).toContain('Office hours: Circle quagga');
  });
});

describe('a series of many', () => {
  const asked = async (verb: string, data: object) => wordsOf(await press(world, host, verb, data));
  const posted = async (id: string, change: object = {}) => {
    const form = { ...fields, formId: id, communityId: 'hyena', title: id, purpose: 'Ask.', zone: 'America/New_York' };
    const more = { minutes: '45', agendaHours: '72', hosts: person(host).aadObjectId };
    const said = await asked('postSeries', { ...form, ...more, ...change });
    expect(said).toContain('Planned.');
    const made = (await seriesIn(world, 'hyena')).find(({ title }) => title === id);
    if (!made) throw new Error('no series');
    return { series: made, form: { ...form, ...more, ...change, seriesId: made.id } };
  };
  const sessionsOf = async (seriesId: string) =>
    (await sessionsIn(world, 'hyena')).filter((each) => each.seriesId === seriesId);
  const put = async (kind: string, id: string, change: object) => {
    const found = await storeOf(world).get(kind, id);
    const body = { ...Object(found?.body), ...change };
    await storeOf(world).write([{ op: 'replace', kind, id, version: found?.version ?? '', body }]);
  };
  beforeAll(() => circle(world, 'hyena'));

  it('changes in one write as far as that goes, and the rest at once after it, by whoever changed it', async () => {
    const { series, form } = await posted('many', { day: '2026-11-24' });
    await put('series', series.id, { reminders: ['24h', '1h', '15m'] });
    const all = await sessionsOf(series.id);
    for (const { id } of all) await answered(world, id, host, 'yes');
    const before = toldTo(world, host).length;
    expect(await asked('postSeries', { ...form, time: '15:00' })).toContain('Changed.');
    const times = async () => (await sessionsOf(series.id)).map(({ startsAt }) => startsAt.slice(11, 16));
    expect(await times()).toEqual([...Array(7).fill('20:00'), '16:00']);
    await world.tick();
    await world.tick();
    expect(await times()).toEqual(Array(8).fill('20:00'));
    expect(toldTo(world, host).length).toBe(before);
  });

  it('of more places those who wait get theirs', async () => {
    const { series, form } = await posted('seats', { capacity: '1' });
    const [first] = await sessionsOf(series.id);
    const id = first?.id ?? '';
    await press(world, colleague, 'rsvpYes', { sessionId: id });
    expect((await press(world, secondHost, 'rsvpYes', { sessionId: id })).text).toContain('1');
    expect((await sessionsOf(series.id))[0]).toMatchObject({ seatsTaken: 1, waiting: 1 });
    expect(await asked('postSeries', { ...form, capacity: '5' })).toContain('Changed.');
    world.clock.pass(10_000);
    await world.tick();
    expect((await sessionsOf(series.id))[0]).toMatchObject({ seatsTaken: 2, waiting: 0 });
  });

  it('leaves its topics to the next session, and in the end to its community', async () => {
    const { series } = await posted('topics');
    const [first, second] = await sessionsOf(series.id);
    await press(world, colleague, 'sendTopic', { sessionId: first?.id, title: 'What about the gnus?' });
    const topicNow = async () => {
      const { items } = await storeOf(world).find({ kind: 'topic', where: [['title', '=', 'What about the gnus?']] });
      return Object(items[0]?.body);
    };
    await press(world, host, 'hostAct', { what: 'cancel', sessionId: first?.id, reason: 'Ill.' });
    expect(await topicNow()).toMatchObject({ sessionId: second?.id, state: 'carriedOver' });
    for (const other of await seriesIn(world, 'hyena'))
      if (other.id !== series.id) await press(world, host, 'hostAct', { what: 'end', seriesId: other.id });
    await press(world, host, 'hostAct', { what: 'end', seriesId: series.id });
    expect(await topicNow()).toMatchObject({ seriesId: series.id, state: 'carriedOver' });
    expect(await topicNow()).not.toHaveProperty('sessionId');
    const { series: heir } = await posted('heir');
    expect(await topicNow()).toMatchObject({ seriesId: heir.id });
  });

  it('goes on with its other hosts when one is forgotten, and without any it pauses', async () => {
    const gone = 979;
    const goneId = person(gone).aadObjectId;
    await as(world, gone).say('help');
    await circle(world, 'serval', { hostIds: [goneId, person(host).aadObjectId] });
    const { series: pair } = await posted('pair', { communityId: 'hyena' });
    const { series: alone } = await posted('alone', { communityId: 'hyena' });
    await put('series', pair.id, { hostIds: [goneId, person(host).aadObjectId] });
    await put('series', alone.id, { hostIds: [goneId], communityId: 'serval', createdBy: goneId });
    for (const each of await sessionsIn(world, 'hyena'))
      if ([pair.id, alone.id].includes(each.seriesId)) await put('session', each.id, { hostId: goneId });
    const before = toldTo(world, host).length;
    expect((await press(world, gone, 'forgetMe', {})).text).toContain('Done');
    await world.tick();
    await world.tick();
    expect((await seriesIn(world, 'hyena')).find(({ id }) => id === pair.id)).toMatchObject({
      ...{ state: 'active', hostIds: [person(host).aadObjectId] },
    });
    expect(new Set((await sessionsOf(pair.id)).map(({ hostId }) => hostId))).toEqual(
      new Set([person(host).aadObjectId]),
    );
    expect((await seriesIn(world, 'serval'))[0]).toMatchObject({
      state: 'paused',
      hostIds: ['removed'],
      createdBy: 'removed',
    });
    expect(new Set((await sessionsOf(alone.id)).map(({ state }) => state))).toEqual(new Set(['cancelled']));
    expect(toldTo(world, host).slice(before).join()).toContain('Whoever resumes it hosts it.');
    expect(await asked('hostAct', { what: 'resume', seriesId: alone.id })).toContain(`Host: Person ${host}`);
    const left = JSON.stringify([await sessionsIn(world, 'hyena'), await seriesIn(world, 'serval')]);
    expect(left).not.toContain(goneId);
  });
});

describe('the clock', () => {
  it('begins a session and ends it; one that was moved begins at its new time', async () => {
    const [one] = await sessionsIn(world, 'quagga');
    const stateOf = async () => (await sessionsIn(world, 'quagga'))[0]?.state;
    await press(world, host, 'hostAct', { what: 'move', sessionId: one?.id, day: '2026-12-01', time: '12:00' });
    world.clock.pass(Date.parse('2026-12-01T16:00:00Z') - world.clock.now().getTime());
    await world.tick();
    expect(await stateOf()).toBe('scheduled');
    world.clock.pass(hour);
    await world.tick();
    expect(await stateOf()).toBe('live');
    world.clock.pass(hour);
    await world.tick();
    expect(await stateOf()).toBe('awaitingNotes');
    const late = await press(world, host, 'hostAct', {
      what: 'move',
      sessionId: one?.id,
      day: '2026-12-02',
      time: '12:00',
    });
    expect(wordsOf(late)).toContain('It has begun already.');
  });
});
