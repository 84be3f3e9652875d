/** The one due item that waits for a community's next digest: made, moved and taken away with what it hangs on (reliability 9). */
import { z } from 'zod';
import { findAll, type StoredDocument, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import { type DueItem, dueItem, dueOperation } from '../../core/due-item.ts';
import { removal } from '../../core/erasure.ts';
import { addressesOf } from './channels.ts';
import { nextDigest, spanStart } from './digest-times.ts';
import type { Community } from './model.ts';

export const digestJob = 'communityDigest';

/** `since`: from when on it tells. */
export const digestFacts = z.object({ week: z.string(), period: z.string(), since: z.string() });

/** A digest that comes later than this is none (reliability 9). */
export const usefulMs = 8 * 3_600_000;
/** What is dropped still plans the next one, however long nothing ran. */
const plansMs = 3_660 * 86_400_000;

export const hasDigest = (community: Community): boolean =>
  community.state === 'active' && community.digest.cadence !== 'off' && addressesOf(community).length > 0;

export interface Planning {
  readonly id: string;
  readonly community: Community;
  readonly now: Date;
  /** Left out: since the last one. */
  readonly since?: string;
}

interface Known {
  readonly document: StoredDocument;
  readonly item: DueItem;
  readonly facts: z.infer<typeof digestFacts>;
}

/** For the write that changes the community, or closes the item before. Nothing where all stands as it should. */
export async function planOperations(store: TenantStore, planning: Planning): Promise<WriteOperation[]> {
  const { id, community, now } = planning;
  const known = await knownOf(store, id);
  const waiting = known.filter(({ item }) => item.state === 'due');
  const over = known.filter(({ item }) => item.state !== 'due');
  const taken = new Set(over.flatMap(({ facts }) => [facts.week, facts.period]));
  const time = hasDigest(community) ? nextDigest(community.digest, now, taken) : undefined;
  if (!time) return waiting.map(({ document }) => removal(document));
  const since = planning.since ?? sinceOf(waiting, over) ?? spanStart(community.digest, time.at).toISOString();
  const planned = dueOperation({
    // Named by community and week: of one week there is one.
    ...{ job: digestJob, subject: id, occurrence: time.week, facts: { week: time.week, period: time.period, since } },
    ...{ at: time.at, usefulUntil: new Date(time.at.getTime() + plansMs) },
  });
  const same = waiting.find(({ document }) => document.id === planned.id);
  const others = waiting.filter((each) => each !== same).map(({ document }) => removal(document));
  if (!same) return [...others, planned];
  const isAsPlanned = same.item.dueAt === time.at.toISOString();
  return isAsPlanned ? others : [...others, { ...planned, op: 'replace', version: same.document.version }];
}

async function knownOf(store: TenantStore, id: string): Promise<Known[]> {
  const known: Known[] = [];
  const where = [
    ['subject', '=', id],
    ['job', '=', digestJob],
  ] as const;
  for await (const document of findAll(store, { kind: 'dueItem', where })) {
    const item = dueItem.parse(document.body);
    known.push({ document, item, facts: digestFacts.parse(item.facts) });
  }
  return known;
}

const sinceOf = (waiting: readonly Known[], over: readonly Known[]): string | undefined =>
  waiting[0]?.facts.since ??
  over
    .map(({ item }) => item.dueAt)
    .toSorted()
    .at(-1);

/** When the one that waits is due. */
export async function nextDue(store: TenantStore, id: string): Promise<string | undefined> {
  return (await knownOf(store, id)).find(({ item }) => item.state === 'due')?.item.dueAt;
}
