/** The cockpit: who is in it, what is in the way, what is due, and how it was decided (product 6.6, D5). */
import { atLocal } from '../../core/local-time.ts';
import { readableDate } from '../../core/time.ts';
import { afterWorkingDays } from '../../core/working-time.ts';
import { may } from './actions.ts';
import { type Bounds, runsNeeded, toAsk, toStart } from './bounds.ts';
import { midDateOf, todayIn } from './calendar.ts';
import { cameBackOf } from './came-back.ts';
import { communityPath } from './community-offer.ts';
import type { Cockpit } from './contract.ts';
import { isAsked, isJoined, isPlanned, shownTargets } from './documents.ts';
import type { AtPilot, PilotKnown } from './facts.ts';
import { morning } from './later.ts';
import type { Place } from './model.ts';
import { openPart } from './plan.ts';
import { blockerText, checkDetail, checkTitle, passableText } from './sentences.ts';
import { signingLines } from './signed-lines.ts';
import { winPath } from './win-offer.ts';

export async function cockpitOf(at: AtPilot, known: PilotKnown): Promise<Cockpit> {
  const { turn, loaded } = at;
  const { pilot } = loaded;
  const { hard, soft } = nextBounds(at, known);
  const { targets } = pilot;
  const [win, community] = await Promise.all([winPath(at), communityPath(at)]);
  return {
    people: await peopleIn(at),
    joined: pilot.roster.filter(isJoined).length,
    asked: pilot.roster.filter(isAsked).length,
    mayChangePeople: may(at, 'addPerson') || may(at, 'removePerson'),
    before: await beforeOf(at),
    ...(targets ? { targets: shownTargets(targets) } : {}),
    blockers: hard.map((blocker) => ({ key: blocker.key, text: blockerText(turn, blocker) })),
    needsReason: soft.map((each) => ({ key: each.key, text: passableText(turn, each) })),
    checklist: known.checks.map((check) => ({
      ...{ item: check.item, ok: check.ok, title: checkTitle(turn, check.item), detail: checkDetail(turn, check) },
    })),
    cameBack: await cameBackOf(at, known),
    ...(await signingOf(at)),
    gates: await gatesOf(at),
    overrides: await overridesOf(at),
    due: dueOf(at),
    ...announcementOf(at),
    ...(win ? { winPath: win } : {}),
    ...(community ? { communityPath: community } : {}),
    ...planOf(at),
  };
}

/** What is in the way of the next step. */
function nextBounds({ loaded }: AtPilot, { facts }: PilotKnown): Bounds {
  const { pilot } = loaded;
  if (pilot.state === 'draft') return toAsk(pilot, facts);
  return pilot.state === 'baseline' ? toStart(pilot, facts) : { hard: [], soft: [] };
}

async function peopleIn({ deps, turn, loaded }: AtPilot): Promise<Cockpit['people']> {
  const people = await Promise.all(
    loaded.pilot.roster.map(async (place) => {
      const is = placeState(place);
      const name = await deps.nameOf(turn, place.personId);
      return { id: place.personId, name, is, word: turn.words(`pilot.place.${is}`) };
    }),
  );
  return people.toSorted((a, b) => a.name.localeCompare(b.name));
}

export const placeStates = ['planned', 'asked', 'joined', 'declined', 'left'] as const;

function placeState(place: Place): (typeof placeStates)[number] {
  if (isPlanned(place)) return 'planned';
  if (isJoined(place)) return 'joined';
  if (isAsked(place)) return 'asked';
  return place.leftAt ? 'left' : 'declined';
}

async function beforeOf({ deps, turn, loaded }: AtPilot): Promise<Cockpit['before']> {
  const runs = await deps.runs.baselines(turn, loaded.id);
  const of = (method: 'timer' | 'typed' | 'estimate') => runs.filter((run) => run.method === method).length;
  const [timer, typed, estimate] = [of('timer'), of('typed'), of('estimate')];
  const counted = timer + typed;
  const text = turn.words('pilot.before', { timer, typed, estimate, needed: runsNeeded });
  return { timer, typed, estimate, counted, needed: runsNeeded, text };
}

