/** One view for one reader: what they may read, the figures of it, and which weeks and whose they are. */
import type { Turn } from '../../core/turn.ts';
import type { MeasuresReply, ViewQuery } from './contract.ts';
import type { MeasureDeps } from './desk.ts';
import type { Facts, View } from './facts.ts';
import type { Measure } from './figure.ts';
import { loadFacts } from './load.ts';
import { measuresOf } from './measures.ts';
import { hasBegun, type Readable, readableOf, readsAny, viewAsked } from './rights.ts';
import { aboutOf, shownMeasures } from './shown.ts';

export type Read =
  | { kind: 'read'; query: ViewQuery; readable: Readable; about: string; measures: readonly Measure[] }
  | { kind: 'choose'; query: ViewQuery; readable: Readable }
  | { kind: 'forbidden' }
  | { kind: 'badRange' };

export async function read(deps: MeasureDeps, turn: Turn, query: ViewQuery): Promise<Read> {
  const [work, pilots] = await Promise.all([deps.work(turn), deps.pilots(turn)]);
  const readable = readableOf(turn.who, work, pilots);
  if (!readsAny(turn.who, readable)) return { kind: 'forbidden' };
  const asked = viewAsked(query, readable);
  if (asked.kind === 'choose') return { kind: 'choose', query, readable };
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

type Reply = Omit<MeasuresReply, 'about' | 'measures'>;

const headOf = ({ query, readable }: { query: ViewQuery; readable: Readable }): Reply => ({
  view: query,
  mayAll: readable.mayAll,
  departments: readable.departments.map(({ id, name }) => ({ id, name })),
  workflows: readable.workflows.map(({ id, name, departmentId }) => ({ id, name, departmentId })),
  pilots: readable.pilots.map(({ id, name }) => ({ id, name })),
});

export const replyOf = ({ words }: Turn, found: Extract<Read, { kind: 'read' }>): MeasuresReply => ({
  ...{ ...headOf(found), about: found.about, measures: shownMeasures(found.measures, words) },
});

/** No figures: the pilots to choose from. */
export function choiceOf({ words }: Turn, { query, readable }: Extract<Read, { kind: 'choose' }>): MeasuresReply {
  const begun = readable.pilots.filter(hasBegun);
  const about = words(begun.length > 0 ? 'measure.choosePilot' : 'measure.noPilot');
  return { ...headOf({ query, readable: { ...readable, pilots: begun } }), about, measures: [] };
}
