/** The shell: in a plain browser and inside Teams, with its token, theme, language and refusals. */
import { beforeAll, expect, it } from '@jest/globals';
import { person } from '../helpers/activities.ts';
import type { Entra } from '../helpers/entra.ts';
import { openInTeams } from './fake-teams.ts';
import { describeTab, type TabWorld } from './kit.ts';
import { plainTab, teamsTab } from './shared.ts';

describeTab('the tab in a plain browser', () => {
  let tab: TabWorld;
  beforeAll(async () => {
    tab = await plainTab();
  });

  it('asks whom one would like to be, and shows the playbook to them', async () => {
    const page = await tab.context.newPage();
    await page.goto(`${tab.world.url}/tab/`);
    await page.getByRole('button', { name: /Example recruiter/ }).click();
    await page.getByRole('heading', { name: 'Playbook', level: 1 }).waitFor();
    expect(
      await page.getByRole('navigation').getByRole('link', { name: 'Playbook' }).getAttribute('aria-current'),
    ).toBe('page');
    await page.close();
  });

  it('speaks Spanish to who reads Spanish', async () => {
    const page = await tab.open('/playbook', 1, { locale: 'es' });
    await page.getByRole('heading', { name: 'Manual', level: 1 }).waitFor();
    await tab.leave(page);
  });

  it('says so where there is no such page', async () => {
    const page = await tab.open('/nowhere', 1);
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
    await tab.leave(page);
  });

  it('tells of a part that does not load, keeps its menu, and tries again', async () => {
    const page = await tab.open('/playbook', 1);
    await page.route('**/assets/reading-*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Job description from intake notes' }).click();
    await page.getByRole('alert').getByText('Something went wrong on our side.', { exact: false }).waitFor();
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Playbook' }).count()).toBe(1);
    await page.unroute('**/assets/reading-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Job description from intake notes' }).waitFor();
    // The browser says what did not load.
    expect(tab.faults.splice(0).filter((text) => !/dynamically imported/.test(text))).toEqual([]);
    await tab.leave(page);
  });

  it('keeps to its own scripts and styles', () => expect(tab.faults).toEqual([]));
});

describeTab('the tab inside Teams', () => {
  let tab: TabWorld;
  let entra: Entra;
  beforeAll(async () => {
    ({ tab, entra } = await teamsTab());
  });

  it('signs in with the token of Teams, takes its theme and language, and says that it is there', async () => {
    const url = `${tab.world.url}/tab/`;
    const token = () => entra.token(person(1).aadObjectId);
    const teams = await openInTeams(tab.context, { url, token, locale: 'es-es', theme: 'dark' });
    await teams.tab.getByRole('heading', { name: 'Manual', level: 1 }).waitFor();
    await teams.tab.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
    await teams.theme('default');
    await teams.tab.locator('html[data-theme=light]').waitFor({ state: 'attached' });
    expect(await teams.calls()).toEqual(
      expect.arrayContaining(['initialize', 'getContext', 'authentication.getAuthToken']),
    );
    teams.leave();
  });

  it('goes where a deep link leads', async () => {
    const token = () => entra.token(person(1).aadObjectId);
    const teams = await openInTeams(tab.context, { url: `${tab.world.url}/tab/`, token, subPageId: '/about' });
    await teams.tab.getByRole('heading', { name: 'About', level: 1 }).waitFor();
    teams.leave();
  });

  it('says a guest that Fieldbook is for members', async () => {
    const token = () => entra.token(person(2).aadObjectId, { acct: 1 });
    const teams = await openInTeams(tab.context, { url: `${tab.world.url}/tab/`, token });
    await teams.tab.getByText('Only members of this organisation can use Fieldbook here.').waitFor();
    teams.leave();
  });

  it('asks once more for a token that has run out', async () => {
    let asked = 0;
    const token = () => entra.token(person(1).aadObjectId, asked++ === 0 ? { exp: 1 } : {});
    const teams = await openInTeams(tab.context, { url: `${tab.world.url}/tab/`, token });
    await teams.tab.getByRole('heading', { name: 'Playbook', level: 1 }).waitFor();
    expect(asked).toBeGreaterThan(1);
    teams.leave();
  });

  it('sends a plain browser to Teams, since nobody is signed in there', async () => {
    const page = await tab.context.newPage();
    await page.goto(`${tab.world.url}/tab/`);
    await page.getByText('Please open Fieldbook in Microsoft Teams').waitFor();
    await page.close();
  });

  it('may be framed by the hosts of Microsoft 365 alone', async () => {
    const { headers } = await fetch(`${tab.world.url}/tab/`);
    expect(headers.get('content-security-policy')).toMatch(
      /frame-ancestors https:\/\/\*\.cloud\.microsoft https:\/\/teams/,
    );
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-inline|unsafe-eval/);
  });

  it('keeps to its own scripts and styles', () => expect(tab.faults).toEqual([]));
});
