/** What the handlers of this feature are handed. */
import type { CalendarPort } from '../../core/calendar.ts';
import type { WriteCalendar } from '../../core/calendar-file.ts';
import type { Communities } from '../../core/community.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { GrantName } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { TalkDeps } from './talk-desk.ts';

export interface Desk extends TalkDeps {
  readonly communities: Communities;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  /** Keeps the name of who acts, where nobody knows them yet. */
  readonly introduce: (turn: Turn) => Promise<void>;
  /** Who holds one of the grants now, everywhere or in the department. */
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  /** Whether this reader may open an item of the playbook that a session led to. */
  readonly mayRead: (turn: Turn, kind: 'discovery' | 'scenario', id: string) => Promise<boolean>;
  readonly hash: KeyedHash;
  /** Of the configured mailbox, where there is one. */
  readonly calendar?: CalendarPort | undefined;
  /** How the world reaches this server, for links of our own. */
  readonly publicUrl: string;
  readonly writeCalendar: WriteCalendar;
}
