/** A Chromium for pictures and page tests: the one named, one of the machine, else the one that comes from npm. */
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Letters without coloured edges; and a page of another site, as Teams is, may frame our server on this machine. */
const common = ['--disable-lcd-text', '--disable-features=LocalNetworkAccessChecks'];
const build = fileURLToPath(new URL('../../.build/', import.meta.url));

export async function openBrowser(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH ?? onPath();
  return path ? chromium.launch({ executablePath: path, args: ['--no-sandbox', ...common] }) : fromPackage();
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
 * it brings its libraries along only where it believes to run on that service. Its fonts are unpacked there too, but its own
 * list looks for them elsewhere, and a browser without any font ends or draws nothing.
 */
async function fromPackage(): Promise<Browser> {
  const own = join(build, 'chromium');
  mkdirSync(own, { recursive: true });
  process.env.TMPDIR = own;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const executablePath = await packed.executablePath();
  const fonts = join(own, 'fonts.conf');
  writeFileSync(fonts, fontList(join(own, 'fonts'), join(own, 'fonts-cache')));
  process.env.FONTCONFIG_FILE = fonts;
  return chromium.launch({
    executablePath,
    args: [...packed.args, ...common],
    headless: true,
  });
}

const fontList = (folder: string, cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`;
