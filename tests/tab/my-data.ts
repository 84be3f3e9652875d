/** One's own settings and data in the tab: changed and kept, met by a change elsewhere, taken along as a file, at every width. */
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from '@jest/globals';
import { person } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { describeTab, type TabWorld } from './kit.ts';
import { plainTab } from './shared.ts';

describeTab('my settings and my data', () => {
  let tab: TabWorld;
  beforeAll(async () => {
    tab = await plainTab();
  });
  const settings = async (who: number) => (await asPerson(tab.world, who).get('/api/me/settings')).body;

  it('keeps what was chosen, and speaks the language that was chosen at once', async () => {
    const page = await tab.open('/me', 31);
    await page.getByLabel('Time zone').selectOption('Europe/Madrid');
    await page.getByLabel('Answers to you').selectOption('day');
    await page.getByLabel('Language').selectOption('es');
    await page.getByLabel('Language').press('Tab');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('Guardado.').waitFor();
    await page.getByRole('heading', { name: 'Ajustes' }).waitFor();
    const { fields } = await settings(31);
    const values = Object.fromEntries(fields.map(({ name, value }: { name: string; value: string }) => [name, value]));
    expect(values).toMatchObject({ zone: 'Europe/Madrid', answers: 'day', language: 'es', hours: 'any' });
    await tab.leave(page);
  });

  it('says when they were changed elsewhere meanwhile, loses nothing, and saves with the next press', async () => {
    const page = await tab.open('/me', 32);
    await page.getByLabel('Pause').selectOption('week');
    const { version } = await settings(32);
    await asPerson(tab.world, 32).patch('/api/me/settings', { answers: 'day' }, version);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Answers to you').inputValue()).toBe('day');
    expect(await page.getByLabel('Pause').inputValue()).toBe('week');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await tab.leave(page);
  });

  it('fits 320 pixels', async () => {
    const page = await tab.open('/me', 31, { width: 320 });
    await page.getByRole('combobox').first().waitFor();
    const right =
      "Math.max(...[...document.querySelectorAll('select')].map((each) => each.getBoundingClientRect().right))";
    expect(await page.evaluate(right)).toBeLessThanOrEqual(304);
    await tab.leave(page);
  });

  it('gives my data as a file', async () => {
    await asPerson(tab.world, 33).post('/api/flags', { question: 'Is this in my file?' });
    const page = await tab.open('/about', 33);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('fieldbook-my-data.json');
    const data = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(JSON.stringify(data.written)).toContain('Is this in my file?');
    expect(JSON.stringify(data)).not.toContain(person(31).aadObjectId);
    await page.getByText('Saved as fieldbook-my-data.json').waitFor();
    await tab.leave(page);
  });

  it('keeps to its own scripts and styles', () => expect(tab.faults).toEqual([]));
});
