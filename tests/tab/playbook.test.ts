/** The playbook in a real browser: found, filled, copied by whatever way there is, printed on one page, written by two. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isLong } from '../helpers/scale.ts';
import { as, author, demo, owner, press, recruiter, scenarioNamed } from '../web/scenarios-kit.ts';
import { browser, describeTab, startTab, type TabWorld } from './kit.ts';

describeTab('the playbook', () => {
  let tab: TabWorld;
  beforeAll(async () => {
    tab = await startTab();
  });
  afterAll(async () => {
    await tab.close();
    await browser?.close();
  });
  const idOf = (title: string) => scenarioNamed(tab.world, title);
  const open = (path: string, who: number) => tab.open(path, demo(who));

  it('finds as one types, and finds it again on the way back', async () => {
    const page = await open('/playbook', recruiter);
    await page.getByRole('searchbox').fill('report');
    await page.getByText('2 scenarios').waitFor();
    await page.getByRole('link', { name: 'Questions that test a report' }).click();
    await page.getByRole('heading', { level: 1, name: 'Questions that test a report' }).waitFor();
    await page.goBack();
    expect(await page.getByRole('searchbox').inputValue()).toBe('report');
    await tab.leave(page);
  });

  /** What the host allows, and what the reader is told. */
  it.each([
    ['the clipboard', 'resolve', true, 'Copied.'],
    ['the old command', 'reject', true, 'Copied.'],
    ['their own hands', 'reject', false, 'press Ctrl+C'],
  ])('copies a filled prompt by %s', async (_, clipboard, command, told) => {
    const page = await open(`/playbook/s/${await idOf('Job description from intake notes')}`, recruiter);
    await page.getByRole('button', { name: 'Try with an example' }).waitFor();
    await page.evaluate(`
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.${clipboard}() } });
      document.execCommand = () => ${command};
    `);
    await page.getByRole('button', { name: 'Try with an example' }).click();
    const tick = page.getByRole('checkbox', { name: /I have read these rules/ });
    if (await tick.count()) await tick.check();
    await page.getByRole('button', { name: 'Check and copy' }).click();
    await page.getByText(told).waitFor();
    if (told === 'press Ctrl+C')
      expect(await page.evaluate('String(window.getSelection())')).toContain('Job title: Warehouse shift lead');
    await tab.leave(page);
  });

  /** Every sixth one, all of them in the long run; the reader goes from one to the next. */
  it('prints every scenario on one page', async () => {
    const { body } = await as(tab.world, owner).get('/api/scenarios');
    const page = await open('/playbook', owner);
    expect(body.items).toHaveLength(19);
    const printed = body.items.filter((_: unknown, at: number) => isLong || at % 6 === 0);
    const long: string[] = [];
    for (const { id, title } of printed) {
      await page.evaluate(`history.pushState(null, '', '/tab/playbook/s/${id}/print')`);
      await page.locator('.fieldbook-sheet', { hasText: title }).waitFor();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
      if (pages !== 1) long.push(`${title}: ${pages}`);
    }
    expect(long).toEqual([]);
    await tab.leave(page);
  });

  it('loses nothing that two people write at once', async () => {
    const id = await idOf('Procedure from notes or a transcript');
    await press(as(tab.world, author), id, 'startEdit');
    const [mine, theirs] = await Promise.all([author, owner].map((who) => open(`/playbook/s/${id}/edit`, who)));
    if (!mine || !theirs) throw new Error('no pages');
    await field(mine, 'How it helps you').fill('You get it from me.');
    await saved(mine);
    await field(theirs, 'The problem it solves').fill('A problem of theirs.');
    await theirs.getByText('Taken in: How it helps you.').waitFor();
    await saved(theirs);
    expect(await field(theirs, 'How it helps you').inputValue()).toBe('You get it from me.');

    await field(mine, 'The problem it solves').fill('A problem of mine.');
    await mine.getByText('You both wrote here.').waitFor();
    await mine.getByRole('alert').getByText('A problem of theirs.').waitFor();
    expect(await field(mine, 'The problem it solves').inputValue()).toBe('A problem of mine.');
    await mine.getByRole('button', { name: 'Keep mine' }).click();
    await saved(mine);
    const { body } = await as(tab.world, owner).get(`/api/scenarios/${id}/edit`);
    expect(body.contract).toMatchObject({ helpsYou: 'You get it from me.', problem: 'A problem of mine.' });
    await tab.leave(mine, theirs);
  });

  it('leads from what is missing to its field, and says whom sending tells', async () => {
    const id = await idOf('Weekly report from a table');
    await press(as(tab.world, author), id, 'startEdit');
    const page = await open(`/playbook/s/${id}/edit`, author);
    await field(page, 'Title').fill('');
    await page.getByRole('tab', { name: '3. What good is' }).click();
    await page.getByRole('button', { name: 'Title: please fill this in.' }).click();
    await page.waitForFunction("document.activeElement.id === 'draft-title'");
    await page.keyboard.type('Weekly report');
    await page.getByRole('button', { name: 'Say in one line what changes, and why.' }).click();
    await page.keyboard.type('Shorter.');
    await page.getByText('Nothing is missing.').waitFor();
    await page.getByText('Who is told').waitFor();
    await page.getByRole('button', { name: 'Send to be looked at' }).click();
    await page.getByText('Sent to be looked at.').waitFor();
    await page.getByRole('heading', { level: 2, name: 'What changes' }).waitFor();
    await tab.leave(page);
  });

  it('gives the guide of a scenario and the whole playbook as files', async () => {
    const page = await open(`/playbook/s/${await idOf('Plain summary of a policy')}`, recruiter);
    const [guide] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('group', { name: 'On one page:' }).getByRole('button', { name: 'Word' }).press('Enter'),
    ]);
    expect(guide.suggestedFilename()).toBe('plain-summary-of-a-policy.docx');
    await page.getByText('Saved as plain-summary-of-a-policy.docx').waitFor();
    await page.getByRole('link', { name: 'Playbook' }).first().click();
    await page.getByRole('link', { name: 'Export' }).click();
    await page.getByRole('heading', { level: 1, name: 'The playbook as a file' }).waitFor();
    expect(await page.getByText('With drafts').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Import' }).count()).toBe(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).press('Enter'),
    ]);
    expect(file.suggestedFilename()).toMatch(/^fieldbook-playbook-.*\.csv$/);
    await tab.leave(page);
  });

  it('brings in a file after a look at it, without a mouse', async () => {
    const page = await open('/files', owner);
    const buffer = Buffer.from('PromptTitle,Prompt\nDay plan,Plan my day\n');
    await page.getByLabel('File').setInputFiles({ name: 'pulse.csv', mimeType: 'text/csv', buffer });
    await page.getByLabel('Workflow of what names none').selectOption('Routine reports');
    await page.getByRole('button', { name: 'See what would happen' }).press('Enter');
    await page.getByText('New: 1. Changed: 0.').waitFor();
    expect(await idOf('Day plan')).toBe('');
    await page.getByRole('button', { name: 'Import now' }).press('Enter');
    await page.getByText('All of it is here.').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Import' }).count()).toBe(1);
    await page.getByRole('link', { name: 'Day plan' }).press('Enter');
    await page.waitForURL(`**/playbook/s/${await idOf('Day plan')}/edit`);
    await tab.leave(page);
  });

  it('breaks no rule of the browser on the way', () => {
    expect(tab.faults).toEqual([]);
  });
});

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const saved = (page: Page) => page.getByText(/^Saved, /).waitFor();
