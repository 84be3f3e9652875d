/** A scenario changed in the tab, by keyboard alone, is what the next search in a chat finds; and the list on a Monday is short work. */
import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { writeStamped } from '../../src/core/stamp.ts';
import { query, tenantId } from '../helpers/activities.ts';
import { asPerson, type Caller } from '../helpers/api.ts';
import type { World } from '../helpers/world.ts';
import { personNamed } from './faces.ts';
import { keys } from './keyboard.ts';
import { describeTab, type TabWorld } from './kit.ts';
import { plainTab } from './shared.ts';

const author = personNamed('author and host');
const owner = personNamed('project owner');
const newTitle = 'Procedure from a talk on the shop floor';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

describeTab('a scenario in the tab', () => {
  let tab: TabWorld;
  let scenarioId = '';
  beforeAll(async () => {
    tab = await plainTab();
    const { body } = await asPerson(tab.world, author).get('/api/scenarios');
    scenarioId = body.items.find(({ title }: { title: string }) => title.startsWith('Procedure from notes')).id;
  });

  const found = async (words: string): Promise<string> => (await tab.world.post(query('findScenario', words))).text;

  it('is edited by its curator, let go live by its owner, and found by the next search', async () => {
    expect(await found('procedure shop floor talk')).not.toContain(newTitle);
    const page = await tab.open(`/playbook/s/${scenarioId}/edit`, author);
    const hand = keys(page);
    await hand.press(button(page, 'Edit'));
    await hand.retype(page.getByRole('textbox', { name: 'Title' }), newTitle);
    await page
      .getByText(/All is saved|Saved, /)
      .first()
      .waitFor();
    await hand.press(button(page, 'Send to be looked at'));
    await hand.type(page.getByRole('textbox', { name: /What changes, and why/ }).last(), 'Says where it happens');
    await hand.press(button(page, 'Send to be looked at'));
    await page.getByText('Sent to be looked at.').first().waitFor();
    await tab.leave(page);

    const list = await tab.open('/review', owner);
    const other = keys(list);
    await other.open(
      list.getByRole('list', { name: 'What waits for a decision' }),
      list.getByRole('link', { name: new RegExp(newTitle) }),
    );
    await other.press(button(list, 'Let it go live'));
    await list.getByText('It is live.').first().waitFor();
    expect(await found('procedure shop floor talk')).toContain(newTitle);
    await tab.leave(list);
  });

  it('is one of five things of a Monday that take eight presses, the two that open Fieldbook among them', async () => {
    await dueToday(tab.world, 3);
    expect((await asPerson(tab.world, author).post('/api/discoveries', await discovery(tab.world))).status).toBe(201);
    const edited = asPerson(tab.world, author);
    const begun = await edited.post(`/api/scenarios/${scenarioId}/startEdit`, {}, await tagOf(edited, scenarioId));
    const sent = await edited.post(
      `/api/scenarios/${scenarioId}/submit`,
      { changeNote: 'Same text, looked at again' },
      begun.body.version,
    );
    expect(sent.status).toBe(200);
    const page = await tab.open('/review', owner);
    const hand = keys(page);
    const list = page.getByRole('list', { name: 'What waits for a decision' });
    await list.getByRole('link').nth(4).waitFor();
    await hand.press(button(page, 'Still right: all 3'));
    await page.getByText('Still right: 3 of 3 done').waitFor();
    await hand.open(list, page.getByRole('link', { name: new RegExp(newTitle) }));
    await hand.press(button(page, 'Let it go live'));
    await page.getByText('It is live.').first().waitFor();
    await hand.open(list, page.getByRole('link', { name: /Number the steps/ }));
    await hand.press(button(page, 'Take it on'));
    await page
      .getByText(/It is yours/)
      .first()
      .waitFor();
    const opened = 2;
    expect(hand.presses + opened).toBeLessThanOrEqual(8);
    process.stdout.write(`the owner's Monday: five items in ${hand.presses + opened} presses\n`);
    await tab.leave(page);
  });

  it('breaks no rule of its own page', () => expect(tab.faults).toEqual([]));
});

/** Something found out about internal things. */
async function discovery({ running }: World) {
  const { items } = await running.store.forTenant(tenantId).find({ kind: 'dataClass', limit: 10 });
  const dataClassId = items.find(({ body }) => Object(body).slug === 'internal')?.id ?? '';
  return { what: 'Number the steps first, then ask for the exceptions of each step.', dataClassId, clean: true };
}

const tagOf = async (who: Caller, id: string): Promise<string> =>
  (await who.get(`/api/scenarios/${id}/item`)).body.version;

/** As many live scenarios of the owner's as this come to their check today. */
async function dueToday({ running, clock }: World, count: number): Promise<void> {
  const store = running.store.forTenant(tenantId);
  const today = clock.now().toISOString().slice(0, 10);
  const { items } = await store.find({ kind: 'scenario', limit: 100 });
  const live = items
    .filter(({ body }) => Object(body).state === 'published' && Object(body).ownerId === owner)
    .slice(0, count);
  for (const { id, version, body } of live)
    await writeStamped(
      store,
      ['content'],
      [{ op: 'replace', kind: 'scenario', id, version, body: { ...Object(body), reviewDue: today } }],
    );
}
