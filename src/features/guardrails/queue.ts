/** What is due in the rules, for the review list of those who decide about tools: decisions and rules, and changes of tools. */
import { type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { QueueSource, WorkLine } from '../../core/work-item.ts';
import { type ChangeDeps, changesWaiting } from './changes-view.ts';
import { dueList, dueQuery } from './decision-contract.ts';
import { isDueSoon, lineOf } from './decision-items.ts';
import { allStanding } from './due.ts';
import { pageOf } from './queue-page.ts';
import { type SceneDeps, sceneOf } from './scene.ts';

export const decisionQueue = (deps: SceneDeps): QueueSource => ({
  kind: 'decisions',
  page: (turn, ask) => pageOf(turn, ask, () => dueLines(deps, turn)),
});

export const changeQueue = (deps: SceneDeps & ChangeDeps): QueueSource => ({
  kind: 'tool-changes',
  page: (turn, ask) => pageOf(turn, ask, () => changesWaiting(deps, turn)),
});

/** One part of the review list by itself, for the page of the rules. */
export const dueRoute = (sources: readonly QueueSource[]): Route =>
  route('GET', '/api/rules/due', { query: dueQuery, reply: dueList, isList: true }, async ({ turn, query, page }) => {
    const { kind = 'decisions', ...filter } = query;
    const found = await sources.find((source) => source.kind === kind)?.page(turn, { filter, ...page });
    if (!found) return refuse('forbidden');
    const last = found.lines.at(-1)?.position;
    const items = found.lines.map(({ line }) => line);
    return { kind: 'ok', body: { items }, ...(found.hasMore && last !== undefined ? { next: last } : {}) };
  });

/** Whatever waits, now or within two weeks. */
export async function dueLines(deps: SceneDeps, turn: Turn): Promise<WorkLine[]> {
  const scene = await sceneOf(deps, turn);
  return (await allStanding(turn.store)).filter((each) => isDueSoon(scene, each)).map((each) => lineOf(scene, each));
}
