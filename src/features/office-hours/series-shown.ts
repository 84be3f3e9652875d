/** A series as the tab shows it: a line of the list, and its own page with what this reader may do. */
import type { CommunityView } from '../../core/community.ts';
import { removedId } from '../../core/erasure.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { ActionField, ItemAction } from '../../core/work-item.ts';
import type { Loaded } from './documents.ts';
import { maxReason } from './host-act.ts';
import { meetingLink } from './host-series.ts';
import type { Series } from './model.ts';
import { formOf } from './plan-open.ts';
import type { SeriesDates, SeriesLine, SeriesView } from './series-contract.ts';
import { datesAhead } from './series-dates.ts';
import { hostsOffered, offeredBy, planFormOf } from './series-options.ts';
import type { SeriesSeen } from './series-press.ts';
import { dateParts } from './series-preview.ts';
import { isOpenFor, mayDo, type SeriesEventName } from './series-rules.ts';
import { hostLine, ruleLine } from './series-view.ts';
import { sessionsAround } from './session-documents.ts';
import { isAhead } from './session-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { nextSession } from './topic-documents.ts';

const datesShown = 5;
const datesOffered = 10;

const tones = { draft: 'warning', paused: 'warning', ended: 'neutral' } as const;

function statusOf({ words }: Turn, { state }: Series): Pick<SeriesLine, 'status'> {
  return state === 'active' ? {} : { status: { word: words(`hours.series.${state}`), tone: tones[state] } };
}

export async function seriesLine(
  turn: Turn,
  { id, version, body }: Loaded<Series>,
  communities: readonly CommunityView[],
): Promise<SeriesLine> {
  const next = body.state === 'active' ? await nextSession(turn.store, id, turn.now.toISOString()) : undefined;
  const { name = '' } = communities.find((each) => each.id === body.communityId) ?? {};
  return {
    ...{ id, version, title: body.title, community: { id: body.communityId, name } },
    ...{ rule: ruleLine(turn, body), zone: body.zone, ...statusOf(turn, body) },
    ...(next ? { nextAt: next.body.startsAt } : {}),
  };
}

export async function seriesShown(desk: TalkDesk, turn: Turn, seen: SeriesSeen, note: string): Promise<SeriesView> {
  const { loaded, community, actor } = seen;
  const { body } = loaded;
  const { version: _, ...line } = await seriesLine(turn, loaded, [community]);
  const { joinUrl } = body.meeting;
  const isOn = body.state === 'active' || body.state === 'paused';
  return {
    ...line,
    ...{ purpose: body.purpose, hosts: await hostLine(desk, turn, body.hostIds) },
    ...(joinUrl && isOn ? { joinUrl } : {}),
    dates: body.state === 'active' ? await datesOf(turn, loaded) : [],
    hasCalendar: body.state !== 'draft',
    ...(actor.isHost || actor.isAdmin ? { hosting: await hostingOf(desk, turn, seen) } : {}),
    ...(note === '' ? {} : { note }),
  };
}

/** As the sessions stand that are made, then by the rule. */
async function datesOf(turn: Turn, { id, body }: Loaded<Series>): Promise<SeriesDates> {
  const made = (await sessionsAround(turn.store, id, body, turn.now))
    .filter((each) => isAhead(each.body, turn.now))
    .toSorted((a, b) => (a.body.startsAt < b.body.startsAt ? -1 : 1));
  const byRule = datesAhead(body, turn.now, datesShown + made.length);
  const last =
    made
      .map((each) => each.body.localDate)
      .toSorted()
      .at(-1) ?? '';
  const clocks = new Map(byRule.map((date, at) => [date.localDate, dateParts(turn, body, byRule)[at]?.clock ?? '']));
  return [
    ...made.map((each) => ({
      ...{ startsAt: each.body.startsAt, endsAt: each.body.endsAt, sessionId: each.id },
      clock: each.body.movedFrom ? '' : (clocks.get(each.body.localDate) ?? ''),
    })),
    ...dateParts(
      turn,
      body,
      byRule.filter(({ localDate }) => localDate > last),
    ),
  ].slice(0, datesShown);
}

async function hostingOf(desk: TalkDesk, turn: Turn, seen: SeriesSeen): Promise<NonNullable<SeriesView['hosting']>> {
  const { loaded, community, actor } = seen;
  const { body } = loaded;
  const may = (name: SeriesEventName) => isOpenFor(body, name) && mayDo(name, actor);
  const meetingUrl = may('change') ? meetingLink(turn, seen) : '';
  const hostIds = [turn.who.personId, ...body.hostIds, ...community.hostIds].filter((id) => id !== removedId);
  return {
    actions: actionsOf(turn, seen).filter(({ event }) => may(event as SeriesEventName)),
    ...(may('change') ? { plan: planFormOf(formOf(loaded.id, body, turn.now)) } : {}),
    offer: { hosts: await hostsOffered(desk, turn, hostIds), ...offeredBy(desk, turn) },
    ...(meetingUrl === '' ? {} : { meetingUrl }),
  };
}

function actionsOf(turn: Turn, seen: SeriesSeen): ItemAction[] {
  const { words } = turn;
  const label = (name: string) => words(`host.heading.${name}`);
  const reason = (name: string): ActionField => ({ ...reasonField(turn), help: words(`host.intro.${name}`) });
  return [
    { event: 'activate', label: words('hours.post'), look: 'primary', hasPreview: false, fields: [] },
    skipAction(turn, seen),
    { event: 'pause', label: label('pause'), look: 'normal', hasPreview: true, fields: [reason('pause')] },
    { event: 'resume', label: label('resume'), look: 'primary', hasPreview: true, asksFirst: true, fields: [] },
    { event: 'end', label: label('end'), look: 'danger', hasPreview: true, fields: [reason('end')] },
  ];
}

function skipAction(turn: Turn, { loaded }: SeriesSeen): ItemAction {
  const { words, now, who } = turn;
  const dates = datesAhead(loaded.body, now, datesOffered);
  const options = dates.map(({ localDate: id, startsAt }) => ({
    ...{ id, title: readableTime(startsAt, who.zone, who.locale) },
  }));
  return {
    ...{ event: 'skip', label: words('host.heading.skip'), look: 'normal', hasPreview: true },
    fields: [
      {
        ...{ name: 'date', label: words('card.hostForm.date'), kind: 'choice', required: true, options },
        help: words('host.intro.skip'),
      },
      reasonField(turn),
    ],
  };
}

/** Said of the sessions that are cancelled by it. */
const reasonField = ({ words }: Turn): ActionField => ({
  ...{ name: 'reason', label: words('card.hostForm.reason'), kind: 'longText', required: false, max: maxReason },
});
