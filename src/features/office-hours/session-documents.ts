/** Sessions and series in the store as lists: what lies ahead of a series, of communities, of a host. */
import { findAll, type TenantStore } from '../../core/documents.ts';
import { localOf } from '../../core/local-time.ts';
import { addDays } from '../../core/time.ts';
import { type Loaded, seriesOf, sessionOf } from './documents.ts';
import type { Series, Session, SessionState } from './model.ts';

const most = 100;
const kind = 'session';

/** All that lie ahead, by the date of the rule or by their own time: one may have been moved past the other. */
export async function sessionsAround(
  store: TenantStore,
  seriesId: string,
  { zone }: Pick<Series, 'zone'>,
  now: Date,
): Promise<Loaded<Session>[]> {
  const yesterday = addDays(localOf(now, zone).date, -1);
  const [byDate, byTime] = await Promise.all([
    store.find({
      kind,
      where: [
        ['seriesId', '=', seriesId],
        ['localDate', '>=', yesterday],
      ],
      limit: most,
    }),
    store.find({
      kind,
      where: [
        ['seriesId', '=', seriesId],
        ['startsAt', '>=', now.toISOString()],
      ],
      limit: most,
    }),
  ]);
  const all = new Map([...byDate.items, ...byTime.items].map((document) => [document.id, document]));
  return [...all.values()].map(sessionOf);
}

/** Of communities, the soonest first: those that lie ahead or run, and where asked for those that wait for notes. */
export async function sessionsIn(
  store: TenantStore,
  communityIds: readonly string[],
  states: readonly SessionState[],
  limit: number,
): Promise<Loaded<Session>[]> {
  if (communityIds.length === 0) return [];
  const where = [
    ['communityId', 'in', communityIds],
    ['state', 'in', states],
  ] as const;
  const { items } = await store.find({ kind, where, orderBy: { field: 'startsAt', direction: 'asc' }, limit });
  return items.map(sessionOf);
}

/** Of these communities, those that still run or pause. */
export async function runningSeries(store: TenantStore, communityIds: readonly string[]): Promise<Loaded<Series>[]> {
  const found: Loaded<Series>[] = [];
  if (communityIds.length === 0) return found;
  const where = [
    ['communityId', 'in', communityIds],
    ['state', 'in', ['active', 'paused']],
  ] as const;
  for await (const document of findAll(store, { kind: 'series', where })) found.push(seriesOf(document));
  return found;
}
