/** Measures as the tab reads and exports them: groups only, and nothing of one person at all (product T19). */
import { audited } from '../../core/audit.ts';
import { type Reply, type Route, refuse, route } from '../../core/route.ts';
import { dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { exportReply, type MeasuresReply, measuresReply, type ViewQuery, viewQuery } from './contract.ts';
import type { MeasureDeps } from './desk.ts';
import { tableOf } from './export.ts';
import { choiceOf, type Read, read, replyOf } from './read.ts';

export const measureRoutes = (deps: MeasureDeps): Route[] => [
  route('GET', '/api/measures', { query: viewQuery, reply: measuresReply }, ({ turn, query }) =>
    shown(deps, turn, query),
  ),
  route('POST', '/api/measures/export', { body: viewQuery, reply: exportReply }, ({ turn, body }) =>
    exported(deps, turn, body),
  ),
];

async function shown(deps: MeasureDeps, turn: Turn, query: ViewQuery): Promise<Reply<MeasuresReply>> {
  const found = await read(deps, turn, query);
  if (found.kind === 'choose') return { kind: 'ok', body: choiceOf(turn, found) };
  return found.kind === 'read' ? { kind: 'ok', body: replyOf(turn, found) } : refusal(turn, found);
}

const refusal = ({ words }: Turn, { kind }: Exclude<Read, { kind: 'read' }>): Reply<never> =>
  kind === 'badRange' || kind === 'choose'
    ? refuse('bad_range', words('error.bad_range', { field: words('measure.weeks') }))
    : refuse('forbidden');

/** The same figures under the same rules; who took them out, and of whom, is kept. */
async function exported(
  deps: MeasureDeps,
  turn: Turn,
  query: ViewQuery,
): Promise<Reply<{ name: string; text: string }>> {
  const found = await read(deps, turn, query);
  if (found.kind !== 'read') return refusal(turn, found);
  const { store, who, now, requestId, words } = turn;
  const { range, departmentId = '', workflowId = '', pilotId = '' } = found.query;
  const of = pilotId || workflowId || departmentId || 'tenant';
  const written = await store.write([
    audited({
      ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: 'measures.export' },
      ...{ entityType: 'measures', entityId: of, requestId },
      changes: { range: { before: '', after: range } },
    }),
  ]);
  if (written.kind !== 'ok') return refuse('stale');
  const text = deps.writeCsv(tableOf(found.measures, found.about, words));
  return { kind: 'ok', body: { name: `fieldbook-measures-${dayOf(now)}.csv`, text } };
}
