/** Who used a scenario and is told of what became of it: private to them, counted for whoever publishes. */
import { findAll, type TenantStore } from '../../core/documents.ts';
import { personScenario } from './model.ts';

const dayMs = 86_400_000;
const retiredDays = 90;

/** People who used a version before this one and were not told of it; `bad` narrows it to the users of one version. */
export async function newVersionUsers(
  store: TenantStore,
  scenarioId: string,
  version: number,
  bad?: number,
): Promise<string[]> {
  const people: string[] = [];
  for await (const used of usersOf(store, scenarioId, ''))
    if (used.toldVersion < version && (bad === undefined || used.lastVersion === bad)) people.push(used.personId);
  return people;
}

/** People who used it in the last ninety days. */
export async function lateUsers(store: TenantStore, scenarioId: string, now: Date): Promise<string[]> {
  const people: string[] = [];
  const since = new Date(now.getTime() - retiredDays * dayMs).toISOString();
  for await (const { personId } of usersOf(store, scenarioId, since)) people.push(personId);
  return people;
}

const openMs = dayMs;

/** People who took its prompt along within the last day, after which an open use is closed (product 7.7). */
export async function latestUsers(store: TenantStore, scenarioId: string, now: Date): Promise<string[]> {
  const people: string[] = [];
  const since = new Date(now.getTime() - openMs).toISOString();
  for await (const { personId } of usersOf(store, scenarioId, since)) people.push(personId);
  return people;
}

async function* usersOf(store: TenantStore, scenarioId: string, since: string) {
  const where = [
    ['scenarioId', '=', scenarioId],
    ['lastUsedAt', '>=', since],
  ] as const;
  const orderBy = { field: 'lastUsedAt', direction: 'desc' } as const;
  for await (const { body } of findAll(store, { kind: 'personScenario', where, orderBy }))
    yield personScenario.parse(body);
}
