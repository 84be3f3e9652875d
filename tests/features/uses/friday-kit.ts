/** Runs alone, with pilots and people of the test's choice: what is asked on a Friday, and what becomes of the answers. */
import type { Courier } from '../../../src/core/courier.ts';
import type { Store } from '../../../src/core/documents.ts';
import { keyedHash } from '../../../src/core/ids.ts';
import type { PilotView } from '../../../src/core/pilot-view.ts';
import type { Turn } from '../../../src/core/turn.ts';
import { asPerson, isPulseMuted, mutePulse } from '../../../src/features/people/as-person.ts';
import { uses } from '../../../src/features/uses/index.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { person, tenantId } from '../../helpers/activities.ts';
import type { MovingClock } from '../../helpers/moving-clock.ts';
import { reachable } from '../../jobs/bell.ts';
import { instance, written } from '../../jobs/outbox-kit.ts';

export const idOf = (number: number): string => person(number).aadObjectId;

export const aPilot = (change: Partial<PilotView> = {}): PilotView => ({
  ...{ id: 'pilot-1', workflowId: 'workflow-1', departmentId: 'department-1', name: 'Pilot', goal: 'Better' },
  ...{ state: 'running', ownerId: 'owner', hrLeadId: 'lead', weeks: 6, zone: 'Europe/London', scenarioIds: [] },
  ...{ joinedIds: [1, 2, 3].map(idOf), leftIds: [] },
  ...change,
});

export interface Sent {
  readonly to: string;
  readonly json: string;
}

export async function staged(store: Store, clock: MovingClock, pilots: PilotView[], communities: string[] = []) {
  const hash = keyedHash(Buffer.alloc(32, 'k'));
  const sent: Sent[] = [];
  const courier: Courier = {
    async deliver({ card, address }) {
      sent.push({ to: address.conversation.id, json: card.json });
      return { kind: 'sent' };
    },
  };
  const feature = uses({
    hash,
    pilots: async () => pilots,
    communities: async () =>
      communities.map((id) => ({
        ...{ id, name: id, language: 'en', zone: 'UTC', hostIds: [], departmentIds: [], addresses: [] },
        ...{ isActive: true, isMember: true, isHost: false },
      })),
    workflows: async () =>
      ['workflow-1', 'workflow-2'].map((id) => ({
        ...{ id, name: `Name of ${id}`, departmentId: 'department-1', isSeen: true, isOwned: false },
      })),
    yardstick: async () => undefined,
    nextStep: async () => undefined,
    live: async () => [],
    people: () => ({
      named: async () => [],
      nameOf: async () => '',
      asPerson: (turn, id) => asPerson(turn, id, wordsFor),
      isPulseMuted,
      mutePulse,
    }),
  });
  const ticker = instance({ store, clock, courier, features: [feature] });
  const turnOf = (number: number): Turn => ({
    ...{ requestId: 'test', now: clock.now(), store: store.forTenant(tenantId), words: wordsFor('en') },
    who: {
      ...{ tenantId, personId: idOf(number), name: `Person ${number}`, roleIds: [], grants: [], locale: 'en' },
      zone: 'Europe/London',
    },
    where: { surface: 'card', conversation: 'personal', conversationId: `a:${number}` },
    stamp: { content: 0, tools: 0, people: 0 },
  });
  const press = async (number: number, verb: string, data: object): Promise<string> => {
    const action = feature.actions?.find((each) => each.verb === verb);
    return JSON.stringify(await action?.run(turnOf(number), data));
  };
  const meet = (numbers: readonly number[], change: object = {}) =>
    written(
      store,
      numbers.map((number) =>
        reachable(number, 'https://smba.trafficmanager.net/emea/', { zone: 'Europe/London', ...change }),
      ),
    );
  const until = async (instant: string) => {
    clock.pass(Date.parse(instant) - clock.now().getTime());
    await ticker.tick();
  };
  const to = (number: number) => sent.filter(({ to: chat }) => chat === `a:${number}`);
  return { feature, store: store.forTenant(tenantId), sent, to, turnOf, press, meet, until, tick: () => ticker.tick() };
}
