/** What the playbook notices by itself (product 7.2): reasons for a check that come before their date, holds by the rules, what is long overdue. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noticeFacts } from '../../src/core/notice.ts';
import { scenario } from '../../src/features/playbook/model.ts';
import { isOldEnough, isStuck } from '../../src/features/playbook/scenario-early.ts';
import { queryLink } from '../helpers/activities.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { day, hour } from '../helpers/moving-clock.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  analyst,
  as,
  bodiesOf,
  bot,
  changed,
  demo,
  foundBy,
  headOf,
  hrLead,
  manager,
  met,
  owner,
  press,
  recruiter,
  scenarioNamed,
  storeOf,
  toldTo,
  toolsLead,
  used,
} from './scenarios-kit.ts';

const worlds: World[] = [];
afterAll(async () => void (await Promise.all(worlds.map((world) => world.close()))));

async function aWorld(): Promise<World> {
  const world = await startWorld();
  worlds.push(world);
  for (const number of [owner, hrLead, analyst, recruiter]) await met(world, number);
  return world;
}

interface Variable {
  readonly name: string;
  readonly choices?: readonly string[];
}

const report = 'Weekly report from a table';
const questions = 'Questions that test a report';
const guide = 'One-page quick guide from a procedure';
const procedure = 'Procedure from notes or a transcript';

/** What was due is done when the server comes to it, however long nothing ran. */
async function pass(world: World, days: number): Promise<void> {
  world.clock.pass(days * day);
  for (let n = 0; n < 2; n++) await world.tick();
}

const plain = (value: unknown): string => wordsIn(value).replaceAll(/[\\\u2060]/g, '');

const reasonsOf = async (world: World, id: string) =>
  scenario.parse(await headOf(world, id)).checkReasons.map(({ kind, refId }) => (refId ? `${kind} ${refId}` : kind));

const auditOf = async (world: World, entityId: string) =>
  (await bodiesOf(world, 'auditEntry'))
    .filter((entry) => entry.entityId === entityId)
    .map(({ action, actorKind }) => `${action} by ${actorKind}`);

describe('a scenario that people get stuck with', () => {
  const at = (n: number) => new Date(Date.UTC(2026, 10, 20, 10, n)).toISOString();
  const head = { lastReviewedAt: at(0) } as Parameters<typeof isStuck>[0];
  const runs = (results: string) =>
    [...results].map((letter, n) => ({
      ...{ personKey: `p${n}`, version: 1, startedAt: at(30 - n) },
      result: letter === 's' ? ('stuck' as const) : ('worked' as const),
    }));

  it.each([
    ['four uses, all stuck', 'ssss', false],
    ['five uses, three stuck', 'ssswww'.slice(0, 5), true],
    ['five uses, two stuck', 'sswww', false],
    ['three of the last ten', 'wwsswwwwws', true],
    ['the third one is the eleventh', 'wwsswwwwwws', false],
  ])('%s', (_, results, isMarked) => {
    expect(isStuck(head, runs(results))).toBe(isMarked);
  });

  it('counts from when it was looked at last', () => {
    expect(isStuck({ ...head, lastReviewedAt: at(28) }, runs('ssssss'))).toBe(false);
    expect(isOldEnough(head, at(0), new Date(Date.UTC(2027, 0, 19, 9)))).toBe(false);
    expect(isOldEnough(head, at(0), new Date(Date.UTC(2027, 0, 19, 11)))).toBe(true);
  });
});

