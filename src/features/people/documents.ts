/** People in the store: looked up for each turn, created with the first thing they choose. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { loadAll, type TenantStore, type WriteResult } from '../../core/documents.ts';
import { type Person, person, type Who } from '../../core/person.ts';
import { type Stamp, writeStamped } from '../../core/stamp.ts';
import { cleanText, shorten } from '../../core/text.ts';

const kind = 'person';

export interface Introduction {
  readonly personId: string;
  readonly name: string;
  readonly locale: string;
  readonly zone: string;
}

/** Looks a person up; known ones are kept while the tenant's people stand unchanged, bounded in number. */
export function identify(maxPeople = 20_000) {
  const kept = new Map<string, { number: number; person: Person | undefined }>();
  return async (store: TenantStore, stamp: Stamp, introduction: Introduction): Promise<Who> => {
    const key = `${store.tenantId}/${introduction.personId}`;
    const known = kept.get(key);
    if (known && known.number === stamp.people) return whoOf(store.tenantId, introduction, known.person);
    const found = await readPerson(store, introduction.personId);
    if (kept.size >= maxPeople) kept.clear();
    kept.set(key, { number: stamp.people, person: found?.person });
    return whoOf(store.tenantId, introduction, found?.person);
  };
}

function whoOf(tenantId: string, introduction: Introduction, known: Person | undefined): Who {
  return {
    tenantId,
    personId: introduction.personId,
    name: nameOf(introduction.name) ?? known?.displayName ?? '',
    roleIds: known?.roleIds ?? [],
    ...(known?.departmentId ? { departmentId: known.departmentId } : {}),
    grants: known?.status === 'active' ? known.grants : [],
    locale: known?.language ?? introduction.locale,
    zone: known?.zone ?? introduction.zone,
    ...chatOf(known),
  };
}

const chatOf = (known: Person | undefined): Pick<Who, 'chat'> =>
  known?.chatAddress && !known.unreachableSince
    ? { chat: { id: known.chatAddress.conversation.id, serviceUrl: known.chatAddress.serviceUrl } }
    : {};

export async function readPerson(
  store: TenantStore,
  personId: string,
): Promise<{ person: Person; version: string } | undefined> {
  const found = await store.get(kind, personId);
  return found && { person: person.parse(found.body), version: found.version };
}

/** True for somebody whom the bot has met as a member. */
export const isActive = async (store: TenantStore, personId: string): Promise<boolean> =>
  (await readPerson(store, personId))?.person.status === 'active';

/** True for somebody who was known and is no member any more. */
export const hasLeft = async (store: TenantStore, personId: string): Promise<boolean> => {
  const found = await readPerson(store, personId);
  return found !== undefined && found.person.status !== 'active';
};

export const loadPeople = (store: TenantStore): Promise<(Person & { id: string })[]> =>
  loadAll(store, kind, (body) => person.parse(body));

/** Everybody active who holds a grant. */
export const loadGranted = async (store: TenantStore): Promise<(Person & { id: string })[]> =>
  (await loadPeople(store)).filter(({ status, grants }) => status === 'active' && grants.length > 0);

export type PersonChange = Partial<Omit<Person, 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>> & {
  /** Fields to be taken out. */
  readonly forget?: readonly string[];
};

/** Creates or changes a person; a race is met with the newer state, `tries` times, each after a longer wait of chance. */
export async function savePerson(
  store: TenantStore,
  who: Pick<Who, 'personId' | 'name'>,
  now: Date,
  change: PersonChange,
  tries = 8,
  waitMs = 4,
): Promise<WriteResult> {
  const found = await readPerson(store, who.personId);
  const at = now.toISOString();
  const fresh = {
    displayName: '-',
    status: 'active',
    roleIds: [],
    grants: [],
    createdAt: at,
    createdBy: who.personId,
  } as const;
  const { forget = [], ...fields } = change;
  const kept = Object.fromEntries(Object.entries(found?.person ?? {}).filter(([field]) => !forget.includes(field)));
  // Who was named by id only, at installation or by the command line, gets their name with the first thing they do.
  const name = nameOf(who.name);
  const named = name ? { displayName: name } : {};
  const by = { updatedAt: at, updatedBy: who.personId };
  const body = person.parse({ ...fresh, ...kept, ...named, ...fields, ...by });
  const operation = found
    ? ({ op: 'replace', kind, id: who.personId, version: found.version, body } as const)
    : ({ op: 'create', kind, id: who.personId, body } as const);
  const result = await writeStamped(store, ['people'], [operation]);
  if (result.kind === 'ok' || tries <= 1) return result;
  await pause(Math.random() * waitMs);
  return savePerson(store, who, now, change, tries - 1, waitMs * 2);
}

const nameOf = (raw: string): string | undefined => {
  const name = shorten(cleanText(raw), 120);
  return name === '' ? undefined : name;
};

export const conversationKind = 'conversation';
export const conversationBody = z.object({ introducedAt: z.string() });

/** True the first time a conversation is met; two at once: one of them. */
export async function firstMeeting(store: TenantStore, id: string, now: Date): Promise<boolean> {
  if (await store.get(conversationKind, id)) return false;
  const body = { introducedAt: now.toISOString() };
  const result = await store.write([{ op: 'create', kind: conversationKind, id, body }]);
  return result.kind === 'ok';
}
