/** Loads the playbook from the store, parsed on the way out; writes what a person did with a scenario. */
import { z } from 'zod';
import { findAll, loadAll, type Query, type TenantStore, type WriteResult } from '../../core/documents.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { person } from '../../core/person.ts';
import { isHere } from './arrived.ts';
import { type Book, type BookDocuments, bookOf } from './book.ts';
import { department, type PersonScenario, pack, personScenario, role, scenario, workflow } from './model.ts';
import { scenarioVersion } from './scenario-version.ts';

export async function loadBook(store: TenantStore): Promise<Book> {
  const scenarios: BookDocuments['scenarios'][number][] = [];
  for await (const { id, version, body } of findAll(store, { kind: 'scenario', where: [['deletedAt', 'missing']] }))
    scenarios.push({ ...scenario.parse(body), id, revision: version });
  const live = new Set(scenarios.map((s) => `${s.id}/${s.liveVersion}`));
  const versions: BookDocuments['versions'][number][] = [];
  const undropped: Query = { kind: 'scenarioVersion', where: [['deletedAt', 'missing']] };
  for await (const { version: revision, body } of findAll(store, undropped)) {
    const { scenarioId, version } = place.parse(body);
    // A draft may be unfinished: only what is live is a whole contract.
    if (live.has(`${scenarioId}/${version}`)) versions.push({ ...scenarioVersion.parse(body), revision });
  }
  const workflows = await arrivedOf(store, 'workflow', (body) => workflow.parse(body));
  return bookOf({
    scenarios,
    versions,
    workflows,
    departments: await loadAll(store, 'department', (body) => department.parse(body)),
    roles: await arrivedOf(store, 'role', (body) => role.parse(body)),
    packs: await arrivedOf(store, 'pack', (body) => pack.parse(body)),
    names: await namesOf(store, [
      ...workflows.flatMap((w) => [w.ownerId, w.hrLeadId]),
      ...scenarios.flatMap((s) => [
        s.ownerId,
        ...s.credit.map(({ personId, shown }) => (shown ? personId : undefined)),
      ]),
    ]),
  });
}

/** Without what still comes in with a file. */
async function arrivedOf<T extends { readonly arriving?: string | undefined }>(
  store: TenantStore,
  kind: string,
  parse: (body: unknown) => T,
): Promise<(T & { id: string })[]> {
  const known = new Map<string, boolean>();
  const found: (T & { id: string })[] = [];
  for (const each of await loadAll(store, kind, parse)) if (await isHere(store, each, known)) found.push(each);
  return found;
}

const place = z.object({ scenarioId: z.string(), version: z.number() });

async function namesOf(store: TenantStore, ids: readonly (string | undefined)[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const found = id ? await store.get('person', id) : undefined;
    if (found) names.set(found.id, person.parse(found.body).displayName);
  }
  return names;
}

const mineKind = 'personScenario';
const mineId = (hash: KeyedHash, personId: string, scenarioId: string) => hash('personScenario', personId, scenarioId);

/** What this person used last, newest first; private to them. */
export async function lastUsed(store: TenantStore, personId: string, limit: number): Promise<PersonScenario[]> {
  const orderBy = { field: 'lastUsedAt', direction: 'desc' } as const;
  const { items } = await store.find({ kind: mineKind, where: [['personId', '=', personId]], orderBy, limit });
  return items.map((item) => personScenario.parse(item.body));
}

export async function myScenario(
  store: TenantStore,
  hash: KeyedHash,
  personId: string,
  scenarioId: string,
): Promise<PersonScenario | undefined> {
  const found = await store.get(mineKind, mineId(hash, personId, scenarioId));
  return found && personScenario.parse(found.body);
}

/** Creates or replaces; a race with oneself is tried again with the newer state. */
export async function saveMyScenario(
  store: TenantStore,
  hash: KeyedHash,
  body: PersonScenario,
  tries = 3,
): Promise<WriteResult> {
  const id = mineId(hash, body.personId, body.scenarioId);
  const found = await store.get(mineKind, id);
  const result = await store.write([
    found
      ? { op: 'replace', kind: mineKind, id, version: found.version, body }
      : { op: 'create', kind: mineKind, id, body },
  ]);
  return result.kind === 'ok' || tries <= 1 ? result : saveMyScenario(store, hash, body, tries - 1);
}
