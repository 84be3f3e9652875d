/** Communities as other features see them, and what a channel's page shows: only what everyone in the organisation may see. */
import type { WriteOperation } from './documents.ts';
import type { ChatAddress } from './person.ts';
import type { Turn } from './turn.ts';

/** A community, as office hours need it. */
export interface CommunityView {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly zone: string;
  readonly hostIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly isActive: boolean;
  /** The channels that the bot can post into. */
  readonly addresses: readonly ChatAddress[];
  /** This reader belongs to it: by department or role, because it is open to all, or because they ask from its channel. */
  readonly isMember: boolean;
  /** This reader may plan and run its sessions. */
  readonly isHost: boolean;
}

/** What office hours ask of the communities. */
export interface Communities {
  one(turn: Turn, communityId: string): Promise<CommunityView | undefined>;
  /** Those that are not archived, by name. */
  all(turn: Turn): Promise<readonly CommunityView[]>;
  /** That of the channel the turn comes from. */
  here(turn: Turn): Promise<CommunityView | undefined>;
  /** Makes the channel of the turn one of the community's, for the write of the first office hours there. */
  linkHere(turn: Turn, communityId: string): Promise<readonly WriteOperation[]>;
}

export interface CommunityFind {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Who shared it and how many used it too, in one line; may be empty. */
  readonly about: string;
  readonly createdAt: string;
}

/** A measured story that was shared, in the reader's words. */
export interface CommunityWin {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly minutes: string;
  readonly basis: string;
  readonly by: string;
  readonly createdAt: string;
}

export interface CommunityDecision {
  readonly id: string;
  readonly question: string;
  /** In the reader's words: yes, no, with conditions. */
  readonly answer: string;
  readonly why: string;
  readonly conditions: readonly string[];
  readonly decidedAt: string;
}

/** None named: of all. */
interface OfDepartments {
  readonly departmentIds: readonly string[];
}

export interface CommunityAsk extends OfDepartments {
  readonly limit: number;
}

/** What happened from one digest to the next: `until` itself belongs to the next. */
export interface CommunitySpan extends OfDepartments {
  readonly since: string;
  readonly until: string;
}

/** A scenario that everyone may see and that was not there before. */
export interface CommunityScenario {
  readonly id: string;
  readonly title: string;
  /** How it helps. */
  readonly text: string;
}

/** Work that more people see than before: by name where all its readers may know it, else by department. */
export interface CommunityWidened {
  readonly kind: 'everyone' | 'ours' | 'department';
  readonly name: string;
}

/** A discovery that others used as well. */
export interface CommunityReuse {
  readonly id: string;
  readonly title: string;
  /** People who said so in that span. */
  readonly uses: number;
}

/** A session to come, as a community's page and its digest name it. */
export interface CommunityHours {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly joinUrl?: string;
  /** How many seats are left, in the reader's words. */
  readonly seats?: string;
}

export type CommunityFinds = (turn: Turn, ask: CommunityAsk) => Promise<readonly CommunityFind[]>;
export type CommunityWins = (turn: Turn, ask: CommunityAsk) => Promise<readonly CommunityWin[]>;
export type CommunityDecisions = (
  turn: Turn,
  ask: CommunityAsk & { since: string },
) => Promise<readonly CommunityDecision[]>;
export type CommunityScenarios = (turn: Turn, span: CommunitySpan) => Promise<readonly CommunityScenario[]>;
export type CommunityWidenings = (turn: Turn, span: CommunitySpan) => Promise<readonly CommunityWidened[]>;
export type CommunityReuses = (turn: Turn, span: CommunitySpan) => Promise<readonly CommunityReuse[]>;
/** The soonest first. Served by office hours. */
export type NextSessions = (turn: Turn, communityId: string, limit: number) => Promise<readonly CommunityHours[]>;
