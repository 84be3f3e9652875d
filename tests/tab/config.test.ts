/** A channel's page is set up: Teams can save once the choice is complete, and is told the address that the choice stands for. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { person, tenantId } from '../helpers/activities.ts';
import { type Entra, entraStub } from '../helpers/entra.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { type FakeTeams, openInTeams } from './fake-teams.ts';
import { browser, describeTab, startTab, type TabWorld } from './kit.ts';

afterAll(() => browser?.close());

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
    entra = await entraStub(tenantId, movingClock());
    tab = await startTab({ bot: true, overrides: { web: { entraUrl: entra.metadataUrl } } });
  });
  afterAll(async () => {
    await tab.close();
    await entra.close();
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
    await teams.page.close();
  });
});

describeTab('a channel page in a plain browser', () => {
  let tab: TabWorld;
  beforeAll(async () => {
    tab = await startTab();
  });
  afterAll(() => tab.close());

  it('explains its set-up and leads to the page', async () => {
    const page = await tab.open('/config', 1);
    await page.getByRole('link', { name: 'See the page' }).click();
    await page.getByRole('heading', { name: 'Newest discoveries' }).waitFor();
    await page.getByText('No office hours are planned yet.').waitFor();
    await page.close();
    expect(tab.faults).toEqual([]);
  });
});
