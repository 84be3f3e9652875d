/** Messages about tool requests: to those who asked, and to those who decide (product 8.6). */
import type { Card } from '../../core/card.ts';
import type { Notice, NoticeKind } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import { actorOf, loadRequest } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { maySign } from './lifecycle.ts';
import { isOpen, type ToolRequest } from './model.ts';
import { signersFor } from './propose.ts';
import { openRequest } from './review.ts';

export const requestNotices = (deps: RequestDeps): readonly NoticeKind[] => [
  {
    kind: 'requestState',
    lane: 'answers',
    async recipients(turn, { subject, audience }) {
      const found = await loadRequest(turn.store, subject);
      if (!found) return [];
      const { requesterId, supporterIds } = found.request;
      return audience === 'requester' ? [requesterId] : [requesterId, ...supporterIds];
    },
    async card(turn, { subject }) {
      const found = await loadRequest(turn.store, subject);
      if (!found) return undefined;
      const { isRequester, isSupporter } = actorOf(turn, found.request);
      return isRequester || isSupporter ? cardOf(deps, turn, subject) : undefined;
    },
  },
  {
    kind: 'requestNew',
    lane: 'work',
    async recipients(turn, { subject, audience }) {
      const found = await loadRequest(turn.store, subject);
      if (!found) return [];
      const { requesterId, assigneeId } = found.request;
      const able = (await deps.holders(turn, ['governance'])).filter((id) => id !== requesterId);
      // Whose right was taken away since cannot act on it: then it is everybody's again.
      return audience === 'assignee' && assigneeId && able.includes(assigneeId) ? [assigneeId] : able;
    },
    async card(turn, { subject, audience }) {
      const found = await loadRequest(turn.store, subject);
      const isOfUse =
        found && (isOpen(found.request) || (audience === 'assignee' && found.request.state === 'withdrawn'));
      if (!isOfUse || !actorOf(turn, found.request).isGovernance) return undefined;
      return cardOf(deps, turn, subject);
    },
  },
  {
    kind: 'requestConfirm',
    lane: 'work',
    async recipients(turn, notice) {
      const found = await loadRequest(turn.store, notice.subject);
      return found && isStanding(notice, found.request) ? signersFor(deps, turn, found.request) : [];
    },
    async card(turn, notice) {
      const found = await loadRequest(turn.store, notice.subject);
      if (!found || !isStanding(notice, found.request)) return undefined;
      return maySign(found.request, actorOf(turn, found.request)) ? cardOf(deps, turn, notice.subject) : undefined;
    },
  },
];

/** The proposal it speaks of was neither replaced nor sent back nor confirmed. */
const isStanding = ({ occurrence }: Notice, { proposal }: ToolRequest): boolean => proposal?.id === occurrence;

async function cardOf(deps: RequestDeps, turn: Turn, id: string): Promise<Card | undefined> {
  const answer = await openRequest(deps, turn, id);
  return answer.kind === 'form' ? answer.card : undefined;
}
