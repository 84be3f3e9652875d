/** What a digest tells: read when it is sent, with the eyes of somebody who may see what everyone may. */
import type {
  CommunityDecision,
  CommunityHours,
  CommunityReuse,
  CommunityScenario,
  CommunityWidened,
} from '../../core/community.ts';
import { leastReader } from '../../core/least-reader.ts';
import type { Turn } from '../../core/turn.ts';
import type { CommunityDeps } from './desk.ts';
import type { Loaded } from './documents.ts';

export interface DigestContent {
  readonly scenarios: readonly CommunityScenario[];
  readonly widened: readonly CommunityWidened[];
  readonly decisions: readonly CommunityDecision[];
  readonly reuses: readonly CommunityReuse[];
  readonly session: CommunityHours | undefined;
}

type Desk = Pick<CommunityDeps, 'scenarios' | 'widened' | 'decisions' | 'reuses' | 'nextSessions'>;

/** As many decisions as nobody takes in two weeks. */
const mostDecisions = 100;

/** From `since` to `until`, which itself belongs to the next one. */
export async function digestContent(
  desk: Desk,
  turn: Turn,
  { id, community: { departmentIds } }: Loaded,
  { since, until }: { readonly since: string; readonly until: string },
): Promise<DigestContent> {
  const reader = leastReader(turn);
  const span = { departmentIds, since, until };
  const [scenarios, widened, decisions, reuses, [session]] = await Promise.all([
    desk.scenarios(reader, span),
    desk.widened(reader, span),
    desk.decisions(reader, { departmentIds, since, limit: mostDecisions }),
    desk.reuses(reader, span),
    desk.nextSessions(reader, id, 1),
  ]);
  return { scenarios, widened, decisions: decisions.filter(({ decidedAt }) => decidedAt < until), reuses, session };
}

/** A session to come has posts of its own: with nothing else there is nothing to say. */
export const hasNews = ({ scenarios, widened, decisions, reuses }: DigestContent): boolean =>
  scenarios.length + widened.length + decisions.length + reuses.length > 0;
