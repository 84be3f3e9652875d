/** The cards of a pilot, each made of what is stored now for who looks at it. */
import type { Card } from '../../core/card.ts';
import { placeOf } from '../../core/place.ts';
import { completes } from '../../core/two-hands.ts';
import { isAskedOne, may } from './actions.ts';
import { runsNeeded } from './bounds.ts';
import { confirmCard } from './cards/confirm.card.ts';
import { gateCard } from './cards/gate.card.ts';
import { inviteCard } from './cards/invite.card.ts';
import { isAllFine } from './checklist.ts';
import { isJoined } from './documents.ts';
import { type AtPilot, knownOf } from './facts.ts';
import { checkDetail, checkTitle } from './sentences.ts';
import { signingLines } from './signed-lines.ts';
import { recordedLines } from './view.ts';

/** What was asked of this reader, and is still open. */
export async function openCard(at: AtPilot): Promise<Card | undefined> {
  if (canAnswer(at)) return askCard(at);
  if (canConfirm(at)) return signCard(at);
  return at.loaded.pilot.state === 'deciding' && at.isLead && !at.loaded.pilot.signing ? decideCard(at) : undefined;
}

export const canAnswer = (at: AtPilot): boolean => isAskedOne(at) && may(at, 'join');

export const canConfirm = ({ loaded, actor }: AtPilot): boolean =>
  loaded.pilot.signing !== undefined && completes(loaded.pilot.signing, actor);

export async function askCard(at: AtPilot, problemLine = ''): Promise<Card> {
  const { deps, turn, loaded, workflow } = at;
  const { words } = turn;
  const { name, goal, weeks, ownerId, state } = loaded.pilot;
  const heading = words('pilot.ask.heading', { name });
  const owner = await deps.nameOf(turn, ownerId);
  const data = {
    ...{ summary: heading, heading, pilotId: loaded.id, hasProblem: problemLine !== '', problemLine },
    text: words('pilot.ask.text', { owner, workflow: workflow?.name ?? '', weeks, goal }),
    lines: recordedLines(turn).map((text) => ({ text })),
    asksLast: state === 'baseline',
  };
  return inviteCard.render(data, words, placeOf(turn));
}

export async function signCard(at: AtPilot, problemLine = ''): Promise<Card> {
  const { deps, turn, loaded } = at;
  const { words } = turn;
  const { name, signing } = loaded.pilot;
  const what = signing?.what ?? 'start';
  const heading = words(`pilot.confirm.${what}`, { name });
  const by = await deps.nameOf(turn, signing?.by ?? '');
  const lines = [...(signing ? signingLines(turn, signing) : []), ...(what === 'start' ? await startLines(at) : [])];
  const data = {
    ...{ summary: heading, heading, pilotId: loaded.id, signedAt: signing?.at ?? '' },
    ...{ hasProblem: problemLine !== '', problemLine, text: words(`pilot.confirmText.${what}`, { by }) },
    lines: lines.map((text) => ({ text })),
  };
  return confirmCard.render(data, words, placeOf(turn));
}

/** What the HR lead says yes to. */
async function startLines({ deps, turn, loaded, workflow }: AtPilot): Promise<string[]> {
  const { words } = turn;
  const { roster, weeks, scenarioIds, ownerId, overrides } = loaded.pilot;
  const runs = await deps.runs.baselines(turn, loaded.id);
  const counted = runs.filter(({ method }) => method !== 'estimate').length;
  const titles = scenarioIds.map((id) => workflow?.scenarios.find((each) => each.id === id)?.title ?? '');
  const owner = await deps.nameOf(turn, ownerId);
  return [
    words('pilot.line.people', { people: roster.filter(isJoined).length, weeks }),
    words('pilot.line.scenarios', { titles: titles.filter((title) => title !== '').join(', ') }),
    words('pilot.line.before', { counted, needed: runsNeeded }),
    words('pilot.line.manager', { owner, department: workflow?.department ?? '' }),
    ...overrides.map(({ rule, reason }) => words('pilot.line.passed', { what: words(`pilot.passed.${rule}`), reason })),
  ];
}

export interface Typed {
  readonly why: string;
  readonly lessons: string;
  readonly problemLine: string;
}

const nothing: Typed = { why: '', lessons: '', problemLine: '' };

export async function decideCard(at: AtPilot, { why, lessons, problemLine }: Typed = nothing): Promise<Card> {
  const { turn, loaded } = at;
  const { words } = turn;
  const { name } = loaded.pilot;
  const { checks, isBelow } = await knownOf(at);
  const canDecide = may(at, 'decideStop');
  const heading = words('pilot.gate.heading', { name });
  const below = isBelow ? ` ${words('pilot.gate.below')}` : '';
  const data = {
    ...{ summary: heading, heading, pilotId: loaded.id, hasProblem: problemLine !== '', problemLine, why, lessons },
    text: `${words(canDecide ? 'pilot.gate.text' : 'pilot.gate.others')}${canDecide ? below : ''}`,
    fine: checks.filter(({ ok }) => ok).map(({ item }) => ({ text: checkTitle(turn, item) })),
    open: checks.filter(({ ok }) => !ok).map((check) => ({ text: checkDetail(turn, check) })),
    ...{ canDecide, canScale: canDecide && isAllFine(checks) },
    weeks: [1, 2, 3, 4].map((weeks) => ({ title: words('pilot.moreWeeks', { weeks }), choiceId: String(weeks) })),
  };
  return gateCard.render(data, words, placeOf(turn));
}
