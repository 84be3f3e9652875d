/** Messages of a pilot: whom each is for, and its card, both asked when it leaves, so a right taken away counts. */
import type { Card } from '../../core/card.ts';
import type { Notice, NoticeKind } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import type { PilotDeps } from './desk.ts';
import { isAsked, isJoined, joinedIds, loadPilot } from './documents.ts';
import { atPilot } from './facts.ts';
import type { Pilot } from './model.ts';
import { askCard, canAnswer, canConfirm, decideCard, signCard } from './shown.ts';
import { oneCard, oneOf } from './step-one.ts';
import { stepFor } from './steps.ts';
import { confirmNotice, gateNotice, inviteNotice, stepNotice } from './told.ts';
import { undoneCard } from './undo.ts';

type Asked = Required<Notice>;

export const pilotNotices = (deps: PilotDeps): NoticeKind[] => [
  {
    kind: inviteNotice,
    lane: 'answers',
    recipients: async (_, { audience }) => [audience],
    async card(turn, { subject }) {
      const at = await atPilot(deps, turn, subject);
      return at && canAnswer(at) ? askCard(at) : undefined;
    },
  },
  {
    kind: confirmNotice,
    lane: 'answers',
    async recipients({ store }, { subject, audience }) {
      const pilot = (await loadPilot(store, subject))?.pilot;
      return pilot?.signing?.at === audience ? otherOf(pilot) : [];
    },
    async card(turn, { subject, audience }) {
      const at = await atPilot(deps, turn, subject);
      return at && at.loaded.pilot.signing?.at === audience && canConfirm(at) ? signCard(at) : undefined;
    },
  },
  {
    kind: gateNotice,
    lane: 'answers',
    async recipients(turn, { subject, audience }) {
      const pilot = (await loadPilot(turn.store, subject))?.pilot;
      if (pilot?.state !== 'deciding') return [];
      return audience === 'admins' ? adminsBut(deps, turn, pilot) : leadsOf(pilot);
    },
    card: (turn, { subject }) => gateCardFor(deps, turn, subject),
  },
  {
    kind: stepNotice,
    lane: 'answers',
    recipients: (turn, notice) => hearers(deps, turn, notice),
    card: (turn, notice) => stepCardFor(deps, turn, notice),
  },
];

const leadsOf = ({ ownerId, hrLeadId }: Pilot): string[] => [ownerId, hrLeadId];

/** The one of the two who has not signed. */
function otherOf({ ownerId, hrLeadId, signing }: Pilot): string[] {
  if (!signing) return [];
  if (signing.by === ownerId) return [hrLeadId];
  if (signing.by === hrLeadId) return [ownerId];
  return [signing.as.includes('owner') ? hrLeadId : ownerId];
}

const adminsBut = async (deps: PilotDeps, turn: Turn, pilot: Pilot): Promise<string[]> =>
  (await deps.holders(turn, ['admin'])).filter((id) => !leadsOf(pilot).includes(id));

/** Once one has signed, the other one has a card of its own for it. */
async function gateCardFor(deps: PilotDeps, turn: Turn, subject: string): Promise<Card | undefined> {
  const at = await atPilot(deps, turn, subject);
  if (!at?.isLead || at.loaded.pilot.state !== 'deciding') return undefined;
  if (!at.loaded.pilot.signing) return decideCard(at);
  return canConfirm(at) ? signCard(at) : undefined;
}

const splitOf = ({ audience }: Asked): readonly [audience: string, happened: string] => {
  const [first = '', second = ''] = audience.split('/');
  return [first, second];
};

/** Those who lead it have a message of their own where there is one. */
const ledAsWell: ReadonlySet<string> = new Set(['midpoint', 'scale', 'extend', 'stop']);

async function hearers(deps: PilotDeps, turn: Turn, notice: Asked): Promise<readonly string[]> {
  const [audience, happened] = splitOf(notice);
  if (audience === 'contact') return [await deps.contact(turn)].filter((id) => id !== undefined);
  if (audience === 'one') return oneOf(turn, notice.subject, happened);
  const pilot = (await loadPilot(turn.store, notice.subject))?.pilot;
  if (!pilot) return [];
  if (happened === 'undone') return undoneHearers(pilot, audience);
  if (audience === 'leads') return leadsFor(pilot, happened);
  const asked = happened === 'cancel' ? pilot.roster.filter(isAsked).map(({ personId }) => personId) : [];
  const people = [...joinedIds(pilot), ...asked];
  return ledAsWell.has(happened) ? people.filter((id) => !leadsOf(pilot).includes(id)) : people;
}

function undoneHearers(pilot: Pilot, audience: string): string[] {
  if (audience === 'leads') return leadsOf(pilot);
  if (audience !== 'members') return [audience];
  const people = pilot.roster.filter((place) => isAsked(place) || isJoined(place)).map(({ personId }) => personId);
  return people.filter((id) => !leadsOf(pilot).includes(id));
}

/** Who confirmed it knows; its owner is offered to tell of it when it went wider. */
function leadsFor(pilot: Pilot, happened: string): string[] {
  if (happened === 'plan') return [pilot.hrLeadId];
  // Who takes part has the message of those who do.
  if (happened === 'start') return joinedIds(pilot).includes(pilot.ownerId) ? [] : [pilot.ownerId];
  const confirmedBy = happened === 'midpoint' ? undefined : pilot.gates.at(-1)?.decidedBy.at(-1);
  const knows = happened === 'scale' && confirmedBy === pilot.ownerId ? undefined : confirmedBy;
  return leadsOf(pilot).filter((id) => id !== knows);
}

async function stepCardFor(deps: PilotDeps, turn: Turn, notice: Asked): Promise<Card | undefined> {
  const [audience, happened] = splitOf(notice);
  if (audience === 'one') return oneCard(deps, turn, notice.subject, happened);
  if (audience === 'contact') return contactCard(deps, turn, notice.subject);
  const at = await atPilot(deps, turn, notice.subject);
  if (!at) return undefined;
  return happened === 'undone' ? undoneCard(at) : stepFor(at, audience, happened);
}

/** The person to tell need not be in it: what they read is its name and what is expected of them. */
async function contactCard(deps: PilotDeps, turn: Turn, subject: string): Promise<Card | undefined> {
  const pilot = (await loadPilot(turn.store, subject))?.pilot;
  if (pilot?.state !== 'running') return undefined;
  const { words } = turn;
  const heading = words('pilot.contact.heading', { name: pilot.name });
  return deps.noteCard(turn, { heading, text: words('pilot.contact.text') });
}
