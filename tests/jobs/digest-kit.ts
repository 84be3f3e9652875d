/** Communities with channels, over what a test lets everyone see; what it says is what the digest finds. */
import type { CommunityWidened } from '../../src/core/community.ts';
import type { Store, WriteOperation } from '../../src/core/documents.ts';
import { keyedHash } from '../../src/core/ids.ts';
import type { CommunityDeps } from '../../src/features/communities/desk.ts';
import { loadCommunity } from '../../src/features/communities/documents.ts';
import { communities } from '../../src/features/communities/index.ts';
import { type Community, community, type Digest } from '../../src/features/communities/model.ts';
import { changeOperations } from '../../src/features/communities/save.ts';
import { botId, tenantId } from '../helpers/activities.ts';
import type { MovingClock } from '../helpers/moving-clock.ts';
import { plainCard } from './bell.ts';
import { written } from './outbox-kit.ts';

/** Things of one day each, by the instant they came to be. */
export interface Said {
  decisions: { at: string; question: string }[];
  widened?: CommunityWidened[];
}

export const channel = (name: string) => ({
  channelId: `19:${name}@thread.tacv2`,
  name,
  kind: 'standard' as const,
  address: {
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channelId: 'msteams',
    conversation: { id: `19:${name}@thread.tacv2`, conversationType: 'channel', tenantId },
    bot: { id: `28:${botId}` },
  },
});

export function circle(said: Said) {
  const deps: CommunityDeps = {
    ...{ departments: async () => [], roles: async () => [], departmentOf: async () => undefined },
    ...{ finds: async () => [], wins: async () => [], scenarios: async () => [], reuses: async () => [] },
    widened: async () => said.widened ?? [],
    nextSessions: async () => [
      {
        id: 'session-1',
        title: 'Office hour',
        startsAt: '2026-12-10T15:00:00.000Z',
        endsAt: '2026-12-10T15:45:00.000Z',
      },
    ],
    decisions: async (_turn, { since }) =>
      said.decisions
        .filter(({ at }) => at >= since)
        .map(({ at, question }) => ({
          ...{ id: question, question, answer: 'Yes', why: 'Because.', conditions: [], decidedAt: at },
        })),
    ...{ nameOf: async () => '', peopleNamed: async () => [], introduce: async () => undefined },
    ...{ holders: async () => [], noteCard: (_turn, { heading }) => plainCard(heading) },
    ...{ languages: ['en', 'es'], hash: keyedHash(Buffer.alloc(32, 'k')), publicUrl: 'https://fieldbook.example.com' },
  };
  return communities(deps);
}

const thursdays: Digest = { cadence: 'weekly', weekday: 4, at: '10:00', zone: 'America/Phoenix' };

/** Written without a word of when its digest is due. */
export const fresh = (id: string, change: Partial<Community> = {}): WriteOperation => ({
  ...{ op: 'create', kind: 'community', id },
  body: community.parse({
    ...{ slug: 'a-circle', name: `Circle ${id}`, purpose: 'To meet.', language: 'en', hostIds: ['host'] },
    ...{ departmentIds: [], roleIds: [], state: 'active', channels: [], digest: thursdays },
    ...{ createdAt: '2026-11-23T09:00:00.000Z', createdBy: 'host' },
    ...{ updatedAt: '2026-11-23T09:00:00.000Z', updatedBy: 'host', ...change },
  }),
});

/** As somebody who may do it: the change, and what hangs on it. */
export async function changed(store: Store, clock: MovingClock, id: string, change: Partial<Community>): Promise<void> {
  const tenant = store.forTenant(tenantId);
  const loaded = await loadCommunity(tenant, id);
  if (!loaded) throw new Error('no such community');
  const acting = { store: tenant, now: clock.now(), requestId: 'test', who: { personId: 'host' } };
  const next = { ...loaded.community, ...change };
  await written(store, await changeOperations(acting, { loaded, next, events: [] }));
}
