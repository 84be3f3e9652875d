/**
 * The official schemas of manifest and words files, out of npm and offline. The validators are development packages:
 * they are loaded here, when a package is made, and by nothing else.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const manifestVersion = '1.30';

/** One sentence per fault, naming the place in the document. */
export type Validate = (document: unknown) => string[];

export interface ManifestSchemas {
  readonly manifest: Validate;
  readonly words: Validate;
}

let known: Promise<ManifestSchemas> | undefined;

/** Read and compiled once. */
export function manifestSchemas(): Promise<ManifestSchemas> {
  known ??= compiled();
  return known;
}

async function compiled(): Promise<ManifestSchemas> {
  const [{ default: draft4 }, { default: formats }] = await Promise.all([
    import('ajv-draft-04'),
    import('ajv-formats'),
  ]);
  const home = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'));
  const folder = join(home, 'build/json-schemas/teams', `v${manifestVersion}`);

  const validator = (file: string, unicodeRegExp: boolean): Validate => {
    // The published schema writes a bell as \a, which JavaScript does not know.
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\\\\a', '\\\\x07');
    const ajv = new draft4.default({ allErrors: true, strict: false, unicodeRegExp });
    formats.default(ajv, ['uri', 'email', 'regex']);
    const check = ajv.compile(JSON.parse(text));
    return (document) =>
      check(document) ? [] : (check.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message ?? e.keyword}`);
  };
  return {
    manifest: validator('MicrosoftTeams.schema.json', true),
    words: validator('MicrosoftTeams.Localization.schema.json', false),
  };
}
