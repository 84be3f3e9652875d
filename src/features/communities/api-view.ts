/** A community as the tab shows it: a line of the list, and the whole of it with what this reader may change. */
import type { z } from 'zod';
import { removedId } from '../../core/erasure.ts';
import { historyOf } from '../../core/history.ts';
import type { Turn } from '../../core/turn.ts';
import type { CommunityDetail, CommunityList, communityDetail } from './contract.ts';
import type { CommunityDeps } from './desk.ts';
import { nextDue } from './digest-plan.ts';
import type { Loaded } from './documents.ts';
import type { Rights } from './rights.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export async function lineOf(
  desk: Pick<CommunityDeps, 'nameOf'>,
  turn: Turn,
  { id, version, community: { name, purpose, state, hostIds } }: Loaded,
  { mayEdit }: Rights,
): Promise<CommunityList['items'][number]> {
  const hosts = await hostsOf(desk, turn, hostIds);
  return { id, version, name, purpose, state, mayEdit, hosts: hosts.map((host) => host.name) };
}

/** Their names, without those whom nobody knows any more. */
export async function hostsOf(
  { nameOf }: Pick<CommunityDeps, 'nameOf'>,
  turn: Turn,
  hostIds: readonly string[],
): Promise<Named[]> {
  const named = await Promise.all(
    hostIds.filter((id) => id !== removedId).map(async (id) => ({ id, name: await nameOf(turn, id) })),
  );
  return named.filter(({ name }) => name !== '');
}

export async function detailOf(
  desk: CommunityDeps,
  turn: Turn,
  loaded: Loaded,
  rights: Rights,
): Promise<z.input<typeof communityDetail>> {
  const { id, community } = loaded;
  const { name, purpose, state, language, digest } = community;
  const [hosts, places, roles] = await Promise.all([
    hostsOf(desk, turn, community.hostIds),
    desk.departments(turn),
    desk.roles(turn),
  ]);
  return {
    ...{ id, name, purpose, state, language, digest, hosts, mayEdit: rights.mayEdit },
    departments: among(places, community.departmentIds),
    roles: among(roles, community.roleIds),
    ...(rights.mayEdit ? { settings: await settingsOf(desk, turn, loaded, rights) } : {}),
  };
}

const among = (known: readonly Named[], ids: readonly string[]): Named[] =>
  known.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));

async function settingsOf(
  desk: CommunityDeps,
  turn: Turn,
  { id, community: { channels } }: Loaded,
  { isAdmin }: Rights,
): Promise<NonNullable<CommunityDetail['settings']>> {
  const [nextDigestAt, history] = await Promise.all([
    nextDue(turn.store, id),
    historyOf(turn, id, { nameOf: (personId) => desk.nameOf(turn, personId) }),
  ]);
  return {
    channels: channels.map(({ address, ...channel }) => ({ ...channel, isReached: address !== undefined })),
    ...(nextDigestAt ? { nextDigestAt } : {}),
    ...{ isAdmin, history, languages: languagesOf(desk, turn) },
  };
}

/** Those that Fieldbook speaks, in the reader's words. */
export function languagesOf({ languages }: Pick<CommunityDeps, 'languages'>, { words }: Turn): Named[] {
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  return languages.map((id) => ({ id, name: names.of(id) ?? id }));
}
