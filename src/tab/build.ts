/** Builds the tab when its sources have changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const src = fileURLToPath(new URL('../', import.meta.url));
const out = fileURLToPath(new URL('../../.build/tab/', import.meta.url));
const seal = `${out}sources.txt`;
const sources = ['tab/**/*', 'features/*/*.tsx', 'features/*/contract.ts', 'text/*.json', 'core/*.ts'];

export type Built = 'built' | 'fresh';

/** A deployed server has no build tools and serves what was built before it was packed. */
export async function buildTab(): Promise<Built> {
  const wanted = fingerprint();
  if (isBuiltOf(wanted)) return 'fresh';
  const vite = await import('vite').catch(() => undefined);
  if (!vite) return 'fresh';
  await vite.build({ configFile: `${src}tab/vite.config.ts` });
  for (const file of globSync('assets/*.{js,css}', { cwd: out }))
    writeFileSync(`${out}${file}.br`, squeezed(readFileSync(`${out}${file}`)));
  writeFileSync(seal, wanted);
  return 'built';
}

/** Whether what was built is of the sources of now. */
export const isTabFresh = (): boolean => isBuiltOf(fingerprint());

const isBuiltOf = (wanted: string): boolean => existsSync(seal) && readFileSync(seal, 'utf8') === wanted;

/** Made once here, so that no request waits for it. */
const squeezed = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: src }).toSorted();
  for (const file of files.filter((name) => /\.(?:tsx?|json|html|css)$/.test(name)))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(`${src}${file}`))
      .update('\0');
  return hash.update(readFileSync(`${src}../package-lock.json`)).digest('hex');
}
