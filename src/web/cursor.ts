/** Where a list goes on: sealed for this tenant, person and question, so that it can neither be forged nor passed on. */
import type { Seal } from '../core/ids.ts';

export interface Cursors {
  seal(position: string, asked: Asked): string;
  /** Undefined for one that we did not make for exactly this. */
  open(cursor: string, asked: Asked): string | undefined;
}

export interface Asked {
  readonly tenantId: string;
  readonly personId: string;
  readonly path: string;
  /** The query without its cursor and limit. */
  readonly query: readonly (readonly [string, string])[];
}

const context = ({ tenantId, personId, path, query }: Asked): string =>
  JSON.stringify(['cursor', tenantId, personId, path, query.toSorted(([a], [b]) => (a < b ? -1 : 1))]);

export const cursors = ({ seal, open }: Seal): Cursors => ({
  seal: (position, asked) => seal(position, context(asked)),
  open: (cursor, asked) => (cursor.length <= 4_000 ? open(cursor, context(asked)) : undefined),
});
