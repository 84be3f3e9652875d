/** A prompt was taken along: the run is on record, and what time does to it is planned. */
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import { noticeOperation } from '../../core/notice.ts';
import { type Use, use } from '../../core/run.ts';
import type { BegunUse, UseCall } from '../../core/runs.ts';
import { isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { apart, keyOf, openHours, runIdOf, useKind } from './documents.ts';
import { planOwnFriday } from './friday-plan.ts';
import { pilotOf } from './joined.ts';

export const closeJob = 'closeUse';
export const howNotice = 'howDidItGo';
const soonestMinutes = 10;
const keptMs = 400 * 86_400_000;

export async function begin(desk: Desk, turn: Turn, call: UseCall): Promise<BegunUse> {
  const { store } = turn;
  const useId = runIdOf(desk, turn);
  const body = await bodyOf(desk, turn, call);
  // Planned first: of a run that then does not come about there is nothing to close and nobody to ask.
  if (!body.withPack) await store.write(plans(desk, turn, { useId, usualMinutes: call.usualMinutes }));
  if (!body.withPack) await planOwnFriday(turn);
  await store.write([{ op: 'create', kind: useKind, id: useId, body }], apart);
  return { useId, isTimed: body.isTimed };
}

async function bodyOf(desk: Desk, turn: Turn, call: UseCall): Promise<Use> {
  const { usualMinutes: _, isTimed, warnings, ...known } = call;
  const now = turn.now.toISOString();
  const pilotId = await pilotOf(desk, turn, call.workflowId);
  return use.parse({
    ...known,
    ...(pilotId ? { pilotId } : {}),
    week: isoWeekOf(turn.now),
    personKey: keyOf(desk, turn, turn.who.personId),
    startedAt: now,
    // With invented data there is nothing to wait for.
    ...(call.withPack ? { endedAt: now } : {}),
    isTimed: !call.withPack && (isTimed ?? pilotId !== undefined),
    warnings: { ...warnings },
    ...{ method: 'none', result: 'notSaid', isLapsed: false },
  });
}

/** Named after the run by a keyed hash: a record of a message does not lead to the run it asked about. */
export const occurrenceOf = ({ hash }: Desk, useId: string): string => hash(howNotice, useId);

function plans(
  desk: Desk,
  { now, who: { personId } }: Turn,
  { useId, usualMinutes }: { readonly useId: string; readonly usualMinutes: number },
): WriteOperation[] {
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const closesAt = after(openHours * 60);
  return [
    dueOperation({
      ...{ job: closeJob, subject: useId, occurrence: 'close', at: closesAt },
      usefulUntil: new Date(now.getTime() + keptMs),
    }),
    noticeOperation(
      after(Math.max(soonestMinutes, usualMinutes)),
      { kind: howNotice, subject: personId, occurrence: occurrenceOf(desk, useId) },
      closesAt,
    ),
  ];
}
