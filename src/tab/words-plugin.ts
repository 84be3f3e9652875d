/** The tab's part of `text/<language>.json` as a module for each language, its messages parsed ahead. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const folder = fileURLToPath(new URL('../text/', import.meta.url));
const prefix = 'virtual:words/';
const list = 'virtual:languages';

export function catalogues(): Plugin {
  return {
    name: 'fieldbook-words',
    resolveId: (id) => (id.startsWith(prefix) || id === list ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${list}`) return languagesModule();
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const file = `${folder}${id.slice(prefix.length + 1)}.json`;
      this.addWatchFile(file);
      return `export default ${JSON.stringify(parsed(JSON.parse(readFileSync(file, 'utf8'))))};`;
    },
  };
}

function languagesModule(): string {
  const languages = readdirSync(folder)
    .filter((name) => /^[a-z]{2}\.json$/.test(name))
    .map((name) => name.slice(0, 2));
  const entries = languages.map((language) => `${language}: () => import('${prefix}${language}')`);
  return `export const languages = { ${entries.join(', ')} };`;
}

const parsed = (words: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(words)
      .filter(([key]) => key.startsWith('tab.'))
      .map(([key, message]) => [key.slice('tab.'.length), message.includes('{') ? parse(message) : message]),
  );
