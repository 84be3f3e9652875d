/**
 * `npm run gallery`: every card x sample and every page of the tab, in their themes, narrow and wide, drawn in a real browser
 * into one page. `-- --only playbook` draws those alone whose name has this word.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { buildTab } from '../../src/tab/build.ts';
import { languages } from '../../src/text/words.ts';
import { type Face, faces, rendered } from '../cards/all-cards.ts';
import { openBrowser } from '../helpers/browser.ts';
import { type Finding, judge } from './axe.ts';
import { hostConfig, type Theme, themes } from './host-config.ts';
import { indexPage } from './index-page.ts';
import { drawPages } from './pages.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const out = here('../../.build/gallery/');
const narrow = 320;
const widths = [narrow, 600];
const [first = 'en', ...others] = languages;
const { only } = parseArgs({ options: { only: { type: 'string', default: '' } } }).values;

/** The pictures that the README shows. */
const shown = [
  ['playbook/scenario', 'usual'],
  ['playbook/result', 'usual'],
  ['playbook/fill', 'usual'],
  ['guardrails/verdict', 'usual'],
  ['welcome/welcome', 'usual'],
] as const;

export interface Picture {
  readonly face: Face;
  readonly theme: Theme;
  readonly width: number;
  readonly file: string;
}

const fileOf = ({ kind, sample }: Face, theme: Theme, width: number): string =>
  `${kind.path.replace('/', '-')}.${sample}.${theme}.${width}.png`;

async function pageWithRenderer(page: Page): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [here('page.js')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
  });
  const style = readFileSync(here('page.css'), 'utf8');
  await page.setContent(
    `<!doctype html><html lang="en"><title>Card</title><style>${style}</style><main><h1 style="display:none">Card</h1><div id="stage"></div></main>`,
  );
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8') });
}

async function draw(page: Page, face: Face, theme: Theme, width: number, language: string): Promise<void> {
  const [place = 'message'] = face.kind.places;
  const json = rendered(face, language, place).json;
  const call = [json, hostConfig(theme), theme, width].map((part) => JSON.stringify(part));
  await page.evaluate(`draw(${call.join(',')})`);
}

async function pictureOf(page: Page, face: Face, theme: Theme, width: number): Promise<Picture> {
  await draw(page, face, theme, width, first);
  const file = fileOf(face, theme, width);
  await page.locator('#stage').screenshot({ path: `${out}pictures/${file}` });
  return { face, theme, width, file };
}

/** Judged where it is tightest: narrow, in both themes; other languages for the length of their words. */
async function judged(page: Page, face: Face, theme: Theme, language: string): Promise<Finding[]> {
  await draw(page, face, theme, narrow, language);
  return judge(page, `${face.kind.path} ${face.sample} ${theme} ${language}`);
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(`${out}pictures`, { recursive: true });
  const browser = await openBrowser('pictures');
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  await pageWithRenderer(page);
  const pictures: Picture[] = [];
  const findings: Finding[] = [];
  const wanted = faces.filter(({ kind }) => kind.path.includes(only));
  for (const face of wanted)
    for (const theme of themes)
      for (const width of widths) {
        pictures.push(await pictureOf(page, face, theme, width));
        if (width === narrow) findings.push(...(await judged(page, face, theme, first)));
      }
  for (const face of wanted)
    for (const language of others) findings.push(...(await judged(page, face, 'light', language)));
  await buildTab();
  const pages = await drawPages(browser, `${out}pictures/`, only);
  writeFileSync(`${out}index.html`, indexPage(pictures, pages));
  await page.goto(`file://${out}index.html`);
  await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8') });
  findings.push(...(await judge(page, 'the gallery itself')));
  await browser.close();
  report(pictures.length + pages.length, findings);
}

function report(count: number, findings: readonly Finding[]): void {
  for (const [path, sample] of shown) {
    const file = `${path.replace('/', '-')}.${sample}.light.600.png`;
    if (path.includes(only)) copyFileSync(`${out}pictures/${file}`, here(`pictures/${path.split('/')[1]}.png`));
  }
  const lines = [...new Set(findings.map((f) => `${f.isOurs ? 'ours' : 'the renderer'}: ${f.text}`))];
  process.stdout.write(`${count} pictures in .build/gallery, open .build/gallery/index.html\n`);
  process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : 'nothing to complain about\n');
  if (findings.some((f) => f.isOurs)) process.exitCode = 1;
}

await main();
