/** The verbs that move a whole tenant: export, import, backup, restore, verify. Each works with the store that the configuration names. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from './config.ts';
import { audited } from './core/audit.ts';
import { systemClock } from './core/clock.ts';
import type { Store } from './core/documents.ts';
import { newId } from './core/ids.ts';
import { silentLog } from './core/log.ts';
import { checkedFile, exportTenant, MoveError, type Progress, partOf } from './stores/move.ts';
import { type Compared, compareWithFile, type Imported, importTenant } from './stores/move-in.ts';
import { progressOn } from './stores/move-progress.ts';
import { openStore } from './stores/open.ts';
import type { Total } from './stores/tenant-lines.ts';

/** The call itself is wrong: exit 2 and how to write it. */
export class Usage extends Error {}

/** 2 for a call that is wrong, also where Node's reader of arguments says so; 1 for one that cannot be done. */
export const exitCodeOf = (error: unknown): 1 | 2 =>
  error instanceof Usage || (error instanceof TypeError && 'code' in error) ? 2 : 1;

export interface MoveVerb {
  readonly usage: string;
  run(args: string[]): Promise<string[]>;
}

const flags = {
  tenant: { type: 'string' },
  file: { type: 'string' },
  yes: { type: 'boolean', default: false },
  overwrite: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;
type Flag = keyof typeof flags;

interface Given extends Opened {
  readonly file: string;
  readonly yes: boolean;
  readonly overwrite: boolean;
  readonly dryRun: boolean;
}

/** `needs` are the options that a verb takes beside --tenant. */
function verb(usage: string, takes: readonly Flag[], work: (given: Given) => Promise<string[]>): MoveVerb {
  return {
    usage,
    async run(args) {
      const values = valuesOf(args, usage);
      const stray = args.find((arg) => arg.startsWith('--') && !allowed(arg, takes));
      if (stray) throw new Usage(`cli: ${stray} is no option of this verb\n  ${usage}`);
      if (takes.includes('file') && !values.file) throw new Usage(`cli: --file is missing\n  ${usage}`);
      const { yes, overwrite, 'dry-run': dryRun, file = '' } = values;
      return withTenant(values.tenant, (opened) => work({ ...opened, file, yes, overwrite, dryRun }));
    },
  };
}

export interface Opened {
  readonly store: Store;
  readonly config: Config;
  readonly tenantId: string;
}

/** Works with the store that the configuration names, and one of its tenants. */
export async function withTenant<T>(named: string | undefined, work: (opened: Opened) => Promise<T>): Promise<T> {
  const config = configured();
  const tenantId = tenantOf(config, named);
  const identityId = config.bot?.type === 'UserAssignedMSI' ? config.bot.id : undefined;
  const store = await openStore({ ...config, identityId, clock: systemClock, log: silentLog });
  try {
    return await work({ store, config, tenantId });
  } finally {
    await store.close();
  }
}

/** Who types, as the audit log names them. */
export const atKeyboard = (): string => `cli:${userInfo().username}`;

function valuesOf(args: string[], usage: string) {
  try {
    return parseArgs({ args, options: flags }).values;
  } catch (error) {
    throw new Usage(`cli: ${error instanceof Error ? error.message : error}\n  ${usage}`, { cause: error });
  }
}

const allowed = (arg: string, takes: readonly string[]): boolean =>
  ['tenant', ...takes].includes(arg.slice(2).split('=')[0] ?? '');

function configured(): Config {
  const read = readConfig(process.env);
  if (read.kind === 'bad') throw new Error(`cli: the configuration needs a look\n  ${read.problems.join('\n  ')}`);
  return read.config;
}

function tenantOf({ allowedTenants, localTenant, bot }: Config, named: string | undefined): string {
  const known = allowedTenants.length > 0 ? allowedTenants : bot ? [] : [localTenant];
  const [only] = known;
  if (named === undefined && known.length === 1 && only) return only;
  if (named === undefined) throw new Usage(`cli: --tenant is missing; it is one of ${known.join(', ')}`);
  const tenantId = named.toLowerCase();
  if (!known.includes(tenantId))
    throw new Usage(`cli: tenant ${tenantId} is not found; it is one of ${known.join(', ')}`);
  return tenantId;
}

const said = ({ documents, hash }: Total): string => `${documents} documents, hash ${hash.slice(0, 16)}`;

async function exported(given: Given, file: string): Promise<string[]> {
  const { store, tenantId } = given;
  const archive = store.archive(tenantId);
  // A wrong folder opens as an empty store, and an empty backup would look like one.
  if ((await archive.read()).length === 0)
    throw new MoveError(`tenant ${tenantId} has no documents here: do DATA_DIR or COSMOS_ENDPOINT name its store?`);
  const isBegun = existsSync(partOf(file));
  const goesOn = isBegun ? [`went on with ${partOf(file)}`] : [];
  // Before the first line, so that the file holds its own entry and stays equal to the store.
  if (!isBegun) await entered(given, 'tenant.exported', 'begun');
  const total = await shown('exporting', (progress) => exportTenant(archive, file, progress));
  return [...goesOn, `${file}: ${said(total)}`];
}

async function exportVerb(given: Given): Promise<string[]> {
  if (existsSync(given.file) && !given.yes)
    throw new Usage(`cli: ${given.file} is there already: name another file, or replace it with --yes`);
  return exported(given, given.file);
}

async function backupVerb(given: Given): Promise<string[]> {
  const { store, config, tenantId } = given;
  const name = `${tenantId}-${systemClock.now().toISOString().replaceAll(/[:.]/g, '-')}.jsonl`;
  const lines = await exported(given, join(config.dataDir, 'backups', name));
  return hasFile(store) ? [...lines, await store.backupNow()] : lines;
}

const hasFile = (store: Store): store is Store & { backupNow(): Promise<string> } => 'backupNow' in store;

async function importVerb(given: Given): Promise<string[]> {
  const { store, tenantId, file, overwrite, yes, dryRun } = given;
  if (overwrite && !yes)
    throw new Usage('cli: --overwrite replaces documents that are there: add --yes when you mean it');
  const total = await checkedFile(file, tenantId);
  const bound = store.forTenant(tenantId, { pace: 'import' });
  const options = { now: () => systemClock.now(), overwrite, dryRun };
  const done = await shown('importing', (progress) => importTenant(bound, file, total, { ...options, progress }));
  const lines = [`${file}: ${said(total)}`, countsOf(done)];
  if (dryRun) return [...lines, 'nothing was written (--dry-run)'];
  const compared = await compareWithFile(store.archive(tenantId), file, systemClock.now());
  // Also where something differs: what was written was written.
  const note = done.created + done.replaced > 0 ? await noted(given, done) : [];
  const problem = problemOf({ ...compared, extra: [] });
  if (problem) throw new MoveError([...lines, ...note, problem].join('\n'));
  const before = compared.extra.length > 0 ? ', with what was there before' : '';
  return [...lines, `read back: ${said(compared.store)}${before}`, ...note];
}

async function restoreVerb(given: Given): Promise<string[]> {
  if (!given.yes) throw new Usage('cli: restore fills a tenant from a file: add --yes when you mean it');
  const found = await given.store.archive(given.tenantId).read();
  if (found.length > 0)
    throw new MoveError(
      `tenant ${given.tenantId} has documents, so nothing was restored: restore into an empty store (another DATA_DIR or database), or use import, which also goes on with a restore that broke off`,
    );
  return importVerb({ ...given, overwrite: false });
}

async function verifyVerb({ store, tenantId, file }: Given): Promise<string[]> {
  await checkedFile(file, tenantId);
  const compared = await compareWithFile(store.archive(tenantId), file, systemClock.now());
  const lines = [`file:  ${said(compared.file)}`, `store: ${said(compared.store)}`];
  const isTwice = compared.file.hash !== compared.store.hash;
  const problem = problemOf(compared) ?? (isTwice ? 'the file holds a document twice: export it anew' : undefined);
  if (problem) throw new MoveError([...lines, problem].join('\n'));
  return [...lines, 'equal'];
}

const countsOf = ({ created, present, replaced, ended, different }: Imported): string =>
  `${created} created, ${present} present, ${replaced} replaced, ${ended} over by now, ${different.length} different`;

function problemOf({
  missing,
  different,
  extra,
}: Pick<Compared, 'missing' | 'different' | 'extra'>): string | undefined {
  const parts = Object.entries({ missing, different, extra }).filter(([, names]) => names.length > 0);
  if (parts.length === 0) return undefined;
  return parts.map(([what, names]) => `${what} in the store: ${names.join(', ')}`).join('\n');
}

/** Who brought a tenant in. Written after the comparison, so that a later export has this one document more. */
async function noted(given: Given, { created, replaced }: Imported): Promise<string[]> {
  await entered(given, 'tenant.imported', `${created} created, ${replaced} replaced`);
  return [
    'noted in the audit log: from now on the store has that entry more than the file',
    'a server that runs shows it after its next start',
  ];
}

async function entered({ store, tenantId }: Given, action: string, documents: string): Promise<void> {
  const { kind } = await store.forTenant(tenantId).write([
    audited({
      at: systemClock.now().toISOString(),
      actorId: atKeyboard(),
      actorKind: 'cli',
      action,
      entityType: 'tenant',
      entityId: tenantId,
      changes: { documents: { before: '', after: documents } },
      requestId: newId(),
    }),
  ]);
  if (kind !== 'ok') throw new MoveError('the audit entry could not be written');
}

async function shown<T>(what: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const bar = progressOn(process.stderr, systemClock, what);
  try {
    return await work(bar.show);
  } finally {
    bar.end();
  }
}

export const moveVerbs: readonly (readonly [string, MoveVerb])[] = [
  ['export', verb('export --file F [--tenant T] [--yes]', ['file', 'yes'], exportVerb)],
  [
    'import',
    verb(
      'import --file F [--tenant T] [--dry-run] [--overwrite --yes]',
      ['file', 'dry-run', 'overwrite', 'yes'],
      importVerb,
    ),
  ],
  ['backup', verb('backup [--tenant T]', [], backupVerb)],
  ['restore', verb('restore --file F --yes [--tenant T]', ['file', 'yes'], restoreVerb)],
  ['verify', verb('verify --file F [--tenant T]', ['file'], verifyVerb)],
];
