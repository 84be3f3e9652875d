/** Copies of the file in `backups/`, named by time so that the newest is the last by name. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

const kept = 14;
const allPages = 2 ** 31 - 1;
/** Only our own copies count and are cleared away; a copy an operator put there stays. */
const ours = /^fieldbook-\d{4}-\d{2}-\d{2}T[\d-]+Z\.db$/;

const folderOf = (file: string): string => join(dirname(file), 'backups');

function backupsOf(file: string): string[] {
  const folder = folderOf(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => ours.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

export const newestBackup = (file: string): string | undefined => backupsOf(file).at(-1);

/** When the newest copy was made, by its name. */
export function lastBackup(file: string): Date | undefined {
  const [, day, hour, minute, second] =
    /(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})[^/]*$/.exec(newestBackup(file) ?? '') ?? [];
  return day ? new Date(`${day}T${hour}:${minute}:${second}Z`) : undefined;
}

/**
 * Copies while the store runs. A copy gets its name when it is whole, so the newest is never half a file. It is made over a
 * connection of its own, in one step: a write on the same connection would end it, and one between two steps begin it again.
 */
export async function makeBackup(file: string, now: Date): Promise<string> {
  if (file === ':memory:') throw new Error('sqlite: a store in memory has no backups');
  mkdirSync(folderOf(file), { recursive: true });
  const copy = join(folderOf(file), `fieldbook-${now.toISOString().replaceAll(/[:.]/g, '-')}.db`);
  const part = `${copy}.part`;
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    await backup(db, part, { rate: allPages });
    renameSync(part, copy);
  } finally {
    db.close();
    rmSync(part, { force: true });
  }
  for (const old of backupsOf(file).slice(0, -kept)) rmSync(old, { force: true });
  return copy;
}
