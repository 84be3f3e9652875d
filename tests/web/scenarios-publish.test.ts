/** A draft goes live by somebody who did not write it, and whoever it concerns is told (product 6.2, reliability R1). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/core/ids.ts';
import { aDiscovery } from '../helpers/a-discovery.ts';
import { person } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { day } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  analyst,
  as,
  author,
  bodiesOf,
  demo,
  edited,
  foundBy,
  headOf,
  hrLead,
  manager,
  met,
  owner,
  press,
  published,
  recruiter,
  said,
  scenarioNamed,
  storeOf,
  toldTo,
  used,
} from './scenarios-kit.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (const number of [owner, hrLead, author, analyst, recruiter]) await met(world, number);
});
afterAll(() => world.close());

const procedure = 'Procedure from notes or a transcript';
const guide = 'One-page quick guide from a procedure';
const report = 'Weekly report from a table';
const tests = 'Questions that test a report';

async function days(count: number, of = world): Promise<void> {
  for (let passed = 0; passed < count; passed++) {
    of.clock.pass(day);
    await of.tick();
    await of.tick();
  }
}

describe('a new version', () => {
  it('is written by an author, looked at by the owner, and found at once', async () => {
    const id = await scenarioNamed(world, procedure);
    await edited(as(world, author), id, { title: 'Procedure from scribbles' });
    expect(await foundBy(world, analyst, 'scribbles')).not.toContain('Procedure from scribbles');
    const sent = await press(as(world, author), id, 'submit');
    expect(sent.body).toMatchObject({
      ...{ status: { word: 'Live, next version being looked at', tone: 'info' }, kind: 'scenarios', id },
      note: 'Sent to be looked at.',
    });
    const { body: item } = await as(world, owner).get(`/api/scenarios/${id}/item`);
    expect(item.actions.map(({ event }: { event: string }) => event)).toEqual([
      'sendBack',
      'approve',
      'hold',
      'retire',
    ]);
    expect(item.sections).toContainEqual(
      expect.objectContaining({
        heading: 'What changes',
        lines: [`Title: ${procedure} → Procedure from scribbles`],
      }),
    );
    const live = await press(as(world, owner), id, 'approve');
    expect({ status: live.status, note: live.body.note }).toEqual({ status: 200, note: 'It is live.' });
    expect(await foundBy(world, analyst, 'scribbles')).toContain('Procedure from scribbles');
    expect(await headOf(world, id)).toMatchObject({ state: 'published', liveVersion: 2, reviewDue: '2027-02-21' });
    const told = live.body.history.map(({ what, who }: { what: string; who: string }) => `${who}: ${what}`);
    expect(told.toSorted()).toEqual([
      'Example author and host: Began a new version',
      'Example author and host: Sent it to be looked at',
      'Example project owner: Let it go live',
    ]);
  });

  it('needs a note of what changes, and text that can go live', async () => {
    const id = await scenarioNamed(world, guide);
    await edited(as(world, author), id, { steps: [{ text: 'Paste it.', byHuman: false }], criteria: [] }, '');
    const sent = await press(as(world, author), id, 'submit');
    expect(sent).toMatchObject({ status: 409, body: { error: 'incomplete' } });
    expect(sent.body.fields.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'changeNote',
      'criteria',
      'steps',
    ]);
    expect(said(await press(as(world, author), id, 'dropDraft'))).toEqual({ status: 200, error: undefined });
  });

  it('goes back to its writer with reasons, field by field', async () => {
    const id = await scenarioNamed(world, guide);
    await edited(as(world, author), id, { title: 'Guide' });
    await press(as(world, author), id, 'submit');
    expect(await press(as(world, owner), id, 'sendBack', { reason: ' ' })).toMatchObject({
      ...{ status: 400, body: { fields: [{ path: 'reason', error: 'field_required' }] } },
    });
    const reasons = { reason: 'Nearly there.', fields: [{ path: 'title', text: 'Say what it is a guide to.' }] };
    expect((await press(as(world, owner), id, 'sendBack', reasons)).status).toBe(200);
    const { body } = await as(world, author).get(`/api/scenarios/${id}/edit`);
    expect(body.sentBack).toMatchObject({ ...reasons, by: 'Example project owner' });
    await world.tick();
    await world.tick();
    expect(toldTo(world, author).join('\n')).toContain('What was written: Nearly there.');
    expect(said(await press(as(world, owner), id, 'approve'))).toEqual({ status: 409, error: 'already_done' });
    await press(as(world, owner), id, 'dropDraft');
  });
});

describe('nobody publishes what they wrote', () => {
  it('so the reviewer does for the owner, and nobody else', async () => {
    const id = await scenarioNamed(world, report);
    await edited(as(world, owner), id, { tags: ['weekly'] });
    const { body } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    expect(body.actions.map(({ event }: { event: string }) => event)).not.toContain('publish');
    expect(said(await press(as(world, owner), id, 'publish'))).toEqual({ status: 403, error: 'own_post' });
    await press(as(world, owner), id, 'submit');
    expect(said(await press(as(world, owner), id, 'approve'))).toEqual({ status: 403, error: 'own_post' });
    expect(said(await press(as(world, hrLead), id, 'approve'))).toEqual({ status: 403, error: 'forbidden' });
    expect((await press(as(world, author), id, 'approve')).status).toBe(200);
  });

  it('and an owner who did not write it publishes in one press, which is two events', async () => {
    const id = await scenarioNamed(world, tests);
    await edited(as(world, author), id, { tags: ['challenge'] });
    const { body } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    const names = body.actions.map(({ event }: { event: string }) => event);
    expect([names.includes('publish'), names.includes('submit')]).toEqual([true, false]);
    const done = await press(as(world, owner), id, 'publish', { changeNote: 'A tag.' });
    expect(done.body.history.map(({ what }: { what: string }) => what).toSorted()).toEqual([
      'Began a new version',
      'Let it go live',
      'Sent it to be looked at',
    ]);
  });

  it('but changes of the wording alone need no second person', async () => {
    const id = await scenarioNamed(world, tests);
    await edited(
      as(world, owner),
      id,
      { helpsYou: 'Ten questions that test a report before you send it.' },
      'Wording.',
    );
    const due = (await headOf(world, id)).reviewDue;
    world.clock.pass(day);
    expect((await press(as(world, owner), id, 'smallFix')).status).toBe(200);
    expect(await headOf(world, id)).toMatchObject({ liveVersion: 3, reviewDue: due });
    const { body } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    const prompts = body.contract.prompts.map((each: object) => ({ ...each, title: 'Another way' }));
    await edited(as(world, owner), id, { prompts });
    const { body: next } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    expect(next.actions.map(({ event }: { event: string }) => event)).not.toContain('smallFix');
    const more = await press(as(world, owner), id, 'smallFix');
    expect(said(more)).toEqual({ status: 403, error: 'forbidden' });
    expect(more.body.message).toContain('More than the wording');
    await press(as(world, owner), id, 'dropDraft');
  });
});

describe('past users', () => {
  it('are told of a version once, and whoever did not use it is not', async () => {
    const title = 'Questions that test a report';
    const id = await scenarioNamed(world, title);
    await used(world, analyst, id, 1);
    // Was told of this number before, by whatever way.
    await used(world, recruiter, id, 4);
    await edited(as(world, author), id, { tags: ['again'] }, 'Shorter and stricter.');
    await press(as(world, author), id, 'submit');
    const { body: seen } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    const foreseen = await as(world, owner).post(`/api/scenarios/${id}/approve/preview`, {}, seen.version);
    expect(foreseen.body).toEqual({
      changes: [
        'Version 4 takes the place of the live one.',
        'Changed: Search words',
        expect.stringMatching(/^The next check is due on/),
      ],
      told: ['Example author and host', '1 person who used it'],
    });
    expect((await headOf(world, id)).liveVersion).toBe(3);
    await press(as(world, owner), id, 'approve');
    await days(2);
    const news = (number: number) => toldTo(world, number).filter((text) => text.includes('has a new version'));
    expect(news(analyst)).toHaveLength(1);
    expect(news(analyst)[0]).toContain('Shorter and stricter.');
    expect(news(recruiter)).toEqual([]);
    const sends = (await bodiesOf(world, 'sendRecord')).filter(
      ({ kind, subject, occurrence }) => kind === 'newVersion' && subject === id && occurrence === '4',
    );
    expect(sends).toHaveLength(1);
  });
});

describe('news of one day', () => {
  it('are one card the next working morning, a line for each scenario, whatever became of it; who switched news off gets none', async () => {
    const own = await startWorld();
    for (const number of [owner, author, analyst, manager]) await met(own, number);
    const quiet = await storeOf(own).get('person', demo(manager));
    if (!quiet) throw new Error('nobody there');
    const off = { ...Object(quiet.body), notify: { answers: 'now', work: 'day', news: 'off' } };
    await storeOf(own).write([{ op: 'replace', kind: 'person', id: quiet.id, version: quiet.version, body: off }]);
    const [one = '', two = '', three = ''] = await Promise.all(
      [guide, report, tests].map((title) => scenarioNamed(own, title)),
    );
    for (const id of [one, two, three]) for (const number of [analyst, manager]) await used(own, number, id);
    await published(own, one, { tags: ['a'] }, 'The first of the day.');
    await published(own, two, { tags: ['b'] }, 'Replaced within the hour.');
    await published(own, two, { tags: ['c'] }, 'The second of the day.');
    await own.tick();
    await press(as(own, owner), three, 'retire', { reason: 'Covered elsewhere.', replacementId: one });
    await own.tick();
    const news = (number: number) => toldTo(own, number).filter((text) => text.includes('of the day.'));
    expect(news(analyst)).toEqual([]);
    await days(3, own);
    expect(news(analyst)).toHaveLength(1);
    const [card = ''] = news(analyst);
    expect(card).toContain('What changed in scenarios you used');
    for (const said of ['The first of the day.', 'The second of the day.', 'No longer used: Covered elsewhere.'])
      expect(card.split(said)).toHaveLength(2);
    expect(card).not.toContain('Replaced within the hour.');
    await days(3, own);
    expect([news(analyst).length, news(manager)]).toEqual([1, []]);
    await own.close();
  });
});

describe('what came from a discovery', () => {
  it('credits its author, and tells them, when it goes live', async () => {
    const store = storeOf(world);
    const id = await scenarioNamed(world, procedure);
    await edited(as(world, author), id, { tags: ['found'] });
    const version = (await headOf(world, id)).draftVersion;
    const discoveryId = newId();
    const outcome = { kind: 'goodExample', refId: id, version, by: demo(owner), at: world.clock.now().toISOString() };
    const body = { ...aDiscovery({ authorId: demo(recruiter) }), state: 'accepted', outcome, assigneeId: demo(owner) };
    await store.write([{ op: 'create', kind: 'discovery', id: discoveryId, body }]);
    await press(as(world, owner), id, 'publish');
    expect((await headOf(world, id)).credit).toEqual([{ personId: demo(recruiter), shown: true }]);
    expect(Object((await store.get('discovery', discoveryId))?.body).state).toBe('inPlaybook');
  });

  it('goes back to whoever looked at it when the draft is dropped', async () => {
    const store = storeOf(world);
    const id = await scenarioNamed(world, guide);
    await edited(as(world, author), id, { tags: ['dropped'] });
    const version = (await headOf(world, id)).draftVersion;
    const outcome = { kind: 'newPrompt', refId: id, version, by: demo(owner), at: world.clock.now().toISOString() };
    const body = { ...aDiscovery({ authorId: demo(recruiter) }), state: 'accepted', outcome, assigneeId: demo(owner) };
    await store.write([{ op: 'create', kind: 'discovery', id: 'dropped', body }]);
    expect((await press(as(world, owner), id, 'dropDraft')).status).toBe(200);
    expect(Object((await store.get('discovery', 'dropped'))?.body).state).toBe('inTriage');
    expect(await headOf(world, id)).not.toHaveProperty('draftVersion');
  });
});

describe('versions', () => {
  it('are listed with who, when and why, and compared two by two', async () => {
    const id = await scenarioNamed(world, report);
    await published(world, id, { whenNotToUse: ['For pay data.'] }, 'Says when not to use it.');
    const me = as(world, analyst);
    const { body } = await me.get(`/api/scenarios/${id}/versions`);
    expect(body.items[0]).toMatchObject({
      ...{ version: 3, state: { id: 'live', word: 'Live' }, writtenBy: 'Example author and host' },
      ...{ publishedBy: 'Example project owner', changeNote: 'Says when not to use it.' },
    });
    expect(body.items.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
    const { body: first } = await me.get(`/api/scenarios/${id}/versions/1`);
    expect(first.difference.map(({ path, kind }: { path: string; kind: string }) => [path, kind])).toEqual([
      ['tags', 'changed'],
      ['whenNotToUse', 'changed'],
    ]);
    const { body: both } = await me.get(`/api/scenarios/${id}/versions/3?against=2`);
    expect(both.against.contract.whenNotToUse).not.toEqual(['For pay data.']);
    expect(both.difference).toEqual([
      {
        ...{ path: 'whenNotToUse', label: 'When not to use it', kind: 'changed' },
        ...{ before: both.against.contract.whenNotToUse.join('\n'), after: 'For pay data.' },
      },
    ]);
    expect(said(await me.get(`/api/scenarios/${id}/versions/9`))).toEqual({ status: 404, error: 'not_found' });
  });

  it('stay as they were published', async () => {
    const id = await scenarioNamed(world, report);
    const before = (await bodiesOf(world, 'scenarioVersion')).filter(({ scenarioId }) => scenarioId === id);
    await published(world, id, { title: 'Another report' });
    const after = await bodiesOf(world, 'scenarioVersion');
    for (const each of before) expect(after.find((one) => one.id === each.id)).toEqual(each);
  });

  it('stay when whoever wrote them is forgotten, without their name', async () => {
    const id = await scenarioNamed(world, 'Another report');
    expect(await as(world, author).post('/api/me/forget')).toMatchObject({ status: 200 });
    const { body } = await as(world, analyst).get(`/api/scenarios/${id}/versions`);
    expect(body.items[0]).toMatchObject({ writtenBy: 'Name removed', publishedBy: 'Example project owner' });
    const { body: item } = await as(world, owner).get(`/api/scenarios/${id}/item`);
    expect(item.history.map(({ who }: { who: string }) => who)).toContain('Name removed');
    expect(JSON.stringify([body, item])).not.toContain('Example author');
  });
});

describe('an empty organisation', () => {
  let own: World;
  beforeAll(async () => {
    own = await startWorld({ config: { firstLoad: 'starter' } });
  });
  afterAll(() => own.close());

  it('publishes a starter scenario in one press, once people are named and a tool may see its data', async () => {
    await givenTo(storeOf(own), 1, ['owner', 'admin']);
    await givenTo(storeOf(own), 2, ['hrLead']);
    const me = asPerson(own, 1);
    const id = await scenarioNamed(own, procedure);
    const { body } = await me.get(`/api/scenarios/${id}/edit`);
    expect(body.missing.map(({ path }: { path: string }) => path)).toEqual(['ownerId', 'reviewerId', 'toolIds']);
    const seats = { ownerId: person(1).aadObjectId, reviewerId: person(2).aadObjectId };
    const named = await me.patch(`/api/scenarios/${id}/draft`, seats, body.version);
    const early = await me.post(`/api/scenarios/${id}/publish`, {}, named.body.version);
    expect(early).toMatchObject({ status: 409, body: { error: 'incomplete', fields: [{ path: 'toolIds' }] } });
    const [open] = body.options.dataClasses;
    const opened = await asPerson(own, 2).get(`/api/scenarios/${id}/edit`);
    expect(opened.body).toMatchObject({ mayEdit: false });
    await givenTo(storeOf(own), 3, ['author']);
    const change = { contract: { dataClassId: open.id } };
    const saved = await asPerson(own, 3).patch(`/api/scenarios/${id}/draft`, change, named.body.version);
    const done = await me.post(`/api/scenarios/${id}/publish`, {}, saved.body.version);
    expect(done).toMatchObject({ status: 200, body: { status: { word: 'Live' } } });
  });
});
