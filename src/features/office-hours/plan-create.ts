/** A new series in one write: posted, with its sessions, or kept as a draft. */
import { rootAddress } from '../../core/channel.ts';
import type { CommunityView } from '../../core/community.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import type { Access } from './access.ts';
import { syncOperations } from './calendar-sync.ts';
import type { Desk } from './desk.ts';
import { auditOf, loadSeries } from './documents.ts';
import { type Series, series as schema } from './model.ts';
import { linkOperations } from './plan-preview.ts';
import { beginning } from './series-begin.ts';
import { decideSeries, planned, type Wish } from './series-rules.ts';
import { reconciled } from './series-sessions.ts';
import { inOneWrite } from './series-write.ts';

export interface NewSeries {
  readonly id: string;
  readonly wish: Wish;
  readonly access: Access;
  /** Left as a draft, it has no sessions yet. */
  readonly isDraft?: boolean;
}

/** The same id twice is one series. */
export async function createSeries(
  desk: Desk,
  turn: Turn,
  made: NewSeries,
  tries = 4,
): Promise<'done' | 'forbidden' | 'stale'> {
  const { id, wish, access, isDraft = false } = made;
  const { now, who, store } = turn;
  const draft = planned(wish, who.personId, now);
  const outcome = decideSeries({ series: draft, event: { name: 'activate' }, actor: access.actor, now });
  if (outcome.kind !== 'changed') return 'forbidden';
  const result = await store.write(
    isDraft ? headOf(turn, id, draft) : await postOperations(desk, turn, made, outcome.series),
  );
  // Sent twice at once: the other one made it.
  if (result.kind === 'ok' || (await loadSeries(store, id))) return 'done';
  return tries > 1 ? createSeries(desk, turn, made, tries - 1) : 'stale';
}

const headOf = (turn: Turn, id: string, series: Series): WriteOperation[] => [
  { op: 'create', kind: 'series', id, body: schema.parse(series) },
  auditOf(turn, { entityType: 'series', entityId: id, event: 'plan' }),
];

async function postOperations(
  desk: Desk,
  turn: Turn,
  { id, access: { community } }: NewSeries,
  after: Series,
): Promise<WriteOperation[]> {
  const { now, who } = turn;
  const changes = reconciled({ seriesId: id, before: after, after, sessions: [], by: who.personId, now, reason: '' });
  const links = await linkOperations(desk, turn, community.id);
  const head = [
    ...headOf(turn, id, after),
    auditOf(turn, {
      ...{ entityType: 'series', entityId: id, event: 'activate' },
      changes: { state: { before: 'draft', after: 'active' } },
    }),
    ...links,
    ...(await beginning(turn, { id, changes, community: links.length > 0 ? withHere(turn, community) : community })),
    ...syncOperations(desk, now, id, after),
  ];
  return inOneWrite(turn, head, { id, after, changes });
}

/** The channel of the turn becomes one of the community's in the same write. */
const withHere = ({ where: { address } }: Turn, community: CommunityView): CommunityView => ({
  ...community,
  addresses: [...community.addresses, ...(address ? [rootAddress(address)] : [])],
});
