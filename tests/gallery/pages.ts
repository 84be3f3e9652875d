/** Pictures of the tab's pages: every face, three themes, narrow and wide, as a browser draws the built tab. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { asPerson } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { type PageFace, pageFaces, pathOf, personNamed, themes, widths } from '../tab/faces.ts';
import { fillWorld } from '../tab/fill.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The pictures that the README shows. */
const shown: ReadonlySet<string> = new Set(['review-question', 'scenario']);

export interface PagePicture {
  readonly name: string;
  readonly theme: string;
  readonly width: number;
  readonly file: string;
}

export async function drawPages(browser: Browser, folder: string, only: string): Promise<PagePicture[]> {
  const wanted = pageFaces.filter(({ name }) => name.includes(only));
  if (wanted.length === 0) return [];
  const [full, empty] = [await startWorld(), await startWorld({ config: { firstLoad: 'none' } })];
  await fillWorld(full);
  const pictures: PagePicture[] = [];
  for (const face of wanted)
    for (const theme of themes)
      for (const width of widths)
        pictures.push(
          await pictureOf(browser, {
            face,
            theme,
            width,
            folder,
            world: face.state === 'empty' ? empty : full,
          }),
        );
  await Promise.all([full.close(), empty.close()]);
  return pictures;
}

interface Drawing {
  readonly face: PageFace;
  readonly theme: (typeof themes)[number];
  readonly width: number;
  readonly folder: string;
  readonly world: World;
}

async function pictureOf(browser: Browser, { face, theme, width, folder, world }: Drawing): Promise<PagePicture> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  if (face.state === 'error') await page.route(/\/api\/(?!me)/, (route) => route.abort());
  const path = await pathOf(face, asPerson(world, personNamed(face.who)));
  const at = new URL(`${world.url}/tab${path}`);
  at.searchParams.set('as', personNamed(face.who));
  at.searchParams.set('theme', theme);
  await page.goto(at.href);
  await settled(page);
  const file = `tab-${face.name}.${theme}.${width}.png`;
  await page.screenshot({ path: `${folder}${file}`, fullPage: true });
  if (theme === 'light' && width === 1_280 && shown.has(face.name))
    await page.screenshot({ path: here(`pictures/tab-${face.name}.png`) });
  await context.close();
  return { name: `tab: ${face.name}`, theme, width, file };
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}
