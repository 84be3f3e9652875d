/** Decisions of the tab: found by everyone, looked at again when they are due, changed and retired by those who decide about tools. */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { WorkLine } from '../../src/core/work-item.ts';
import { tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { startWorld } from '../helpers/world.ts';
import { hrLead, manager, matrixAs, member, owner, second, tools, toolsAndHr, withPeople } from './tools-kit.ts';

const world = await startWorld();
await withPeople(world);
afterAll(() => world.close());
const dayMs = 86_400_000;

const list = async (number: number, query = '') =>
  (await asPerson(world, number).get(`/api/decisions${query}`)).body.items;
const cvQuestion = 'May I paste a CV to summarise it?';
const named = async (question: string, number = tools) =>
  (await list(number)).find((each: { question: string }) => each.question === question);

describe('the list', () => {
  it('shows everyone what is in force, and templates to those who decide', async () => {
    expect((await list(member)).map(({ question }: { question: string }) => question)).toContain(cvQuestion);
    expect(await list(member, '?state=template')).toEqual([]);
    const [template] = await list(tools, '?state=template');
    expect(template.state.word).toBe('To be decided');
    const open = `/api/decisions/${template.id}`;
    expect((await asPerson(world, member).get(open)).status).toBe(404);
    expect(
      (await asPerson(world, tools).get(open)).body.sections.map(({ heading }: { heading?: string }) => heading),
    ).toContain('Choices, and what follows from them');
  });

  it('is searched by words of the question, the reason and the scope', async () => {
    const found = await list(member, '?q=microsoft%20ranking');
    expect(found.map(({ question }: { question: string }) => question)).toEqual([cvQuestion]);
    expect(await list(member, '?q=zorblax')).toEqual([]);
  });

  it('goes on from page to page', async () => {
    const me = asPerson(world, tools);
    const all = await list(tools, '?state=template');
    const first = await me.get('/api/decisions?state=template&limit=2');
    const next = await me.get(`/api/decisions?state=template&limit=100&cursor=${encodeURIComponent(first.body.next)}`);
    expect([...first.body.items, ...next.body.items]).toEqual(all);
    expect(next.body.next).toBeUndefined();
  });

  it('shows watch items of the law to those who look after them alone', async () => {
    const notes = async (number: number) =>
      (await asPerson(world, number).get('/api/guardrails')).body.items.flatMap(
        (each: { lawNotes: object[] }) => each.lawNotes,
      );
    expect(await notes(member)).toEqual([]);
    expect((await notes(tools)).length).toBeGreaterThan(0);
    expect((await notes(hrLead)).length).toBeGreaterThan(0);
  });
});

describe('what an HR lead signed', () => {
  const cell = ['Microsoft 365 Copilot', 'Personal'] as const;

  it('is loosened by an HR lead only, and made stricter by whoever decides about tools', async () => {
    const loosen = await matrixAs(world, second).set(...cell, { verdict: 'allowed' });
    expect({ status: loosen.status, error: loosen.body.error }).toEqual({ status: 403, error: 'forbidden' });
    expect(loosen.body.message).toContain('HR lead');
    expect((await matrixAs(world, second).set(...cell, { verdict: 'undecided' })).status).toBe(200);
    // Opened again, it is not free to be allowed by one alone.
    expect((await matrixAs(world, second).set(...cell, { verdict: 'allowed' })).status).toBe(403);
    const both = { verdict: 'withConditions', conditions: ['Read it yourself.'] };
    expect((await matrixAs(world, toolsAndHr).set(...cell, both)).status).toBe(200);
  });

  it('is retired by one who may sign it', async () => {
    const question = 'May I use Microsoft 365 Copilot with Personal data?';
    const { id } = await named(question);
    const item = await asPerson(world, second).get(`/api/decisions/${id}`);
    expect(item.body.actions.map(({ event }: { event: string }) => event)).toEqual(['confirm']);
    const retire = (number: number) =>
      asPerson(world, number).post(`/api/decisions/${id}/retire`, { reason: 'We look at it anew.' }, item.body.version);
    expect((await retire(second)).status).toBe(403);
    const done = await retire(toolsAndHr);
    expect({ status: done.status, note: done.body.note }).toEqual({
      status: 200,
      note: 'Retired. What it said is open again.',
    });
    expect((await matrixAs(world, member).cell(...cell)).verdict).toBe('undecided');
    expect(await named(question)).toBeUndefined();
  });
});

describe('when its date comes', () => {
  const asked = (filter: Record<string, string>) => `/api/rules/due?${new URLSearchParams(filter)}`;
  const queue = async (number: number, filter = {}): Promise<WorkLine[]> =>
    (await asPerson(world, number).get(asked({ limit: '100', ...filter }))).body.items;

  async function paged(limit: number): Promise<WorkLine[]> {
    const lines: WorkLine[] = [];
    let next: string | undefined;
    do {
      const { body } = await asPerson(world, tools).get(
        asked({ limit: `${limit}`, ...(next ? { cursor: next } : {}) }),
      );
      lines.push(...body.items);
      next = body.next;
    } while (next);
    return lines;
  }

  it('waits for those who decide about tools, two weeks ahead, and for nobody else', async () => {
    expect(await queue(tools)).toEqual([]);
    world.clock.pass(80 * dayMs);
    const lines = await queue(tools);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.every(({ isLate }) => !isLate)).toBe(true);
    for (const number of [member, manager, hrLead, owner])
      expect((await asPerson(world, number).get(asked({}))).status).toBe(403);
  });

  it('comes in pages, each once, in the order of its date', async () => {
    const all = await queue(tools);
    expect((await paged(3)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const dates = all.map(({ dueAt }) => dueAt ?? '');
    expect(dates).toEqual(dates.toSorted());
    expect((await queue(tools, { q: 'gemini public' })).map(({ title }) => title)).toEqual([
      'Gemini with a personal account with Public data',
    ]);
  });

  it('still right: it comes again after its time, and what it says stands', async () => {
    const [line] = await queue(tools, { q: 'gemini public' });
    const path = `/api/decisions/${line?.id}`;
    const item = await asPerson(world, tools).get(path);
    expect(item.body.actions.map(({ event }: { event: string }) => event)).toEqual(['confirm', 'change', 'retire']);
    expect((await asPerson(world, member).post(`${path}/confirm`, {}, item.body.version)).status).toBe(403);
    const done = await asPerson(world, tools).post(`${path}/confirm`, {}, item.body.version);
    expect({ status: done.status, note: done.body.note }).toEqual({
      status: 200,
      note: 'Still right. The next look is planned.',
    });
    expect((await asPerson(world, second).post(`${path}/confirm`, {}, item.body.version)).status).toBe(412);
    expect(await queue(tools, { q: 'gemini public' })).toEqual([]);
    const cell = await matrixAs(world, member).cell('Gemini with a personal account', 'Public');
    expect(cell).toMatchObject({ verdict: 'allowed', reviewDue: '2027-05-12' });
  });

  it('past its date it says so, after the grace it no longer says yes, and still right brings it back', async () => {
    world.clock.pass(12 * dayMs);
    const read = () => matrixAs(world, member).cell('Claude with a personal account', 'Public');
    expect(await read()).toMatchObject({ verdict: 'allowed', isDue: true });
    world.clock.pass(40 * dayMs);
    expect((await read()).verdict).toBe('undecided');
    const [line] = await queue(tools, { q: 'claude public', state: 'late' });
    const item = await asPerson(world, tools).get(`/api/decisions/${line?.id}`);
    await asPerson(world, tools).post(`/api/decisions/${line?.id}/confirm`, {}, item.body.version);
    expect(await read()).toMatchObject({ verdict: 'allowed', isDue: false });
  });

  it('a rule is changed from its item as in the matrix, with a word before of what that does', async () => {
    const [line] = await queue(tools, { q: 'image maker public' });
    const path = `/api/decisions/${line?.id}`;
    const { body } = await asPerson(world, tools).get(path);
    const change = { verdict: 'notAllowed', reason: 'The terms have changed.' };
    const preview = await asPerson(world, tools).post(`${path}/change/preview`, change, body.version);
    expect(preview.body.changes[0]).toMatch(/^Image maker with Public data: .* → Not allowed$/);
    expect((await asPerson(world, tools).post(`${path}/change`, change, body.version)).body.note).toBe(
      'Changed, for everyone.',
    );
    expect((await matrixAs(world, member).cell('Image maker', 'Public')).verdict).toBe('notAllowed');
  });
});

it('what does not exist and what may not be seen are alike', async () => {
  for (const id of ['nothing', 'rule:nothing:nothing', `rule:${tenantId}:${tenantId}`])
    expect((await asPerson(world, tools).get(`/api/decisions/${id}`)).status).toBe(404);
});
