/** One discovery before one reader: all that its cards show of it, gathered once. */

import { leastReader } from '../../core/least-reader.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import type { Turn } from '../../core/turn.ts';
import { type Desk, readerOf } from './desk.ts';
import { actorOf, hasUsed, type Loaded, loadDiscovery, usesOf } from './documents.ts';
import { type Actor, mayRead } from './lifecycle.ts';
import type { Discovery } from './model.ts';
import { type Seen, sifted } from './twins.ts';

/** Another item that the discovery became, became part of, or was joined with; only one that the reader may see. */
export interface Made {
  readonly kind: 'scenario' | 'discovery';
  readonly id: string;
  readonly title: string;
}

export interface Look {
  readonly turn: Turn;
  readonly loaded: Loaded;
  readonly actor: Actor;
  readonly rulebook: Rulebook;
  /** Title of the scenario it is about. */
  readonly task: string;
  readonly names: (personId: string) => string;
  readonly uses: number;
  /** This reader used it too. */
  readonly isUsed: boolean;
  readonly similar: readonly Seen[];
  readonly made: Made | undefined;
  /** A card that stands in a chat: short, and never taken away. */
  readonly isPost: boolean;
}

/** Undefined for what this reader may not see, as for what does not exist. */
export async function lookAt(desk: Desk, turn: Turn, discoveryId: string): Promise<Look | undefined> {
  const loaded = await loadDiscovery(turn.store, discoveryId);
  return loaded && lookOf(desk, turn, loaded);
}

/** This reader may open it. */
export async function isReadable(desk: Desk, turn: Turn, discoveryId: string): Promise<boolean> {
  const loaded = await loadDiscovery(turn.store, discoveryId);
  return loaded !== undefined && mayRead(loaded.discovery, await actorOf(desk, turn, loaded));
}

/** A post was read already: what it shows is not taken away by a decision. */
export async function lookOf(desk: Desk, turn: Turn, loaded: Loaded, isPost = false): Promise<Look | undefined> {
  const reader = isPost ? leastReader(turn) : readerOf(turn);
  const actor = await actorOf(desk, reader, loaded);
  const { id, discovery } = loaded;
  if (!(isPost ? actor.sees : mayRead(discovery, actor))) return undefined;
  const [rulebook, live, uses, isUsed, similar, made, names] = await Promise.all([
    desk.rulebook(reader),
    desk.live(reader),
    usesOf(turn.store, id),
    hasUsed(turn.store, desk.hash, id, reader.who.personId),
    sifted(desk, reader, discovery.similar),
    madeOf(desk, reader, discovery),
    namesOf(desk, reader, discovery, actor),
  ]);
  const task = live.find((scenario) => scenario.isSeen && scenario.id === discovery.scenarioId)?.title ?? '';
  return { turn: reader, loaded, actor, rulebook, task, uses, isUsed, similar, made, names, isPost };
}

/** What it was joined with, at once; what it becomes, when that is live. */
async function madeOf(desk: Desk, reader: Turn, { state, outcome }: Discovery): Promise<Made | undefined> {
  const { refId, kind } = outcome ?? {};
  if (!refId || !['inPlaybook', 'merged'].includes(state)) return undefined;
  const scenario = (await desk.live(reader)).find(({ id, isSeen }) => isSeen && id === refId);
  if (scenario) return { kind: 'scenario', id: refId, title: scenario.title };
  const other = kind === 'duplicate' ? await loadDiscovery(reader.store, refId) : undefined;
  if (!other || !mayRead(other.discovery, await actorOf(desk, reader, other))) return undefined;
  return { kind: 'discovery', id: refId, title: other.discovery.title };
}

/** The author only by their choice; who looks at it is known to the author and to those who do the same. */
async function namesOf(
  desk: Desk,
  turn: Turn,
  { authorId, credit, assigneeId, outcome, thread = [] }: Discovery,
  { isAuthor, isReviewer }: Actor,
): Promise<Look['names']> {
  const inside = isAuthor || isReviewer ? [assigneeId, outcome?.by, ...thread.map(({ by }) => by)] : [];
  const ids = [credit === 'named' ? authorId : undefined, ...inside].filter((id) => id !== undefined);
  const known = new Map(
    await Promise.all([...new Set(ids)].map(async (id) => [id, await desk.nameOf(turn, id)] as const)),
  );
  return (id) => known.get(id) ?? '';
}
