/** The app package for Teams: manifest, words files and icons, checked and zipped so that equal input gives equal bytes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { manifestSchemas } from './manifest-schema.ts';
import { isWhiteOutline, readPng } from './png.ts';

export type AppPackage =
  | { readonly kind: 'built'; readonly bytes: Buffer; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** What names the other files; all else is the schema's business. */
const references = z.looseObject({
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({ additionalLanguages: z.array(z.looseObject({ file: z.string() })) }),
});

/** Builds the zip from a folder, with the values for its `${{NAMES}}`. */
export async function buildAppPackage(
  folder: string,
  values: Readonly<Record<string, string | undefined>>,
): Promise<AppPackage> {
  const { text, missing } = resolve(await readFile(join(folder, 'manifest.json'), 'utf8'), values);
  if (missing.length)
    return { kind: 'refused', problems: missing.map((name) => `manifest.json: no value for ${name}`) };

  const manifest: unknown = JSON.parse(text);
  const named = references.safeParse(manifest);
  if (!named.success) return { kind: 'refused', problems: [`manifest.json: ${z.prettifyError(named.error)}`] };

  const { icons, localizationInfo } = named.data;
  const words = localizationInfo.additionalLanguages.map(({ file }) => file);
  const files = ['manifest.json', ...words, icons.color, icons.outline];
  const present = await readdir(folder);
  const stray = present.filter((file) => !files.includes(file)).map((file) => `${file}: not named in the manifest`);
  const absent = files.filter((file) => !present.includes(file)).map((file) => `${file}: not in the folder`);
  if (stray.length || absent.length) return { kind: 'refused', problems: [...stray, ...absent] };

  const contents = new Map<string, Buffer>();
  for (const file of files) contents.set(file, await readFile(join(folder, file)));
  contents.set('manifest.json', Buffer.from(text));

  const schemas = await manifestSchemas();
  const problems = [
    ...schemas.manifest(manifest).map((fault) => `manifest.json: ${fault}`),
    ...words.flatMap((file) => schemas.words(JSON.parse(`${contents.get(file)}`)).map((fault) => `${file}: ${fault}`)),
    ...iconProblems(icons.color, contents.get(icons.color), 192),
    ...iconProblems(icons.outline, contents.get(icons.outline), 32),
  ];
  return problems.length ? { kind: 'refused', problems } : { kind: 'built', bytes: await zip(contents), files };
}

/** The manifest with its values; a value is data and cannot break out of its string. */
function resolve(template: string, values: Readonly<Record<string, string | undefined>>) {
  const missing = new Set<string>();
  const text = template.replace(/\$\{\{([A-Z][A-Z0-9_]{0,60})\}\}/g, (_, name: string) => {
    const value = values[name];
    if (!value) missing.add(name);
    return JSON.stringify(value ?? '').slice(1, -1);
  });
  return { text, missing: [...missing] };
}

function iconProblems(file: string, bytes: Buffer | undefined, size: number): string[] {
  const picture = bytes && readPng(bytes);
  if (!picture) return [`${file}: not a plain 8-bit PNG`];
  if (picture.width !== size || picture.height !== size) return [`${file}: must be ${size} x ${size} pixels`];
  return size === 32 && !isWhiteOutline(picture) ? [`${file}: may be white and transparent only`] : [];
}

/** Stored, not deflated, and of one date: neither the machine's zlib nor its clock and zone leave a trace. */
async function zip(contents: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const { ZipFile } = await import('yazl');
  const file = new ZipFile();
  // yazl writes the local time of the date, so a local date is the same bytes everywhere.
  const options = { mtime: new Date(2026, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true };
  for (const [name, bytes] of contents) file.addBuffer(bytes, name, options);
  file.end();
  const parts: Buffer[] = [];
  for await (const part of file.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
