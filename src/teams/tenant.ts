/** Whose activity this is (reliability.md E1, check 8). Tenant ids are compared and kept in lower case. */

import { remember } from '../core/bounded.ts';
import type { Clock } from '../core/clock.ts';
import type { Activity } from './envelope.ts';

export type TenantCheck = { kind: 'allowed' | 'notAllowed'; tenantId: string } | { kind: 'unproven' };

export interface TenantRule {
  readonly allowed: readonly string[];
  /** The tenant of every activity where no list is set (open mode). */
  readonly local?: string;
}

export function checkTenant(activity: Activity, { allowed, local }: TenantRule): TenantCheck {
  if (local !== undefined && allowed.length === 0) return { kind: 'allowed', tenantId: local };
  const named = new Set([activity.conversation.tenantId, activity.channelData?.tenant?.id].map(lower).filter(Boolean));
  const [tenantId] = named;
  if (!tenantId || named.size > 1) return { kind: 'unproven' };
  return { kind: allowed.map(lower).includes(tenantId) ? 'allowed' : 'notAllowed', tenantId };
}

const lower = (id: string | undefined) => id?.toLowerCase();

const dayMs = 24 * 3_600_000;
const maxStrangers = 1_000;

/** Says once a day for each tenant that is not ours whether it may be told so. */
export function strangers(clock: Clock): (tenantId: string) => boolean {
  const told = new Map<string, number>();
  return (tenantId) => {
    const now = clock.now().getTime();
    if (now - (told.get(tenantId) ?? Number.NEGATIVE_INFINITY) < dayMs) return false;
    remember(told, tenantId, now, maxStrangers);
    return true;
  };
}
