/** What the handlers of this feature are handed. */
import type { Communities } from '../../core/community.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { GrantName } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { TalkDeps } from './talk-desk.ts';

export interface Desk extends TalkDeps {
  readonly communities: Communities;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  /** Who holds one of the grants now, everywhere or in the department. */
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  readonly hash: KeyedHash;
}
