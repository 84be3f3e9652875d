/** A person's own runs: listed, in numbers, corrected, deleted and brought back for ten minutes. Nobody else has a way to them. */
import { findAll, type Query, type WriteOperation } from '../../core/documents.ts';
import { removal } from '../../core/erasure.ts';
import { type Reply, refuse } from '../../core/route.ts';
import { baseline, type QualityRating } from '../../core/run.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable, undone } from '../../core/undo.ts';
import type { OwnFigures, RunLine, RunList } from './contract.ts';
import type { Desk } from './desk.ts';
import { apart, keyOf, type LoadedUse, loadedUse, loadMine, recordsOf, useKind } from './documents.ts';
import { figuresOf } from './figures.ts';
import { ratingsOf } from './own-ratings.ts';
import { ratedLine } from './rate.ts';
import { unsure } from './run-rules.ts';
import { titleOf } from './run-view.ts';
import { isOver } from './said.ts';

const figureDays = 84;
const dayMs = 86_400_000;

const ownQuery = (desk: Desk, turn: Turn): Query => ({
  kind: useKind,
  where: [['personKey', '=', keyOf(desk, turn, turn.who.personId)]],
  orderBy: { field: 'startedAt', direction: 'desc' },
});

export async function ownRuns(
  desk: Desk,
  turn: Turn,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<Reply<RunList>> {
  const page = await turn.store.find({ ...ownQuery(desk, turn), limit, ...(after ? { after } : {}) });
  const runs = page.items.map(loadedUse);
  const rated = await ratingsOf(desk, turn, runs);
  const items = await Promise.all(runs.map((run) => lineOf(desk, turn, run, rated)));
  return { kind: 'ok', body: { items }, ...(page.next ? { next: page.next } : {}) };
}

/** One alone, with what its person said of it. */
export const ownLine = async (desk: Desk, turn: Turn, run: LoadedUse): Promise<RunLine> =>
  lineOf(desk, turn, run, await ratingsOf(desk, turn, [run]));

async function lineOf(
  desk: Desk,
  turn: Turn,
  { id, version, body: run }: LoadedUse,
  ratings: ReadonlyMap<string, QualityRating>,
): Promise<RunLine> {
  const { words } = turn;
  const rated = ratings.get(id);
  const { minutes, comment, timeWentTo } = run;
  return {
    ...{ id, version, title: await titleOf(desk, turn, run), startedAt: run.startedAt },
    result: { id: run.result, word: words(wordOf(run)) },
    ...(minutes === undefined ? {} : { minutes }),
    timeLine: timeLineOf(turn, run),
    ...(comment ? { comment } : {}),
    ...(timeWentTo ? { timeWentTo } : {}),
    mayTell: isOver(run),
    mayRate: isOver(run) && !rated,
    ratedLine: rated ? ratedLine(turn, rated) : '',
  };
}

const wordOf = (run: LoadedUse['body']): string => {
  if (run.withPack) return 'uses.own.example';
  if (run.isLapsed) return 'uses.own.lapsed';
  return run.result === 'notSaid' ? 'uses.own.open' : `uses.result.${run.result}`;
};

function timeLineOf({ words }: Turn, run: LoadedUse['body']): string {
  const took = unsure(run);
  if (took !== undefined && isOver(run)) return words('uses.own.unsure', { minutes: took });
  return run.minutes === undefined ? '' : words(`uses.minutes.${run.method}`, { minutes: run.minutes });
}

export async function ownNumbers(desk: Desk, turn: Turn): Promise<Reply<OwnFigures>> {
  const since = new Date(turn.now.getTime() - figureDays * dayMs).toISOString();
  const uses: LoadedUse['body'][] = [];
  for await (const found of findAll(turn.store, ownQuery(desk, turn))) {
    const { body } = loadedUse(found);
    // The newest come first.
    if (body.startedAt < since) break;
    uses.push(body);
  }
  const key = keyOf(desk, turn, turn.who.personId);
  const told = await recordsOf(turn.store, baseline, { kind: 'baseline', where: [['personKey', '=', key]] });
  const baselines = told.map(({ id: _, ...each }) => each);
  const names = new Map((await desk.workflows(turn)).map(({ id, name }) => [id, name]));
  return { kind: 'ok', body: { items: figuresOf({ uses, baselines, names }) } };
}

/** With what was said of it by whoever looked at it. All of it stands in one week. */
export async function removeRun(desk: Desk, turn: Turn, id: string, version: string): Promise<Reply<{ id: string }>> {
  const run = await loadMine(desk, turn, id);
  if (!run) return refuse('not_found');
  if (run.version !== version) return refuse('stale');
  const operations: WriteOperation[] = [{ op: 'remove', kind: useKind, id, version }];
  for await (const rating of findAll(turn.store, { kind: 'qualityRating', where: [['useId', '=', id]] }))
    operations.push(removal(rating));
  const undo = { entityType: useKind, entityId: undoName(id), event: 'remove' };
  // What brings it back is kept first, and apart: the run and it share no write.
  const kept = (await undoable(turn, undo, operations)).slice(operations.length);
  if (kept.length > 0) await turn.store.write(kept);
  const result = await turn.store.write(operations, apart);
  return result.kind === 'ok' ? { kind: 'ok', body: { id } } : refuse('stale');
}

/** Not its id: then it comes back as it was, without a word of who took it back. */
const undoName = (id: string): string => `use.${id}`;

export async function bringBack(desk: Desk, turn: Turn, id: string): Promise<Reply<RunLine>> {
  const back = await undone(turn, undoName(id));
  if (!back) return refuse('not_found');
  const isEvent = ({ kind }: WriteOperation) => kind !== 'undo';
  const result = await turn.store.write(back.operations.filter(isEvent), apart);
  if (result.kind !== 'ok') return refuse('stale');
  await turn.store.write(back.operations.filter((operation) => !isEvent(operation)));
  const run = await loadMine(desk, turn, id);
  return run ? { kind: 'ok', body: await ownLine(desk, turn, run) } : refuse('not_found');
}
