/** One view for one reader: what they may read, the figures of it, and which weeks and whose they are. */
import type { Turn } from '../../core/turn.ts';
import type { MeasuresReply, ViewQuery } from './contract.ts';
import type { MeasureDeps } from './desk.ts';
import type { Facts, View } from './facts.ts';
import type { Measure } from './figure.ts';
import { loadFacts } from './load.ts';
import { measuresOf } from './measures.ts';
import { type Readable, readableOf, readsAny, viewAsked } from './rights.ts';
import { aboutOf, shownMeasures } from './shown.ts';

export type Read =
  | { kind: 'read'; query: ViewQuery; readable: Readable; about: string; measures: readonly Measure[] }
  | { kind: 'forbidden' }
  | { kind: 'badRange' };

export async function read(deps: MeasureDeps, turn: Turn, query: ViewQuery): Promise<Read> {
  const [work, pilots] = await Promise.all([deps.work(turn), deps.pilots(turn)]);
  const readable = readableOf(turn.who, work, pilots);
  if (!readsAny(turn.who, readable)) return { kind: 'forbidden' };
  const asked = viewAsked(query, readable);
  if (asked.kind !== 'view') return asked;
  const facts = await loadFacts(deps, turn, asked.view);
  return {
    ...{ kind: 'read', query: asked.query, readable },
    about: about(turn, { facts, view: asked.view, readable }),
    measures: measuresOf(facts, asked.view),
  };
}

interface Shown {
  readonly facts: Facts;
  readonly view: View;
  readonly readable: Readable;
}

function about({ words }: Turn, { facts, view, readable }: Shown): string {
  const nameIn = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    list.find((each) => each.id === id)?.name;
  const of =
    view.kind === 'pilot'
      ? nameIn(readable.pilots, view.pilotId)
      : (nameIn(readable.workflows, view.workflowId) ?? nameIn(readable.departments, view.departmentId));
  return aboutOf(facts, view, { of: of ?? words('measure.everyone'), words });
}

export const replyOf = (
  { words }: Turn,
  { query, readable, about: line, measures }: Extract<Read, { kind: 'read' }>,
): MeasuresReply => ({
  view: query,
  about: line,
  mayAll: readable.mayAll,
  departments: readable.departments.map(({ id, name }) => ({ id, name })),
  workflows: readable.workflows.map(({ id, name, departmentId }) => ({ id, name, departmentId })),
  pilots: readable.pilots.map(({ id, name }) => ({ id, name })),
  measures: shownMeasures(measures, words),
});
