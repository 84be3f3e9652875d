/** Wins for a channel's page, which everyone there reads. */
import type { CommunityAsk, CommunityWin } from '../../core/community.ts';
import type { Turn } from '../../core/turn.ts';
import { viewOf } from './api.ts';
import type { WinDeps } from './desk.ts';
import { loadWins } from './documents.ts';

/** `turn` is that of the least reader. */
export async function winsForAll(
  desk: WinDeps,
  turn: Turn,
  { departmentIds, limit }: CommunityAsk,
): Promise<CommunityWin[]> {
  const found: CommunityWin[] = [];
  for (const loaded of await loadWins(turn.store)) {
    if (found.length === limit) break;
    const subject = loaded.win.state === 'shared' ? await desk.subject(turn, loaded.win.scenarioId) : undefined;
    if (!subject || (departmentIds.length > 0 && !departmentIds.includes(subject.departmentId))) continue;
    const { scenarioId: _, asks: _asks, state: _state, ...view } = await viewOf(desk, turn, loaded, subject.title);
    found.push(view);
  }
  return found;
}
