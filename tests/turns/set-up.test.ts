/** From an empty organisation to a running pilot on one day, press by press (product 11, L1): the page, then one card for each part. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execute, installed, person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { type Hand, hand } from '../helpers/hand.ts';
import { startWorld, type World } from '../helpers/world.ts';

const [owner, hrLead, toolsLead, stranger] = [901, 902, 903, 904];
const members = [911, 912, 913, 914, 915];
const everybody = [owner, hrLead, toolsLead, stranger, ...members];
const idOf = (number: number): string => person(number).aadObjectId;

let world: World;
beforeAll(async () => {
  world = await startWorld({ config: { firstLoad: 'starter', owners: [{ tenantId, personId: idOf(owner) }] } });
  // Installed for everybody, as an organisation does it: nobody presses anything for it.
  for (const number of everybody) await world.post(installed('add', from(number)));
});
afterAll(() => world.close());

const from = (number: number) => ({
  from: { id: `29:${number}`, name: `Person ${number}`, aadObjectId: idOf(number) },
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});
const as = (number: number) => asPerson(world, idOf(number));

const counted: { press: string; is: 'open' | 'decision' | 'press' }[] = [];
const press = (what: string, is: 'open' | 'decision' | 'press' = 'press') => void counted.push({ press: what, is });

const sentTo = (number: number) =>
  world.connector.requests.filter(
    ({ method, path }) => method === 'POST' && path.includes(encodeURIComponent(`a:${number}`)),
  );

/** The newest message that the bot sent to this person, in their hand. */
async function handed(number: number): Promise<Hand> {
  await world.tick();
  const one = hand(world, from(number));
  one.read(sentTo(number).at(-1)?.body);
  return one;
}

async function pressed(number: number, title: string): Promise<string> {
  const one = await handed(number);
  await one.press(title);
  press(`${title} on the card (${number})`);
  return one.text();
}

