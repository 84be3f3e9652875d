/** One try of one person at one door of the matrix, whichever door it is. */
import type { TenantStore } from '../../src/core/documents.ts';
import { isLong } from '../helpers/scale.ts';

export interface Stage {
  readonly store: TenantStore;
  readonly ownHost: string;
  readonly scenarioId: string;
  readonly scenarioTitle: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly now: Date;
}

export interface Try {
  /** What it goes through, as the features name it: `action answerFlag`, `POST /api/flags/:id/answer`. */
  readonly door: string;
  readonly how: string;
  /** On an object of the person's own; for rows that ask for a reviewer: named as such. */
  readonly isMine: boolean;
  /** Names no object of the tenant: then in another tenant it is about that tenant's own things. */
  readonly isOfNobody?: boolean;
  /** A list says nothing of what may not be seen, instead of refusing. */
  readonly isList?: boolean;
  /** Others read along: what is shown elsewhere is not said here, to nobody. */
  readonly isQuiet?: boolean;
  /** On a draft, which not everybody may read. */
  readonly isDraft?: boolean;
  /** What must stand as it was when it is refused. */
  readonly subject?: { readonly kind: string; readonly id: string };
}

export const nameOf = ({ door, how, isMine }: Try): string =>
  `${door} ${how} ${isMine ? 'on their own' : 'on another one'}`;

/** Of each door some ways in, others for another `turn`, for those whom other columns stand in for; the long run tries all. */
export function someOf<T extends Try>(
  cases: readonly T[],
  { turn, ways }: { turn: number; ways: number },
): readonly T[] {
  if (isLong) return cases;
  return [...Map.groupBy(cases, ({ door }) => door).values()].flatMap((each) =>
    each.filter((_, at) => each.length <= ways || (at + turn) % each.length < ways),
  );
}
