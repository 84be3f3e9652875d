/** Flags as the review list reads them: those that wait for this reader, by when they are due. */
import { holds, holdsAnywhere } from '../../core/person.ts';
import { siftedPage } from '../../core/sifted.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { QueueAsk, QueueFilter, QueuePage, QueueSource } from '../../core/work-item.ts';
import { actorOf, type Loaded, loadedOf } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { maySign } from './lifecycle.ts';
import { isLate, lineOf } from './line.ts';
import type { FlagState } from './model.ts';
import { contextLineOf } from './view.ts';

export const flagQueue = (deps: FlagDeps): QueueSource => ({
  kind: 'flags',
  page: (turn, ask) => reviewPage(deps, turn, ask),
});

const newest = { field: 'createdAt', direction: 'desc' } as const;
const soonest = { field: 'dueAt', direction: 'asc' } as const;
const byReviewers: readonly FlagState[] = ['open', 'assigned', 'waiting'];
const decided: readonly FlagState[] = ['answered', 'closed'];

/** Undefined for somebody who never has such work. */
async function reviewPage(
  deps: FlagDeps,
  turn: Turn,
  { filter, limit, after }: QueueAsk,
): Promise<QueuePage | undefined> {
  const { who, store } = turn;
  const isReviewer = holdsAnywhere(who, ['manager', 'hrLead']);
  const decides = holds(who, ['governance']) || holds(who, ['hrLead']);
  if (!isReviewer && !decides) return undefined;
  const open: readonly FlagState[] = [
    ...(isReviewer ? byReviewers : []),
    ...(decides ? (['needsDecision'] as const) : []),
  ];
  const { items, ...end } = await siftedPage(store, {
    query: { kind: 'flag', where: [['state', 'in', filter.state === 'decided' ? decided : open]] },
    orderBy: filter.sort === 'newest' ? newest : soonest,
    ...{ limit, after },
    read: (document) => {
      const loaded = loadedOf(document);
      return isTheirs(turn, loaded) && fits(turn, loaded, filter) ? loaded : undefined;
    },
  });
  return { lines: await linesOf(deps, turn, items), ...end };
}

/** Where their right reaches; what was passed on waits for those who decide. */
function isTheirs({ who }: Turn, { flag }: Loaded): boolean {
  const reviews = holds(who, ['manager', 'hrLead'], flag.scope.departmentId);
  const isGovernance = holds(who, ['governance']);
  if (flag.state !== 'needsDecision') return reviews || (isGovernance && flag.decisionId !== undefined);
  return isGovernance || (flag.proposal !== undefined && holds(who, ['hrLead']));
}

function fits({ who, now }: Turn, { flag }: Loaded, { q, state, assignee, urgent }: QueueFilter): boolean {
  if (state === 'late' && !isLate(flag, now)) return false;
  if (assignee === 'me' && flag.assigneeId !== who.personId) return false;
  if (assignee === 'nobody' && flag.assigneeId !== undefined) return false;
  if (urgent && flag.urgency === 'normal') return false;
  return q === undefined || fold(flag.question).includes(fold(q));
}

async function linesOf(
  deps: FlagDeps,
  turn: Turn,
  items: readonly { readonly item: Loaded; readonly position: string }[],
): Promise<QueuePage['lines']> {
  const rulebook = await deps.rulebook(turn);
  const ids = new Set(items.map(({ item }) => item.flag.assigneeId).filter((id) => id !== undefined));
  const known = new Map(await Promise.all([...ids].map(async (id) => [id, await deps.nameOf(turn, id)] as const)));
  const lines = await Promise.all(
    items.map(async ({ item: loaded, position }) => {
      const { flag } = loaded;
      const actor = await actorOf(deps, turn, loaded);
      // A proposal of their own making is not theirs to sign.
      if (flag.proposal && !actor.isReporter && !actor.isGovernance && !maySign(flag, actor)) return undefined;
      const subject = flag.context.scenarioId ? await deps.subject(turn, flag.context.scenarioId) : undefined;
      const about = contextLineOf(turn, rulebook, subject?.title, flag);
      return { line: lineOf({ turn, loaded, actor, names: (id) => known.get(id) ?? '', about }), position };
    }),
  );
  return lines.filter((line) => line !== undefined);
}

/** What I asked by name; a question without a name is found by its receipt alone. */
export async function ownLines(deps: FlagDeps, turn: Turn, limit: number): Promise<QueuePage['lines']> {
  const { items } = await turn.store.find({
    kind: 'flag',
    where: [['reporterId', '=', turn.who.personId]],
    orderBy: newest,
    limit,
  });
  return linesOf(
    deps,
    turn,
    items.map((document) => ({ item: loadedOf(document), position: document.id })),
  );
}
