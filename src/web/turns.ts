/** A turn from a signed-in request of the tab: who acts comes from the store, as for the bot. */
import type { Clock } from '../core/clock.ts';
import type { Store, TenantStore } from '../core/documents.ts';
import type { Who } from '../core/person.ts';
import { readStamp, type Stamp } from '../core/stamp.ts';
import type { Turn } from '../core/turn.ts';
import { watched } from '../core/watched.ts';
import type { WordsFor } from '../core/words.ts';
import type { Introduced } from './api.ts';
import type { SignedIn } from './sign-in.ts';

interface TurnDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly wordsFor: WordsFor;
  readonly identify: (
    store: TenantStore,
    stamp: Stamp,
    introduction: { personId: string; name: string; locale: string; zone: string },
  ) => Promise<Who>;
  /** What a token says of its bearer's rights, kept in our store; true when that changed who they are to us. */
  readonly takeRoles: (
    store: TenantStore,
    person: SignedIn,
    who: Who,
    occasion: { now: Date; requestId: string },
  ) => Promise<boolean>;
  /** A write planned something to be done or sent. */
  readonly planned: (tenantId: string) => void;
}

export const tabTurns =
  (deps: TurnDeps) =>
  async (person: SignedIn, { requestId, locale, zone, signal }: Introduced): Promise<Turn> => {
    const store = watched(deps.store.forTenant(person.tenantId, { signal, pace: 'turn' }), deps.planned);
    const { personId, name } = person;
    const known = async () => {
      const stamp = await readStamp(store);
      return { stamp, who: await deps.identify(store, stamp, { personId, name, locale, zone }) };
    };
    const now = deps.clock.now();
    const before = await known();
    const isChanged = await deps.takeRoles(store, person, before.who, { now, requestId });
    const { stamp, who } = isChanged ? await known() : before;
    return {
      requestId,
      who,
      where: { surface: 'tab', conversation: 'personal', conversationId: 'tab' },
      now,
      stamp,
      store,
      words: deps.wordsFor(who.locale),
    };
  };
