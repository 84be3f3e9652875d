/** What has happened to a pilot, as its people read it; nothing for what is over or was overtaken. */
import type { Card } from '../../core/card.ts';
import type { PilotState } from '../../core/pilot-view.ts';
import { placeOf } from '../../core/place.ts';
import { readableDate } from '../../core/time.ts';
import { cameBackLines, cameBackOf } from './came-back.ts';
import { stepCard } from './cards/step.card.ts';
import { communityPath } from './community-offer.ts';
import { joinedIds } from './documents.ts';
import { type AtPilot, knownOf } from './facts.ts';
import { winPath } from './win-offer.ts';

/** Words for those who take part, and for those who lead it. */
export const memberSteps = ['start', 'midpoint', 'scale', 'extend', 'stop', 'cancel'] as const;
export const leadSteps = ['plan', 'start', 'midpoint', 'scale', 'extend', 'stop'] as const;

/** Only while it stands as the message says. */
const stateOf: Readonly<Record<string, PilotState>> = {
  ...{ plan: 'draft', start: 'running', midpoint: 'running', extend: 'running' },
  ...{ scale: 'scaled', stop: 'stopped', cancel: 'cancelled' },
};

export async function stepFor(at: AtPilot, audience: string, happened: string): Promise<Card | undefined> {
  const { loaded, turn } = at;
  if (loaded.pilot.state !== stateOf[happened]) return undefined;
  if (audience === 'leads') return leadCard(at, happened);
  const step = memberSteps.find((name) => name === happened);
  if (!step || !isIn(at)) return undefined;
  return card(at, turn.words(`pilot.news.${step}`, valuesOf(at)), headingOf(at, step), step);
}

const isIn = ({ loaded, turn }: AtPilot): boolean =>
  loaded.pilot.roster.some(
    ({ personId, leftAt, declinedAt }) => personId === turn.who.personId && !leftAt && !declinedAt,
  );

const headingOf = ({ turn, loaded }: AtPilot, step: (typeof memberSteps)[number] | 'plan'): string =>
  turn.words(`pilot.newsHeading.${step}`, { name: loaded.pilot.name });

function valuesOf({ turn, loaded, workflow }: AtPilot) {
  const { weeks, endDate = '', gates, roster } = loaded.pilot;
  const { why = '', extendWeeks = 0 } = gates.at(-1) ?? {};
  const date = endDate ? readableDate(endDate, turn.words.language) : '';
  return {
    ...{ weeks: extendWeeks || weeks, date, why, joined: joinedIds(loaded.pilot).length, asked: roster.length },
    ...{ workflow: workflow?.name ?? '', department: workflow?.department ?? '' },
  };
}

/** With what came back so far at half time, what may be told after it went wider, and the way to the page of the pilot. */
async function leadCard(at: AtPilot, happened: string): Promise<Card | undefined> {
  const { turn, isLead } = at;
  const step = leadSteps.find((name) => name === happened);
  if (!step || !isLead) return undefined;
  const back = step === 'midpoint' ? cameBackLines(await cameBackOf(at, await knownOf(at))) : [];
  const heading = headingOf(at, step);
  const data = {
    ...{ summary: heading, heading, text: turn.words(`pilot.leadNews.${step}`, valuesOf(at)).trim() },
    lines: back.map((text) => ({ text })),
    ...{ scenarioId: '', canUse: false, canShare: false },
    ...(await waysFor(at, step)),
  };
  return stepCard.render(data, turn.words, placeOf(turn));
}

type Step = (typeof memberSteps)[number] | (typeof leadSteps)[number];

/** Pages for those who lead it: its own, the form of a win, the form of a community. */
async function waysFor(at: AtPilot, step: Step) {
  const tab = `${at.deps.publicUrl}/tab`;
  const win = step === 'scale' && at.isLead ? await winPath(at) : undefined;
  const community = step === 'start' ? await communityPath(at) : undefined;
  return {
    ...{ hasPage: at.isLead, pageUrl: `${tab}/workflows/pilots/${encodeURIComponent(at.loaded.id)}` },
    ...{ canTell: win !== undefined, winUrl: `${tab}${win ?? ''}` },
    ...{ canMeet: community !== undefined, communityUrl: `${tab}${community ?? ''}` },
    offer: at.turn.words('pilot.communityNews'),
  };
}

/** With the way to what people can do now: use it, or say what they found out. */
async function card(at: AtPilot, text: string, heading: string, step: Step): Promise<Card> {
  const { turn, loaded, workflow } = at;
  const scenarios = (workflow?.scenarios ?? []).filter(({ id }) => loaded.pilot.scenarioIds.includes(id));
  const isBegun = step === 'start' || step === 'midpoint';
  const data = {
    ...{ summary: heading, heading, text: text.trim() },
    lines: step === 'start' ? scenarios.map(({ title }) => ({ text: title })) : [],
    scenarioId: isBegun ? (scenarios[0]?.id ?? '') : '',
    canUse: step === 'start' && scenarios.length > 0,
    canShare: step === 'midpoint' && scenarios.length > 0,
    ...(await waysFor(at, step)),
  };
  return stepCard.render(data, turn.words, placeOf(turn));
}
