/** What the handlers of this feature are handed. */
import type { Card } from '../../core/card.ts';
import type {
  CommunityDecisions,
  CommunityFinds,
  CommunityReuses,
  CommunityScenarios,
  CommunityWidenings,
  CommunityWins,
  NextSessions,
} from '../../core/community.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { GrantName } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { Reader } from './rights.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface CommunityDeps {
  readonly departments: (turn: Turn) => Promise<readonly Named[]>;
  readonly roles: (turn: Turn) => Promise<readonly Named[]>;
  /** The department that counts for the reader. */
  readonly departmentOf: (turn: Turn) => Promise<string | undefined>;
  readonly finds: CommunityFinds;
  readonly wins: CommunityWins;
  readonly decisions: CommunityDecisions;
  readonly scenarios: CommunityScenarios;
  readonly widened: CommunityWidenings;
  readonly reuses: CommunityReuses;
  readonly nextSessions: NextSessions;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  /** Active people by a part of their name, or by their ids. */
  readonly peopleNamed: (turn: Turn, asked: PeopleAsk) => Promise<readonly Named[]>;
  readonly introduce: (turn: Turn) => Promise<void>;
  readonly holders: (turn: Turn, grants: readonly GrantName[]) => Promise<readonly string[]>;
  readonly noteCard: (turn: Turn, note: { heading: string; text: string }) => Card;
  readonly languages: readonly string[];
  readonly hash: KeyedHash;
  /** How the world reaches this server, for links to pages of the tab. */
  readonly publicUrl: string;
}

export type PeopleAsk = { readonly q: string; readonly limit: number } | { readonly ids: readonly string[] };

export async function readerOf({ departmentOf }: Pick<CommunityDeps, 'departmentOf'>, turn: Turn): Promise<Reader> {
  return { who: turn.who, departmentId: await departmentOf(turn), channelId: turn.where.channel?.id };
}
