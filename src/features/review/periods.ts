/** The review periods over HTTP: read by everybody who leads, set by who administers, from the next check on. */
import type { z } from 'zod';
import { audited } from '../../core/audit.ts';
import { holds, holdsAnywhere } from '../../core/person.ts';
import { periodsId, periodsKind, type ReviewPeriods, readPeriods, reviewPeriods } from '../../core/review-periods.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import { periodsBody } from './contract.ts';

const path = '/api/review-periods';

export const periodRoutes: Route[] = [
  route('GET', path, { reply: reviewPeriods }, async ({ turn }) =>
    holdsAnywhere(turn.who, ['owner', 'hrLead', 'governance', 'admin'])
      ? { kind: 'ok', body: await readPeriods(turn.store) }
      : refuse('forbidden'),
  ),
  route('PATCH', path, { body: periodsBody, reply: reviewPeriods }, set),
];

/** The last one who sets it has it: there is nothing to lose between two. */
async function set({ turn, body }: Call<unknown, z.infer<typeof periodsBody>>): Promise<Reply<ReviewPeriods>> {
  const { store, who, now, requestId } = turn;
  if (!holds(who, ['admin'])) return refuse('forbidden');
  const before = await readPeriods(store);
  const found = await store.get(periodsKind, periodsId);
  const after = reviewPeriods.parse({ ...before, ...body });
  const changed = (['pilot', 'proven', 'rules'] as const).filter((name) => before[name] !== after[name]);
  const changes = changed.map((name) => [name, { before: String(before[name]), after: String(after[name]) }] as const);
  const result = await store.write([
    found
      ? { op: 'replace', kind: periodsKind, id: periodsId, version: found.version, body: after }
      : { op: 'create', kind: periodsKind, id: periodsId, body: after },
    audited({
      ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: 'reviewPeriods.set' },
      ...{ entityType: periodsKind, entityId: periodsId, changes: Object.fromEntries(changes), requestId },
    }),
  ]);
  return result.kind === 'ok' ? { kind: 'ok', body: after } : refuse('stale');
}
