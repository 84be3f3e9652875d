/** What time does to a pilot: its middle, its end, a word by the week while nobody decides, and the clean-up (product 6.6). */
import type { WriteOperation } from '../../core/documents.ts';
import type { DueItem } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import type { Turn } from '../../core/turn.ts';
import type { PilotDeps } from './desk.ts';
import { loadPilot } from './documents.ts';
import type { PilotEvent } from './events.ts';
import { atPilot, knownOf } from './facts.ts';
import { cleanJob, endJob, midpointJob, stillOpenJob, stillOpenOperation } from './later.ts';
import { decidePilot } from './rules.ts';
import { gateTo } from './told.ts';
import { pilotOperations } from './writes.ts';

export const pilotJobs = (deps: PilotDeps): Job[] => [
  { name: midpointJob, run: (turn, { subject }) => byItself(deps, turn, subject, { name: 'midpoint' }) },
  { name: endJob, run: (turn, item) => ended(deps, turn, item) },
  { name: stillOpenJob, run: (turn, item) => stillOpen(turn, item) },
  { name: cleanJob, run: (turn, item) => cleaned(deps, turn, item) },
];

/** One that is not running any more is left as it is. */
async function byItself(
  deps: PilotDeps,
  turn: Turn,
  id: string,
  event: PilotEvent,
): Promise<readonly WriteOperation[]> {
  const at = await atPilot(deps, turn, id);
  if (!at) return [];
  const { pilot } = at.loaded;
  const outcome = decidePilot({ pilot, event, actor: at.actor, now: turn.now, ...(await knownOf(at)) });
  if (outcome.kind !== 'changed') return [];
  return (await pilotOperations(at, outcome, event))?.operations ?? [];
}

/** Of another day since: that one has an item of its own. */
async function ended(deps: PilotDeps, turn: Turn, { subject, facts }: DueItem): Promise<readonly WriteOperation[]> {
  const pilot = (await loadPilot(turn.store, subject))?.pilot;
  return pilot?.endDate === facts.day ? byItself(deps, turn, subject, { name: 'end' }) : [];
}

const dayMs = 86_400_000;
const adminsAfterDays = 28;

async function stillOpen({ store, now }: Turn, { subject, facts }: DueItem): Promise<readonly WriteOperation[]> {
  const pilot = (await loadPilot(store, subject))?.pilot;
  const { endedAt = '', count = '0' } = facts;
  if (pilot?.state !== 'deciding' || pilot.endedAt !== endedAt) return [];
  const isLong = now.getTime() - Date.parse(endedAt) >= adminsAfterDays * dayMs;
  const occurrence = `${endedAt}/${count}`;
  return [
    gateTo(now, subject, 'leads', occurrence),
    ...(isLong ? [gateTo(now, subject, 'admins', occurrence)] : []),
    stillOpenOperation({ subject, zone: pilot.zone }, endedAt, nextCount(endedAt, Number(count), now)),
  ];
}

const firstAfterDays = 10;
const everyDays = 7;

/** When down for longer, the weeks between are not made up for. */
function nextCount(endedAt: string, count: number, now: Date): number {
  const days = (now.getTime() - Date.parse(endedAt)) / dayMs;
  return Math.max(count, Math.floor((days - firstAfterDays) / everyDays)) + 1;
}

/** Runs without AI of one that never began. They stand elsewhere: taken away before the item is closed, and again if that was cut off. */
async function cleaned(deps: PilotDeps, turn: Turn, { subject }: DueItem): Promise<readonly WriteOperation[]> {
  const pilot = (await loadPilot(turn.store, subject))?.pilot;
  if (pilot?.state === 'cancelled') await deps.dropBaselines(turn, subject);
  return [];
}
