/** What becomes of a scenario once it is live: held, checked, taken back, retired, taken up again (product 6.2, 7.2). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeStamped } from '../../src/core/stamp.ts';
import { recheckOperations } from '../../src/features/playbook/scenario-recheck.ts';
import { queryLink, tenantId } from '../helpers/activities.ts';
import { aTurn } from '../helpers/builders.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { day } from '../helpers/moving-clock.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  analyst,
  as,
  author,
  bot,
  demo,
  edited,
  foundBy,
  headOf,
  hrLead,
  met,
  owner,
  press,
  published,
  recruiter,
  said,
  scenarioNamed,
  storeOf,
  toldTo,
  toolsLead,
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
const questions = 'Questions that test a report';

const plain = (value: unknown): string => wordsIn(value).replaceAll(/[\\\u2060]/g, '');
/** As the rules do it when somebody logs a change of a tool; the scenarios that were marked. */
async function recheck(toolId: string, changeId: string): Promise<string[]> {
  const who = { tenantId, personId: demo(toolsLead), name: '', roleIds: [], grants: [], locale: 'en', zone: 'UTC' };
  const now = world.clock.now();
  const turn = aTurn(storeOf(world), { who, now });
  const marked: string[] = [];
  for (const batch of await recheckOperations(turn, { toolId, changeId })) {
    expect(batch.length).toBeLessThanOrEqual(90);
    expect((await writeStamped(storeOf(world), ['content'], batch)).kind).toBe('ok');
    marked.push(...batch.flatMap(({ kind, id }) => (kind === 'scenario' ? [id] : [])));
  }
  return marked;
}

const twice = async () => {
  await world.tick();
  await world.tick();
};
const nextDay = async () => {
  await twice();
  world.clock.pass(day);
  await twice();
};

describe('a hold', () => {
  it('stops its use at once and says why, until it is released', async () => {
    const id = await scenarioNamed(world, guide);
    const held = await press(as(world, toolsLead), id, 'hold', { reason: 'It leaves out warnings.' });
    expect(held.body).toMatchObject({ status: { word: 'On hold', tone: 'danger' } });
    const used = await bot(world, analyst, 'useScenario', { scenarioId: id });
    expect(plain(used.body)).toContain('On hold: It leaves out warnings.');
    await twice();
    expect(toldTo(world, owner).join('\n')).toContain(`Scenario: ${guide}`);
    expect(said(await press(as(world, author), id, 'release'))).toEqual({ status: 403, error: 'forbidden' });
    expect((await press(as(world, owner), id, 'release')).status).toBe(200);
    expect(plain((await bot(world, analyst, 'useScenario', { scenarioId: id })).body)).not.toContain('On hold');
    expect(said(await press(as(world, owner), id, 'release'))).toEqual({ status: 409, error: 'already_done' });
  });
});

describe('an old text', () => {
  it('comes back as a new version, told to whoever used the bad one, and the draft on the way is kept', async () => {
    const id = await scenarioNamed(world, procedure);
    await used(world, recruiter, id, 1);
    await published(world, id, { title: 'Procedure that went wrong' });
    await used(world, analyst, id, 2);
    await edited(as(world, author), id, { title: 'Procedure in the works' });
    const back = await press(as(world, owner), id, 'rollBack', { version: '1' });
    expect({ status: back.status, note: back.body.note }).toEqual({
      status: 200,
      note: 'The earlier text is live again.',
    });
    expect(await headOf(world, id)).toMatchObject({ liveVersion: 3, draftVersion: 4 });
    const found = await foundBy(world, analyst, 'procedure notes transcript');
    expect(found).toContain(procedure);
    expect(found).not.toContain('Procedure that went wrong');
    const { body } = await as(world, author).get(`/api/scenarios/${id}/edit`);
    expect(body).toMatchObject({ title: 'Procedure in the works', draft: { version: 4 } });
    await nextDay();
    const news = (number: number) => toldTo(world, number).filter((text) => text.includes('has a new version'));
    expect([news(analyst).length, news(recruiter).length]).toEqual([1, 0]);
    expect(news(analyst)[0]).toContain('Back to the text of version 1.');
  });

  it('is one that was live', async () => {
    const id = await scenarioNamed(world, procedure);
    const wrong = await press(as(world, owner), id, 'rollBack', { version: 4 });
    expect(wrong).toMatchObject({ status: 400, body: { fields: [{ path: 'version', error: 'field_choice' }] } });
    const { body } = await as(world, owner).get(`/api/scenarios/${id}/item`);
    const choices = body.actions.find(({ event }: { event: string }) => event === 'rollBack').fields[0].options;
    expect(choices.map(({ id: version }: { id: string }) => version)).toEqual(['2', '1']);
  });
});

