/** "Not now": out of this reader's list for a week. Only of what nobody else waits for. */
import { z } from 'zod';
import { findAll } from '../../core/documents.ts';
import { type Erasure, removal } from '../../core/erasure.ts';
import { instant, ref } from '../../core/fields.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { Turn } from '../../core/turn.ts';
import type { WorkLine } from '../../core/work-item.ts';

const kind = 'snooze';
const days = 7;
const seconds = days * 86_400;

const snooze = z.strictObject({
  personId: ref,
  itemKind: z.string().max(40),
  itemId: z.string().max(200),
  until: instant,
});

const own: ReadonlySet<string> = new Set(['scenarios', 'decisions', 'guardrails', 'tool-changes']);

export const maySnooze = ({ kind: itemKind }: Pick<WorkLine, 'kind'>): boolean => own.has(itemKind);

type Named = Pick<WorkLine, 'kind' | 'id'>;

/** The same twice is one, and counts from the last time. */
export async function snoozeIt(hash: KeyedHash, { store, who, now }: Turn, line: Named): Promise<boolean> {
  const { personId } = who;
  const id = hash('snooze', personId, line.kind, line.id);
  const until = new Date(now.getTime() + seconds * 1_000).toISOString();
  const body = snooze.parse({ personId, itemKind: line.kind, itemId: line.id, until });
  const known = await store.get(kind, id);
  const result = await store.write([
    known
      ? { op: 'replace', kind, id, version: known.version, body, ttlSeconds: seconds }
      : { op: 'create', kind, id, body, ttlSeconds: seconds },
  ]);
  return result.kind === 'ok';
}

/** Says of a line whether this reader put it off. */
export async function snoozedBy({ store, who, now }: Turn): Promise<(line: Named) => boolean> {
  const off = new Set<string>();
  for await (const { body } of findAll(store, { kind, where: [['personId', '=', who.personId]] })) {
    const { itemKind, itemId, until } = snooze.parse(body);
    if (until > now.toISOString()) off.add(`${itemKind}/${itemId}`);
  }
  return (line) => off.has(`${line.kind}/${line.id}`);
}

export const snoozeErasure: Erasure = {
  async *erase({ store }, personId) {
    for await (const each of findAll(store, { kind, where: [['personId', '=', personId]] })) yield removal(each);
  },
};
