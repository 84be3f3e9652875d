/** All of one tenant: its own partition in the order of the items' ids, then the events week by week. */
import type { Archive, Position, StoredDocument } from '../core/documents.ts';
import { documentOf, itemId } from './cosmos-items.ts';
import { archiveAsked } from './cosmos-query.ts';
import type { Reach } from './cosmos-reach.ts';
import { type Weeks, weeksKind } from './cosmos-weeks.ts';
import { homeOf, partitionOf } from './homes.ts';

const atOnce = 200;

export function cosmosArchive(reach: Reach, weeks: Weeks): Archive {
  const { tenantId } = reach;
  const page = async (week: string | undefined, after: string): Promise<StoredDocument[]> => {
    const items = await reach.ask(archiveAsked(week ? { tenantId, week } : { tenantId }, after), atOnce);
    const last = items.at(-1);
    const own = items.filter(({ kind }) => kind !== weeksKind).map(documentOf);
    // A page of nothing but our own notes is not the end.
    return own.length === 0 && last ? page(week, itemId(last.kind, last.docId)) : own;
  };
  return {
    tenantId,
    async read(after) {
      const at = after && itemId(after.kind, after.id);
      if (!after || homeOf(after.kind) === 'playbook') {
        const found = await page(undefined, at ?? '');
        if (found.length > 0) return found;
      }
      const from = after && weekOf(after);
      for (const week of (await weeks.all(reach)).filter((each) => !from || each >= from)) {
        const found = await page(week, week === from ? (at ?? '') : '');
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

const weekOf = (position: Position): string | undefined => partitionOf(position).split('/')[1];
