/** News about one person in a pilot: the audit entry says who, so that whoever is forgotten is in no message either. */
import { z } from 'zod';
import type { Card } from '../../core/card.ts';
import { removedId } from '../../core/erasure.ts';
import type { Turn } from '../../core/turn.ts';
import type { PilotDeps } from './desk.ts';
import { loadPilot } from './documents.ts';

export const oneSteps = ['join', 'decline', 'leave', 'removePerson', 'sendBack'] as const;
type OneStep = (typeof oneSteps)[number];

const entry = z.object({
  actorId: z.string(),
  entityId: z.string(),
  reason: z.string().optional(),
  changes: z.object({ person: z.object({ before: z.string(), after: z.string() }).optional() }),
});

async function read({ store }: Turn, auditId: string) {
  const found = entry.safeParse((await store.get('auditEntry', auditId))?.body).data;
  const pilot = found && (await loadPilot(store, found.entityId))?.pilot;
  return found && pilot && { ...found, pilot };
}

const named = (happened: string): OneStep | undefined => oneSteps.find((name) => name === happened);

export async function oneOf(turn: Turn, auditId: string, happened: string): Promise<string[]> {
  const news = await read(turn, auditId);
  const step = named(happened);
  if (!news || !step) return [];
  const { actorId, pilot, changes } = news;
  const about = changes.person?.before ?? '';
  const people = {
    join: [pilot.ownerId],
    decline: [pilot.ownerId],
    leave: [pilot.ownerId, actorId],
    removePerson: [about],
    // Who takes back their own signature knows.
    sendBack: about === actorId ? [] : [about],
  }[step];
  return [...new Set(people)].filter((id) => id !== '' && id !== removedId);
}

export async function oneCard(
  deps: PilotDeps,
  turn: Turn,
  auditId: string,
  happened: string,
): Promise<Card | undefined> {
  const news = await read(turn, auditId);
  const step = named(happened);
  if (!news || !step) return undefined;
  const { words, who } = turn;
  const { actorId, pilot, reason = '' } = news;
  const isOwn = step === 'leave' && actorId === who.personId;
  const by = actorId === removedId ? words('history.somebody') : await deps.nameOf(turn, actorId);
  const values = { by, name: pilot.name, reason };
  const text = words(isOwn ? 'pilot.one.left' : `pilot.one.${step}`, values).trim();
  return deps.noteCard(turn, { heading: words('pilot.one.heading', values), text });
}
