/** The ways into the form: a new one, what is changed, and back from the preview with all that was typed. */

import { z } from 'zod';
import type { CommunityView } from '../../core/community.ts';
import { localOf } from '../../core/local-time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { hostNames } from './access.ts';
import type { Desk } from './desk.ts';
import type { Series } from './model.ts';
import { freshPlan, openPlan, type Typed, typed, typedOf } from './plan-form.ts';
import { everyOf } from './plan-wish.ts';
import { datesAhead } from './series-dates.ts';
import { seeSeries } from './series-press.ts';
import { isOpenFor } from './series-rules.ts';

const id = z.string().max(100).catch('').default('');

export const opening = z.object({ seriesId: id, communityId: id, kept: z.string().max(100_000).optional() });
export type Opening = z.infer<typeof opening>;

/** What may be planned from here: of a channel's community by its hosts, of the others by theirs. */
export type Room =
  | { kind: 'open'; communities: readonly CommunityView[] }
  /** There is one, and its hosts are others. */
  | { kind: 'notHost'; community: CommunityView }
  | { kind: 'none' };

export async function roomHere(desk: Desk, turn: Turn): Promise<Room> {
  const here = await desk.communities.here(turn);
  const all = here ? [here] : await desk.communities.all(turn);
  const communities = all.filter(({ isActive, isHost }) => isActive && isHost);
  if (communities.length > 0) return { kind: 'open', communities };
  const [community] = all.filter(({ isActive, isMember }) => isActive && isMember);
  return community ? { kind: 'notHost', community } : { kind: 'none' };
}

export async function planForm(desk: Desk, turn: Turn, asked: Opening): Promise<Answer> {
  const form = asked.kept === undefined ? undefined : typedOf({ ...typed.parse({}), kept: asked.kept });
  const seriesId = form?.seriesId || asked.seriesId;
  if (seriesId !== '') return changeForm(desk, turn, seriesId, form);
  const room = await roomHere(desk, turn);
  if (room.kind !== 'open') return closedRoom(desk, turn, room);
  const { communities } = room;
  const [first] = communities;
  const picked = communities.find((each) => each.id === asked.communityId) ?? first;
  if (!picked) return refused(turn, 'not_found');
  return openPlan(desk, turn, form ?? freshPlan(turn, picked, communities.length === 1), { communities });
}

/** Who can, for whoever may not. */
export async function closedRoom(desk: Desk, turn: Turn, room: Exclude<Room, { kind: 'open' }>): Promise<Answer> {
  return { kind: 'refused', code: 'forbidden', text: await whoCan(desk, turn, room) };
}

export async function whoCan(desk: Desk, turn: Turn, room: Exclude<Room, { kind: 'open' }>): Promise<string> {
  const { words } = turn;
  if (room.kind === 'notHost') return notHost(desk, turn, room.community);
  const admins = await Promise.all((await desk.holders(turn, ['admin'])).map((each) => desk.nameOf(turn, each)));
  const names = listOf(turn, admins);
  return names === '' ? words('plan.noCommunity') : words('plan.noCommunityBut', { names });
}

/** No host right there. */
export const forbidden = async (desk: Desk, turn: Turn, community: CommunityView): Promise<Answer> => ({
  ...{ kind: 'refused', code: 'forbidden', text: await notHost(desk, turn, community) },
});

export async function notHost(desk: Desk, turn: Turn, community: CommunityView): Promise<string> {
  const names = await hostNames(desk, turn, community);
  const said = { community: community.name, names };
  return names === '' ? turn.words('plan.noHost', said) : turn.words('plan.notHost', said);
}

/** The same for whoever did not try to: who plans them. */
export async function plannedBy(desk: Desk, turn: Turn, room: Room): Promise<string> {
  if (room.kind === 'open') return '';
  if (room.kind === 'none') return whoCan(desk, turn, room);
  const names = await hostNames(desk, turn, room.community);
  const said = { community: room.community.name, names };
  return turn.words(names === '' ? 'hours.noHostYet' : 'hours.plannedBy', said);
}

const mostNames = 3;
const listOf = ({ words }: Turn, names: readonly string[]): string =>
  new Intl.ListFormat(words.language, { type: 'disjunction' }).format(
    names.filter((name) => name !== '').slice(0, mostNames),
  );

/** What is planned now, from its next date on. */
async function changeForm(desk: Desk, turn: Turn, seriesId: string, form: Typed | undefined): Promise<Answer> {
  const seen = await seeSeries(desk, turn, seriesId);
  if (!seen) return refused(turn, 'not_found');
  const { loaded, community, actor } = seen;
  if (!actor.isHost) return forbidden(desk, turn, community);
  if (!isOpenFor(loaded.body, 'change')) return refused(turn, 'already_done');
  return openPlan(desk, turn, form ?? formOf(seriesId, loaded.body, turn.now), { communities: [community] });
}

export function formOf(seriesId: string, series: Series, now: Date): Typed {
  const [next] = datesAhead(series, now, 1);
  const { meeting, capacity = '', lastDate = '', count } = series;
  return typed.parse({
    ...{ seriesId, communityId: series.communityId, title: series.title, purpose: series.purpose },
    ...{ day: next?.localDate ?? localOf(now, series.zone).date, time: series.startsAt, zone: series.zone },
    ...{ every: everyOf(series), link: meeting.joinUrl ?? '', meetingKind: meeting.kind },
    ...{ minutes: String(series.durationMinutes), capacity: String(capacity), hosts: series.hostIds.join(',') },
    ...{ agendaHours: String(series.agendaOpensHours), lastDay: lastDate },
    // Of a new plan the sessions are counted anew.
    ...(count === undefined || count === 1 ? {} : { count: String(count) }),
  });
}
