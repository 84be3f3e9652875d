/**
 * In which weeks a tenant has events. Each week is a partition of its own, and nothing asks across partitions: whoever
 * reads all of them (export, erase) asks each. The list stands beside the playbook and is written before a week's first event.
 */
import { z } from 'zod';
import { newId } from '../core/ids.ts';
import type { Reach } from './cosmos-reach.ts';

/** No kind of the port begins so: the list is the adapter's own. */
export const weeksKind = '_weeks';
const id = `${weeksKind}:weeks`;
const body = z.object({ weeks: z.array(z.string()) });

export interface Weeks {
  /** Oldest first. */
  all(reach: Reach): Promise<readonly string[]>;
  /** Resolves when the week stands in the list. */
  note(reach: Reach, week: string): Promise<void>;
}

const mostTenants = 1_000;

export function weeksOf(): Weeks {
  const known = new Map<string, ReadonlySet<string>>();

  const read = async (reach: Reach) => {
    const found = await reach.read({ home: 'playbook' }, id);
    return { found, weeks: found ? body.parse(found.body).weeks : [] };
  };

  async function note(reach: Reach, week: string, tries = 5): Promise<void> {
    if (known.get(reach.tenantId)?.has(week)) return;
    const { found, weeks } = await read(reach);
    if (weeks.includes(week) || (await write(reach, [...weeks, week].toSorted(), found?._etag))) {
      if (known.size >= mostTenants) known.clear();
      known.set(reach.tenantId, new Set([...(known.get(reach.tenantId) ?? []), week]));
    } else if (tries > 1) await note(reach, week, tries - 1);
  }

  return { all: async (reach) => (await read(reach)).weeks, note: (reach, week) => note(reach, week) };
}

/** False when another instance was first. */
async function write(reach: Reach, weeks: readonly string[], etag: string | undefined): Promise<boolean> {
  const { tenantId } = reach;
  const item = { id, tenantId, kind: weeksKind, docId: 'weeks', schemaVersion: 1, writeId: newId(), body: { weeks } };
  const resourceBody = item as never;
  const done = await reach.commit({ home: 'playbook' }, [
    etag === undefined
      ? { operationType: 'Create', resourceBody }
      : { operationType: 'Replace', id, ifMatch: etag, resourceBody },
  ]);
  return done.kind === 'done';
}
