/** The managers' list in a real browser, by keyboard alone: answered and told, taken back, by two, many at once, without a right, without a server. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { demoPeople } from '../../src/content/demo-people.ts';
import { readPerson, savePerson } from '../../src/features/people/documents.ts';
import { tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { personNamed } from './faces.ts';
import { fillWorld } from './fill.ts';
import { keys } from './keyboard.ts';
import { browser, describeTab, startTab, type TabWorld } from './kit.ts';

afterAll(() => browser?.close());

const lead = personNamed('HR lead');
const second = personNamed('second HR lead');

const line = (page: Page, words: string) => page.getByRole('link', { name: new RegExp(words) }).first();
const list = (page: Page) => page.getByRole('list', { name: 'What waits for a decision' });
const answerBox = (page: Page) => page.getByRole('textbox', { name: /Your answer/ });
const answer = (page: Page) => page.getByRole('button', { name: 'Answer', exact: true });

/** The page looks again when somebody comes back to it, though not more often than every two seconds. */
async function comesBack(page: Page, until: Locator): Promise<void> {
  for (let tries = 0; tries < 30 && !(await until.isVisible()); tries++) {
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await until.waitFor({ timeout: 500 }).catch(() => undefined);
  }
  await until.waitFor();
}

describeTab('the list of what waits', () => {
  let tab: TabWorld;
  beforeAll(async () => {
    tab = await startTab();
    await fillWorld(tab.world);
  });
  afterAll(() => tab.close());

  /** What a tick sends, as its reader reads it. */
  async function sentByATick(): Promise<string[]> {
    const before = tab.world.connector.requests.length;
    await tab.world.tick();
    return tab.world.connector.requests.slice(before).map(({ body }) => wordsIn(body));
  }

  it('answers a question in two presses and takes it back, and whoever asked is told of both', async () => {
    const page = await tab.open('/review', lead);
    const hand = keys(page);
    const question = 'Is it fine to use the meeting notes';
    await hand.open(list(page), line(page, question));
    await hand.type(answerBox(page), 'No, please do not');
    await hand.press(answer(page));
    await page.getByText('Answered. Thank you.').waitFor();
    expect(hand.presses).toBe(2);
    expect((await sentByATick()).filter((words) => words.includes('No, please do not'))).toHaveLength(1);
    await hand.press(page.getByRole('button', { name: 'Undo' }));
    await page.getByText('Taken back.').first().waitFor();
    const told = (await sentByATick()).filter((words) => words.includes(question));
    expect(told).toHaveLength(1);
    expect(told.join()).not.toContain('please do not');
    await answerBox(page).waitFor();
    await tab.leave(page);
  });

  it('tells the second of two who was first, and keeps what they typed', async () => {
    const pages = [await tab.open('/review', lead), await tab.open('/review', second)] as const;
    const question = 'A candidate asks if we used AI';
    const hands = [keys(pages[0]), keys(pages[1])] as const;
    for (const at of [0, 1] as const) {
      await pages[at].bringToFront();
      await hands[at].open(list(pages[at]), line(pages[at], question));
      await hands[at].type(answerBox(pages[at]), at === 0 ? 'Say it openly' : 'I would not say so');
    }
    await pages[0].bringToFront();
    await hands[0].press(answer(pages[0]));
    await pages[0].getByText('Answered. Thank you.').waitFor();
    await pages[1].bringToFront();
    await hands[1].press(answer(pages[1]));
    await pages[1]
      .getByText(/Example HR lead/)
      .first()
      .waitFor();
    await pages[1].getByText('I would not say so').first().waitFor();
    const { body } = await asPerson(tab.world, lead).get('/api/flags?state=decided');
    expect(JSON.stringify(body)).toContain(question);
    await tab.leave(...pages);
  });

  it('shows what a colleague did to the open question, without losing a word', async () => {
    const page = await tab.open('/review', lead);
    const hand = keys(page);
    await hand.open(list(page), line(page, 'Can the weekly report name the shift'));
    await hand.type(answerBox(page), 'Half a sentence');
    const id = /flags\/([^/?]+)/.exec(page.url())?.[1] ?? '';
    const colleague = asPerson(tab.world, second);
    const { body } = await colleague.get(`/api/flags/${id}`);
    expect(await colleague.post(`/api/flags/${id}/claim`, {}, body.version)).toMatchObject({ status: 200 });
    const said = page.getByText(/Example second HR lead took it, .* What you typed stays\./);
    await comesBack(page, said);
    expect(await answerBox(page).inputValue()).toBe('Half a sentence');
    await tab.leave(page);
  });

  it('keeps the page and what was typed while the server is gone, and goes on when it is back', async () => {
    const page = await tab.open('/review', lead);
    const hand = keys(page);
    await hand.open(list(page), line(page, 'May I let the tool rank the interview answers'));
    await hand.type(answerBox(page), 'No, people read all of them');
    await page.route('**/api/**', (route) => route.abort());
    await hand.press(answer(page));
    await page.getByText('That did not arrive').waitFor();
    expect(await answerBox(page).inputValue()).toBe('No, people read all of them');
    await page.unroute('**/api/**');
    await hand.press(answer(page));
    await page.getByText('Answered. Thank you.').waitFor();
    await tab.leave(page);
  });

  it('says so when the right is gone, and the menu follows', async () => {
    const store = tab.world.running.store.forTenant(tenantId);
    const known = await readPerson(store, second);
    const page = await tab.open('/review', second);
    const hand = keys(page);
    await hand.open(list(page), line(page, 'Our supplier sends price lists'));
    await hand.type(answerBox(page), 'Not yet');
    const now = tab.world.clock.now();
    await savePerson(store, { personId: second, name: '' }, now, { grants: [] });
    await hand.press(answer(page));
    await page
      .getByText(/not available|not open to you|not here for you/i)
      .first()
      .waitFor();
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'To do' })
      .waitFor({ state: 'detached' });
    await savePerson(store, { personId: second, name: '' }, now, { grants: known?.person.grants ?? [] });
    await tab.leave(page);
  });

  it('passes fifty on at once, and says how far it is', async () => {
    for (const [at, asker] of Array.from({ length: 50 }, (_, n) => [n, askers[n % askers.length] ?? ''] as const))
      await asPerson(tab.world, asker).post('/api/flags', { question: `Bulk question number ${at}` });
    const page = await tab.open('/review?q=bulk+question&sort=newest', lead);
    const hand = keys(page);
    await hand.tick(page.getByRole('checkbox', { name: /Bulk question number/ }).first());
    await hand.press(page.getByRole('button', { name: /Select all 50 shown/ }));
    await hand.press(page.getByRole('button', { name: 'Pass to IT' }));
    await page.getByRole('progressbar').waitFor();
    await page.getByText('Pass to IT: 50 of 50 done').waitFor({ timeout: 40_000 });
    const { body } = await asPerson(tab.world, personNamed('tools lead')).get('/api/flags?limit=100');
    expect(body.items.filter(({ title }: { title: string }) => title.startsWith('Bulk question'))).toHaveLength(50);
    await tab.leave(page);
  });

  it('breaks no rule of its own page', () => expect(tab.faults).toEqual([]));
});

/** Nobody may ask more than twenty in a day. */
const askers = demoPeople.filter(({ grants }) => grants.length === 0).map(({ id }) => id);
