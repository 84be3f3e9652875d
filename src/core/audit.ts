/** An entry of the audit log (product 4.6): written in the same batch as its effect, added only, kept 1,095 days. */
import type { WriteOperation } from './documents.ts';
import { newId } from './ids.ts';

export interface AuditFacts {
  readonly at: string;
  readonly actorId: string;
  readonly actorKind: 'person' | 'system' | 'cli';
  /** `entity.event` */
  readonly action: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly changes: Readonly<Record<string, { readonly before: string; readonly after: string }>>;
  readonly reason?: string;
  readonly requestId: string;
}

const keptSeconds = 1_095 * 24 * 3_600;

export const audited = (facts: AuditFacts): Extract<WriteOperation, { op: 'create' }> => ({
  op: 'create',
  kind: 'auditEntry',
  id: newId(),
  ttlSeconds: keptSeconds,
  body: facts,
});
