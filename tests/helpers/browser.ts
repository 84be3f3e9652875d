/** A Chromium: the one named; else for page tests the one from npm, the same everywhere and quicker, and for pictures that of the machine, which has more letters. */
import { execFileSync } from 'node:child_process';
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

const started = (executablePath: string, env = process.env): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', ...common], env: Object.fromEntries(present(env)) });

const present = (env: NodeJS.ProcessEnv) =>
  Object.entries(env).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));

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

/** With the libraries and fonts that come along; a browser without any font ends or draws nothing. */
async function fromPackage(): Promise<Browser> {
  const own = join(build, 'chromium');
  if (!existsSync(join(own, fontFile))) unpack(own);
  const libraries = [join(own, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter((each) => each !== undefined);
  return started(join(own, 'chromium'), {
    ...process.env,
    LD_LIBRARY_PATH: libraries.join(delimiter),
    FONTCONFIG_FILE: join(own, fontFile),
  });
}

const fontFile = 'fonts.conf';

/**
 * The package unpacks into the temporary folder of its process, and its libraries only where it believes to run on that
 * service. Whole or not at all: two test processes unpack at the same time, and each would start what the other is writing.
 */
function unpack(own: string): void {
  const place = `${own}-${process.pid}`;
  mkdirSync(place, { recursive: true });
  const program = "import packed from '@sparticuz/chromium'; await packed.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: build,
    env: { ...process.env, TMPDIR: place, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  writeFileSync(join(place, fontFile), fontList(join(own, 'fonts'), join(own, 'fonts-cache')));
  try {
    renameSync(place, own);
  } catch {
    // Another process was first.
    rmSync(place, { recursive: true, force: true });
  }
}

const fontList = (folder: string, cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`;
