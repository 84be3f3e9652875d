/** Post: the series, its sessions, the card of the first one and what time does to them, in one write (L9). */
import { rootAddress } from '../../core/channel.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { derivedId, newId } from '../../core/ids.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { Access } from './access.ts';
import { syncOperations } from './calendar-sync.ts';
import type { Desk } from './desk.ts';
import { auditOf, loadSeries } from './documents.ts';
import { openHostSeries, refusedSeries } from './host-series.ts';
import { type Series, series as schema } from './model.ts';
import type { Sent } from './plan-form.ts';
import { checked, linkOperations } from './plan-preview.ts';
import { postSession } from './post.ts';
import { pressSeries } from './series-press.ts';
import { decideSeries, planned, type Wish } from './series-rules.ts';
import { reconciled, type SessionChange } from './series-sessions.ts';
import { inOneWrite, weeklyOperation } from './series-write.ts';
import { adoptedTopics } from './session-topics.ts';

/** A new series, or the change of one. The same form sent twice is one. */
export async function postSeries(desk: Desk, turn: Turn, data: Sent): Promise<Answer> {
  const ready = await checked(desk, turn, data);
  if (ready.kind === 'answer') return ready.answer;
  const { form, wish, access } = ready;
  if (form.seriesId !== '') return change(desk, turn, form.seriesId, wish);
  const id = idOf(turn, form.formId);
  if (await loadSeries(turn.store, id)) return openHostSeries(desk, turn, id, turn.words('plan.posted'));
  await desk.introduce(turn);
  return create(desk, turn, { id, wish, access });
}

const idOf = ({ who }: Turn, formId: string): string =>
  formId === '' ? newId() : derivedId('series', who.personId, formId);

async function change(desk: Desk, turn: Turn, seriesId: string, wish: Wish): Promise<Answer> {
  const pressed = await pressSeries(desk, turn, { seriesId, event: { name: 'change', wish } });
  if (pressed.kind !== 'done') return refusedSeries(desk, turn, pressed);
  return openHostSeries(desk, turn, seriesId, turn.words('series.done.change'));
}

interface New {
  readonly id: string;
  readonly wish: Wish;
  readonly access: Access;
}

async function create(desk: Desk, turn: Turn, made: New, tries = 4): Promise<Answer> {
  const { id, wish, access } = made;
  const { now, who, store, words } = turn;
  const draft = planned(wish, who.personId, now);
  const outcome = decideSeries({ series: draft, event: { name: 'activate' }, actor: access.actor, now });
  if (outcome.kind !== 'changed') return refused(turn, 'forbidden');
  const { series: after } = outcome;
  const changes = reconciled({ seriesId: id, before: after, after, sessions: [], by: who.personId, now, reason: '' });
  const head = [
    ...headOf(turn, id, after),
    ...(await postOperations(desk, turn, access, changes)),
    ...(await adoptedTopics(turn, after.communityId, id)),
    ...syncOperations(desk, now, id, after),
  ];
  const result = await store.write(await inOneWrite(turn, head, { id, after, changes }));
  // Sent twice at once: the other one made it.
  if (result.kind === 'ok' || (await loadSeries(store, id)))
    return openHostSeries(desk, turn, id, words('plan.posted'));
  return tries > 1 ? create(desk, turn, made, tries - 1) : refused(turn, 'stale');
}

const headOf = (turn: Turn, id: string, after: Series): WriteOperation[] => [
  { op: 'create', kind: 'series', id, body: schema.parse(after) },
  auditOf(turn, { entityType: 'series', entityId: id, event: 'plan' }),
  auditOf(turn, {
    ...{ entityType: 'series', entityId: id, event: 'activate' },
    changes: { state: { before: 'draft', after: 'active' } },
  }),
  weeklyOperation(id, turn.now),
];

/** The card of the first session in every channel, this one too; the channel becomes one of the community's. */
async function postOperations(
  desk: Desk,
  turn: Turn,
  { community }: Access,
  changes: readonly SessionChange[],
): Promise<WriteOperation[]> {
  const [first] = changes;
  const links = await linkOperations(desk, turn, community.id);
  if (first?.kind !== 'made') return [...links];
  const here = links.length > 0 && turn.where.address ? [rootAddress(turn.where.address)] : [];
  return [...links, ...postSession(turn, first.id, { ...community, addresses: [...community.addresses, ...here] })];
}
