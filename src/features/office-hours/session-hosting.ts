/** What whoever runs a session may do with it on its page: its events as forms, its recap, what came of it. */
import { localOf } from '../../core/local-time.ts';
import { newMeetingLink } from '../../core/meeting-link.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { ItemAction } from '../../core/work-item.ts';
import { outcomesOf, topicsOf } from './documents.ts';
import { maxReason } from './host-act.ts';
import { hostsOf } from './host-form.ts';
import { outcomeShown } from './outcome-shown.ts';
import { isMakeable, outcomeStatus } from './outcome-view.ts';
import { cityOf } from './plan-form.ts';
import { peopleOf, usualDays } from './recap-form.ts';
import { askedTopics, mayRecap } from './recap-rules.ts';
import type { SessionHosting } from './session-contract.ts';
import { isAhead, mayDo, type SessionEventName } from './session-rules.ts';
import type { SessionBefore } from './session-seen.ts';
import { joinUrlOf, minutesOf } from './session-view.ts';
import type { TalkDesk } from './talk-desk.ts';

export async function hostingOf(desk: TalkDesk, turn: Turn, before: SessionBefore): Promise<SessionHosting> {
  const { session, isHost } = before;
  const meetingUrl = meetingLinkOf(before);
  return {
    actions: isAhead(session.body, turn.now) ? await actionsOf(desk, turn, before) : [],
    ...(isHost && isAhead(session.body, turn.now) && meetingUrl !== '' ? { meetingUrl } : {}),
    ...(isHost && mayRecap(session.body, turn.now) ? { recap: await recapAsked(desk, turn, before) } : {}),
    outcomes: isHost && session.body.state === 'recapped' ? await outcomes(desk, turn, before) : [],
  };
}

/** Teams' own form, filled in: the meeting is made there, its link pasted into the series. */
function meetingLinkOf({ session: { body }, series }: SessionBefore): string {
  const { title, purpose, meeting } = series.body;
  if (meeting.kind !== 'newMeetingLink' || joinUrlOf(body, series.body) !== '') return '';
  return newMeetingLink({ title, text: purpose, startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) });
}

async function actionsOf(desk: TalkDesk, turn: Turn, before: SessionBefore): Promise<ItemAction[]> {
  const { actor, session } = before;
  const hosts = hostsOf(before).filter((id) => id !== session.body.hostId);
  const actions = [
    moveAction(turn, before),
    cancelAction(turn),
    ...(hosts.length > 0 ? [await rehostAction(desk, turn, hosts)] : []),
  ];
  return actions.filter(({ event }) => mayDo(event as SessionEventName, actor));
}

function moveAction({ words }: Turn, { session: { body }, series }: SessionBefore): ItemAction {
  const { zone } = series.body;
  const { date, time } = localOf(new Date(body.startsAt), zone);
  const label = words('plan.time', { zone: cityOf(zone) });
  return {
    ...{ event: 'move', label: words('host.heading.move'), look: 'normal', hasPreview: false },
    fields: [
      { name: 'date', label: words('card.hostForm.day'), kind: 'date', required: true, value: date },
      { name: 'startsAt', label, kind: 'time', required: true, value: time, help: words('host.intro.move') },
      {
        ...{ name: 'durationMinutes', label: words('field.durationMinutes'), kind: 'text', required: true },
        value: String(minutesOf(body)),
      },
    ],
  };
}

const cancelAction = ({ words }: Turn): ItemAction => ({
  ...{ event: 'cancel', label: words('host.heading.cancel'), look: 'danger', hasPreview: false },
  fields: [
    {
      ...{ name: 'reason', label: words('card.hostForm.reason'), kind: 'longText', required: true, max: maxReason },
      help: words('host.intro.cancel'),
    },
  ],
});

async function rehostAction(desk: TalkDesk, turn: Turn, hosts: readonly string[]): Promise<ItemAction> {
  const { words } = turn;
  const options = await Promise.all(
    hosts.map(async (id) => ({ id, title: (await desk.nameOf(turn, id)) || words('session.someHost') })),
  );
  return {
    ...{ event: 'rehost', label: words('host.heading.rehost'), look: 'normal', hasPreview: false },
    fields: [
      {
        ...{ name: 'hostId', label: words('card.hostForm.host'), kind: 'choice', required: true, options },
        help: words('host.intro.rehost'),
      },
    ],
  };
}

async function recapAsked(
  desk: TalkDesk,
  turn: Turn,
  before: SessionBefore,
): Promise<NonNullable<SessionHosting['recap']>> {
  const topics = askedTopics(await topicsOf(turn.store, before.session.id));
  const people = await peopleOf(desk, turn, before);
  return {
    topics: topics.map(({ id, body }) => ({ id, name: body.title })),
    people: people.map(({ choiceId, title }) => ({ id: choiceId, name: title })),
    usualDue: addDays(dayOf(turn.now), usualDays),
  };
}

async function outcomes(desk: TalkDesk, turn: Turn, { session }: SessionBefore): Promise<SessionHosting['outcomes']> {
  const all = (await outcomesOf(turn.store, session.id)).filter(({ body }) => body.kind !== 'none');
  return Promise.all(
    all.map(async (each) => ({
      ...(await outcomeShown(desk, turn, each)),
      status: outcomeStatus(turn, each.body),
      ...(isMakeable(each.body) ? { make: turn.words(`outcomes.make.${each.body.kind}`) } : {}),
    })),
  );
}
