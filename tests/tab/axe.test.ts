/** No page breaks a rule of WCAG 2.1 AA or 2.2 AA that axe can see, narrow, and a sixth of them (in the long run all) wide and in any theme; none scrolls sideways. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tenantId } from '../helpers/activities.ts';
import { caller } from '../helpers/api.ts';
import { type Entra, entraStub } from '../helpers/entra.ts';
import { isLong } from '../helpers/scale.ts';
import { judged } from './axe-run.ts';
import { type PageFace, pageFaces, pathOf, personNamed, themes, widths } from './faces.ts';
import { type FakeTeams, openInTeams } from './fake-teams.ts';
import { fillWorld } from './fill.ts';
import { browser, describeTab, startTab, type TabWorld } from './kit.ts';

interface Stage {
  readonly tab: TabWorld;
  readonly entra: Entra;
}

/** Each person goes from page to page, as people do, before the next one comes; in the long run each page is loaded by itself. */
let last: { readonly who: string; readonly teams: FakeTeams } | undefined;
async function openedFor({ tab, entra }: Stage, who: string, path: string): Promise<FakeTeams> {
  if (last?.who === who && !isLong) {
    await last.teams.tab.evaluate(`history.pushState(null, '', ${JSON.stringify(`/tab${path}`)})`);
    return last.teams;
  }
  last?.teams.leave();
  const token = () => entra.token(personNamed(who));
  const teams = await openInTeams(tab.context, { url: `${tab.world.url}/tab${path}`, token });
  last = { who, teams };
  return teams;
}

const shown = pageFaces
  .filter(({ state }) => state === 'full')
  .toSorted((one, other) => one.who.localeCompare(other.who));

/** One page in its six looks, without loading it six times: Teams changes the theme of an open tab too. */
async function looks(stage: Stage, face: PageFace): Promise<string[]> {
  const token = await stage.entra.token(personNamed(face.who));
  const path = await pathOf(face, caller(stage.tab.world, `Bearer ${token}`));
  const teams = await openedFor(stage, face.who, path);
  const found: string[] = [];
  // Narrow is where pages break, and colours come from one palette: the long run alone looks at all of them, wide and in every theme.
  const isWhole = isLong || shown.indexOf(face) % 6 === 0;
  for (const width of isWhole ? widths : ([320] as const)) {
    await teams.page.setViewportSize({ width, height: 900 });
    for (const theme of isLong || width !== 320 ? themes : (['light'] as const)) {
      await teams.theme(theme === 'light' ? 'default' : theme);
      await teams.tab.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' });
      await teams.settled();
      await teams.tab.locator('h1').first().waitFor();
      found.push(...(await judged(teams.tab, theme !== 'light')).map((text) => `${theme} ${width}: ${text}`));
    }
  }
  return found;
}

describeTab('every page, three themes, 320 and 1,280 pixels', () => {
  let tab: TabWorld;
  let entra: Entra;
  beforeAll(async () => {
    // Tokens are of the world's time, which moves while the world is filled.
    entra = await entraStub(tenantId, { now: () => tab.world.clock.now() });
    tab = await startTab({
      bot: true,
      config: { firstLoad: 'demo' },
      overrides: { web: { entraUrl: entra.metadataUrl } },
    });
    await fillWorld(tab.world);
  });
  afterAll(async () => {
    await tab.close();
    await entra.close();
    await browser?.close();
  });

  it.each(shown.map((each) => [each.name, each] as const))('%s', async (_, face) => {
    expect(await looks({ tab, entra }, face)).toEqual([]);
  });
});
