/** What a form of the tab offers to whoever plans: communities, their hosts, how often, how one meets; all but day, time and link is there already. */
import type { CommunityView } from '../../core/community.ts';
import type { Turn } from '../../core/turn.ts';
import { freshPlan, hostChoices, offeredKinds, type Typed } from './plan-form.ts';
import { everyNames } from './plan-wish.ts';
import type { PlanForm, PlanOptions } from './series-contract.ts';
import type { TalkDesk } from './talk-desk.ts';

type Offered = Pick<PlanOptions, 'every' | 'meetings'>;

export const offeredBy = (desk: Pick<TalkDesk, 'calendar'>, { words }: Pick<Turn, 'words'>): Offered => ({
  every: everyNames.map((id) => ({ id, title: words(`plan.every.${id}`) })),
  meetings: offeredKinds(desk).map((id) => ({ id, title: words(`plan.meeting.${id}`) })),
});

export async function optionsFor(
  desk: TalkDesk,
  turn: Turn,
  communities: readonly CommunityView[],
): Promise<Omit<PlanOptions, 'whoCan'>> {
  const offers = await Promise.all(
    communities.map(async (community) => ({
      community: { id: community.id, name: community.name },
      hosts: await hostsOffered(desk, turn, [turn.who.personId, ...community.hostIds]),
      fresh: planFormOf(freshPlan(turn, community, true)),
    })),
  );
  return { offers, ...offeredBy(desk, turn) };
}

/** Each once, by name. */
export async function hostsOffered(desk: TalkDesk, turn: Turn, ids: readonly string[]) {
  const hosts = await hostChoices(desk, turn, [...new Set(ids)]);
  return hosts.map(({ choiceId, title }) => ({ id: choiceId, name: title }));
}

/** The form of the cards in the names of the tab's. */
export const planFormOf = (form: Typed): PlanForm => ({
  ...{ formId: form.formId, communityId: form.communityId, title: form.title, purpose: form.purpose },
  ...{ firstDate: form.day, startsAt: form.time, every: form.every, durationMinutes: form.minutes, zone: form.zone },
  ...{ meetingKind: form.meetingKind, joinUrl: form.link, capacity: form.capacity, lastDate: form.lastDay },
  ...{ agendaOpensHours: form.agendaHours, count: form.count },
  hostIds: form.hosts.split(',').filter((id) => id !== ''),
});
