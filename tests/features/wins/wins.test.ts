/** A win: written with what was measured, shared by choice, asked for once by each person; and the neighbour that is offered after a success. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyedHash } from '../../../src/core/ids.ts';
import type { Reply } from '../../../src/core/route.ts';
import type { Turn } from '../../../src/core/turn.ts';
import type { Evidence } from '../../../src/features/wins/desk.ts';
import { wins } from '../../../src/features/wins/index.ts';
import { execute, person, queryLink, tenantId } from '../../helpers/activities.ts';
import { asPerson } from '../../helpers/api.ts';
import { aTurn } from '../../helpers/builders.ts';
import { wordsIn } from '../../helpers/in-json.ts';
import { startWorld, type World } from '../../helpers/world.ts';
import { analyst, as, bodiesOf, bot, demo, owner, recruiter, scenarioNamed, storeOf } from '../../web/scenarios-kit.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const measured: Evidence = {
  kind: 'measured',
  evidence: { beforeMedian: 90, afterMedian: 55, nBefore: 8, nAfter: 21, meetBarShare: 86, nRatings: 14 },
};
let evidence: Evidence = measured;
const seen = new Map([
  ['open', { isForAll: true, isOwned: false, departmentId: 'hr' }],
  ['proven', { isForAll: false, isOwned: false, departmentId: 'hr' }],
]);
let muted: readonly string[] = [];
const address = {
  serviceUrl: 'https://a.example',
  channelId: 'msteams',
  conversation: { id: '19:c' },
  bot: { id: 'b' },
};
const community = {
  ...{ id: 'circle', name: 'Circle', language: 'en', zone: 'UTC', hostIds: [], departmentIds: [], isActive: true },
  ...{ addresses: [address], isMember: true, isHost: false },
};

const feature = wins({
  hash: keyedHash(Buffer.alloc(32, 3)),
  evidenceFor: async () => evidence,
  subject: async ({ who }, id) => {
    const known = seen.get(id);
    const isSeen = known?.isForAll || who.personId !== 'everyone';
    return known && isSeen ? { id, title: `Title of ${id}`, workflowId: 'w', ...known } : undefined;
  },
  neighbours: async () =>
    (['near', 'far'] as const).map((id) => ({
      ...{ id, title: id, reason: id === 'near' ? ('named' as const) : ('step' as const) },
      ...{ step: 2, steps: 5, workflow: 'Reports' },
    })),
  open: async (_, id) => ({ kind: 'message', text: `opened ${id}` }),
  communities: { one: async (_, id) => (id === 'circle' ? community : undefined), all: async () => [community] },
  nameOf: async (_, id) => `Name of ${id}`,
  mutedNext: async () => muted,
  muteNext: async (_, next) => {
    muted = next;
    return true;
  },
});

const turnOf = (personId: string, grants: readonly string[] = []): Turn => {
  const who = { tenantId, personId, name: '', roleIds: [], locale: 'en', zone: 'UTC' };
  const given = grants.map((grant) => ({
    grant,
    scopeKind: 'tenant',
    givenBy: 'x',
    givenAt: '2026-11-23T09:00:00.000Z',
  }));
  return aTurn(storeOf(world), { who: { ...who, grants: given as never }, now: world.clock.now() });
};

const call = (turn: Turn, method: string, path: string, more: object = {}): Promise<Reply> => {
  const [, , , id = '', event] = path.split('/');
  const pattern = event ? `/api/wins/:id/${event}` : id ? '/api/wins/:id' : '/api/wins';
  const route = feature.routes?.find((each) => each.method === method && each.path === pattern);
  if (!route) throw new Error(`no route ${method} ${pattern}`);
  return route.run({ turn, params: { id }, query: {}, body: {}, version: '', page: { limit: 50 }, ...more });
};

const body = (reply: Reply) =>
  reply.kind === 'refused' ? { error: reply.code, message: reply.message } : Object(reply.kind === 'ok' && reply.body);
const versionOf = (reply: Reply) => (reply.kind === 'ok' ? (reply.version ?? '') : '');
const lead = () => turnOf('lead', ['manager']);

async function written(scenarioId = 'open'): Promise<{ id: string; version: string }> {
  const made = await call(lead(), 'POST', '/api/wins', { body: { scenarioId, story: 'We check every figure.' } });
  return { id: body(made).id, version: versionOf(made) };
}

describe('a win', () => {
  it('needs the right, a story and what was measured', async () => {
    const said = { body: { scenarioId: 'open', story: 'It helps.' } };
    expect(body(await call(turnOf('member'), 'POST', '/api/wins', said)).error).toBe('forbidden');
    const empty = { body: { scenarioId: 'open', story: '  ' } };
    expect(body(await call(lead(), 'POST', '/api/wins', empty)).error).toBe('field_required');
    evidence = { kind: 'missing', text: '2 more ratings' };
    const refused = body(await call(lead(), 'POST', '/api/wins', said));
    expect(refused).toEqual({
      error: 'incomplete',
      message: 'There is no measured before and after yet: 2 more ratings',
    });
    evidence = measured;
    expect(body(await call(lead(), 'POST', '/api/wins', { body: { scenarioId: 'gone', story: 'x' } })).error).toBe(
      'not_found',
    );
    expect(await bodiesOf(world, 'win')).toEqual([]);
  });

  it('is a draft that nobody else reads, shared in channels by choice, and taken back', async () => {
    const { id, version } = await written();
    expect(body(await call(turnOf('member'), 'GET', `/api/wins/${id}`)).error).toBe('not_found');
    const shared = await call(lead(), 'POST', `/api/wins/${id}/share`, { version, body: { communityId: 'circle' } });
    expect(body(shared)).toMatchObject({ status: { word: 'Shared' }, note: 'It is shared.' });
    const [post] = (await bodiesOf(world, 'post')).filter(({ subject }) => subject === id);
    expect(post).toMatchObject({ kind: 'win', address });
    const read = body(await call(turnOf('member'), 'GET', `/api/wins/${id}`));
    expect(read).toMatchObject({ about: '90 minutes before, 55 minutes with AI', actions: [], history: [] });
    const again = { version: versionOf(shared), body: { communityId: 'circle' } };
    expect(body(await call(lead(), 'POST', `/api/wins/${id}/share`, again)).error).toBe('already_done');
    expect(body(await call(turnOf('member'), 'POST', `/api/wins/${id}/withdraw`, again)).error).toBe('forbidden');
    const back = await call(lead(), 'POST', `/api/wins/${id}/withdraw`, { version: versionOf(shared) });
    expect(body(back).status.word).toBe('Taken back');
    const card = await feature.posts?.[0]?.card(turnOf('system'), id, post as never);
    expect(card?.json).toMatch(/It was taken back/);
    expect(card?.json).not.toMatch(/90|figure|Name of/);
    const actions = (await bodiesOf(world, 'auditEntry')).filter(({ entityId }) => entityId === id);
    expect(actions.map(({ action }) => String(action)).toSorted()).toEqual(['win.create', 'win.share', 'win.withdraw']);
  });

  it('of a workflow that is not for everyone is shared in the playbook, and in no channel', async () => {
    const { id, version } = await written('proven');
    const asked = { version, body: { communityId: 'circle' } };
    expect(body(await call(lead(), 'POST', `/api/wins/${id}/share`, asked)).error).toBe('scope');
    expect((await call(lead(), 'POST', `/api/wins/${id}/share`, { version })).kind).toBe('ok');
    const list = body(await call(turnOf('member'), 'GET', '/api/wins'));
    expect(list.items.map(({ id: listed }: { id: string }) => listed)).toContain(id);
    expect(await feature.winsForAll(turnOf('member'), { departmentIds: [], limit: 10 })).toEqual([]);
    const link = await feature.links?.[0]?.run(turnOf('member'), id);
    expect(link?.kind === 'link' && link.result.card.json).toContain('not open to everyone yet');
  });
});

describe('after a success', () => {
  it('one neighbour is offered, once; not this one and never any are kept, and taken back', async () => {
    const turn = turnOf('user-1');
    const next = () => feature.nextStep(turn, 'open');
    expect(await next()).toEqual({
      fromId: 'open',
      scenarioId: 'near',
      title: 'near',
      why: 'It goes well after this one.',
    });
    const offered = await feature.nextStep(turnOf('user-9'), 'open');
    const card = offered && feature.offerCard(turn, offered);
    for (const verb of ['showNext', 'notThisNext', 'neverNext']) expect(card?.json).toContain(verb);
    expect(await next()).toMatchObject({ scenarioId: 'far', why: 'Step 2 of 5 in Reports.' });
    expect(await next()).toBeUndefined();
    const press = (verb: string, data: object = {}) =>
      feature.actions?.find((each) => each.verb === verb)?.run(turnOf('user-2'), data);
    await press('notThisNext', { scenarioId: 'near' });
    expect(await feature.nextStep(turnOf('user-2'), 'open')).toMatchObject({ scenarioId: 'far' });
    const said = await press('neverNext');
    expect(said?.kind === 'form' && said.card.json).toContain('nextAgain');
    expect(await feature.nextStep(turnOf('user-3'), 'open')).toBeUndefined();
    await press('nextAgain');
    expect(muted).toEqual(['near']);
    expect(await feature.nextStep(turnOf('user-3'), 'open')).toMatchObject({ scenarioId: 'far' });
  });
});

interface Variable {
  readonly name: string;
  readonly choices?: readonly string[];
}

describe('in the product', () => {
  it('the reply to a success brings one neighbour along, and what did not work none', async () => {
    const scenarioId = await scenarioNamed(world, 'Weekly report from a table');
    const [prompt] = (await as(world, analyst).get(`/api/scenarios/${scenarioId}`)).body.prompts;
    const typed = prompt.variables.map(({ name, choices: [first = 'Something of ours.'] = [] }: Variable) => [
      `v_${name}`,
      first,
    ]);
    const filled = { scenarioId, confirmed: 'true', go: 'on', ...Object.fromEntries(typed) };
    const said = async (result: string) => {
      const taken = await bot(world, analyst, 'fillScenario', filled);
      const [, useId] = /"useId":"([^"]+)"/.exec(JSON.stringify(taken.body)) ?? [];
      return JSON.stringify((await bot(world, analyst, 'sayResult', { useId, result })).body);
    };
    expect(await said('stuck')).not.toContain('showNext');
    const success = await said('worked');
    expect(success).toContain('What comes next');
    for (const verb of ['showNext', 'notThisNext', 'neverNext']) expect(success).toContain(`"verb":"${verb}"`);
    // What is kept of a button must be an id: half a character is refused by the form, not by the store.
    await bot(world, analyst, 'notThisNext', { scenarioId: '\ud800' });
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
    const never = await bot(world, analyst, 'neverNext', {});
    expect(wordsIn(never.body)).toContain('Nothing is suggested to you any more');
    expect(await said('worked')).not.toContain('showNext');
  });

  it('a shared one unfolds by its link, counts who asks how once, and opens the scenario', async () => {
    const scenarioId = await scenarioNamed(world, 'Weekly report from a table');
    const workflowId = (await bodiesOf(world, 'scenario')).find(({ id }) => id === scenarioId)?.workflowId;
    const at = world.clock.now().toISOString();
    const stored = {
      ...{ workflowId, scenarioId, story: 'We check every figure.', authorId: demo(owner), communityIds: [] },
      ...{ state: 'shared', sharedAt: at, evidence: measured.kind === 'measured' && measured.evidence },
      ...{ createdAt: at, createdBy: demo(owner), updatedAt: at, updatedBy: demo(owner) },
    };
    await storeOf(world).write([{ op: 'create', kind: 'win', id: 'shared-win', body: stored }]);
    const link = await world.post(queryLink('https://fieldbook.example.com/w/shared-win'));
    expect(wordsIn(link.body)).toContain('A win: Weekly report from a table');
    expect(JSON.stringify(link.body)).toContain('task/fetch');
    for (const number of [analyst, recruiter, analyst]) {
      const opened = await bot(world, number, 'askHow', { winId: 'shared-win' });
      expect(wordsIn(opened.body)).toContain('Weekly report from a table');
    }
    const { body: item } = await as(world, analyst).get('/api/wins/shared-win');
    expect(item.sections[1].text).toContain('2 people asked how they did it.');
    expect(JSON.stringify(await bodiesOf(world, 'winAsk'))).not.toContain(demo(analyst));
    const stranger = await world.post(execute('askHow', { winId: 'no-such-win' }, { from: person(9) }));
    expect(wordsIn(stranger.body)).toContain('not');
    const forgotten = await as(world, recruiter).post('/api/me/forget', {});
    expect([forgotten.status, (await bodiesOf(world, 'winAsk')).length]).toEqual([200, 1]);
    const { body: start } = await as(world, owner).get(`/api/scenarios/${scenarioId}/win`);
    expect(start).toMatchObject({ mayWrite: true, missing: expect.stringContaining('no measured before and after') });
    expect((await asPerson(world, 9).get(`/api/scenarios/${scenarioId}/win`)).body.mayWrite).toBe(false);
    const made = await as(world, owner).post('/api/wins', { scenarioId, story: 'It helps.' });
    expect([made.status, made.body.error]).toEqual([409, 'incomplete']);
  });
});
