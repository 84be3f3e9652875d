/** Where each kind lives: one container and partition key for every kind, the same on both stores. */
import { StoreError } from '../core/errors.ts';

export type Home = 'playbook' | 'events';

/** Events are partitioned by tenant and ISO week; everything else by tenant, so that it can change together. */
const eventKinds = new Set(['use', 'baseline', 'qualityRating', 'runCount', 'pulse', 'pulseMark']);

export const homeOf = (kind: string): Home => (eventKinds.has(kind) ? 'events' : 'playbook');

/** Events are raw counts, kept 400 days (product 7.9); everything else lives until it is removed. */
const eventSeconds = 400 * 86_400;

export const secondsOf = (kind: string): number | undefined => (homeOf(kind) === 'events' ? eventSeconds : undefined);

export interface Placed {
  readonly kind: string;
  readonly body?: unknown;
}

/** The partition of a document within its tenant: `playbook`, or `events/2026-W48`. */
export function partitionOf({ kind, body }: Placed): string {
  if (homeOf(kind) === 'playbook') return 'playbook';
  const week = typeof body === 'object' && body !== null && 'week' in body ? body.week : undefined;
  if (typeof week !== 'string' || !/^\d{4}-W\d{2}$/.test(week))
    throw new StoreError('badRequest', `a "${kind}" needs its week, such as 2026-W48`);
  return `events/${week}`;
}

/** A batch is one transaction, so it must not leave one partition, neither by what it writes nor by what it replaces. */
export function requireOnePartition(documents: readonly Placed[]): void {
  const partitions = new Set(documents.map(partitionOf));
  if (partitions.size > 1) throw new StoreError('crossPartition', `one write touches ${[...partitions].join(' and ')}`);
}
