/** The playbook as one file, in three forms: what its reader may see, or for those who lead what is being written too. */
import { audited } from '../../core/audit.ts';
import type { Copied } from '../../core/copy.ts';
import type { WriteCsv } from '../../core/csv-file.ts';
import { type Download, fileAlone } from '../../core/download.ts';
import type { WriteOutline } from '../../core/outline.ts';
import { type Route, refuse, route } from '../../core/route.ts';
import { dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { exportQuery } from './contract.ts';
import { type Capped, capped, jsonOf, listsOf } from './copy.ts';
import { tableOf } from './table.ts';
import { outlineOf } from './text.ts';

export interface ExportDeps {
  /** What the reader may see, by kind; with drafts where that is asked. */
  readonly copied: (turn: Turn, isBeyond: boolean) => Promise<readonly Copied[]>;
  readonly mayCopyBeyond: (turn: Turn) => Promise<boolean>;
  readonly writeCsv: WriteCsv;
  readonly writeOutline: WriteOutline;
  /** Left out, 50,000 rows (reliability 13, row 62). */
  readonly mostRows?: number;
}

type Form = 'json' | 'md' | 'csv';
const types: Readonly<Record<Form, string>> = {
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};
const mostRows = 50_000;

export const exportRoutes = (deps: ExportDeps): Route[] => [
  route('GET', '/api/playbook/export', { query: exportQuery, reply: fileAlone }, async ({ turn, query }) => {
    const isBeyond = query.drafts === 'true';
    if (isBeyond && !(await deps.mayCopyBeyond(turn))) return refuse('forbidden');
    const found = capped(listsOf(await deps.copied(turn, isBeyond)), deps.mostRows ?? mostRows);
    await turn.store.write([entry(turn, found, query)]);
    const name = `fieldbook-playbook-${dayOf(turn.now)}.${query.as}`;
    return { kind: 'file', file: { name, type: types[query.as], content: contentOf(deps, turn, found, query.as) } };
  }),
];

function contentOf(deps: ExportDeps, { words }: Turn, found: Capped, form: Form): Download['content'] {
  const { rows, isCapped } = found;
  const note = isCapped ? `${words('error.export_capped', { rows })} (export_capped)` : undefined;
  switch (form) {
    case 'json':
      return jsonOf(found, note);
    case 'csv':
      return deps.writeCsv(tableOf(found, note));
    case 'md':
      return deps.writeOutline(outlineOf(found, note, words));
  }
}

/** Who took what along, and how much. */
const entry = ({ now, who, requestId }: Turn, { rows }: Capped, { as, drafts }: { as: Form; drafts: string }) =>
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: 'playbook.export', requestId },
    ...{ entityType: 'playbook', entityId: 'playbook' },
    changes: {
      as: { before: '', after: as },
      drafts: { before: '', after: drafts },
      rows: { before: '', after: String(rows) },
    },
  });
