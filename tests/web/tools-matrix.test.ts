/** The matrix of the tab: what everyone reads is what the rules say, and a cell that governance sets counts at once, everywhere. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { loadRules } from '../../src/features/guardrails/documents.ts';
import { rulebookOf } from '../../src/features/guardrails/rulebook.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { hand } from '../helpers/hand.ts';
import { startWorld } from '../helpers/world.ts';
import {
  author,
  hrLead,
  manager,
  matrixAs,
  member,
  owner,
  second,
  tools,
  toolsAndHr,
  withPeople,
} from './tools-kit.ts';

const world = await startWorld();
await withPeople(world);
afterAll(() => world.close());
const store = world.running.store.forTenant(tenantId);

const says = async (text: string, number = member): Promise<string> => {
  const conversation = { id: `a:${number}`, conversationType: 'personal', tenantId };
  const me = hand(world, { from: person(number), conversation });
  await me.say(text);
  return me.text();
};

const audits = async (action: string) => {
  const found = [];
  for await (const { body } of findAll(store, { kind: 'auditEntry', where: [['action', '=', action]] }))
    found.push(Object(body));
  return found;
};

describe('the matrix', () => {
  it('says in every cell what the rules say', async () => {
    const { body } = await asPerson(world, member).get('/api/tools');
    const rules = await loadRules(store);
    const rulebook = rulebookOf(rules, []);
    expect(body.items).toHaveLength(rules.tools.size);
    expect(body.classes.map(({ name }: { name: string }) => name)).toEqual(rulebook.classes().map(({ name }) => name));
    for (const { id, cells } of body.items)
      for (const { dataClassId, verdict, isDue } of cells) {
        const answer = rulebook.verdict({ toolId: id, dataClassId, reader: { roleIds: [] }, now: world.clock.now() });
        expect({ id, dataClassId, verdict }).toEqual({ id, dataClassId, verdict: answer.verdict });
        expect(isDue).toBe(false);
      }
  });

  it('never says yes in a cell that nobody has decided', async () => {
    const { body } = await asPerson(world, member).get('/api/tools');
    const stored = await loadRules(store);
    let open = 0;
    for (const { id, cells } of body.items)
      for (const { dataClassId, verdict, word, sign } of cells) {
        const rule = stored.tools.get(id)?.rules.find((each) => each.dataClassId === dataClassId);
        if (rule && rule.verdict !== 'undecided') continue;
        open++;
        expect({ verdict, word, sign }).toEqual({ verdict: 'undecided', word: 'Not decided yet', sign: '?' });
      }
    expect(open).toBeGreaterThan(10);
  });

  it('is read by everyone and edited by those who decide about tools', async () => {
    for (const number of [member, author, manager, owner, hrLead])
      expect((await asPerson(world, number).get('/api/tools')).body.canEdit).toBe(false);
    expect((await asPerson(world, tools).get('/api/tools')).body.canEdit).toBe(true);
  });
});

describe('a cell that is set', () => {
  const [tool, dataClass] = ['Copilot Chat', 'Personal'];
  const rule = { verdict: 'withConditions', conditions: ['Take out private addresses.'] };

  it('is told before: what changes, for whom', async () => {
    const matrix = matrixAs(world, tools);
    const { body } = await matrix.tool(tool);
    const asked = { dataClassId: await matrix.classId(dataClass), reason: 'It is covered.', ...rule };
    const preview = await matrix.as.post(`/api/tools/${body.id}/rule/preview`, asked);
    expect(preview.status).toBe(200);
    expect(preview.body.changes).toContain(
      'Copilot Chat with Personal data: Not decided yet → Allowed with conditions',
    );
    expect(preview.body.changes.join()).toMatch(/[1-9]\d* scenarios? shows? another answer/);
    expect(preview.body.changes.join()).toMatch(/[1-9]\d* people get another answer/);
    expect(await matrix.cell(tool, dataClass)).toMatchObject({ verdict: 'undecided' });
  });

  it('counts at once in a chat, in a scenario and in the matrix, with a decision that says who and why', async () => {
    expect(await says('can i use copilot chat with a staff list')).toContain('Not decided yet');
    const matrix = matrixAs(world, tools);
    const before = await matrix.tool(tool);
    const set = await matrix.set(tool, dataClass, rule);
    expect(set.status).toBe(200);
    expect(set.body.version).not.toBe(before.body.version);
    expect(set.headers.get('etag')).toBe(`"${set.body.version}"`);
    const answer = await says('can i use copilot chat with a staff list');
    expect(answer).toContain('Allowed with conditions');
    expect(answer).toContain('Take out private addresses.');
    expect(await says('use scheduling and decline notes to candidates')).toContain(
      'Copilot Chat (Allowed with conditions)',
    );
    const cell = await matrixAs(world, member).cell(tool, dataClass);
    expect(cell).toMatchObject({ verdict: 'withConditions', decidedBy: `Person ${tools}`, isDue: false });
    const decision = await asPerson(world, member).get(`/api/decisions/${cell.decisions[0].id}`);
    expect(decision.body).toMatchObject({ heading: 'May I use Copilot Chat with Personal data?', actions: [] });
    expect(JSON.stringify(decision.body)).toContain('Our contract covers it.');
    expect(await audits('tool.setRule')).toContainEqual(
      expect.objectContaining({ actorId: person(tools).aadObjectId, reason: 'Our contract covers it.' }),
    );
  });

  it('takes the place of the decision before it', async () => {
    const matrix = matrixAs(world, second);
    const before = (await matrix.cell(tool, dataClass)).decisions[0].id;
    expect((await matrix.set(tool, dataClass, { verdict: 'notAllowed' })).status).toBe(200);
    expect((await matrix.cell(tool, dataClass)).verdict).toBe('notAllowed');
    const history = await matrix.as.get('/api/decisions?state=history');
    expect(history.body.items.map(({ id }: { id: string }) => id)).toContain(before);
    const inForce = await matrix.as.get('/api/decisions?q=copilot%20chat%20personal');
    const about = inForce.body.items.map((each: { about: string }) => each.about);
    expect(about.filter((each: string) => each === 'Copilot Chat · Personal')).toHaveLength(1);
  });

  it.each([
    ['a member', member],
    ['an author', author],
    ['a manager', manager],
    ['an HR lead', hrLead],
    ['an owner', owner],
  ])('is refused to %s', async (_, number) => {
    const matrix = matrixAs(world, number);
    const { status, body } = await matrix.set(tool, 'Restricted', { verdict: 'allowed' });
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'forbidden' });
    expect((await matrix.cell(tool, 'Restricted')).verdict).toBe('undecided');
  });

  it.each([
    ['no version', {}, undefined, 428],
    ['an older version', {}, 'b2xk', 412],
    ['no such answer', { verdict: 'maybe' }, 'own', 400],
    ['conditions that are not said', { verdict: 'withConditions' }, 'own', 400],
    ['no reason', { reason: ' ' }, 'own', 400],
    ['a field nobody knows', { force: true }, 'own', 400],
    ['no such data', { dataClassId: 'nothing' }, 'own', 400],
  ])('is refused with %s', async (_, change, version, status) => {
    const matrix = matrixAs(world, tools);
    const { body } = await matrix.tool(tool);
    const asked = {
      dataClassId: await matrix.classId('Restricted'),
      verdict: 'allowed',
      conditions: [],
      reason: 'So.',
    };
    const answer = await matrix.as.post(
      `/api/tools/${body.id}/rule`,
      { ...asked, ...change },
      version === 'own' ? body.version : version,
    );
    expect(answer.status).toBe(status);
    expect((await matrix.cell(tool, 'Restricted')).verdict).toBe('undecided');
  });

  it('of two edits at once one wins, and the other hears so', async () => {
    const matrix = matrixAs(world, tools);
    const { body } = await matrix.tool(tool);
    const edit = (number: number, verdict: string) =>
      matrixAs(world, number).set(body.name, 'Restricted', { verdict }, body.version);
    const answers = await Promise.all([
      edit(tools, 'allowed'),
      edit(second, 'notAllowed'),
      edit(toolsAndHr, 'allowed'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    const decided = await matrix.as.get(`/api/decisions?q=${encodeURIComponent(`${body.name} restricted`)}`);
    const about = decided.body.items.map((each: { about: string }) => each.about);
    expect(about.filter((each: string) => each === 'Copilot Chat · Restricted')).toHaveLength(1);
  });
});