describe('the day of a playbook', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });

  it('marks what nobody used in sixty days while ten or more see it, and what has lost its owner, and tells who is left', async () => {
    const [usedOne, unusedOne, left] = await Promise.all(
      [guide, procedure, questions].map((t) => scenarioNamed(world, t)),
    );
    const all = [usedOne, unusedOne, left] as string[];
    for (const id of all) await press(as(world, owner), id, 'confirm');
    for (const id of all) await changed(world, 'scenario', id, { lastReviewedAt: world.clock.now().toISOString() });
    const dates = { reviewDue: '2027-06-01', checkReasons: [], state: 'published' };
    for (const id of all) await changed(world, 'scenario', id, dates);
    await changed(world, 'scenario', all[2] as string, { ownerId: demo(manager) });
    await changed(world, 'person', demo(manager), { status: 'left' });
    await pass(world, 30);
    for (const id of [all[0], all[2]] as string[]) await used(world, analyst, id);
    expect(await reasonsOf(world, all[1] as string)).toEqual([]);
    await pass(world, 31);
    expect(await reasonsOf(world, all[0] as string)).toEqual([]);
    expect(await reasonsOf(world, all[1] as string)).toEqual(['unused']);
    expect(await reasonsOf(world, all[2] as string)).toEqual([`noOwner ${demo(manager)}`]);
    expect(await auditOf(world, all[1] as string)).toContain('scenario.comesDue by system');
    const asked = (await bodiesOf(world, 'sendRecord')).filter(
      ({ kind, subject }) => kind === 'scenarioReview' && subject === all[2],
    );
    expect(asked.map(({ personId }) => personId)).toContain(demo(owner));
    // Once for each reason, however many days go by.
    await pass(world, 3);
    expect(await reasonsOf(world, all[1] as string)).toEqual(['unused']);
    const { body: item } = await as(world, owner).get(`/api/scenarios/${all[1]}/item`);
    expect(item.bulk).toEqual([]);
    expect(item.sections[0].lines.join()).toContain('Nobody has used it for a while');
  });

  it('says of what is overdue by thirty days when it was checked, hides it after sixty, and then tells owner and HR lead once', async () => {
    const id = await scenarioNamed(world, guide);
    const due = new Date(world.clock.now().getTime() - 31 * day).toISOString().slice(0, 10);
    await changed(world, 'scenario', id, { reviewDue: due, checkReasons: [], state: 'published' });
    const card = await bot(world, analyst, 'openScenario', { scenarioId: id });
    expect(wordsIn(card.body)).toContain('Not checked since');
    expect(await foundBy(world, analyst, guide)).toContain(guide);
    await pass(world, 35);
    expect(await foundBy(world, analyst, guide)).not.toContain(guide);
    expect(wordsIn((await bot(world, analyst, 'openScenario', { scenarioId: id })).body)).toContain(
      'Not checked since',
    );
    for (const number of [owner, hrLead]) {
      const told = toldTo(world, number).filter((text) => text.includes('Only a direct link shows it now'));
      expect(told.filter((text) => text.includes(guide))).toHaveLength(1);
    }
    expect((await press(as(world, owner), id, 'confirm')).status).toBe(200);
    expect(await foundBy(world, analyst, guide)).toContain(guide);
  });
});

