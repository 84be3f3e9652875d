/** "Has answered": by a key of the person, apart from the answer and with no time but the week (product 7.9). */
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { type Pulse, pulse, pulseMark } from '../../core/run.ts';
import { weekNamed, weekStart } from '../../core/weeks.ts';
import type { Desk } from './desk.ts';

const keptMs = 407 * 86_400_000;

export const markKeyOf = (
  { hash }: Pick<Desk, 'hash'>,
  { tenantId }: Pick<TenantStore, 'tenantId'>,
  personId: string,
) => hash('pulseMark', tenantId, personId);

/** Both end at one moment of their week, or when they end would join them. */
const endOf = (week: string): string => new Date(weekStart(weekNamed(week)).getTime() + keptMs).toISOString();

/** One for each person and week. */
export function markOperation(
  desk: Pick<Desk, 'hash'>,
  store: TenantStore,
  personId: string,
  week: string,
): WriteOperation {
  const markKey = markKeyOf(desk, store, personId);
  const body = pulseMark.parse({ week, markKey });
  return { op: 'create', kind: 'pulseMark', id: desk.hash('mark', markKey, week), body, expiresAt: endOf(week) };
}

export const answerOperation = (body: Pulse): WriteOperation => ({
  ...{ op: 'create', kind: 'pulse', id: newId(), expiresAt: endOf(body.week) },
  body: pulse.parse(body),
});
