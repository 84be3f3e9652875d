/** The first day in a real browser: set-up with every press counted, the pilot planned and begun, its people, its decision, its sheet of paper. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { installed, person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { hand } from '../helpers/hand.ts';
import { day } from '../helpers/moving-clock.ts';
import { isLong } from '../helpers/scale.ts';
import { judged } from './axe-run.ts';
import { personNamed } from './faces.ts';
import { browser, describeTab, stands, startTab, type TabWorld } from './kit.ts';

afterAll(() => browser?.close());

/** `PICTURES=<folder>` keeps a picture of every step. */
const folder = process.env.PICTURES;
let shots = 0;
async function shot(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  shots += 1;
  await page.screenshot({ path: join(folder, `${String(shots).padStart(2, '0')}-${name}.png`), fullPage: true });
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();

const [owner, hrLead, toolsLead] = [901, 902, 903];
const members = [911, 912, 913, 914, 915];
const names: Readonly<Record<number, string>> = {
  ...{ 901: 'Ola Owner', 902: 'Hanna Lead', 903: 'Tom Tools', 911: 'Ada Admin', 912: 'Ben Base' },
  ...{ 913: 'Cleo Case', 914: 'Dan Desk', 915: 'Eva East' },
};
const idOf = (number: number): string => person(number).aadObjectId;
const from = (number: number) => ({
  from: { id: `29:${number}`, name: names[number], aadObjectId: idOf(number) },
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});

describeTab('an empty organisation', () => {
  let tab: TabWorld;
  let presses = 2;
  beforeAll(async () => {
    tab = await startTab({ config: { firstLoad: 'starter', owners: [{ tenantId, personId: idOf(owner) }] } });
    for (const number of [owner, hrLead, toolsLead, ...members]) await tab.world.post(installed('add', from(number)));
  });
  afterAll(() => tab.close());

  const click = async (what: { click(): Promise<void> }) => {
    presses += 1;
    await what.click();
  };

  /** The newest message of the bot, in their hand. */
  const handed = async (number: number) => {
    await tab.world.tick();
    const sent = tab.world.connector.requests.filter(
      ({ method, path }) => method === 'POST' && path.includes(encodeURIComponent(`a:${number}`)),
    );
    const one = hand(tab.world, from(number));
    one.read(sent.at(-1)?.body);
    return one;
  };
  const pressed = async (number: number, title: string, fields: Record<string, string> = {}) => {
    const one = await handed(number);
    for (const [name, text] of Object.entries(fields)) one.type(name, text);
    await one.press(title);
    presses += 1;
    return one.text();
  };

  /** No part of the way to the pilot: how often things are looked at again, for who administers. */
  const changePeriods = async (page: Page) => {
    const part = page.getByRole('region', { name: 'Looked at again' });
    await part.getByText('Scenarios in a pilot: after 60 days').waitFor();
    await part.getByRole('button', { name: 'Change it' }).click();
    const field = part.getByLabel('Scenarios in a pilot, days');
    await field.fill('30');
    await part.getByRole('button', { name: 'Save' }).click();
    await part.getByText('Scenarios in a pilot: please give a number.').waitFor();
    await shot(page, 'periods');
    await field.fill('75');
    await part.getByRole('button', { name: 'Save' }).click();
    await part.getByText('Scenarios in a pilot: after 75 days').waitFor();
    const lead = await tab.open('/setup', idOf(hrLead));
    await lead.getByText('Scenarios in a pilot: after 75 days').waitFor();
    expect(await lead.getByRole('button', { name: 'Change it' }).count()).toBe(0);
    await tab.leave(lead);
  };

  it('is set up on the page that opens by itself, and says what is missing before it is sent', async () => {
    const page = await tab.open('/', idOf(owner));
    await page.getByRole('heading', { name: 'Set-up', level: 1 }).waitFor();
    await page.getByRole('heading', { name: '1. Who leads it' }).waitFor();
    await shot(page, 'empty');
    await button(page, 'Prepare it').click();
    await page.getByText('Something is missing', { exact: false }).waitFor();
    expect(await page.getByText('Pick somebody.').count()).toBe(3);
    await shot(page, 'missing');
    const pick = (label: string, who: number) =>
      page.getByRole('list', { name: label }).getByRole('button', { name: names[who] ?? '' });
    await click(pick('Search: HR lead', hrLead));
    await click(pick('Search: Tools lead', toolsLead));
    await click(page.getByRole('radio', { name: /^Job descriptions/ }));
    await click(page.getByRole('checkbox', { name: 'Microsoft 365 Copilot' }));
    await shot(page, 'tools');
    await click(page.getByRole('checkbox', { name: 'Copilot Chat', exact: true }));
    await click(page.getByRole('radio', { name: 'Yes', exact: true }).first());
    await click(page.getByRole('checkbox', { name: 'These numbers fit us' }));
    for (const number of members) await click(pick('Search by name', number));
    await click(pick('Search: Person to tell', hrLead));
    expect(await page.getByText('Pick somebody.').count()).toBe(0);
    await shot(page, 'filled');
    // Narrow is where pages break.
    if (isLong) expect(await judged(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await shot(page, 'filled-320');
    expect(await judged(page)).toEqual([]);
    await page.setViewportSize({ width: 1_280, height: 800 });
    await click(button(page, 'Prepare it'));
    await page.getByText('Waits for Tom Tools', { exact: false }).waitFor();
    await shot(page, 'waits');
    await tab.leave(page);
  });

  // The colours come from the one palette that axe.test.ts looks at in every run.
  if (isLong)
    it.each(['dark', 'contrast'])('can be read in the %s theme', async (theme) => {
      const page = await tab.open('/setup', idOf(owner), { theme });
      await button(page, 'Change what was prepared').click();
      await button(page, 'Prepare it').waitFor();
      await shot(page, `form-${theme}`);
      expect(await judged(page, true)).toEqual([]);
      await tab.leave(page);
    });

  it('waits for the tools lead, then for the owner, who confirms on the page as on the card', async () => {
    expect(await pressed(toolsLead, 'Confirm')).toContain('The tools are decided.');
    const page = await tab.open('/setup', idOf(owner));
    await page.getByText('Waits for you.').waitFor();
    await shot(page, 'yours');
    await click(button(page, 'Confirm'));
    await page.getByRole('link', { name: 'Open the pilot' }).waitFor();
    await shot(page, 'set-up-over');
    await tab.leave(page);
  });

  it('has people who join, and a pilot that starts with two presses', async () => {
    const asked = await tab.open('/workflows', idOf(911));
    await asked.getByText('You are asked').waitFor();
    await asked.getByRole('link', { name: 'Job descriptions: first pilot' }).click();
    await asked.getByRole('heading', { name: 'Will you try it?' }).waitFor();
    await shot(asked, 'asked');
    await tab.leave(asked);
    const last = { minutes: '90', ranOn: '2026-11-20' };
    for (const number of members.slice(0, 4)) await pressed(number, 'Join', last);
    const page = await tab.open('/setup', idOf(owner));
    await changePeriods(page);
    await click(page.getByRole('link', { name: 'Open the pilot' }));
    await page.getByText('Runs that count: 4. Needed: 3.').waitFor();
    await page.getByText('People in it: 4. Usual are 5 to 10.').waitFor();
    await shot(page, 'before-start');
    await pressed(members[4] ?? 0, 'Join', last);
    await page.reload();
    await stands(page);
    await page.getByText('Runs that count: 5. Needed: 3.').waitFor();
    await click(button(page, 'Start'));
    await page.getByText('It holds when the other one of you two confirms.').waitFor();
    await shot(page, 'signed');
    expect(await pressed(hrLead, 'Confirm')).toContain('It has started.');
    await page.reload();
    await stands(page);
    await page.getByText('Week 1 of 6').waitFor();
    await shot(page, 'running');
    await tab.leave(page);
    process.stdout.write(`set-up in the browser: ${presses} presses\n`);
    expect(presses).toBeLessThanOrEqual(33);
    expect(tab.faults).toEqual([]);
  });

  it('is decided by two on the page of the pilot, with the rule in sight; the sheet names nobody who took part', async () => {
    tab.world.clock.pass(43 * day);
    await tab.world.tick();
    const { items } = (await asPerson(tab.world, idOf(owner)).get('/api/pilots')).body;
    const path = `/workflows/pilots/${items[0].id}`;
    const first = await tab.open(path, idOf(hrLead));
    await first.getByRole('heading', { name: 'What must be so to go wider' }).waitFor();
    await shot(first, 'deciding');
    await button(first, 'More weeks').click();
    await first.getByRole('radio', { name: '2 more weeks' }).click();
    await first.getByLabel('Why? What does the choice rest on?').fill('People ask for more time.');
    await first.getByRole('form', { name: 'More weeks' }).getByRole('button', { name: 'More weeks' }).click();
    await first.getByText('You have signed.', { exact: false }).first().waitFor();
    const second = await tab.open(path, idOf(owner));
    await second.getByText('It waits for you', { exact: false }).waitFor();
    await shot(second, 'other-signature');
    await button(second, 'Confirm').click();
    await second.getByText('It goes on.').waitFor();
    await second.getByText('People ask for more time.', { exact: false }).first().waitFor();
    await shot(second, 'extended');
    await second.getByRole('link', { name: 'Pilot on a page' }).click();
    const sheet = second.locator('.fieldbook-pilot-sheet');
    await sheet.getByText('People who joined: 5').waitFor();
    for (const number of members) expect(await sheet.innerText()).not.toContain(names[number]);
    await second.emulateMedia({ media: 'print' });
    await shot(second, 'paper');
    await second.emulateMedia({ media: 'screen' });
    await tab.leave(first, second);
  });
});

describeTab('workflows and pilots in the tab', () => {
  let tab: TabWorld;
  beforeAll(async () => {
    tab = await startTab();
    await tab.world.tick();
  });
  afterAll(() => tab.close());
  const lead = personNamed('project owner');

  it('are listed by stage; one shows its worksheet, whose score follows what is typed', async () => {
    const page = await tab.open('/workflows', lead);
    await page.getByRole('heading', { name: 'In a pilot' }).waitFor();
    await shot(page, 'workflows');
    await page.getByRole('link', { name: 'New workflow' }).click();
    await page.getByLabel('Name').fill('Supplier letters');
    await page.getByLabel('The problem it has today').fill('Each letter is written anew.');
    await page.getByLabel('Step 1', { exact: true }).fill('Collect the facts');
    await page.getByLabel('Step 2', { exact: true }).fill('Draft the letter');
    await shot(page, 'new-workflow');
    await button(page, 'Begin it').click();
    await page.getByRole('heading', { name: 'Supplier letters', level: 1 }).waitFor();
    await page.getByText('The worksheet is not filled in yet.').waitFor();
    await page.getByLabel('Times a month, each person').fill('4');
    await page.getByLabel('People who do it').fill('5');
    await page.getByLabel('Minutes each time').fill('60');
    await page.getByRole('radio', { name: 'In part' }).click();
    await page.getByText('50 of 100: possible').waitFor();
    await page.getByLabel('Times a month, each person').fill('8');
    await page.getByText('80 of 100: a good first choice').waitFor();
    await button(page, 'Save').click();
    await page.getByText('Please look at the marked fields.', { exact: false }).waitFor();
    await page.getByLabel('Who can tell').fill('A buyer');
    await page.getByLabel('How they tell').fill('They compare it with the order.');
    await shot(page, 'worksheet');
    await button(page, 'Save').click();
    await page.getByText('Saved.').waitFor();
    expect(await page.getByText('The worksheet is not filled in yet.').count()).toBe(0);
    await page.getByRole('link', { name: 'Plan a pilot' }).click();
    await page.getByLabel('What it is for').fill('Letters in half the time.');
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('recr');
    await page.getByRole('button', { name: 'Example recruiter' }).click();
    await page.getByLabel('HR lead who confirms').selectOption({ label: 'Example HR lead' });
    await shot(page, 'plan');
    await button(page, 'Save the plan').click();
    await page.getByText('A pilot needs 3 people or more.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Ask the people' }).count()).toBe(0);
    await shot(page, 'planned');
    await tab.leave(page);
  });

  it('show a member what is recorded and no figure of others; a stranger nothing', async () => {
    const { items } = (await asPerson(tab.world, lead).get('/api/pilots')).body;
    const id = items.find(({ state }: { state: { id: string } }) => state.id === 'running').id;
    const page = await tab.open(`/workflows/pilots/${id}`, personNamed('team lead, early shift'));
    await page.getByRole('heading', { name: 'Your part in it' }).waitFor();
    expect(await page.getByRole('heading', { name: 'People' }).count()).toBe(0);
    await shot(page, 'member');
    await tab.leave(page);
    const stranger = await tab.open(`/workflows/pilots/${id}`, personNamed('recruiter'));
    await stranger.getByText('This is not here for you').waitFor();
    await tab.leave(stranger);
  });

  it('read in Spanish and at 320 pixels as well', async () => {
    const { items } = (await asPerson(tab.world, lead).get('/api/pilots')).body;
    const id = items.find(({ state }: { state: { id: string } }) => state.id === 'running').id;
    const page = await tab.open(`/workflows/pilots/${id}`, lead, { locale: 'es', width: 320, theme: 'dark' });
    await page.getByRole('heading', { name: 'Personas' }).waitFor();
    await shot(page, 'cockpit-es-320');
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wide).toBe(0);
    await tab.leave(page);
    expect(tab.faults).toEqual([]);
  });
});
