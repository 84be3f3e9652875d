/** The verbs that move a whole tenant: export, import, backup, restore, verify. Each works with the store that the configuration names. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from './config.ts';
import { audited } from './core/audit.ts';
import { systemClock } from './core/clock.ts';
import type { Store } from './core/documents.ts';
import { newId } from './core/ids.ts';
import { silentLog } from './core/log.ts';
import { checkedFile, exportTenant, MoveError, type Progress } from './stores/move.ts';
import { type Compared, compareWithFile, type Imported, importTenant } from './stores/move-in.ts';
import { openStore } from './stores/open.ts';
import type { Total } from './stores/tenant-lines.ts';

/** The call itself is wrong: exit 2 and how to write it. */
export class Usage extends Error {}

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

interface Given {
  readonly store: Store;
  readonly config: Config;
  readonly tenantId: string;
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
      const { values } = parseArgs({ args, options: flags });
      const stray = args.find((arg) => arg.startsWith('--') && !allowed(arg, takes));
      if (stray) throw new Usage(`cli: ${stray} is no option of this verb\n  ${usage}`);
      if (takes.includes('file') && !values.file) throw new Usage(`cli: --file is missing\n  ${usage}`);
      const config = configured();
      const tenantId = tenantOf(config, values.tenant);
      const { yes, overwrite, 'dry-run': dryRun, file = '' } = values;
      const identityId = config.bot?.type === 'UserAssignedMSI' ? config.bot.id : undefined;
      const store = await openStore({ ...config, identityId, clock: systemClock, log: silentLog });
      try {
        return await work({ store, config, tenantId, file, yes, overwrite, dryRun });
      } finally {
        await store.close();
      }
    },
  };
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

async function exported({ store, tenantId }: Given, file: string): Promise<string[]> {
  await mkdir(dirname(file), { recursive: true });
  const bar = progressBar('exporting');
  const total = await exportTenant(store.archive(tenantId), file, bar.show);
  bar.end();
  return [`${file}: ${said(total)}`];
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
  const bar = progressBar('importing');
  const bound = store.forTenant(tenantId, { pace: 'import' });
  const options = { now: () => systemClock.now(), overwrite, dryRun, progress: bar.show };
  const done = await importTenant(bound, file, total, options);
  bar.end();
  const lines = [`${file}: ${said(total)}`, countsOf(done)];
  if (dryRun) return [...lines, 'nothing was written (--dry-run)'];
  const compared = await compareWithFile(store.archive(tenantId), file, systemClock.now());
  const problem = problemOf({ ...compared, extra: [] });
  if (problem) throw new MoveError([...lines, problem].join('\n'));
  const before = compared.extra.length > 0 ? ', with what was there before' : '';
  const readBack = `read back: ${said(compared.store)}${before}`;
  if (done.created + done.replaced === 0) return [...lines, readBack];
  await noted(given, done);
  return [...lines, readBack, 'noted in the audit log: from now on the store has that entry more than the file'];
}

async function restoreVerb(given: Given): Promise<string[]> {
  if (!given.yes) throw new Usage('cli: restore fills a tenant from a file: add --yes when you mean it');
  const found = await given.store.archive(given.tenantId).read();
  if (found.length > 0)
    throw new MoveError(
      `tenant ${given.tenantId} has documents, so nothing was restored: restore into an empty store (another DATA_DIR or database), or use import`,
    );
  return importVerb({ ...given, overwrite: false });
}

async function verifyVerb({ store, tenantId, file }: Given): Promise<string[]> {
  await checkedFile(file, tenantId);
  const compared = await compareWithFile(store.archive(tenantId), file, systemClock.now());
  const lines = [`file:  ${said(compared.file)}`, `store: ${said(compared.store)}`];
  const problem = problemOf(compared);
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
async function noted({ store, tenantId }: Given, { created, replaced }: Imported): Promise<void> {
  await store.forTenant(tenantId).write([
    audited({
      at: systemClock.now().toISOString(),
      actorId: `cli:${userInfo().username}`,
      actorKind: 'cli',
      action: 'tenant.imported',
      entityType: 'tenant',
      entityId: tenantId,
      changes: { documents: { before: '', after: `${created} created, ${replaced} replaced` } },
      requestId: newId(),
    }),
  ]);
}

/** One line redrawn at a terminal; nothing where the output goes to a file. */
function progressBar(what: string): { show: Progress; end(): void } {
  const isShown = process.stderr.isTTY;
  const width = 30;
  return {
    show(documents, of) {
      if (!isShown) return;
      const filled = of ? Math.round((documents / of) * width) : 0;
      const bar = of ? ` [${'='.repeat(filled)}${' '.repeat(width - filled)}]` : '';
      process.stderr.write(`\r${what}${bar} ${documents}${of ? ` of ${of}` : ''}`);
    },
    end: () => void (isShown && process.stderr.write('\n')),
  };
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
