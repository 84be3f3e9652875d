/** What a browser loads for the tab's first view: the shell, one language and one page, as gzip makes it; without the library of Teams. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { buildTab } from '../../src/tab/build.ts';

const folder = fileURLToPath(new URL('../../.build/tab/', import.meta.url));

const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().optional(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
type Chunks = Readonly<Record<string, z.infer<typeof chunk>>>;

const firstPages = { review: 'features/review/page.tsx', playbook: 'features/playbook/page.tsx' };

/** Kilobytes for each page that somebody may land on. */
export async function tabSizes(): Promise<Record<keyof typeof firstPages, number>> {
  await buildTab();
  const chunks = z.record(z.string(), chunk).parse(JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')));
  const sizeOf = (page: string) => kilobytes([...reached(chunks, startOf(chunks, page))]);
  return { review: sizeOf(firstPages.review), playbook: sizeOf(firstPages.playbook) };
}

/** What is loaded before anything is shown, and the page itself. */
function startOf(chunks: Chunks, page: string): string[] {
  const wanted = (name: string) =>
    chunks[name]?.isEntry || name.endsWith('words/en') || name.endsWith(page) || /_host-/.test(name);
  return Object.keys(chunks).filter(wanted);
}

function reached(chunks: Chunks, from: readonly string[], seen = new Set<string>()): Set<string> {
  for (const name of from) {
    const own = chunks[name];
    if (!own || seen.has(own.file)) continue;
    for (const file of [own.file, ...own.css]) seen.add(file);
    reached(chunks, own.imports, seen);
  }
  return seen;
}

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`${folder}${file}`)).length, 0) / 1_024;
