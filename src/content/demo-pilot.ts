/** The demo's pilot as documents: in its third week of six, counted from the day of the load, with its middle and its end ahead. */
import { dueOperation } from '../core/due-item.ts';
import { addDays, dayOf } from '../core/time.ts';
import type { Item } from './item.ts';

export interface DemoPilot {
  readonly id: string;
  readonly workflowId: string;
  readonly scenarioIds: readonly string[];
  readonly ownerId: string;
  readonly hrLeadId: string;
  readonly memberIds: readonly string[];
  readonly now: Date;
}

const weeks = 6;
const begunDaysAgo = 17;
const askedDaysAgo = 27;
const dayMs = 86_400_000;
const usefulDays = 365;

const text = {
  name: 'Example pilot: shift handover',
  goal: 'The next shift hears everything that is open, and writing it down takes half the time.',
};

export function pilotItems({ id, now, memberIds, ...seats }: DemoPilot): Item[] {
  const asked = new Date(now.getTime() - askedDaysAgo * dayMs).toISOString();
  const startDate = addDays(dayOf(now), -begunDaysAgo);
  const endDate = addDays(startDate, weeks * 7);
  const stamps = { createdAt: asked, createdBy: seats.ownerId, updatedAt: asked, updatedBy: seats.ownerId };
  const body = {
    ...{ ...text, ...seats, weeks, startDate, endDate, zone: 'UTC', state: 'running' },
    roster: memberIds.map((personId) => ({ personId, invitedAt: asked, joinedAt: asked })),
    targets: { meetBarShare: 80, weeklyActiveShare: 60 },
    ...{ extendedBy: [], overrides: [], gates: [], ...stamps },
  };
  return [
    { kind: 'pilot', id, source: text, body },
    dueOn(id, 'pilotMidpoint', addDays(startDate, (weeks * 7) / 2), {}),
    dueOn(id, 'pilotEnd', endDate, { day: endDate }),
  ];
}

/** One name, however often the demo is loaded. */
function dueOn(subject: string, job: string, day: string, facts: Record<string, string>): Item {
  const at = new Date(`${day}T09:00:00Z`);
  const usefulUntil = new Date(at.getTime() + usefulDays * dayMs);
  const due = dueOperation({ job, subject, occurrence: 'demo', facts, at, usefulUntil });
  return { kind: due.kind, id: due.id, source: 'demo', body: Object(due.body) };
}
