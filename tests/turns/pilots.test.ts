/** A pilot from the plan to the decision, by the tab and by the cards; what others find of it; and two who decide at once (product 6.6, L2). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { query, queryLink } from '../helpers/activities.ts';
import { day } from '../helpers/moving-clock.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';

import {
  all,
  analyst,
  as,
  author,
  bodyOf,
  demo,
  early,
  from,
  hrLead,
  idBySlug,
  inbox,
  late,
  meet,
  onCard,
  opsManager,
  owner,
  press,
  put,
  recruiter,
  said,
  secondHr,
  storeOf,
} from './pilots-kit.ts';

let world: World;
let workflowId: string;
let pilotId: string;
let mail: ReturnType<typeof inbox>;
beforeAll(async () => {
  world = await startWorld();
  await meet(world);
  mail = inbox(world);
  workflowId = await idBySlug(world, 'routine-reports');
  await put(world, 'workflow', workflowId, { stage: 'candidate' });
});
afterAll(() => world.close());

const pilotNow = () => bodyOf(world, 'pilot', pilotId);
const workflowNow = () => bodyOf(world, 'workflow', workflowId);
const act = (number: number, event: string, body: object = {}) =>
  press(as(world, number), 'pilots', pilotId, event, body);
const cockpitOf = async (number: number) => (await as(world, number).get(`/api/pilots/${pilotId}`)).body.cockpit;
const toldTo = async (number: number) => {
  await world.tick();
  return mail.of(number);
};
const name = 'Reports with AI';
const members = [opsManager, author, early, late, analyst];

describe('the plan', () => {
  it('is made by the owner, with what is usual prefilled; the HR lead hears of it', async () => {
    const body = { workflowId, name, goal: 'The weekly report takes half the time.' };
    const asked = await as(world, recruiter).post('/api/pilots', body);
    expect(asked.status).toBe(404);
    expect((await as(world, opsManager).post('/api/pilots', body)).status).toBe(403);
    const made = await as(world, owner).post('/api/pilots', body);
    expect([made.status, made.body.state.word, made.body.owner.name, made.body.hrLead.name]).toEqual([
      ...[201, 'Planned', 'Example project owner', 'Example HR lead'],
    ]);
    expect(made.body.cockpit.plan).toMatchObject({ weeks: 6, open: 'all', memberIds: [] });
    expect(made.body.scenarios).toHaveLength(2);
    pilotId = made.body.id;
    expect(await toldTo(hrLead)).toEqual([`A pilot is planned: ${name}`]);
  });

  it('says all that stands in the way, as sentences', async () => {
    const { blockers, needsReason } = await cockpitOf(owner);
    expect(blockers.map(({ key }: { key: string }) => key)).toEqual(['tooFewPeople', 'worksheet']);
    expect(needsReason.map(({ key }: { key: string }) => key)).toEqual(['rosterSize', 'secondPilot']);
    const refused = await act(owner, 'openBaseline', { reason: 'We want to.' });
    expect(said(refused)).toContain('409 A pilot needs 3 people or more.');
  });

  it('wants numbers of its own in the worksheet, whose score is shown with its parts', async () => {
    const work = `/api/workflows/${workflowId}`;
    const { body: before } = await as(world, owner).get(`${work}/work`);
    expect([before.isExample, before.score.points, before.missing]).toEqual([
      true,
      100,
      [expect.stringContaining('examples')],
    ]);
    const worksheet = {
      ...before.worksheet,
      runsPerPersonPerMonth: 4,
      people: 5,
      minutesPerRun: 60,
      judgeable: 'partly',
    };
    const { body: after } = await as(world, owner).patch(work, { worksheet }, before.version);
    expect([after.isExample, after.missing, after.score.points, after.score.word]).toEqual([false, [], 50, 'Possible']);
    expect(after.score.parts.map(({ points, most }: { points: number; most: number }) => [points, most])).toEqual([
      ...[
        [15, 30],
        [15, 30],
        [20, 40],
      ],
    ]);
    const none = await as(world, owner).patch(work, { worksheet: { ...worksheet, judgeable: 'no' } }, after.version);
    expect(none.body.missing).toEqual([expect.stringContaining('Nobody can tell a good result')]);
    await as(world, owner).patch(work, { worksheet }, none.body.version);
    expect((await as(world, author).patch(work, { name: 'Mine' }, after.version)).status).toBe(403);
  });

  it('names people who are known, and is not changed over a newer state', async () => {
    const { body: seen } = await as(world, owner).get(`/api/pilots/${pilotId}`);
    const path = `/api/pilots/${pilotId}`;
    const strange = await as(world, owner).patch(path, { memberIds: ['nobody'], zone: 'Mars/One' }, seen.version);
    expect(strange.body.fields.map(({ path: field }: { path: string }) => field)).toEqual(['zone', 'memberIds']);
    const memberIds = [...members, recruiter].map(demo);
    expect((await as(world, owner).patch(path, { memberIds }, seen.version)).status).toBe(200);
    expect((await as(world, owner).patch(path, { weeks: 7 }, seen.version)).status).toBe(412);
    // Nobody is asked yet, so nobody of them knows.
    expect((await as(world, early).get(path)).status).toBe(404);
  });
});

describe('asked to take part', () => {
  const join = (number: number, data: object) => onCard(world, number, 'joinPilot', { pilotId, ...data });

  it('a second pilot in the department needs a reason; then the people are asked', async () => {
    expect(said(await act(owner, 'openBaseline'))).toContain('Another pilot goes on in the department.');
    expect(said(await act(owner, 'openBaseline', { reason: 'Reports are other people.' }))).toBe(
      '200 The people are asked.',
    );
    expect(await toldTo(early)).toEqual([`Will you try ${name}?`]);
    const { body } = await as(world, early).get(`/api/pilots/${pilotId}`);
    expect([body.mine, body.cockpit, body.history, body.recorded.length]).toEqual(['asked', undefined, [], 5]);
    const names = body.rules.map(({ name }: { name: string }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
    expect(body.actions.map(({ event }: { event: string }) => event)).toEqual(['join', 'decline']);
  });

  it('joins on the card, with the last one without AI: recent ones count, older ones are kept as estimates', async () => {
    expect(await join(early, { minutes: '30' })).toContain('Give both the minutes and the day, or neither.');
    expect(await join(early, { minutes: 30.2, ranOn: '2026-11-20' })).toContain('whole or half numbers');
    expect(await join(early, { minutes: 30, ranOn: '2026-11-24' })).toContain('Give a day that is not ahead.');
    expect((await pilotNow()).roster.filter((place: { joinedAt?: string }) => place.joinedAt)).toEqual([]);
    expect(await join(early, { minutes: '45,5', ranOn: '2026-11-09' })).toContain('that run counts');
    expect(await join(late, { minutes: 60, ranOn: '2026-11-08' })).toContain('does not count');
    expect(await join(analyst, { minutes: '', ranOn: '' })).toContain('You are in.');
    expect(await join(early, { minutes: '', ranOn: '' })).toContain('out of date');
    const { body } = await as(world, author).get(`/api/pilots/${pilotId}`);
    const told = { minutes: '40', ranOn: '2026-11-23' };
    const joined = await as(world, author).post(`/api/pilots/${pilotId}/join`, told, body.version);
    expect(said(joined)).toContain('that run counts');
    const runs = await all(world, 'baseline', (run) => run.pilotId === pilotId);
    expect(runs.map(({ minutes, method }) => [minutes, method]).toSorted()).toEqual([
      ...[
        [40, 'typed'],
        [45.5, 'typed'],
        [60, 'estimate'],
      ],
    ]);
    expect(JSON.stringify(runs)).not.toMatch(new RegExp([early, late, author].map(demo).join('|')));
  });

  it('or says no, and then it is not there for them any more; the owner hears of each', async () => {
    expect(await onCard(world, recruiter, 'declinePilot', { pilotId })).toContain('Not this time.');
    expect((await as(world, recruiter).get(`/api/pilots/${pilotId}`)).status).toBe(404);
    expect(await toldTo(owner)).toHaveLength(5);
    const { people, before } = await cockpitOf(owner);
    expect(people.map(({ is }: { is: string }) => is).toSorted()).toEqual([
      ...['asked', 'declined', 'joined', 'joined', 'joined', 'joined'],
    ]);
    expect(before).toMatchObject({ timer: 0, typed: 2, estimate: 1, counted: 2, needed: 3 });
  });
});

describe('the start', () => {
  it('waits for three runs that count, with no way past', async () => {
    expect(said(await act(owner, 'start', { reason: 'We want to.' }))).toContain('2 of 3 runs without AI are told.');
    expect(said(await act(opsManager, 'addBefore', { minutes: 50, ranOn: '2026-11-22' }))).toMatch(/^403/);
    expect(said(await act(analyst, 'addBefore', { minutes: '50', ranOn: '2026-11-22' }))).toContain('that run counts');
  });

  it('is signed by the owner and confirmed by the HR lead on one card', async () => {
    expect(said(await act(owner, 'start'))).toContain('People in it: 4. Usual are 5 to 10.');
    expect(said(await act(owner, 'start', { reason: 'A small team.' }))).toContain('You have signed.');
    expect([said(await act(owner, 'confirm')), said(await act(analyst, 'confirm'))]).toEqual([
      ...[expect.stringContaining('409 You have signed already.'), expect.stringMatching(/^403/)],
    ]);
    expect((await workflowNow()).stage).toBe('candidate');
    expect(await toldTo(hrLead)).toEqual([`Start ${name}?`]);
    const { signing } = await pilotNow();
    const data = { pilotId, signedAt: signing.at };
    expect(await onCard(world, hrLead, 'sendBackPilot', { ...data, reason: '' })).toContain('Say what is missing.');
    expect(
      await onCard(world, hrLead, 'sendBackPilot', { ...data, reason: 'Tell the works council first.' }),
    ).toContain('Sent back.');
    expect(await toldTo(owner)).toEqual([`News of ${name}`]);
    world.clock.pass(60_000);
    await act(owner, 'start', { reason: 'They know.' });
    // The card of the first signature is old now.
    expect(await onCard(world, hrLead, 'confirmPilot', data)).toContain('out of date');
    const again = { pilotId, signedAt: (await pilotNow()).signing.at };
    expect(await onCard(world, recruiter, 'confirmPilot', again)).not.toContain('It has started.');
    expect(await onCard(world, hrLead, 'confirmPilot', again)).toContain('It has started.');
  });

  it('opens the workflow to those who joined, and gives its owner the department, on record', async () => {
    const { stage, pilotMemberIds, ownerId, hrLeadId, departmentId } = await workflowNow();
    const joined = [early, late, analyst, author].map(demo);
    expect([stage, pilotMemberIds.toSorted(), ownerId, hrLeadId]).toEqual([
      'pilot',
      joined.toSorted(),
      demo(owner),
      demo(hrLead),
    ]);
    const { grants } = await bodyOf(world, 'person', demo(owner));
    expect(grants).toContainEqual(
      expect.objectContaining({ grant: 'manager', scopeId: departmentId, givenBy: demo(hrLead) }),
    );
    const [entry] = await all(world, 'auditEntry', ({ action }) => action === 'person.grant');
    expect(entry).toMatchObject({ actorId: demo(hrLead), entityId: demo(owner) });
    expect(await toldTo(early)).toEqual([`${name} has started`]);
    // Whoever said no hears no more of it.
    expect(await mail.of(recruiter)).toEqual([`Will you try ${name}?`]);
    expect(await pilotNow()).toMatchObject({ state: 'running', startDate: '2026-11-23', endDate: '2027-01-04' });
  });

  it('others find nothing of it: no list, no id, no event, no search, no link', async () => {
    const me = as(world, recruiter);
    expect((await me.get('/api/pilots')).body.items).toEqual([]);
    const { version } = (await as(world, owner).get(`/api/pilots/${pilotId}`)).body;
    for (const event of ['join', 'leave', 'confirm', 'cancel'])
      expect((await me.post(`/api/pilots/${pilotId}/${event}`, {}, version)).status).toBe(404);
    expect((await me.get(`/api/workflows/${workflowId}`)).status).toBe(404);
    expect((await me.get(`/api/workflows/${workflowId}/work`)).status).toBe(404);
    expect(await onCard(world, recruiter, 'joinPilot', { pilotId })).not.toContain(name);
    const title = 'Weekly report from a table';
    const found = await world.post(query('findScenario', title, from(recruiter)));
    expect(found.text).not.toContain(title);
    expect((await world.post(query('findScenario', title, from(early)))).text).toContain(title);
    const scenarioId = (await pilotNow()).scenarioIds[0];
    const link = (number: number) =>
      world.post(queryLink(`https://fieldbook.example.com/s/${scenarioId}`, from(number)));
    expect((await link(recruiter)).text).toContain('In a pilot');
    expect((await link(recruiter)).text).not.toContain(title);
  });

  it('who comes later or leaves moves what they see in the same write', async () => {
    expect(said(await act(owner, 'addPerson', { personId: 'nobody' }))).toMatch(/^400/);
    expect(said(await act(owner, 'addPerson', { personId: demo(recruiter) }))).toBe('200 Asked.');
    expect(await toldTo(recruiter)).toEqual([`Will you try ${name}?`]);
    await onCard(world, recruiter, 'joinPilot', { pilotId });
    expect((await workflowNow()).pilotMemberIds).toContain(demo(recruiter));
    expect((await as(world, recruiter).get(`/api/workflows/${workflowId}`)).status).toBe(200);
    expect((await act(recruiter, 'leave')).status).toBe(200);
    expect((await workflowNow()).pilotMemberIds).not.toContain(demo(recruiter));
    world.clock.pass(1_000);
    await act(owner, 'removePerson', { personId: demo(late) });
    expect((await workflowNow()).pilotMemberIds).not.toContain(demo(late));
    expect((await toldTo(late)).slice(1)).toEqual([`${name} has started`, `News of ${name}`]);
    expect((await as(world, late).get(`/api/pilots/${pilotId}`)).status).toBe(404);
    // By mistake: they are in it again and hear so; what somebody did since is not taken back.
    expect(said(await act(hrLead, 'undo'))).toMatch(/^409/);
    expect(said(await act(owner, 'undo'))).toContain('Taken back.');
    expect((await workflowNow()).pilotMemberIds).toContain(demo(late));
    expect(await toldTo(late)).toEqual([`News of ${name}`]);
    expect(said(await act(owner, 'undo'))).toMatch(/^409/);
    world.clock.pass(1_000);
    await act(owner, 'removePerson', { personId: demo(late) });
    await toldTo(late);
    expect((await workflowNow()).pilotMemberIds).not.toContain(demo(late));
  });
});

const daysPass = async (days: number) => {
  world.clock.pass(days * day);
  await world.tick();
};

describe('by the calendar', () => {
  it('what came back is listed for those who lead it, without a name or a figure of one', async () => {
    const scenarioId = (await pilotNow()).scenarioIds[0];
    const [dataClass] = await all(world, 'dataClass', ({ slug }) => slug === 'internal');
    const what = 'Ask for the table first';
    const body = { what, scenarioId, dataClassId: dataClass?.id, clean: true, anyway: true, credit: 'named' };
    const { body: shared } = await as(world, analyst).post('/api/discoveries', body);
    const nothingYet = { lines: [], note: 'Not enough data (n = 0). Missing: 3 more answers.', questions: '' };
    expect((await cockpitOf(owner)).cameBack).toEqual([
      {
        ...{ ...nothingYet, id: scenarioId, title: 'Weekly report from a table' },
        shared: [{ id: shared.item.id, title: what, path: `/review/discoveries/${shared.item.id}` }],
      },
      { ...nothingYet, id: expect.any(String), title: 'Questions that test a report', shared: [] },
    ]);
    expect(await cockpitOf(analyst)).toBeUndefined();
  });

  it('half time is said once, the end opens the gate', async () => {
    await toldTo(analyst);
    await mail.of(owner);
    await daysPass(20);
    expect(await mail.of(analyst)).toEqual([]);
    const { body } = await as(world, analyst).get(`/api/pilots/${pilotId}`);
    expect([body.weekLine, body.week]).toEqual(['Week 3 of 6', { number: 3, of: 6 }]);
    await daysPass(1);
    expect([await mail.of(analyst), await mail.of(owner)]).toEqual([
      [`Half time: ${name}`],
      expect.arrayContaining([`Half time: ${name}`]),
    ]);
    await daysPass(20);
    expect((await pilotNow()).state).toBe('running');
    await daysPass(1);
    expect((await pilotNow()).state).toBe('deciding');
    expect(await toldTo(hrLead)).toContain(`How does ${name} go on?`);
    // People keep what they have.
    expect((await as(world, analyst).get(`/api/workflows/${workflowId}`)).status).toBe(200);
  });

  it('nobody decides: from day ten by the week, after four weeks to administrators', async () => {
    const gate = `How does ${name} go on?`;
    const count = async (number: number) => (await toldTo(number)).filter((text) => text === gate).length;
    await count(hrLead);
    await daysPass(9);
    expect(await count(hrLead)).toBe(0);
    await daysPass(1);
    expect(await count(hrLead)).toBe(1);
    await daysPass(7);
    expect(await count(hrLead)).toBe(1);
    const admin = { grant: 'admin', scopeKind: 'tenant', givenBy: 'system', givenAt: '2026-11-23T09:00:00.000Z' };
    await put(world, 'person', demo(secondHr), { grants: [admin] });
    await daysPass(14);
    // The week that was slept through is not made up for.
    expect([await count(hrLead), await count(secondHr)]).toEqual([1, 1]);
    expect((await pilotNow()).state).toBe('deciding');
  });
});

describe('the gate', () => {
  const decide = (number: number, data: object) => onCard(world, number, 'decidePilot', { pilotId, ...data });

  it('without numbers it asks what the choice rests on; one signs on the card, the other confirms', async () => {
    expect(await decide(analyst, { decision: 'scale' })).not.toContain('You have signed.');
    expect(await decide(hrLead, { decision: 'scale', why: '' })).toContain('Say what the choice rests on.');
    expect(await decide(hrLead, { decision: 'stop', why: 'No use.' })).toContain('what you learned');
    expect(await decide(hrLead, { decision: 'scale', why: 'People ask for it.' })).toContain('You have signed.');
    expect((await cockpitOf(owner)).signing).toMatchObject({
      what: 'scale',
      lines: ['Why: People ask for it.'],
      isMine: false,
    });
    expect(said(await act(owner, 'decideStop', { why: 'No.', lessons: 'None.' }))).toContain(
      'One of the two has signed.',
    );
    expect((await workflowNow()).stage).toBe('pilot');
    expect(await toldTo(owner)).toContain(`Take ${name} into the department?`);
    expect(said(await act(owner, 'confirm'))).toBe('200 It is for the whole department now.');
    // Pressed too early: everything is as it was before, the signature of the other one too.
    expect((await as(world, hrLead).get(`/api/pilots/${pilotId}`)).body.undo).toBeUndefined();
    expect(said(await act(owner, 'undo'))).toContain('Taken back.');
    expect([(await workflowNow()).stage, (await pilotNow()).state]).toEqual(['pilot', 'deciding']);
    expect((await cockpitOf(owner)).signing).toMatchObject({ what: 'scale', isMine: false });
    expect(await toldTo(analyst)).toEqual([`News of ${name}`]);
    await toldTo(hrLead);
    world.clock.pass(1_000);
    expect(said(await act(owner, 'confirm'))).toBe('200 It is for the whole department now.');
  });

  it('the department sees it from the same moment; the evidence and the rule are frozen with it', async () => {
    expect((await workflowNow()).stage).toBe('proven');
    const { gates, announcement } = await cockpitOf(owner);
    expect(gates).toMatchObject([
      { why: 'People ask for it.', evidence: {}, by: ['Example HR lead', 'Example project owner'] },
    ]);
    expect(gates[0].checklist.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
    expect(announcement).toContain('Routine reports with AI is for all of Operations');
    expect(await toldTo(analyst)).toEqual([`${name} goes on for everybody in the department`]);
    // Both who signed hear of it: its owner is offered to tell of it where something was measured. Here nothing was.
    expect(await toldTo(hrLead)).toContain(`${name} goes on for everybody in the department`);
    expect(await toldTo(owner)).toContain(`${name} goes on for everybody in the department`);
    expect((await cockpitOf(owner)).winPath).toBeUndefined();
    expect((await workflowNow()).widenedAt).toBe(gates[0].at);
  });
});

describe('the workflow afterwards', () => {
  const move = (number: number, event: string, body = {}) =>
    press(as(world, number), 'workflows', workflowId, event, body);

  it('opens to everyone when both have signed, and goes back to the department by one', async () => {
    expect(said(await move(owner, 'widen'))).toContain('You have signed.');
    expect(said(await move(owner, 'widen'))).toContain('409 You have signed already.');
    expect((await workflowNow()).stage).toBe('proven');
    expect(await toldTo(hrLead)).toContain('Open Routine reports to everyone?');
    expect(await onCard(world, recruiter, 'signWorkflow', { workflowId, answer: 'yes' })).not.toContain(
      'open to everyone now',
    );
    expect(await onCard(world, hrLead, 'signWorkflow', { workflowId, answer: 'yes' })).toContain(
      'open to everyone now',
    );
    const { stage, widenedAt } = await workflowNow();
    expect([stage, widenedAt]).toEqual(['scaled', world.clock.now().toISOString()]);
    expect((await as(world, recruiter).get(`/api/workflows/${workflowId}`)).status).toBe(200);
    // No second press of an old card begins anything.
    expect(await onCard(world, hrLead, 'signWorkflow', { workflowId, answer: 'yes' })).not.toContain(
      'open to everyone now',
    );
    world.clock.pass(1_000);
    expect(said(await move(hrLead, 'narrow', { reason: 'Another rule is coming.' }))).toContain(
      'for the department alone',
    );
    const narrow = await workflowNow();
    expect([narrow.stage, narrow.widenedAt]).toEqual(['proven', undefined]);
    // Taken back by who did it, within ten minutes: whoever was told is told once more.
    await mail.of(owner);
    const canUndo = async (number: number) =>
      (await as(world, number).get(`/api/workflows/${workflowId}/work`)).body.undo !== undefined;
    expect([await canUndo(hrLead), await canUndo(owner)]).toEqual([true, false]);
    expect(said(await move(owner, 'undo'))).toMatch(/^409/);
    expect(said(await move(hrLead, 'undo'))).toContain('Taken back.');
    expect((await workflowNow()).stage).toBe('scaled');
    expect((await as(world, recruiter).get(`/api/workflows/${workflowId}`)).status).toBe(200);
    world.clock.pass(1_000);
    expect(said(await move(hrLead, 'narrow', { reason: 'Another rule is coming.' }))).toMatch(/^200/);
    world.clock.pass(11 * 60_000);
    expect([await canUndo(hrLead), said(await move(hrLead, 'undo')).slice(0, 3)]).toEqual([false, '409']);
  });

  it('is retired with its scenarios, past users hear of it once; taken up again they are drafts', async () => {
    const ids: string[] = (await pilotNow()).scenarioIds;
    for (const scenarioId of ids) await storeUse(scenarioId);
    expect(said(await move(hrLead, 'retire', { reason: 'It writes itself.' }))).toMatch(/^403/);
    expect(said(await move(owner, 'retire', { reason: 'It writes itself.', replacementId: 'none' }))).toMatch(/^400/);
    await mail.of(analyst);
    expect(said(await move(owner, 'retire', { reason: 'It writes itself.' }))).toBe('200 Retired, with its scenarios.');
    expect(await toldTo(analyst)).toEqual(['Routine reports is retired']);
    const states = async () =>
      (await Promise.all(ids.map((id) => bodyOf(world, 'scenario', id)))).map(({ state }) => state);
    expect(await states()).toEqual(['retired', 'retired']);
    const listed = async (number: number, path: string) =>
      (await as(world, number).get(path)).body.items.some(({ id }: { id: string }) => id === workflowId);
    const paths = ['/api/workflows', '/api/workflows?with=retired'];
    const seenBy = (number: number) => Promise.all(paths.map((path) => listed(number, path)));
    expect([await seenBy(owner), await seenBy(recruiter)]).toEqual([
      [false, true],
      [false, false],
    ]);
    // By mistake: all is as it was, whoever heard of it hears that too, and it is retired again.
    expect(said(await move(owner, 'undo'))).toContain('Taken back.');
    expect([await states(), (await workflowNow()).stage]).toEqual([['published', 'published'], 'proven']);
    expect(await toldTo(analyst)).toEqual(['Routine reports is here again']);
    world.clock.pass(1_000);
    expect(said(await move(owner, 'retire', { reason: 'It writes itself.' }))).toMatch(/^200/);
    // What somebody acted on since is not taken back.
    const first = await bodyOf(world, 'scenario', ids[0] ?? '');
    expect(first.state).toBe('retired');
    const onFirst = async (event: string) => {
      const { body: seen } = await as(world, owner).get(`/api/scenarios/${ids[0]}/edit`);
      return said(await as(world, owner).post(`/api/scenarios/${ids[0]}/${event}`, {}, seen.version));
    };
    expect(await onFirst('restore')).toMatch(/^200/);
    expect(said(await move(owner, 'undo'))).toMatch(/^409/);
    expect(await onFirst('dropDraft')).toMatch(/^200/);
    world.clock.pass(1_000);
    expect(said(await move(owner, 'reopen'))).toContain('being prepared again');
    expect([await states(), (await workflowNow()).stage]).toEqual([['draft', 'draft'], 'candidate']);
  });

  async function storeUse(scenarioId: string): Promise<void> {
    const body = {
      personId: demo(analyst),
      scenarioId,
      lastVersion: 1,
      toldVersion: 1,
      lastUsedAt: world.clock.now().toISOString(),
    };
    await storeOf(world).write([{ op: 'create', kind: 'personScenario', id: `used-${scenarioId}`, body }]);
  }

  it('a new one is begun by an author, who owns it', async () => {
    const departmentId = (await workflowNow()).departmentId;
    const steps = [
      { title: 'Collect', isAiStep: false },
      { title: 'Write', isAiStep: true },
    ];
    const body = { name: 'Stock counts', problem: 'They take all Friday.', departmentId, steps };
    const byNobody = await as(world, recruiter).post('/api/workflows', body);
    expect(byNobody.status).toBe(403);
    const noAi = await as(world, author).post('/api/workflows', { ...body, steps: [steps[0], steps[0]] });
    expect(said(noAi)).toContain('Mark at least one step in which AI helps.');
    const made = await as(world, author).post('/api/workflows', body);
    expect([made.status, made.body.owner.name, made.body.stage.id]).toEqual([
      201,
      'Example author and host',
      'candidate',
    ]);
    expect((await as(world, author).post('/api/workflows', body)).body.fields[0].path).toBe('name');
    expect(await toldTo(hrLead)).toContain('A new workflow: Stock counts');
  });
});

describe('two who decide at once', () => {
  it.each(['a file', 'Cosmos DB'])('on %s: one of them, and the other one learns of it', async (where) => {
    const other = where === 'a file' ? world : await startWorld({ overrides: { store: await onCosmos() } });
    const [{ id = '' } = {}] = await all(other, 'pilot', ({ name: title }) =>
      String(title).startsWith('Example pilot'),
    );
    await put(other, 'pilot', id, { state: 'deciding', endedAt: other.clock.now().toISOString() });
    const path = `/api/pilots/${id}`;
    const { version } = (await as(other, owner).get(path)).body;
    const answers = await Promise.all([
      as(other, owner).post(`${path}/decideScale`, { why: 'It works.' }, version),
      as(other, hrLead).post(`${path}/decideStop`, { why: 'No use.', lessons: 'Short already.' }, version),
    ]);
    // Late by a moment it meets another version, later still another state.
    expect([
      [200, 409],
      [200, 412],
    ]).toContainEqual(answers.map(({ status }) => status).toSorted());
    const entries = await all(
      other,
      'auditEntry',
      ({ entityId, action }) => entityId === id && action === 'pilot.sign',
    );
    expect(entries).toHaveLength(1);
    // The same card pressed twice at once confirms once.
    const { signing } = await bodyOf(other, 'pilot', id);
    const second = signing.by === demo(owner) ? hrLead : owner;
    const data = { pilotId: id, signedAt: signing.at };
    await Promise.all([onCard(other, second, 'confirmPilot', data), onCard(other, second, 'confirmPilot', data)]);
    expect((await bodyOf(other, 'pilot', id)).gates).toHaveLength(1);
    if (other !== world) await other.close();
  });

  it('two pilots of a department that begin at once: one of them needs a reason', async () => {
    const ids = await Promise.all(
      ['process-documents', 'stock'].map(async (slug) => {
        const workflow = slug === 'stock' ? await all(world, 'workflow', (body) => body.name === 'Stock counts') : [];
        const id = workflow[0]?.id ?? (await idBySlug(world, slug));
        const worksheet = { runsPerPersonPerMonth: 4, people: 5, minutesPerRun: 60, judgeable: 'yes' };
        const judged = { judgedBy: 'A lead', judgedHow: 'By the notes.', isExample: false };
        await put(world, 'workflow', id, { stage: 'candidate', worksheet: { ...worksheet, ...judged } });
        const body = { workflowId: id, name: `Pilot of ${slug}`, goal: 'Less time.', hrLeadId: demo(hrLead) };
        const made = await as(world, owner).post('/api/pilots', { ...body, memberIds: members.map(demo) });
        return String(made.body.id);
      }),
    );
    for (const pilot of await all(world, 'pilot', ({ state }) => state === 'running' || state === 'deciding'))
      await put(world, 'pilot', pilot.id, { state: 'stopped' });
    const answers = await Promise.all(ids.map((id) => press(as(world, owner), 'pilots', id, 'openBaseline')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [loser = ''] = ids.filter((_, at) => answers[at]?.status !== 200);
    expect(said(await press(as(world, owner), 'pilots', loser, 'openBaseline'))).toContain('Another pilot goes on');
  });
});

describe('a person who is forgotten', () => {
  it('hears first what is there of them, and is in no pilot and in no record of one afterwards', async () => {
    const named = async (number: number) =>
      (await Promise.all(['pilot', 'workflow', 'auditEntry'].map((kind) => all(world, kind, () => true))))
        .flat()
        .filter((body) => JSON.stringify(body).includes(demo(number)));
    const data = await as(world, analyst).get('/api/me/data');
    expect(JSON.stringify(data.body)).toContain('roster');
    for (const number of [analyst, author]) {
      expect((await named(number)).length).toBeGreaterThan(0);
      expect((await as(world, number).post('/api/me/forget')).status).toBe(200);
      expect(await named(number)).toEqual([]);
    }
    const { items } = (await as(world, owner).get('/api/pilots')).body;
    for (const { id } of items) expect((await as(world, owner).get(`/api/pilots/${id}`)).status).toBe(200);
  });
});

const onCosmos = async () => (await openInProcess({ clock: world.clock })).store;
