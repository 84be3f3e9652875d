/** A Chromium for pictures and page tests: the one named, one of the machine, else the one that comes from npm. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const build = fileURLToPath(new URL('../../.build/', import.meta.url));

export async function openBrowser(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH ?? onPath();
  return path ? chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-lcd-text'] }) : fromPackage();
}

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
 * it brings its libraries along only where it believes to run on that service.
 */
async function fromPackage(): Promise<Browser> {
  const own = join(build, 'chromium');
  mkdirSync(own, { recursive: true });
  process.env.TMPDIR = own;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args, '--disable-lcd-text'],
    headless: true,
  });
}
