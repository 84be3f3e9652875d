/** What becomes of a discovery when the draft that was made of it goes live, or is dropped (product 6.3). */
import { findAll, type WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { actorOf, changeOperations, kind, type Loaded, loadedOf } from './documents.ts';
import { decide } from './lifecycle.ts';

/** A version of a scenario. */
export interface Edition {
  readonly scenarioId: string;
  readonly version: number;
}

export interface Published {
  /** For the batch that publishes. */
  readonly operations: readonly WriteOperation[];
  /** To be added to the credit of the scenario's head in the same batch. */
  readonly credit: readonly { readonly personId: string; readonly shown: boolean }[];
}

export async function published(desk: Desk, turn: Turn, edition: Edition): Promise<Published> {
  const found = await madeFor(turn, edition);
  return {
    operations: await operationsOf(desk, turn, found, 'published'),
    credit: found.map(({ discovery }) => ({
      personId: discovery.authorId,
      shown: discovery.credit === 'named',
    })),
  };
}

export const draftDropped = async (desk: Desk, turn: Turn, edition: Edition): Promise<readonly WriteOperation[]> =>
  operationsOf(desk, turn, await madeFor(turn, edition), 'draftDropped');

/** Discoveries that were folded into this version and wait for it. */
async function madeFor(turn: Turn, { scenarioId, version }: Edition): Promise<Loaded[]> {
  const found: Loaded[] = [];
  const where = [
    ['outcome.refId', '=', scenarioId],
    ['state', '=', 'accepted'],
  ] as const;
  for await (const document of findAll(turn.store, { kind, where })) found.push(loadedOf(document));
  return found.filter(({ discovery }) => (discovery.outcome?.version ?? 0) <= version);
}

async function operationsOf(
  desk: Desk,
  turn: Turn,
  found: readonly Loaded[],
  name: 'published' | 'draftDropped',
): Promise<WriteOperation[]> {
  const changes = found.map(async (loaded) => {
    const actor = { ...(await actorOf(desk, turn, loaded)), isSystem: true };
    const { discovery } = loaded;
    const outcome = decide({ discovery, event: { name }, actor, now: turn.now, zone: turn.who.zone });
    return outcome.kind === 'changed' ? changeOperations(turn, { loaded, ...outcome }) : [];
  });
  return (await Promise.all(changes)).flat();
}