describe('a retired scenario', () => {
  it('leaves search; its cards and links say why and lead to what replaces it; late users hear of it once', async () => {
    const id = await scenarioNamed(world, questions);
    const replacementId = await scenarioNamed(world, report);
    await used(world, analyst, id);
    const wrong = await press(as(world, owner), id, 'retire', { reason: 'Covered elsewhere.', replacementId: id });
    expect(wrong).toMatchObject({ status: 400, body: { fields: [{ path: 'replacementId' }] } });
    const { body } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    const path = `/api/scenarios/${id}/retire`;
    const foreseen = await as(world, owner).post(`${path}/preview`, { reason: 'x', replacementId }, body.version);
    expect(foreseen.body).toEqual({
      changes: ['It leaves search and the start pages. Old links and cards say why.', `They lead to: ${report}`],
      told: ['1 person who used it'],
    });
    expect(await foundBy(world, analyst, 'questions that test a report')).toContain(questions);
    const done = await press(as(world, owner), id, 'retire', { reason: 'Covered elsewhere.', replacementId });
    expect(done.body.status).toEqual({ word: 'Retired', tone: 'neutral' });
    expect(await foundBy(world, analyst, 'questions that test a report')).not.toContain(questions);
    for (const verb of ['openScenario', 'useScenario']) {
      const opened = await bot(world, analyst, verb, { scenarioId: id });
      expect(plain(opened.body)).toContain(`No longer used: Covered elsewhere. Instead: ${report}`);
      expect(JSON.stringify(opened.body)).toContain(replacementId);
    }
    const unfurled = await world.post(queryLink(`https://fieldbook.example.com/s/${id}`));
    expect(plain(unfurled.body)).toContain('Retired');
    await nextDay();
    const news = toldTo(world, analyst).filter((text) => text.includes('is retired'));
    expect(news).toHaveLength(1);
    expect(news[0]).toContain(report);
  });

  it('is taken up again as a draft, and may be dropped back', async () => {
    const id = await scenarioNamed(world, questions);
    const again = await press(as(world, owner), id, 'restore');
    expect(again.body.status.word).toBe('Draft');
    const { body } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    expect(body).toMatchObject({ title: questions, changeNote: 'Taken up again.', draft: { version: 2 } });
    expect(await foundBy(world, analyst, 'questions that test a report')).not.toContain(questions);
    await press(as(world, owner), id, 'dropDraft');
    expect(await headOf(world, id)).toMatchObject({ state: 'retired', liveVersion: 1 });
    await press(as(world, owner), id, 'restore');
    await press(as(world, owner), id, 'submit');
    expect((await press(as(world, author), id, 'approve')).status).toBe(200);
    expect(await foundBy(world, analyst, 'questions that test a report')).toContain(questions);
    expect(await headOf(world, id)).not.toHaveProperty('retired');
  });
});

describe('a draft that was never live', () => {
  it('is dropped out of sight, for thirty days', async () => {
    const me = as(world, author);
    const { body: options } = await me.get('/api/scenario-options');
    const [{ id: workflowId }] = options.workflows;
    const made = await me.post('/api/scenarios', { title: 'Short-lived', workflowId, roleId: options.roles[0].id });
    const { id } = made.body;
    const gone = await press(me, id, 'dropDraft');
    expect({ status: gone.status, note: gone.body.note }).toEqual({ status: 200, note: 'The draft is dropped.' });
    expect(said(await me.get(`/api/scenarios/${id}/edit`))).toEqual({ status: 404, error: 'not_found' });
    const kept = await storeOf(world).get('scenario', id);
    expect(kept?.expiresAt?.slice(0, 10)).toBe(
      new Date(world.clock.now().getTime() + 30 * day).toISOString().slice(0, 10),
    );
  });
});

describe('a check', () => {
  it('comes on its day: the owner is told, and says that it is still right', async () => {
    const id = await scenarioNamed(world, guide);
    await published(world, id, { tags: ['fresh'] });
    const { reviewDue } = await headOf(world, id);
    world.clock.pass(40 * day);
    await used(world, recruiter, id);
    world.clock.pass(Date.parse(`${String(reviewDue)}T09:00:00Z`) - world.clock.now().getTime());
    await twice();
    expect(await headOf(world, id)).toMatchObject({ state: 'dueForReview', checkReasons: [{ kind: 'age' }] });
    await twice();
    world.clock.pass(day);
    await twice();
    expect(toldTo(world, owner).at(-1)).toContain('Scenario · Due for a check');
    const { body: item } = await as(world, owner).get(`/api/scenarios/${id}/item`);
    expect(item).toMatchObject({
      ...{ status: { word: 'Due for a check', tone: 'warning' }, dueAt: expect.any(String) },
      bulk: [{ event: 'confirm', label: 'Still right' }],
    });
    expect(said(await press(as(world, author), id, 'confirm'))).toEqual({ status: 403, error: 'forbidden' });
    expect((await press(as(world, owner), id, 'confirm')).body.note).toBe('Checked, no change.');
    expect(await headOf(world, id)).toMatchObject({ state: 'published', checkReasons: [] });
    expect(said(await press(as(world, owner), id, 'confirm'))).toEqual({ status: 409, error: 'already_done' });
  });

  it('is due by its date even where no job was planned, as for what the starter loaded', async () => {
    const id = await scenarioNamed(world, report);
    expect((await as(world, owner).get(`/api/scenarios/${id}/item`)).body.status.word).toBe('Due for a check');
    expect((await press(as(world, owner), id, 'confirm')).status).toBe(200);
  });

  it('comes for every live scenario of a tool that changed, once for each change', async () => {
    const { body } = await as(world, owner).get(`/api/scenarios/${await scenarioNamed(world, report)}/edit`);
    const [toolId] = body.contract.toolIds;
    const using = await recheck(toolId, 'change-1');
    expect(using.length).toBeGreaterThan(3);
    for (const id of using) {
      const head = await headOf(world, id);
      const due = new Date(world.clock.now().getTime() + 14 * day).toISOString().slice(0, 10);
      expect(head).toMatchObject({ state: 'dueForReview' });
      expect(head.checkReasons).toContainEqual(expect.objectContaining({ kind: 'toolChange', refId: 'change-1' }));
      expect(String(head.reviewDue) <= due).toBe(true);
    }
    expect(await recheck(toolId, 'change-1')).toEqual([]);
    expect(await recheck('no-such-tool', 'change-2')).toEqual([]);
    const { body: item } = await as(world, owner).get(`/api/scenarios/${using[0]}/item`);
    expect(item.bulk).toEqual([]);
    expect(item.sections[0].lines.join()).toContain('A tool it uses has changed');
  });
});
