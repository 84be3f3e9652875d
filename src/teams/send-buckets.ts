/** How much may leave: the windows of one conversation, and the share of background sends of a tenant (reliability 2, 8). */
import type { Clock } from '../core/clock.ts';
import { remember } from './bounded.ts';

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

export interface SendBuckets {
  /** Takes a place, or says how long until there is one. */
  take(tenantId: string, conversationId: string, isPersonal: boolean): number;
  /** A reply in a turn takes its place without being asked. */
  note(conversationId: string): void;
}

export function sendBuckets(clock: Clock, instances: number): SendBuckets {
  const times = new Map<string, readonly number[]>();
  const share = (windows: readonly Window[]) =>
    windows.map(({ ms, most }) => ({ ms, most: Math.max(1, Math.floor(most / instances)) }));
  const [all, personal, tenant] = [share(conversationWindows), share(personalWindows), share(tenantWindows)];

  const recent = (key: string, now: number): readonly number[] => {
    const known = times.get(key) ?? [];
    return known.filter((at) => now - at < 3_600_000);
  };

  const waitFor = (key: string, windows: readonly Window[], now: number) => waitOf(recent(key, now), windows, now);
  const keep = (key: string, now: number) => remember(times, key, [...recent(key, now), now], maxConversations);

  return {
    take(tenantId, conversationId, isPersonal) {
      const now = clock.now().getTime();
      const keys = [
        [conversationId, all],
        [`tenant/${tenantId}`, tenant],
        ...(isPersonal ? [[`background/${conversationId}`, personal] as const] : []),
      ] as const;
      const wait = Math.max(...keys.map(([key, windows]) => waitFor(key, windows, now)));
      if (wait === 0) for (const [key] of keys) keep(key, now);
      return wait;
    },
    note(conversationId) {
      keep(conversationId, clock.now().getTime());
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
