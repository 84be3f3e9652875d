/** Who is a member of the organisation: asked of the roster, kept for a day, trusted for a week when nobody answers. */

import { remember } from '../core/bounded.ts';
import type { Clock } from '../core/clock.ts';
import { before, type Deadline, realDeadline } from '../core/deadline.ts';

export type Standing = 'member' | 'guest' | 'unknown';

export interface Asked {
  readonly tenantId: string;
  /** Directory object id. */
  readonly personId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly userId: string;
}

/** The roster's line about a person; empty for someone it does not list. */
export interface RosterEntry {
  readonly role?: string | undefined;
  readonly tenantId?: string | undefined;
}

/** Rejects when the roster cannot be read. */
export type RosterLookup = (asked: Asked, signal: AbortSignal) => Promise<RosterEntry>;

export interface Members {
  standing(asked: Asked): Promise<Standing>;
}

export interface MembersOptions {
  readonly lookup: RosterLookup;
  readonly clock: Clock;
  readonly deadline?: Deadline;
  readonly maxPeople?: number;
}

/** A role that is missing or new to us is no membership. */
const memberRoles = new Set(['user', 'owner']);
const limitMs = 1_500;
const freshMs = 24 * 3_600_000;
const usableMs = 7 * freshMs;
/** After a failed look-up an older record answers this long before the roster is asked again. */
const pauseMs = 60_000;

interface Known {
  readonly standing: Standing;
  readonly at: number;
  readonly askAgainAt: number;
}

export function rosterMembers(options: MembersOptions): Members {
  const { lookup, clock, deadline = realDeadline, maxPeople = 20_000 } = options;
  const people = new Map<string, Known>();
  const running = new Map<string, Promise<Standing>>();
  const keep = (key: string, known: Known) => remember(people, key, known, maxPeople);

  async function ask(key: string, asked: Asked): Promise<Standing> {
    const signal = deadline(limitMs);
    const at = clock.now().getTime();
    try {
      const standing = standingOf(await before(signal, lookup(asked, signal)), asked.tenantId);
      keep(key, { standing, at, askAgainAt: at + freshMs });
      return standing;
    } catch {
      const known = people.get(key);
      if (!known || at - known.at >= usableMs) return 'unknown';
      keep(key, { ...known, askAgainAt: at + pauseMs });
      return known.standing;
    }
  }

  return {
    async standing(asked) {
      const key = `${asked.tenantId}/${asked.personId}`;
      const known = people.get(key);
      if (known && clock.now().getTime() < known.askAgainAt) return known.standing;
      const answer = running.get(key) ?? ask(key, asked).finally(() => running.delete(key));
      running.set(key, answer);
      return answer;
    },
  };
}

function standingOf({ role, tenantId }: RosterEntry, ours: string): Standing {
  const inside = tenantId === undefined || tenantId.toLowerCase() === ours;
  return inside && role !== undefined && memberRoles.has(role.toLowerCase()) ? 'member' : 'guest';
}
