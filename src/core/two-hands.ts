/** What an owner and an HR lead decide together: one signs, another one confirms, each from their own side (product 6.1, 6.6). Pure. */
import { z } from 'zod';

export const sides = ['owner', 'hrLead'] as const;
export type Side = (typeof sides)[number];
export const side = z.enum(sides);

export interface Hand {
  readonly personId: string;
  readonly isOwner: boolean;
  readonly isHrLead: boolean;
}

export interface Signed {
  readonly by: string;
  /** What they were when they signed; somebody may be both. */
  readonly as: readonly Side[];
}

export const sidesOf = ({ isOwner, isHrLead }: Hand): Side[] => [
  ...(isOwner ? (['owner'] as const) : []),
  ...(isHrLead ? (['hrLead'] as const) : []),
];

/** Two people, one of them as the owner and the other as the HR lead. */
export const completes = ({ by, as }: Signed, hand: Hand): boolean =>
  by !== hand.personId && sidesOf(hand).some((mine) => as.some((theirs) => theirs !== mine));