describe('the rules', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });

  it('hold a scenario when no usable tool is left and release it by themselves; owner and people with an open use are told', async () => {
    const id = await scenarioNamed(world, report);
    const { body: read } = await as(world, analyst).get(`/api/scenarios/${id}`);
    const [prompt] = read.prompts;
    const typed = prompt.variables.map(({ name, choices: [first = 'Something of ours.'] = [] }: Variable) => [
      `v_${name}`,
      first,
    ]);
    const taken = await bot(world, analyst, 'fillScenario', {
      ...{ scenarioId: id, confirmed: 'true', go: 'on', ...Object.fromEntries(typed) },
    });
    expect(plain(taken.body)).toContain('How did it go?');
    await storeOf(world).write([
      {
        ...{ op: 'create', kind: 'personScenario', id: `old-${id}` },
        body: {
          ...{ personId: demo(recruiter), scenarioId: id, lastVersion: 1, toldVersion: 1 },
          lastUsedAt: new Date(world.clock.now().getTime() - 25 * hour).toISOString(),
        },
      },
    ]);
    const { body: edit } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    const lead = as(world, toolsLead);
    const turnAll = async (event: 'block' | 'reopen') => {
      for (const toolId of edit.contract.toolIds) {
        const { body: tool } = await lead.get(`/api/tools/${toolId}`);
        const done = await lead.post(`/api/tools/${toolId}/${event}`, { reason: 'The vendor is down.' }, tool.version);
        expect(done.status).toBe(200);
      }
      await world.tick();
      await world.tick();
    };
    await turnAll('block');
    expect(await headOf(world, id)).toMatchObject({ hold: { by: 'system' } });
    const refused = await bot(world, analyst, 'useScenario', { scenarioId: id });
    expect(wordsIn(refused.body)).toContain('None of its tools may be used with this data at the moment.');
    expect(toldTo(world, owner).join('\n')).toContain('None of its tools may be used');
    expect(toldTo(world, analyst).join('\n')).toContain('It is on hold for now: None of its tools');
    expect(toldTo(world, recruiter).join('\n')).not.toContain('It is on hold for now');
    await turnAll('reopen');
    expect(await headOf(world, id)).not.toHaveProperty('hold');
    expect(toldTo(world, analyst).at(-1)).toContain('It can be used again.');
    expect((await auditOf(world, id)).filter((line) => /hold|release/.test(line)).toSorted()).toEqual([
      'scenario.hold by system',
      'scenario.release by system',
    ]);
  });

  it('leave a hold alone that a person put', async () => {
    const id = await scenarioNamed(world, report);
    await press(as(world, owner), id, 'hold', { reason: 'Being rewritten.' });
    await pass(world, 1);
    expect(await headOf(world, id)).toMatchObject({ hold: { reason: 'Being rewritten.' } });
    await press(as(world, owner), id, 'release');
  });

  it('send what rests on a replaced decision to a check', async () => {
    const id = await scenarioNamed(world, report);
    const lead = as(world, toolsLead);
    const { body } = await lead.get('/api/decisions?state=inForce&limit=100');
    const decisionId: string = body.items[0].id;
    const { body: edit } = await as(world, owner).get(`/api/scenarios/${id}/edit`);
    const live = (await bodiesOf(world, 'scenarioVersion')).find(
      ({ scenarioId, version }) => scenarioId === id && version === edit.liveVersion,
    );
    await changed(world, 'scenarioVersion', live?.id ?? '', { decisionIds: [decisionId] });
    const others = await Promise.all([guide, procedure].map((title) => scenarioNamed(world, title)));
    const before = await Promise.all(others.map((other) => reasonsOf(world, other)));
    const { body: decision } = await lead.get(`/api/decisions/${decisionId}`);
    const ruling = { verdict: 'notAllowed', reason: 'The vendor changed its terms.' };
    expect((await lead.post(`/api/decisions/${decisionId}/change`, ruling, decision.version)).status).toBe(200);
    await world.tick();
    expect(await reasonsOf(world, id)).toContain(`decision ${decisionId}`);
    expect(await Promise.all(others.map((other) => reasonsOf(world, other)))).toEqual(before);
  });

  it('come to be looked at as guardrails too: one press says that one is still right', async () => {
    const [rail] = (await bodiesOf(world, 'guardrail')).filter(({ state }) => state === 'active');
    await changed(world, 'guardrail', rail?.id ?? '', { reviewDue: '2026-11-20' });
    const lead = as(world, toolsLead);
    const { body } = await lead.get('/api/review?kind=guardrails');
    const line = body.items.find(({ id }: { id: string }) => id === rail?.id);
    expect(line).toMatchObject({ isLate: true, bulk: [{ event: 'confirm', label: 'Still right' }] });
    expect((await as(world, analyst).get(`/api/guardrails/${line.id}`)).status).toBe(404);
    const done = await lead.post(`/api/guardrails/${line.id}/confirm`, {}, line.version);
    expect(done.body.note).toBe('Still right. The next look is planned.');
    const days = Object(rail).lawNotes.length > 0 ? 90 : 180;
    const next = new Date(world.clock.now().getTime() + days * day).toISOString().slice(0, 10);
    expect(Object((await storeOf(world).get('guardrail', line.id))?.body).reviewDue).toBe(next);
    expect((await lead.post(`/api/guardrails/${line.id}/confirm`, {}, line.version)).body.error).toBe('stale');
  });
});

describe('the review periods', () => {
  it('are an administrator’s to set, from 60 to 90 days, and count from the next check on', async () => {
    const world = await aWorld();
    const path = '/api/review-periods';
    expect((await as(world, hrLead).get(path)).body).toEqual({ pilot: 60, proven: 90, rules: 90 });
    expect((await as(world, analyst).get(path)).status).toBe(403);
    expect((await as(world, hrLead).patch(path, { proven: 70 })).status).toBe(403);
    expect((await as(world, owner).patch(path, { proven: 59 })).status).toBe(400);
    expect((await as(world, owner).patch(path, { proven: 91 })).status).toBe(400);
    expect((await as(world, owner).patch(path, { proven: 70, rules: 61 })).body).toMatchObject({
      pilot: 60,
      proven: 70,
    });
    const inDays = (days: number) => new Date(world.clock.now().getTime() + days * day).toISOString().slice(0, 10);
    const id = await scenarioNamed(world, report);
    await changed(world, 'scenario', id, { reviewDue: '2026-11-20' });
    await press(as(world, owner), id, 'confirm');
    expect(await headOf(world, id)).toMatchObject({ reviewDue: inDays(70) });
    const lead = as(world, toolsLead);
    const [tool] = (await lead.get('/api/tools')).body.items;
    const { body: known } = await lead.get(`/api/tools/${tool.id}`);
    const dataClassId = (await bodiesOf(world, 'dataClass'))[0]?.id;
    const rule = { dataClassId, verdict: 'notAllowed', conditions: [], reason: 'Not now.' };
    expect((await lead.post(`/api/tools/${tool.id}/rule`, rule, known.version)).status).toBe(200);
    const { rules } = Object((await storeOf(world).get('tool', tool.id))?.body);
    expect(rules.find((each: { dataClassId: string }) => each.dataClassId === dataClassId).reviewDue).toBe(inDays(61));
    expect(await auditOf(world, 'reviewPeriods')).toEqual(['reviewPeriods.set by person']);
  });
});

