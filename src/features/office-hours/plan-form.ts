/** The form to plan office hours: day, time, how often and link; the rest has its value already and waits under More (L9). */
import { z } from 'zod';
import type { CommunityView } from '../../core/community.ts';
import { newId } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, shorten } from '../../core/text.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { planCard } from './cards/plan.card.ts';
import type { Desk } from './desk.ts';
import { everyNames, meetingKinds } from './plan-wish.ts';

const id = z.string().max(100).catch('').default('');
const short = z.union([z.string(), z.number()]).transform(String).pipe(z.string().max(5_000)).catch('').default('');
const long = z.string().max(20_000).default('');

/** What was typed and picked, as the form sends it and as the preview carries it along. */
export const typed = z.object({
  communityId: id,
  /** Of the series that is changed; empty for a new one. */
  seriesId: id,
  /** Of a new one: the same form sent twice makes one series. */
  formId: id,
  day: short,
  time: short,
  every: z.enum(everyNames).catch('week').default('week'),
  link: long,
  title: long,
  purpose: long,
  minutes: short,
  zone: short,
  capacity: short,
  /** Ids with commas between them. */
  hosts: short,
  agendaHours: short,
  meetingKind: z.enum(meetingKinds).catch('pastedLink').default('pastedLink'),
  lastDay: short,
  count: short,
});
export type Typed = z.infer<typeof typed>;

/** What the form and the preview after it send. */
export const sent = typed.extend({ kept: z.string().max(100_000).optional() });
export type Sent = z.infer<typeof sent>;

/** The form inside the preview, so that Back loses nothing and nothing is stored. */
export const keep = (form: Typed): string => JSON.stringify(typed.parse(form));

/** What comes back was in other hands: parsed like typed text. */
export function typedOf(data: Sent): Typed {
  if (data.kept === undefined) return typed.parse(data);
  try {
    return typed.parse(JSON.parse(data.kept));
  } catch {
    return typed.parse({});
  }
}

const usual = { minutes: '45', agendaHours: '72' };
const maxTitle = 80;

/** All but day, time and link is there already. Where it is to be asked whose they are, that is not known yet. */
export const freshPlan = (turn: Turn, community: CommunityView, isOnly: boolean): Typed => {
  const form = typed.parse({
    ...{ ...usual, communityId: community.id, formId: newId(), hosts: turn.who.personId },
    purpose: turn.words('plan.usualPurpose'),
  });
  return isOnly ? filledFor(turn, form, community) : form;
};

/** What a community has of its own, where nothing else was typed. */
export const filledFor = ({ words }: Turn, form: Typed, community: CommunityView): Typed => ({
  ...form,
  title: cleanText(form.title) || shorten(words('plan.usualTitle', { community: community.name }), maxTitle),
  zone: form.zone.trim() || community.zone,
});

/** The fields of a wish as the form has them; what is empty is left out, what is no number stays what it is. */
export function rawOf(form: Typed): Record<string, unknown> {
  const raw = {
    ...{ title: form.title, purpose: form.purpose, firstDate: form.day, startsAt: form.time, every: form.every },
    ...{ zone: form.zone, meetingKind: form.meetingKind, joinUrl: cleanText(form.link), lastDate: form.lastDay },
    ...{ durationMinutes: numberOf(form.minutes), agendaOpensHours: numberOf(form.agendaHours) },
    ...{ capacity: numberOf(form.capacity), count: numberOf(form.count) },
    hostIds: form.hosts.split(',').filter((each) => each !== ''),
  };
  const optional = new Set(['joinUrl', 'lastDate', 'capacity', 'count']);
  return Object.fromEntries(Object.entries(raw).filter(([key, value]) => value !== '' || !optional.has(key)));
}

const numberOf = (amount: string): number | string => {
  const number = Number(amount.replace(',', '.'));
  return amount.trim() === '' || Number.isNaN(number) ? amount.trim() : number;
};

export interface Beside {
  /** Where several may be hosted; the one that is picked is among them. */
  readonly communities: readonly CommunityView[];
  readonly problems?: readonly string[];
  readonly noteLine?: string;
}

/** The form as it was typed, with what is wrong with it. */
export async function openPlan(desk: Desk, turn: Turn, form: Typed, beside: Beside): Promise<Answer> {
  const { words } = turn;
  const { communities, problems = [], noteLine = '' } = beside;
  const community = communities.find(({ id: each }) => each === form.communityId);
  const isChange = form.seriesId !== '';
  const heading = words(isChange ? 'plan.changeTitle' : 'plan.title');
  const hosts = await hostChoices(desk, turn, community?.hostIds ?? []);
  const card = planCard.render(
    {
      ...form,
      ...{ summary: heading, heading, hasNote: noteLine !== '', noteLine, isOpen: problems.length > 0 },
      intro: words(isChange ? 'plan.changeIntro' : 'plan.intro'),
      problems: problems.map((text) => ({ text })),
      asksCommunity: communities.length > 1 && !isChange,
      communities: communities.map(({ id: choiceId, name }) => ({ title: name, choiceId })),
      dayLabel: words(isChange ? 'plan.dayFrom' : 'plan.day'),
      timeLabel: form.zone === '' ? words('field.startsAt') : words('plan.time', { zone: cityOf(form.zone) }),
      ...{ title: cleanText(form.title), purpose: cleanText(form.purpose), link: cleanText(form.link) },
      everies: everyNames.map((name) => ({ title: words(`plan.every.${name}`), choiceId: name })),
      hasHosts: hosts.length > 1,
      hostChoices: hosts,
      kinds: offeredKinds(desk).map((name) => ({ title: words(`plan.meeting.${name}`), choiceId: name })),
    },
    words,
    placeOf(turn),
  );
  return { kind: 'form', title: heading, card, size: 'medium' };
}

/** A mailbox is offered where there is one. */
export const offeredKinds = ({ calendar }: Pick<Desk, 'calendar'>) =>
  meetingKinds.filter((kind) => kind !== 'calendarMailbox' || calendar !== undefined);

export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

/** The hosts of the community, by name; more than a form can show are left out. */
export const hostChoices = (desk: Desk, turn: Turn, ids: readonly string[]) =>
  Promise.all(
    ids.map(async (personId) => ({
      title: (await desk.nameOf(turn, personId)) || turn.words('session.someHost'),
      choiceId: personId,
    })),
  );
