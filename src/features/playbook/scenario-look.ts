/** How the live scenarios fare: used, stuck, without an owner; read once for all of them. */
import { loadAll, type TenantStore } from '../../core/documents.ts';
import { type Person, person, type Who } from '../../core/person.ts';
import type { ScenarioRuns } from '../../core/runs.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Scenario } from './model.ts';
import { isOldEnough, isSeenByMany, isStuck, unusedSince } from './scenario-early.ts';
import type { Turned } from './scenario-hold.ts';
import type { Scene } from './view.ts';
import { sightOf } from './visibility.ts';

/** What is to be done about one of them. */
export interface Changes {
  readonly reasons: readonly Pick<Scenario['checkReasons'][number], 'kind' | 'refId'>[];
  readonly turned: Turned | undefined;
}

export interface Looked {
  readonly turn: Turn;
  readonly scene: Scene;
  readonly runs: ReadonlyMap<string, ScenarioRuns>;
  /** Active people; read when the first one asks. */
  readonly everyone: () => Promise<readonly Who[]>;
  readonly isGone: (personId: string) => Promise<boolean>;
}

const runDays = 90;

export async function looked(desk: LifeDesk, turn: Turn, scene: Scene): Promise<Looked> {
  const since = new Date(turn.now.getTime() - runDays * 86_400_000).toISOString();
  const runs = await desk.life.byScenario(turn, since);
  let known: Promise<readonly Who[]> | undefined;
  const left = new Map<string, Promise<boolean>>();
  return {
    ...{ turn, scene, runs },
    everyone() {
      known ??= readersOf(turn.store);
      return known;
    },
    isGone(personId) {
      const asked = left.get(personId) ?? hasLeft(turn.store, personId);
      left.set(personId, asked);
      return asked;
    },
  };
}

export async function reasonsOf(at: Looked, entry: Entry): Promise<Changes['reasons']> {
  const ownerId = entry.head.ownerId ?? entry.workflow.ownerId;
  const results = at.runs.get(entry.id)?.results ?? [];
  return [
    ...(ownerId !== undefined && (await at.isGone(ownerId)) ? [{ kind: 'noOwner', refId: ownerId } as const] : []),
    ...(isStuck(entry.head, results) ? [{ kind: 'stuck' } as const] : []),
    ...((await isUnused(at, entry)) ? [{ kind: 'unused' } as const] : []),
  ].filter(({ kind }) => !entry.head.checkReasons.some((known) => known.kind === kind));
}

async function isUnused({ turn, scene, runs, everyone }: Looked, { id, head, contract, workflow }: Entry) {
  const since = unusedSince(turn.now);
  if (!isOldEnough(head, contract.publishedAt ?? head.createdAt, turn.now)) return false;
  if (runs.get(id)?.results.some(({ startedAt }) => startedAt >= since)) return false;
  const where = [
    ['scenarioId', '=', id],
    ['lastUsedAt', '>=', since],
  ] as const;
  if ((await turn.store.find({ kind: 'personScenario', where, limit: 1 })).items.length > 0) return false;
  return isSeenByMany((await everyone()).filter((who) => sightOf(workflow, who, scene.book) === 'full').length);
}

const readersOf = async (store: TenantStore): Promise<Who[]> =>
  (await loadAll(store, 'person', (body) => person.parse(body)))
    .filter(({ status }) => status === 'active')
    .map((known) => readerOf(store.tenantId, known));

const readerOf = (tenantId: string, { id, roleIds, departmentId, grants }: Person & { id: string }): Who => ({
  ...{ tenantId, personId: id, name: '', roleIds, grants, locale: 'en', zone: 'UTC' },
  ...(departmentId ? { departmentId } : {}),
});

/** Was known, and is no member any more. */
export async function hasLeft(store: TenantStore, personId: string): Promise<boolean> {
  const found = await store.get('person', personId);
  return found !== undefined && person.parse(found.body).status !== 'active';
}
