/** How often somebody asked about a tool with a kind of data that nobody has decided: a count a week, never who or in which words. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { TenantStore } from '../../core/documents.ts';
import { count, ref } from '../../core/fields.ts';
import { derivedId } from '../../core/ids.ts';
import { dayOf, isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { isRequested } from './documents.ts';
import { toolKeyOf } from './tool.ts';

export const askKind = 'toolAsk';
export const askCount = z.strictObject({
  /** A tool of the list, one that an open request names, or `unlistedTools`. */
  toolKey: ref,
  dataClassId: ref,
  isoWeek: z.string(),
  count,
});
export type AskCount = z.infer<typeof askCount>;

export type Ask = { readonly dataClassId: string } & ({ readonly toolId: string } | { readonly toolName: string });

/** Whatever was typed may be more than the name of a tool, so it is kept only where a request gives the name already. */
export const unlistedTools = 'unlisted';

const keptSeconds = 400 * 86_400;
const mostTries = 4;
/** Longer than this no answer waits for its count. */
const patienceMs = 200;
const mostRemembered = 20_000;

/** Typing asks again with every letter, so a person counts once a day for the same; who that was is known to this process alone. */
export function askCounter(): (turn: Turn, asks: readonly Ask[]) => Promise<void> {
  const counted = new Set<string>();
  const isFirst = ({ store, who, now }: Turn, ask: Ask): boolean => {
    const key = [store.tenantId, dayOf(now), who.personId, ...Object.values(ask)].join('/');
    if (counted.has(key)) return false;
    if (counted.size >= mostRemembered) counted.clear();
    counted.add(key);
    return true;
  };
  return async (turn, asks) => {
    const fresh = asks.filter((ask) => isFirst(turn, ask));
    if (fresh.length > 0) await patiently(countAll(turn, fresh));
  };
}

/** Never fails: a count that is lost is missed by nobody. */
async function patiently(work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const enough = pause(patienceMs, undefined, { signal: over.signal, ref: false });
  await Promise.race([work.catch(() => undefined), enough.catch(() => undefined)]);
  over.abort();
}

async function countAll({ store, now }: Turn, asks: readonly Ask[]): Promise<void> {
  for (const ask of asks) await raise(store, await keyOf(store, ask), ask.dataClassId, isoWeekOf(now));
}

async function keyOf(store: TenantStore, ask: Ask): Promise<string> {
  if ('toolId' in ask) return ask.toolId;
  const toolKey = toolKeyOf(undefined, ask.toolName);
  return (await isRequested(store, { toolKey, dataClassId: ask.dataClassId })) ? toolKey : unlistedTools;
}

async function raise(
  store: TenantStore,
  toolKey: string,
  dataClassId: string,
  isoWeek: string,
  tries = mostTries,
): Promise<void> {
  const id = derivedId('toolAsk', toolKey, dataClassId, isoWeek);
  const found = await store.get(askKind, id);
  const before = found ? askCount.parse(found.body).count : 0;
  const body: AskCount = { toolKey, dataClassId, isoWeek, count: before + 1 };
  const written = { kind: askKind, id, body, ttlSeconds: keptSeconds };
  const result = await store.write(
    [found ? { op: 'replace', version: found.version, ...written } : { op: 'create', ...written }],
    { isNote: true },
  );
  if (result.kind !== 'ok' && tries > 1) await raise(store, toolKey, dataClassId, isoWeek, tries - 1);
}
