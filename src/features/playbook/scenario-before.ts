/** One person before one scenario: what is stored, and what they are to it. */
import type { TenantStore } from '../../core/documents.ts';
import { holds } from '../../core/person.ts';
import { type ReviewPeriods, readPeriods } from '../../core/review-periods.ts';
import type { Turn } from '../../core/turn.ts';
import { isHere } from './arrived.ts';
import type { Identified } from './book.ts';
import { type Loaded, loadScenario } from './edit-documents.ts';
import type { AnyVersion } from './edit-draft.ts';
import type { LifeDesk } from './life-desk.ts';
import { type Scenario, scenario, type Workflow } from './model.ts';
import type { Actor } from './scenario-rules.ts';
import type { Scene } from './view.ts';
import { isInScope, sightOf } from './visibility.ts';

export interface Before {
  readonly desk: LifeDesk;
  readonly turn: Turn;
  readonly scene: Scene;
  readonly loaded: Loaded;
  readonly workflow: Identified<Workflow>;
  readonly actor: Actor;
  /** Missing where nothing is about to happen to it. */
  readonly periods?: ReviewPeriods;
  /** Scenarios that its texts point to and that are there, if only as drafts. */
  readonly pointedTo: ReadonlySet<string>;
}

export async function before(desk: LifeDesk, turn: Turn, id: string): Promise<Before | undefined> {
  const [loaded, scene, periods] = await Promise.all([
    loadScenario(turn.store, id),
    desk.shelf.scene(turn),
    readPeriods(turn.store),
  ]);
  const at = loaded && beforeLoaded(desk, turn, scene, loaded, await pointedTo(turn.store, scene, loaded));
  return at && { ...at, periods };
}

/** What is live is in the book; the few others are looked up. */
async function pointedTo(store: TenantStore, { book }: Scene, { draft, live, earlier }: Loaded): Promise<Set<string>> {
  const texts = [draft, live, ...earlier].flatMap((kept) => (kept ? [kept.text] : []));
  const ids = [...new Set(texts.flatMap(({ nextIds = [] }) => nextIds))];
  const there = await Promise.all(
    ids.map(async (id) => {
      const head = book.entries.get(id)?.head ?? (await headOf(store, id));
      return head && head.state !== 'retired' && !head.deletedAt ? [id] : [];
    }),
  );
  return new Set(there.flat());
}

async function headOf(store: TenantStore, id: string): Promise<Scenario | undefined> {
  const found = await store.get('scenario', id);
  const head = found && scenario.parse(found.body);
  return head && (await isHere(store, head)) ? head : undefined;
}

export function beforeLoaded(
  desk: LifeDesk,
  turn: Turn,
  scene: Scene,
  loaded: Loaded,
  known: ReadonlySet<string> = new Set(),
): Before | undefined {
  const workflow = scene.book.workflows.get(loaded.head.workflowId);
  const actor = workflow && actorOf(scene, loaded, workflow);
  return workflow && actor && { desk, turn, scene, loaded, workflow, actor, pointedTo: known };
}

function actorOf({ who, book }: Scene, { head, draft }: Loaded, workflow: Identified<Workflow>): Actor {
  const { personId } = who;
  const { departmentId } = workflow;
  const writers = draft ? writersOf(head, draft.text) : [];
  return {
    personId,
    isReader: isInScope(workflow, who) || head.ownerId === personId || head.createdBy === personId,
    seesLive: sightOf(workflow, who, book) === 'full',
    isAuthor: holds(who, ['author'], departmentId),
    isOwner: workflow.ownerId === personId || holds(who, ['owner'], departmentId),
    isHrLead: workflow.hrLeadId === personId || holds(who, ['hrLead'], departmentId),
    isGovernance: holds(who, ['governance'], departmentId),
    isReviewer: head.reviewerId === personId && holds(who, ['author', 'manager', 'hrLead', 'owner'], departmentId),
    isWriter: writers.includes(personId),
    isOwnersText: writers.some((id) => id === workflow.ownerId || id === head.ownerId),
  };
}

/**
 * Whose text it is: who began it and who changed it last. What was made of a discovery and left as it was is its
 * author's, not of whoever accepted it.
 */
export function writersOf({ origin, credit }: Scenario, text: AnyVersion): string[] {
  const isFound = text.version === 1 && (origin === 'discovery' || origin === 'variant');
  const finders = isFound ? credit.map(({ personId }) => personId) : [];
  const isUntouched = isFound && text.updatedAt === text.createdAt;
  return [...new Set([...finders, ...(isUntouched ? [] : [text.createdBy, text.updatedBy])])];
}
