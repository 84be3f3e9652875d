/** The pulse: one question, five steps, no name and no time but the week (product 7.9). Which one, and to whom it may come. */
import { findAll, type WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { derivedId } from '../../core/ids.ts';
import type { Pulse } from '../../core/run.ts';
import type { PulseCall } from '../../core/runs.ts';
import { isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { fridayOperation } from './friday-plan.ts';
import { pulseMayCome, turnOf } from './friday-times.ts';
import { joinedBy } from './joined.ts';
import { pulseRound } from './model.ts';
import { pulseWeeks } from './questions.ts';

export const pulseQuestions = ['start', 'midpoint', 'end', 'community'] as const;
const roundKind = 'pulseRound';
const roundDays = 14;
const dayMs = 86_400_000;

export type PulseQuestion = Pick<Pulse, 'question' | 'stage' | 'groupKind' | 'groupId'>;

/** The round and what tells its people, for the write of the pilot's own change. */
export function askPulse(
  { now }: Pick<Turn, 'now'>,
  { pilotId, workflowId, step, stage }: PulseCall,
): WriteOperation[] {
  const id = derivedId(roundKind, pilotId, step, isoWeekOf(now));
  const endsAt = new Date(now.getTime() + roundDays * dayMs);
  const body = {
    pilotId,
    workflowId,
    question: step,
    stage,
    openedAt: now.toISOString(),
    endsAt: endsAt.toISOString(),
  };
  return [
    { op: 'create', kind: roundKind, id, body: pulseRound.parse(body), ttlSeconds: (2 * roundDays * dayMs) / 1_000 },
    dueOperation({ job: roundKind, subject: pilotId, occurrence: id, at: now, usefulUntil: endsAt }),
  ];
}

/** A Friday for everybody who joined; whoever has one has it already. */
export const roundOf = (desk: Desk): Job => ({
  name: roundKind,
  run: async (system, { subject: pilotId }) => {
    const pilot = (await desk.pilots(system)).find(({ id }) => id === pilotId);
    const people = await Promise.all((pilot?.joinedIds ?? []).map((id) => desk.people().asPerson(system, id)));
    return people.flatMap((theirs) =>
      theirs ? [fridayOperation(theirs.who.personId, theirs.now, theirs.who.zone)] : [],
    );
  },
});

/** What this person is asked in that week, if anything. */
export async function pulseFor(desk: Desk, turn: Turn, week: string): Promise<PulseQuestion | undefined> {
  if (await desk.people().isPulseMuted(turn)) return undefined;
  const { asked, answered } = await pulseWeeks(desk, turn);
  // That it was asked this week is why it can be answered now.
  const others = [...asked.filter((each) => each !== week), ...answered];
  if (!pulseMayCome(others, week, 'pilot')) return undefined;
  const round = await openRound(desk, turn);
  if (round) return round;
  return pulseMayCome(others, week, 'community') ? ofCommunity(desk, turn, week) : undefined;
}

/** Of a pilot that they joined: what its people are asked these days. */
export async function openRound(desk: Desk, turn: Turn): Promise<PulseQuestion | undefined> {
  for (const { id } of await joinedBy(desk, turn))
    for await (const { body } of findAll(turn.store, { kind: roundKind, where: [['pilotId', '=', id]] })) {
      const { question, stage, endsAt } = pulseRound.parse(body);
      if (endsAt > turn.now.toISOString()) return { question, stage, groupKind: 'pilot', groupId: id };
    }
  return undefined;
}

/** Not of who is in a pilot or about to be: it would keep them from the question of its start or its end. */
async function ofCommunity(desk: Desk, turn: Turn, week: string): Promise<PulseQuestion | undefined> {
  if ((await joinedBy(desk, turn)).some(({ state }) => state === 'baseline' || state === 'running')) return undefined;
  const theirs = (await desk.communities(turn)).filter(({ isActive, isMember }) => isActive && isMember);
  const one = turnOf(
    theirs.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    week,
  );
  return one && { question: 'community', stage: 'scaled', groupKind: 'community', groupId: one.id };
}
