/** A channel's page is set up: Teams can save once the choice is complete, and is told the address that the choice stands for. */
import { beforeAll, expect, it } from '@jest/globals';
import { channel, installed, person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import type { Entra } from '../helpers/entra.ts';
import { givenTo } from '../helpers/people.ts';
import { type FakeTeams, openInTeams } from './fake-teams.ts';
import { describeTab, type TabWorld } from './kit.ts';
import { plainTab, teamsTab } from './shared.ts';

/** Keeps what the tab sends, answers that settings were taken, and presses Save as Teams does. */
const listener = `
window.sent = [];
window.addEventListener('message', ({ data, source, origin }) => {
  if (!data || typeof data.func !== 'string') return;
  window.sent.push([data.func, data.args]);
  if (data.func === 'settings.setSettings')
    source.postMessage({ id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, args: [true] }, origin);
});
window.save = () => document.querySelector('iframe').contentWindow.postMessage({ func: 'settings.save', args: [{}] }, '*');
`;

type Sent = readonly [func: string, args: readonly unknown[]];

const sent = (teams: FakeTeams, func: string): Promise<unknown[]> =>
  teams.page.evaluate(
    (name) => (Reflect.get(globalThis, 'sent') as Sent[]).filter(([each]) => each === name).map(([, [first]]) => first),
    func,
  );

async function savedWith(teams: FakeTeams, answer: string): Promise<void> {
  await teams.page.evaluate('window.save()');
  await teams.page.waitForFunction(
    (name) => (Reflect.get(globalThis, 'sent') as Sent[]).some(([func]) => func === name),
    answer,
  );
}

describeTab('the set-up of a channel page inside Teams', () => {
  let tab: TabWorld;
  let entra: Entra;
  beforeAll(async () => {
    ({ tab, entra } = await teamsTab());
  });

  it('offers all, nothing while nothing is picked, then the picked departments', async () => {
    const token = () => entra.token(person(1).aadObjectId);
    const url = `${tab.world.url}/tab/config`;
    const teams = await openInTeams(tab.context, { url, token, frameContext: 'settings' });
    await teams.page.evaluate(listener);
    await teams.tab.getByText('Ready. Press Save in Teams.').waitFor();
    await teams.tab.getByText('Only these departments').click();
    await teams.tab.getByText('Pick at least one department.').waitFor();
    expect((await sent(teams, 'settings.setValidityState')).at(-1)).toBe(false);
    await savedWith(teams, 'settings.save.failure');
    await teams.tab.getByText('Operations').click();
    await teams.tab.getByText('Ready. Press Save in Teams.').waitFor();
    expect((await sent(teams, 'settings.setValidityState')).at(-1)).toBe(true);
    await savedWith(teams, 'settings.save.success');
    const [kept] = await sent(teams, 'settings.setSettings');
    expect(kept).toMatchObject({
      entityId: 'community',
      contentUrl: expect.stringMatching(/\/tab\/community\?departments=[\w.-]+$/),
      websiteUrl: expect.stringMatching(/\/tab\/community\?departments=[\w.-]+$/),
      suggestedDisplayName: 'Fieldbook',
    });
    teams.leave();
  });

  it('makes a community, and lets the channel join it with the press of Save', async () => {
    const store = tab.world.running.store.forTenant(tenantId);
    await givenTo(store, 41, ['host']);
    const { team, channel: here } = channel.channelData;
    await tab.world.post(
      installed('add', { ...channel, conversation: { ...channel.conversation, id: here.id }, from: person(41) }),
    );
    const teams = await openInTeams(tab.context, {
      ...{ url: `${tab.world.url}/tab/config`, frameContext: 'settings' },
      token: () => entra.token(person(41).aadObjectId),
      channel: { id: here.id, name: 'Shop floor', teamId: team.id },
    });
    await teams.page.evaluate(listener);
    await teams.tab.getByText('A community', { exact: true }).click();
    await teams.tab.getByText('Pick a community, or make one.').waitFor();
    await teams.tab.getByLabel('Which community').selectOption({ label: 'A new community' });
    await teams.tab.getByRole('button', { name: 'Make it' }).click();
    await teams.tab.getByText('Name: please fill this in.').waitFor();
    await teams.tab.getByLabel('Name').fill('Shop floor circle');
    await teams.tab.getByLabel('What it is for').fill('Share what works at the bench.');
    await teams.tab.getByLabel('Time', { exact: true }).fill('08:15');
    await teams.tab.getByRole('button', { name: 'Make it' }).press('Enter');
    await teams.tab.getByLabel('Post its digest and its office hours in Shop floor').waitFor();
    await teams.tab.getByText('Ready. Press Save in Teams.').waitFor();
    await savedWith(teams, 'settings.save.success');
    const [kept] = await sent(teams, 'settings.setSettings');
    expect(kept).toMatchObject({
      contentUrl: expect.stringMatching(/\/tab\/community\?community=[\w-]+$/),
      suggestedDisplayName: 'Shop floor circle',
    });
    const [made] = (await store.find({ kind: 'community', where: [['name', '=', 'Shop floor circle']] })).items;
    expect(made?.body).toMatchObject({
      hostIds: [person(41).aadObjectId],
      digest: { at: '08:15' },
      channels: [{ channelId: here.id, teamId: team.id, name: 'Shop floor', address: { channelId: 'msteams' } }],
    });
    teams.leave();
  });
});

describeTab('a channel page in a plain browser', () => {
  let tab: TabWorld;
  beforeAll(async () => {
    tab = await plainTab();
  });

  it('explains its set-up and leads to the page', async () => {
    const page = await tab.open('/config', 1);
    await page.getByRole('link', { name: 'See the page' }).click();
    await page.getByRole('heading', { name: 'Newest discoveries' }).waitFor();
    await page.getByText('No office hours are planned yet.').waitFor();
    await tab.leave(page);
  });

  it('of a community has its settings, which its hosts find by the button of the digest', async () => {
    await givenTo(tab.world.running.store.forTenant(tenantId), 42, ['host']);
    const { items } = (await asPerson(tab.world, 42).get('/api/communities')).body;
    const circle = items.find(({ name }: { name: string }) => name.startsWith('Operations'));
    const path = `/community?community=${circle.id}`;
    const plain = await tab.open(path, 43);
    await plain.getByText('Hosts: Example author and host').waitFor();
    expect(await plain.getByRole('button', { name: 'Settings' }).count()).toBe(0);
    const page = await tab.open(`${path}&settings=open`, 42, { width: 320 });
    await page.getByLabel('Digest').selectOption('monthly');
    await page.getByLabel('Day').selectOption('Monday');
    await page.getByLabel('Add a host by name').fill('person 42');
    await page.getByRole('button', { name: 'Person 42', exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByText('Hosts: Example author and host and Person 42').waitFor();
    const kept = (await asPerson(tab.world, 42).get(`/api/communities/${circle.id}`)).body;
    expect(kept.digest).toEqual({ cadence: 'monthly', weekday: 1, at: '09:30', zone: 'Europe/London' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.getByRole('button', { name: 'Pause' }).press('Enter');
    await page.getByText('Paused: nothing is posted').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByLabel('Digest').count()).toBe(0);
    await tab.leave(plain, page);
    expect(tab.faults).toEqual([]);
  });
});