describe('an empty organisation', () => {
  let pilotId = '';

  it('opens on the set-up for its leads, and for nobody else', async () => {
    press('Fieldbook', 'open');
    press('its tab', 'open');
    expect((await as(owner).get('/api/me')).body.isUnset).toBe(true);
    expect((await as(stranger).get('/api/me')).body.isUnset).toBe(false);
    expect((await as(stranger).get('/api/setup')).status).toBe(403);
    expect((await as(stranger).get('/api/setup-people?q=')).status).toBe(403);
    const { body } = await as(owner).get('/api/setup');
    expect([body.chairs.ownerId, body.plan, body.parts]).toEqual([idOf(owner), undefined, []]);
    const [first] = body.workflows.filter(({ name }: { name: string }) => name === 'Job descriptions');
    expect(first).toMatchObject({ points: 93, scenarios: [expect.any(String), expect.any(String)] });
    expect(first.classes.map(({ name }: { name: string }) => name)).toEqual(['Internal']);
  });

  const chosen = async () => {
    const { body, tag } = await versioned(owner);
    const workflow = body.workflows.find(({ name }: { name: string }) => name === 'Job descriptions');
    const plan = {
      ...{ ownerId: idOf(owner), hrLeadId: idOf(hrLead), toolsLeadId: idOf(toolsLead), contactId: idOf(hrLead) },
      ...{ workflowId: workflow.id, toolIds: workflow.tools.slice(0, 2).map(({ id }: { id: string }) => id) },
      answers: workflow.classes.map(({ id }: { id: string }) => ({
        ...{ dataClassId: id, verdict: 'allowed', conditions: [], reason: body.reasons.allowed },
      })),
      worksheet: workflow.worksheet,
      memberIds: members.map(idOf),
    };
    return { plan, tag };
  };

  it('is told all that is wrong at once, and keeps nothing of it', async () => {
    const { plan, tag } = await chosen();
    const wrong = { ...plan, hrLeadId: idOf(owner), toolIds: ['nothing'], memberIds: plan.memberIds.slice(0, 4) };
    const refused = await as(owner).post('/api/setup', wrong, tag);
    expect([refused.status, refused.body.fields.map(({ path }: { path: string }) => path)]).toEqual([
      ...[400, ['hrLeadId', 'toolIds', 'memberIds']],
    ]);
    const nobody = { ...plan, contactId: 'b6a7c1de-0000-4000-8000-00000000ffff' };
    expect((await as(owner).post('/api/setup', nobody, tag)).body.fields).toEqual([
      expect.objectContaining({ path: 'contactId' }),
    ]);
    expect((await as(stranger).post('/api/setup', plan, tag)).status).toBe(403);
    expect((await versioned(owner)).body.plan).toBeUndefined();
  });

  it('is prepared on one page in one press: the chairs are given, the rest waits for who may', async () => {
    press('HR lead', 'decision');
    press('Tools lead', 'decision');
    press('Job descriptions', 'decision');
    press('Microsoft 365 Copilot', 'decision');
    press('Copilot Chat');
    press('Internal: allowed', 'decision');
    press('These numbers are ours', 'decision');
    press(`Person ${members[0]}`, 'decision');
    for (const number of members.slice(1)) press(`Person ${number}`);
    press('Person to tell', 'decision');
    const { plan, tag } = await chosen();
    const { status, body } = await as(owner).post('/api/setup', plan, tag);
    press('Prepare');
    expect([status, body.parts.map(({ is }: { is: string }) => is)]).toEqual([200, ['done', 'waiting', 'later']]);
    expect((await as(hrLead).get('/api/me')).body.grants).toEqual([{ grant: 'hrLead' }]);
    expect((await as(toolsLead).get('/api/me')).body.grants).toEqual([{ grant: 'governance' }]);
    expect((await as(owner).post('/api/setup', plan, tag)).status).toBe(412);
    // The others of the three may look and prepare as well, but confirm only what is theirs.
    const seen = await as(hrLead).get('/api/setup');
    expect([seen.status, seen.body.parts[1].is]).toEqual([200, 'waiting']);
    const early = await as(hrLead).post('/api/setup/confirm', { part: 'tools' }, seen.body.version);
    expect(early.status).toBe(403);
    const late = await as(owner).post('/api/setup/confirm', { part: 'pilot' }, seen.body.version);
    expect(late.status).toBe(409);
  });

  it('asks the tools lead with one card, then the project owner with one', async () => {
    const old = { part: 'tools', version: '0' };
    expect((await world.post(execute('confirmSetUp', old, from(toolsLead)))).text).toContain('out of date');
    expect((await world.post(execute('confirmSetUp', old, from(stranger)))).text).not.toContain('decided');
    expect(await pressed(toolsLead, 'Confirm')).toContain('The tools are decided.');
    const { body } = await as(owner).get('/api/tools');
    const cells = body.items.flatMap(({ cells: of }: { cells: { verdict: string; decidedBy: string }[] }) =>
      of.filter(({ decidedBy }) => decidedBy === `Person ${toolsLead}`).map(({ verdict }) => verdict),
    );
    expect(cells).toEqual(['allowed', 'allowed']);
    expect(await pressed(owner, 'Confirm')).toContain('the people are asked');
    const after = (await as(owner).get('/api/setup')).body;
    pilotId = after.pilotId;
    expect(after.parts.map(({ is }: { is: string }) => is)).toEqual(['done', 'done', 'done']);
    expect((await as(owner).get('/api/me')).body.isUnset).toBe(false);
    // Whom to tell is for everybody to know.
    expect((await as(stranger).get('/api/contact')).body.name).toBe(`Person ${hrLead}`);
    expect((await as(owner).get(`/api/pilots/${pilotId}`)).body.toTell).toBe(`Person ${hrLead}`);
    const own = await as(owner).post('/api/setup/confirm', { part: 'pilot' }, after.version);
    expect(own.status).toBe(409);
  });

  it('has its people join with their last one without AI', async () => {
    for (const number of members) {
      const one = await handed(number);
      one.type('minutes', '90');
      one.type('ranOn', '2026-11-20');
      await one.press('Join');
      press(`Join on the card (${number})`);
      expect(one.text()).toContain('that run counts');
    }
  });

  it('starts with the press of the owner and the one of the HR lead, on the same day', async () => {
    press('the pilot');
    const { body } = await as(owner).get(`/api/pilots/${pilotId}`);
    expect([body.cockpit.blockers, body.cockpit.needsReason, body.scenarios.length]).toEqual([[], [], 2]);
    const started = await as(owner).post(`/api/pilots/${pilotId}/start`, {}, body.version);
    press('Start', 'decision');
    expect(started.status).toBe(200);
    expect(await pressed(hrLead, 'Confirm')).toContain('It has started.');
    const running = (await as(owner).get(`/api/pilots/${pilotId}`)).body;
    expect([running.state.id, running.startDate, running.weekLine]).toEqual(['running', '2026-11-23', 'Week 1 of 6']);
    // Here the HR lead is the person to tell as well.
    expect((await handed(hrLead)).text()).toContain('You are the person to tell when something goes wrong in it.');
  });

  it('took no more than 33 presses and 9 decisions', () => {
    const decisions = counted.filter(({ is }) => is === 'decision').length;
    process.stdout.write(
      `empty organisation to a running pilot: ${counted.length} presses, ${decisions} decisions\n${counted.map(({ press: what }, at) => `${at + 1} ${what}`).join(', ')}\n`,
    );
    expect(counted.length).toBeLessThanOrEqual(33);
    expect(decisions).toBeLessThanOrEqual(9);
  });
});

async function versioned(number: number) {
  const { body } = await as(number).get('/api/setup');
  return { body, tag: String(body.version) };
}