async function signingOf({ deps, turn, loaded }: AtPilot): Promise<Pick<Cockpit, 'signing'>> {
  const { signing } = loaded.pilot;
  if (!signing) return {};
  const { what, by, at } = signing;
  const word = turn.words(`pilot.signed.${what}`);
  return {
    signing: {
      ...{ what, word, by: await deps.nameOf(turn, by), at, isMine: by === turn.who.personId },
      lines: signingLines(turn, signing),
    },
  };
}

const gatesOf = ({ deps, turn, loaded }: AtPilot): Promise<Cockpit['gates']> =>
  Promise.all(
    loaded.pilot.gates.map(async ({ decision, why = '', lessons, decidedBy, decidedAt, checklist, evidence }) => ({
      ...{ word: turn.words(`pilot.decided.${decision}`), why, at: decidedAt, evidence },
      ...(lessons ? { lessons } : {}),
      by: await Promise.all(decidedBy.map((id) => deps.nameOf(turn, id))),
      checklist: checklist.map(({ item, ok, detail = '' }) => ({
        ...{ item, ok, detail, title: turn.words(`pilot.check.${item}`) },
      })),
    })),
  );

const overridesOf = ({ deps, turn, loaded }: AtPilot): Promise<Cockpit['overrides']> =>
  Promise.all(
    loaded.pilot.overrides.map(async ({ rule, reason, by, at }) => ({
      ...{ word: turn.words(`pilot.passed.${rule}`), reason, by: await deps.nameOf(turn, by), at },
    })),
  );

const decisionDays = 10;

/** What comes next by the calendar. */
function dueOf({ turn, loaded }: AtPilot): Cockpit['due'] {
  const { words, now } = turn;
  const { pilot } = loaded;
  const { state, zone, endDate, endedAt } = pilot;
  if (state === 'deciding' && endedAt) {
    const at = afterWorkingDays(new Date(endedAt), decisionDays, zone);
    return [{ text: words('pilot.due.decide'), at: at.toISOString() }];
  }
  if (state !== 'running') return [];
  const mid = midDateOf(pilot);
  const isAhead = mid !== undefined && mid > todayIn(zone, now);
  return [
    ...(isAhead ? [{ text: words('pilot.due.midpoint'), at: atLocal(mid, morning, zone).at.toISOString() }] : []),
    ...(endDate ? [{ text: words('pilot.due.end'), at: atLocal(endDate, morning, zone).at.toISOString() }] : []),
  ];
}

/** For the department, by hand: nothing of it is sent by itself. */
function announcementOf({ turn, loaded, workflow }: AtPilot): Pick<Cockpit, 'announcement'> {
  const { state, gates, goal } = loaded.pilot;
  if (state !== 'scaled') return {};
  const { why = '', decidedAt = '' } = gates.at(-1) ?? {};
  const titles = (workflow?.scenarios ?? []).map(({ title }) => title).join(', ');
  const values = { workflow: workflow?.name ?? '', department: workflow?.department ?? '', goal, titles };
  const date = readableDate(decidedAt, turn.words.language);
  return { announcement: turn.words('pilot.announcement', { ...values, why, date }).trim() };
}

function planOf(at: AtPilot): Pick<Cockpit, 'plan'> {
  const { loaded, actor } = at;
  const { pilot } = loaded;
  const open = openPart(pilot);
  if (!open || !actor.isOwner || pilot.signing) return {};
  const { name, goal, hrLeadId, weeks, zone, startDate, scenarioIds, targets, roster } = pilot;
  return {
    plan: {
      ...{ name, goal, hrLeadId, weeks, zone, scenarioIds, open },
      ...(startDate ? { startDate } : {}),
      ...(targets ? { targets: shownTargets(targets) } : {}),
      memberIds: roster.map(({ personId }) => personId),
    },
  };
}
