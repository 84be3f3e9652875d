/** How much may leave: the windows of one conversation, and the share of background sends of a tenant (reliability 2, 8). */

import { remember } from '../core/bounded.ts';
import type { Clock } from '../core/clock.ts';

interface Window {
  readonly ms: number;
  readonly most: number;
}

const conversationWindows: readonly Window[] = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
];
/** Of 30 a second for one tenant, 20 at most in the background. */
const tenantWindows: readonly Window[] = [{ ms: 1_000, most: 20 }];
/** Background sends to one person, so that nobody is flooded (product 8.6). */
const personalWindows: readonly Window[] = [{ ms: 60_000, most: 10 }];
const maxConversations = 10_000;

/** How long until there is a place, and who had their share. */
export interface Full {
  readonly waitMs: number;
  readonly whose: 'conversation' | 'tenant';
}

export interface SendBuckets {
  /** Takes a place; says so when there is none. */
  take(tenantId: string, conversationId: string, isPersonal: boolean): Full | undefined;
  /** A reply in a turn takes its place without being asked. */
  note(conversationId: string): void;
}

type Bucket = readonly [key: string, windows: readonly Window[]];

export function sendBuckets(clock: Clock, instances: number): SendBuckets {
  const times = new Map<string, number[]>();
  const share = (windows: readonly Window[]) =>
    windows.map(({ ms, most }) => ({ ms, most: Math.max(1, Math.floor(most / instances)) }));
  const [all, personal, tenant] = [share(conversationWindows), share(personalWindows), share(tenantWindows)];

  const recent = (key: string, windows: readonly Window[], now: number): readonly number[] => {
    const longestMs = Math.max(...windows.map(({ ms }) => ms));
    // What lies ahead was noted before the clock was set back: it must not hold anybody up until then.
    return (times.get(key) ?? []).filter((at) => at <= now && now - at < longestMs);
  };
  const waitFor = ([key, windows]: Bucket, now: number) => waitOf(recent(key, windows, now), windows, now);
  const keep = ([key, windows]: Bucket, now: number) => {
    const known = times.get(key) ?? [];
    known.push(now);
    // No window looks further back than its fullest; a busy conversation lets the rest go now and then, not at each reply.
    const most = Math.max(...windows.map((window) => window.most));
    if (known.length > 2 * most) known.splice(0, known.length - most);
    remember(times, key, known, maxConversations);
  };

  return {
    take(tenantId, conversationId, isPersonal) {
      const now = clock.now().getTime();
      const ours: Bucket = [`tenant/${tenantId}`, tenant];
      const own: Bucket[] = [
        [conversationId, all],
        ...(isPersonal ? [[`background/${conversationId}`, personal] satisfies Bucket] : []),
      ];
      const tenantMs = waitFor(ours, now);
      const waitMs = Math.max(tenantMs, ...own.map((bucket) => waitFor(bucket, now)));
      if (waitMs > 0) return { waitMs, whose: tenantMs > 0 ? 'tenant' : 'conversation' };
      for (const bucket of [ours, ...own]) keep(bucket, now);
      return undefined;
    },
    note(conversationId) {
      keep([conversationId, all], clock.now().getTime());
    },
  };
}

/** Until the oldest that fills a window has left it. */
function waitOf(times: readonly number[], windows: readonly Window[], now: number): number {
  const waits = windows.map(({ ms, most }) => {
    const inside = times.filter((at) => now - at < ms);
    return inside.length < most ? 0 : (inside.at(-most) ?? now) + ms - now;
  });
  return Math.max(0, ...waits);
}
