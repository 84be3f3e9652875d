/** A Chromium: the one named; else for page tests the one from npm, the same everywhere and quicker, and for pictures that of the machine, which has more letters. */
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Letters without coloured edges; and a page of another site, as Teams is, may frame our server on this machine. */
const common = ['--disable-lcd-text', '--disable-features=LocalNetworkAccessChecks'];
const build = fileURLToPath(new URL('../../.build/', import.meta.url));

export async function openBrowser(use: 'tests' | 'pictures'): Promise<Browser> {
  if (process.env.CHROMIUM_PATH) return started(process.env.CHROMIUM_PATH);
  const path = onPath();
  if (use === 'pictures' && path) return started(path);
  // Where its libraries do not fit, the machine's own serves the tests as well.
  return path ? fromPackage().catch(() => started(path)) : fromPackage();
}

const started = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', ...common] });

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The package unpacks into the temporary folder and takes any `chromium` it finds there, so it gets a folder of its own;
 * it brings its libraries along only where it believes to run on that service. Its fonts are unpacked there too, but its own
 * list looks for them elsewhere, and a browser without any font ends or draws nothing.
 */
async function fromPackage(): Promise<Browser> {
  const own = join(build, 'chromium');
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  // It looks for its libraries where the temporary folder is when it is loaded.
  const { default: packed } = await withTemporary(own, () => import('@sparticuz/chromium'));
  if (!existsSync(join(own, fontFile))) await unpack(own, () => packed.executablePath());
  process.env.FONTCONFIG_FILE = join(own, fontFile);
  return started(join(own, 'chromium'));
}

const fontFile = 'fonts.conf';

/** Whole or not at all: two test processes unpack at the same time, and each would start what the other is writing. */
async function unpack(own: string, unpacked: () => Promise<string>): Promise<void> {
  const place = `${own}-${process.pid}`;
  mkdirSync(place, { recursive: true });
  await withTemporary(place, unpacked);
  writeFileSync(join(place, fontFile), fontList(join(own, 'fonts'), join(own, 'fonts-cache')));
  try {
    renameSync(place, own);
  } catch {
    // Another process was first.
    rmSync(place, { recursive: true, force: true });
  }
}

async function withTemporary<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

const fontList = (folder: string, cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`;
