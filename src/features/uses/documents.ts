/** Runs in the store: each stands in its week and shares no write with anything else. Nobody is named in one. */
import type { z } from 'zod';
import { findAll, type Query, type StoredDocument, type TenantStore } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { personKeyOf, type Use, use } from '../../core/run.ts';
import { isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';

export const useKind = 'use';
export const apart = { isApart: true } as const;

export interface Loaded<T> {
  readonly id: string;
  readonly version: string;
  readonly body: T;
}

export type LoadedUse = Loaded<Use>;

export const loadedUse = ({ id, version, body }: StoredDocument): LoadedUse => ({ id, version, body: use.parse(body) });

/** As our ids are made; what a card sends may be anything. */
const idForm = /^[\w-]{1,100}$/;

export async function loadUse(store: TenantStore, id: string): Promise<LoadedUse | undefined> {
  const found = idForm.test(id) ? await store.get(useKind, id) : undefined;
  return found && loadedUse(found);
}

export const keyOf = ({ hash }: Pick<Desk, 'hash'>, { store }: Pick<Turn, 'store'>, personId: string): string =>
  personKeyOf(hash, { tenantId: store.tenantId, personId });

/** Their own; of somebody else's it is as if there was none. */
export async function loadMine(desk: Desk, turn: Turn, id: string): Promise<LoadedUse | undefined> {
  const found = await loadUse(turn.store, id);
  return found?.body.personKey === keyOf(desk, turn, turn.who.personId) ? found : undefined;
}

/** The same for every delivery of one press. */
export const runIdOf = ({ hash }: Desk, { deliveryKey }: Turn): string =>
  deliveryKey ? hash('use', deliveryKey) : newId();

export const openHours = 24;

/** Begun in the last day and not said anything of, the newest first. */
export async function openUses(
  desk: Pick<Desk, 'hash'>,
  { store, now }: Pick<Turn, 'store' | 'now'>,
  personId: string,
): Promise<LoadedUse[]> {
  const since = new Date(now.getTime() - openHours * 3_600_000);
  const weeks = [...new Set([isoWeekOf(now), isoWeekOf(since)])];
  const key = keyOf(desk, { store }, personId);
  const mine = await Promise.all(weeks.map((week) => usesIn(store, week, key)));
  return mine.flat().filter(({ body }) => body.endedAt === undefined && body.startedAt > since.toISOString());
}

/** Of one person in one week, the newest first. Further conditions are no part of the query: records are indexed by few fields. */
async function usesIn(store: TenantStore, week: string, key: string): Promise<LoadedUse[]> {
  const where: Query['where'] = [
    ['week', '=', week],
    ['personKey', '=', key],
  ];
  const found: LoadedUse[] = [];
  const orderBy = { field: 'startedAt', direction: 'desc' } as const;
  for await (const document of findAll(store, { kind: useKind, where, orderBy })) found.push(loadedUse(document));
  return found;
}

/** Every record of a kind that the conditions of the query name, parsed on the way out. */
export async function recordsOf<S extends z.ZodType<object>>(
  store: TenantStore,
  schema: S,
  query: Query,
): Promise<(z.infer<S> & { readonly id: string })[]> {
  const records: (z.infer<S> & { readonly id: string })[] = [];
  for await (const { id, body } of findAll(store, query)) records.push({ ...schema.parse(body), id });
  return records;
}