describe('whoever answered for a scenario and is forgotten', () => {
  it('leaves it to a check, told to who may take it over', async () => {
    const world = await aWorld();
    const id = await scenarioNamed(world, guide);
    await changed(world, 'scenario', id, { ownerId: demo(manager), checkReasons: [], state: 'published' });
    await met(world, manager);
    const forgotten = await as(world, manager).post('/api/me/forget', {});
    expect([forgotten.status, forgotten.body]).toEqual([200, forgotten.body]);
    expect(await reasonsOf(world, id)).toEqual(['noOwner removed']);
    expect(await headOf(world, id)).not.toHaveProperty('ownerId');
    for (let n = 0; n < 2; n++) await world.tick();
    const asked = (await bodiesOf(world, 'sendRecord')).filter(
      ({ kind, subject }) => kind === 'scenarioReview' && subject === id,
    );
    expect(asked.map(({ personId }) => personId)).toContain(demo(owner));
  });
});

describe('a question about a scenario', () => {
  it('sends it to a check when whoever answers says that it is out of date', async () => {
    const world = await aWorld();
    const id = await scenarioNamed(world, procedure);
    const raised = await as(world, analyst).post('/api/flags', { question: 'Is this how we do it?', scenarioId: id });
    expect(raised.status).toBe(201);
    const lead = as(world, hrLead);
    const path = `/api/flags/${raised.body.id}`;
    const { body: flag } = await lead.get(path);
    const field = flag.actions
      .find(({ event }: { event: string }) => event === 'answer')
      .fields.find(({ name }: { name: string }) => name === 'category');
    expect(field.options.map(({ id: option }: { id: string }) => option)).toContain('outdated');
    const answer = { text: 'No, we changed it in May.', category: 'outdated' };
    const { body: foreseen } = await lead.post(`${path}/answer/preview`, answer);
    expect(foreseen.changes.at(-1)).toBe('The scenario goes to a check, and its owner is told.');
    expect((await lead.post(`${path}/answer`, answer, flag.version)).status).toBe(200);
    expect(await reasonsOf(world, id)).toContain(`flag ${raised.body.id}`);
    const planned = (await bodiesOf(world, 'dueItem')).filter(({ subject }) => subject === id);
    expect(planned.map(({ facts }) => noticeFacts.safeParse(facts).data?.kind)).toContain('scenarioReview');
  });
});

describe('what is no longer used', () => {
  it('leads to its replacement by its old card, its link and search; of a retired workflow as well, and along a chain', async () => {
    const world = await aWorld();
    const [old, next, last] = (await Promise.all(
      [questions, report, guide].map((title) => scenarioNamed(world, title)),
    )) as [string, string, string];
    const leads = async (id: string, title: string, words: string) => {
      for (const verb of ['openScenario', 'useScenario'])
        expect(plain((await bot(world, analyst, verb, { scenarioId: id })).body)).toContain(`Instead: ${title}`);
      const link = await world.post(queryLink(`https://fieldbook.example.com/s/${id}`));
      expect(plain(link.body)).toContain(`Instead: ${title}`);
      expect(await foundBy(world, analyst, words)).toContain(title);
    };
    await press(as(world, owner), old, 'retire', { reason: 'Covered elsewhere.', replacementId: next });
    await leads(old, report, questions);
    await press(as(world, owner), next, 'retire', { reason: 'Covered elsewhere.', replacementId: last });
    await leads(old, guide, questions);
    await leads(next, guide, report);
    const workflowId = String((await headOf(world, last)).workflowId);
    const other = (await bodiesOf(world, 'workflow')).find(({ id, stage }) => id !== workflowId && stage === 'scaled');
    const retired = { reason: 'We do it another way.', replacementId: other?.id, at: world.clock.now().toISOString() };
    await changed(world, 'workflow', workflowId, { stage: 'retired', retired });
    const opened = plain((await bot(world, analyst, 'openScenario', { scenarioId: last })).body);
    expect(opened).toContain('No longer used: We do it another way. Instead: ');
    const link = plain((await world.post(queryLink(`https://fieldbook.example.com/s/${last}`))).body);
    expect(link).toContain('Instead: ');
  });
});
