/** What happened to one item, from its audit entries, in the reader's words. */
import { z } from 'zod';
import type { Turn } from './turn.ts';
import type { historyEntry } from './work-item.ts';

const entry = z.object({
  at: z.string(),
  actorId: z.string(),
  actorKind: z.enum(['person', 'system', 'cli']),
  action: z.string(),
  reason: z.string().optional(),
});

const most = 50;

export interface Telling {
  /** The display name of a person the reader may know of; undefined hides who it was. */
  readonly nameOf: (personId: string) => Promise<string | undefined>;
}

/** The newest first. Events that have no words of their own are left out. */
export async function historyOf(
  { store, words }: Turn,
  entityId: string,
  { nameOf }: Telling,
): Promise<z.infer<typeof historyEntry>[]> {
  const where = [['entityId', '=', entityId]] as const;
  const { items } = await store.find({
    kind: 'auditEntry',
    where,
    orderBy: { field: 'at', direction: 'desc' },
    limit: most,
  });
  const entries = items.map(({ body }) => entry.parse(body)).filter(({ action }) => words.has(`history.${action}`));
  return Promise.all(
    entries.map(async ({ at, actorId, actorKind, action, reason = '' }) => ({
      at,
      who:
        actorKind === 'person' ? ((await nameOf(actorId)) ?? words('history.somebody')) : words(`history.${actorKind}`),
      what: words(`history.${action}`),
      detail: reason,
    })),
  );
}
