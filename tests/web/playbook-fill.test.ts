/** A prompt is filled in on the page: checked like in the dialog, given back, and kept nowhere. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tenantId } from '../helpers/activities.ts';
import type { Caller } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { as, recruiter, scenarioNamed } from './scenarios-kit.ts';

const canary = 'zanzibar-canary-4711';
let world: World;
let me: Caller;
let id: string;
let promptId: string;
beforeAll(async () => {
  world = await startWorld();
  me = as(world, recruiter);
  id = await scenarioNamed(world, 'Job description from intake notes');
  promptId = (await me.get(`/api/scenarios/${id}`)).body.prompts[0].id;
});
afterAll(() => world.close());

const typed = {
  jobTitle: 'Shift lead',
  siteAndHours: 'Northfield, early shift',
  intakeNotes: `Leads twelve people. ${canary}`,
  templateBlock: 'Pay: band D.',
};
const fill = (change: object = {}) =>
  me.post(`/api/scenarios/${id}/fill`, { promptId, values: typed, confirmed: true, ...change });

describe('a filled prompt', () => {
  it('comes back with what was typed in it, and with a dash for what was left out', async () => {
    const { status, body } = await fill();
    expect({ status, kind: body.kind }).toEqual({ status: 200, kind: 'filled' });
    expect(body.text).toContain('Job title: Shift lead\nKind of text: -');
    expect(body.text).not.toContain('{{');
  });

  it('asks for the rules once for each version', async () => {
    const seen = await me.get(`/api/scenarios/${id}`);
    expect(seen.body.confirms).toEqual([]);
    expect((await fill({ confirmed: false })).body.kind).toBe('filled');
    const other = as(world, 111);
    expect((await other.get(`/api/scenarios/${id}`)).body.confirms.length).toBeGreaterThan(0);
    const { status, body } = await other.post(`/api/scenarios/${id}/fill`, { promptId, values: typed });
    expect({ status, fields: body.fields.map(({ path }: { path: string }) => path) }).toEqual({
      status: 400,
      fields: ['confirmed'],
    });
  });

  it('says every field that is wrong at once, by its place', async () => {
    const { status, body } = await fill({ values: { jobTitle: 'x'.repeat(300), audience: 'poem' } });
    expect(status).toBe(400);
    expect(body.fields.map(({ path, error }: { path: string; error: string }) => `${path} ${error}`)).toEqual([
      'values.jobTitle field_length',
      'values.audience field_choice',
      'values.siteAndHours field_required',
      'values.intakeNotes field_required',
      'values.templateBlock field_required',
    ]);
  });

  it('warns of personal data by kind and place, and replaces it when asked', async () => {
    const values = { ...typed, intakeNotes: 'Call +34 612 345 678 first.' };
    const warned = await fill({ values });
    expect(warned.body).toMatchObject({
      kind: 'warning',
      findings: ['Phone number in "Intake notes" (1)'],
      tool: { word: 'Not allowed', sign: '✕' },
      stop: '',
      mayMask: true,
    });
    expect(JSON.stringify(warned.body)).not.toContain('612 345');
    const masked = await fill({ values, go: 'mask' });
    expect(masked.body).toMatchObject({ kind: 'filled' });
    expect(masked.body.text).not.toContain('612 345');
    expect((await fill({ values, go: 'on' })).body.text).toContain('612 345');
  });

  it('never leaves with what a rule stops', async () => {
    const values = { ...typed, intakeNotes: 'Password: Winter2026! for the portal' };
    const { body } = await fill({ values, go: 'on' });
    expect({ kind: body.kind, hasStop: body.stop !== '' }).toEqual({ kind: 'warning', hasStop: true });
  });

  it.each([
    ['an unknown scenario', () => me.post('/api/scenarios/nothing/fill', { promptId, values: {} }), 404],
    ['an unknown prompt', () => fill({ promptId: 'nothing' }), 404],
    ['a field of its own', () => fill({ extra: 1 }), 400],
    ['too much text', () => fill({ values: { jobTitle: 'x'.repeat(20_001) } }), 400],
  ])('refuses %s', async (_, send, status) => {
    expect((await send()).status).toBe(status);
  });

  it('is kept nowhere: not in the store, not in the log', async () => {
    await fill();
    const kept: string[] = [];
    const archive = world.running.store.archive(tenantId);
    for (let page = await archive.read(); page.length > 0; page = await archive.read(page.at(-1)))
      kept.push(...page.map(({ body }) => JSON.stringify(body)));
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.join('\n')).toContain('lastUsedAt');
    expect(kept.join('\n')).not.toContain(canary);
    expect(JSON.stringify(world.log)).not.toContain(canary);
  });
});
