/** A scenario changed in the tab, by keyboard alone, is what the next search in a chat finds; and the list on a Monday is short work. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { query } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { personNamed } from './faces.ts';
import { keys } from './keyboard.ts';
import { browser, describeTab, startTab, type TabWorld } from './kit.ts';

afterAll(() => browser?.close());

const author = personNamed('author and host');
const owner = personNamed('project owner');
const newTitle = 'Procedure from a talk on the shop floor';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

describeTab('a scenario in the tab', () => {
  let tab: TabWorld;
  let scenarioId = '';
  beforeAll(async () => {
    tab = await startTab();
    const { body } = await asPerson(tab.world, author).get('/api/scenarios');
    scenarioId = body.items.find(({ title }: { title: string }) => title.startsWith('Procedure from notes')).id;
  });
  afterAll(() => tab.close());

  const found = async (words: string): Promise<string> => (await tab.world.post(query('findScenario', words))).text;

  it('is edited by its curator, let go live by its owner, and found by the next search', async () => {
    expect(await found('procedure shop floor talk')).not.toContain(newTitle);
    const page = await tab.open(`/playbook/s/${scenarioId}/edit`, author);
    const hand = keys(page);
    await hand.press(button(page, 'Edit'));
    const title = page.getByRole('textbox', { name: 'Title' });
    await hand.reach(title);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(newTitle);
    await page
      .getByText(/All is saved|Saved, /)
      .first()
      .waitFor();
    await hand.press(button(page, 'Send to be looked at'));
    await hand.type(page.getByRole('textbox', { name: /What changes, and why/ }).last(), 'Says where it happens');
    await hand.press(button(page, 'Send to be looked at'));
    await page.getByText('Sent to be looked at.').first().waitFor();
    await page.close();

    const list = await tab.open('/review', owner);
    const other = keys(list);
    await other.open(
      list.getByRole('list', { name: 'What waits for a decision' }),
      list.getByRole('link', { name: new RegExp(newTitle) }),
    );
    await other.press(button(list, 'Let it go live'));
    await list.getByText('It is live.').first().waitFor();
    expect(await found('procedure shop floor talk')).toContain(newTitle);
    await list.close();
  });

  it('breaks no rule of its own page', () => expect(tab.faults).toEqual([]));
});
