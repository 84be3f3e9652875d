/**
 * The built tab in a real browser, before the real server:
 *
 *   const tab = await startTab();
 *   const page = await tab.open('/review', 5);
 *   await page.getByRole('heading', { name: 'To do' }).waitFor();
 *
 * Where no browser starts, `browser` is undefined and the run says so.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { isTabFresh } from '../../src/tab/build.ts';
import { person } from '../helpers/activities.ts';
import { alone } from '../helpers/alone.ts';
import { openBrowser } from '../helpers/browser.ts';
import { startWorld, type World, type WorldOptions } from '../helpers/world.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));

async function tryBrowser(): Promise<Browser | undefined> {
  try {
    return await openBrowser('tests');
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : 'unknown reason').split('\n');
    process.stdout.write(`NOT RUN: tests of the tab. No browser starts here: ${why}\n`);
    return undefined;
  }
}

jest.setTimeout(60_000);

export const browser = await tryBrowser();
/** Runs where a browser starts. */
export const describeTab: typeof describe | typeof describe.skip = browser ? describe : describe.skip;

/** The files that the server shows are those of the sources of now. */
if (!isTabFresh()) await alone(`${home}.build/tab.turn`, build);

function build(): void {
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, ['src/cli.ts', 'build'], { cwd: home, stdio: 'pipe', env });
}

export interface TabWorld {
  readonly world: World;
  readonly context: BrowserContext;
  /** What went wrong in a page without anybody seeing it: errors of scripts, refused styles and scripts. */
  readonly faults: string[];
  /** A page that nobody else has now; `person(number)` of the activities, or a directory id. */
  open(
    path: string,
    who: number | string,
    options?: { theme?: string; width?: number; locale?: string },
  ): Promise<Page>;
  /** For whoever opens the next one: what is loaded in a page that is there costs half of what a new one costs. */
  leave(...pages: Page[]): Promise<void>;
  close(): Promise<void>;
}

/** A sign that something is still being loaded, as a CSS selector; a bar that says how far somebody is is none. */
export const loading = '[role=status] > [role=progressbar]';

/** What it loads is drawn, which the page itself tells at once; whoever asks it now and then hears it up to half a second later. */
export const stands = (page: Page): Promise<unknown> =>
  page.evaluate(`new Promise((done) => {
    const look = () => document.querySelector('h1') && !document.querySelector('${loading}') && done();
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    setTimeout(done, 5_000);
    look();
  })`);

export async function startTab(options: WorldOptions = {}): Promise<TabWorld> {
  if (!browser) throw new Error('tab kit: no browser');
  const world = await startWorld(options);
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/Madrid' });
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (line) => {
    if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) faults.push(line.text());
  });
  context.setDefaultTimeout(15_000);
  const free: Page[] = [];
  return {
    world,
    context,
    faults,
    async open(path, who, { theme = 'light', width = 1_280, locale = 'en' } = {}) {
      const page = free.pop() ?? (await context.newPage());
      await page.setViewportSize({ width, height: 800 });
      const id = typeof who === 'number' ? person(who).aadObjectId : who;
      await page.goto(
        `${world.url}/tab${path}${path.includes('?') ? '&' : '?'}as=${id}&theme=${theme}&locale=${locale}`,
      );
      await stands(page);
      return page;
    },
    async leave(...pages) {
      for (const page of pages) await page.unrouteAll();
      free.push(...pages);
    },
    async close() {
      await context.close();
      await world.close();
    },
  };
}
