/** The one Confirm card of each right-holder for their part (product 11, L1). */
import type { Card } from '../../core/card.ts';
import type { NoticeKind } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import type { Turn } from '../../core/turn.ts';
import { confirmCard } from './cards/confirm.card.ts';
import type { SetUpDeps } from './desk.ts';
import { type LoadedSetUp, loadSetUp } from './documents.ts';
import { linesOf } from './lines.ts';
import { type Part, parts } from './model.ts';
import { confirmNotice } from './prepare.ts';
import { mayConfirm, needed, nextPart } from './rights.ts';

export const setUpNotices = (deps: SetUpDeps): NoticeKind[] => [
  {
    kind: confirmNotice,
    lane: 'answers',
    async recipients(turn, { audience }) {
      const part = partNamed(audience);
      const known = (await loadSetUp(turn.store))?.setUp;
      if (!part || !known || nextPart(known) !== part) return [];
      const able = await deps.holders(turn, [needed[part]]);
      const named = part === 'tools' ? known.toolsLeadId : known.ownerId;
      return able.includes(named) ? [named] : able;
    },
    async card(turn, { audience }) {
      const part = partNamed(audience);
      const loaded = await loadSetUp(turn.store);
      const isOpen = part && loaded && nextPart(loaded.setUp) === part && mayConfirm(turn.who, part);
      return isOpen ? cardFor(deps, turn, loaded, part) : undefined;
    },
  },
];

const partNamed = (audience: string): Part | undefined => parts.find((part) => part === audience);

export async function cardFor(
  deps: SetUpDeps,
  turn: Turn,
  { setUp, version }: LoadedSetUp,
  part: Part,
  problemLine = '',
): Promise<Card> {
  const { words } = turn;
  const by = await deps.nameOf(turn, setUp.updatedBy);
  const heading = words(`setup.ask.${part}`);
  const data = {
    ...{ summary: heading, heading, part, version, hasProblem: problemLine !== '', problemLine },
    text: words('setup.askText', { by }),
    lines: (await linesOf(deps, turn, setUp, part)).map((text) => ({ text })),
  };
  return confirmCard.render(data, words, placeOf(turn));
}
