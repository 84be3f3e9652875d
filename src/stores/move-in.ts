/** A file's documents into a store: what is there already stands, what differs is left alone and named. */
import type { Archive, StoredDocument, TenantStore, WriteOperation } from '../core/documents.ts';
import { partitionOf } from './homes.ts';
import { linesOf, MoveError, type Progress } from './move.ts';
import { type Copied, createOf, documentLine, lineHash, type Total, tally } from './tenant-lines.ts';

export interface Imported {
  readonly created: number;
  /** There already, and equal. */
  readonly present: number;
  readonly replaced: number;
  /** Over by now, so not taken along. */
  readonly ended: number;
  /** There already, and different: kind and id. */
  readonly different: readonly string[];
}

export interface ImportOptions {
  readonly now: () => Date;
  /** Replaces what differs instead of leaving it alone. */
  readonly overwrite?: boolean;
  readonly dryRun?: boolean;
  readonly progress?: Progress;
}

const mostAtOnce = 100;
const mostBytes = 1_500_000;

/** `total` is what `checkedFile` found. */
export async function importTenant(
  store: TenantStore,
  file: string,
  total: Total,
  options: ImportOptions,
): Promise<Imported> {
  const counts = { created: 0, present: 0, replaced: 0, ended: 0, different: [] as string[] };
  let done = 0;
  for await (const batch of batchesOf(file)) {
    const alive = batch.filter(({ expiresAt }) => !expiresAt || Date.parse(expiresAt) > options.now().getTime());
    counts.ended += batch.length - alive.length;
    await take(store, alive, counts, options);
    done += batch.length;
    options.progress?.(done, total.documents);
  }
  return counts;
}

/** As many as one write takes, all of one partition and none twice. */
async function* batchesOf(file: string): AsyncGenerator<Copied[]> {
  let batch: Copied[] = [];
  let bytes = 0;
  let partition = '';
  for await (const { line, bytes: length } of linesOf(file)) {
    if (line?.is !== 'document') continue;
    const own = partitionOf(line.document);
    const isFull = batch.length === mostAtOnce || bytes + length > mostBytes || own !== partition;
    if (batch.length > 0 && (isFull || batch.some((other) => isSame(other, line.document)))) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    partition = own;
    bytes += length;
    batch.push(line.document);
  }
  if (batch.length > 0) yield batch;
}

const isSame = (a: Copied, b: Copied): boolean => a.kind === b.kind && a.id === b.id;

type Counts = { -readonly [Key in keyof Imported]: Imported[Key] } & { different: string[] };

async function take(
  store: TenantStore,
  batch: readonly Copied[],
  counts: Counts,
  options: ImportOptions,
): Promise<void> {
  if (batch.length === 0) return;
  if (!options.dryRun && (await store.write(batch.map(createOf))).kind === 'ok') {
    counts.created += batch.length;
    return;
  }
  // Something is there already, from an import that broke off or from before: so each is looked at.
  const fresh: Copied[] = [];
  for (const document of batch) {
    const found = await store.get(document.kind, document.id);
    if (!found) fresh.push(document);
    else if (documentLine(found) === documentLine(document)) counts.present++;
    else await differs(store, document, found, counts, options);
  }
  if (options.dryRun) counts.created += fresh.length;
  else if (fresh.length > 0) await create(store, fresh, counts);
}

async function create(store: TenantStore, fresh: readonly Copied[], counts: Counts): Promise<void> {
  const result = await store.write(fresh.map(createOf));
  if (result.kind !== 'ok')
    throw new MoveError('somebody writes to this tenant at the same time: stop the server, then import again');
  counts.created += fresh.length;
}

async function differs(
  store: TenantStore,
  document: Copied,
  { version }: StoredDocument,
  counts: Counts,
  { overwrite, dryRun }: ImportOptions,
): Promise<void> {
  if (!overwrite) return void counts.different.push(`${document.kind} ${document.id}`);
  counts.replaced++;
  if (dryRun) return;
  const result = await store.write([{ ...createOf(document), op: 'replace', version } as WriteOperation]);
  if (result.kind !== 'ok') throw new MoveError(`${document.kind} ${document.id} changed meanwhile: import again`);
}

export interface Compared {
  readonly file: Total;
  readonly store: Total;
  readonly missing: readonly string[];
  readonly different: readonly string[];
  readonly extra: readonly string[];
}

const mostNamed = 10;

/** Both sides, document by document. What is over by now is expected in neither. */
export async function compareWithFile(archive: Archive, file: string, now: Date): Promise<Compared> {
  const expected = new Map<string, string>();
  const [fileTally, storeTally] = [tally(), tally()];
  for await (const { text, line } of linesOf(file)) {
    if (line?.is !== 'document') continue;
    const { kind, id, expiresAt } = line.document;
    if (expiresAt && Date.parse(expiresAt) <= now.getTime()) continue;
    fileTally.add(text);
    expected.set(`${kind} ${id}`, lineHash(text));
  }
  const [different, extra]: [string[], string[]] = [[], []];
  for (let page = await archive.read(); page.length > 0; page = await archive.read(page.at(-1)))
    for (const document of page) {
      const [name, line] = [`${document.kind} ${document.id}`, documentLine(document)];
      storeTally.add(line);
      const hash = expected.get(name);
      if (hash === undefined) extra.push(name);
      else if (hash !== lineHash(line)) different.push(name);
      expected.delete(name);
    }
  const some = (names: readonly string[]) => names.slice(0, mostNamed);
  return {
    file: fileTally.total(),
    store: storeTally.total(),
    missing: some([...expected.keys()]),
    different: some(different),
    extra: some(extra),
  };
}
