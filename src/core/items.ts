/** Things of a person's own, and things that wait for them: each feature gives its lines, features/people lists them together. */
import type { Answer, Turn } from './turn.ts';

export interface ItemLine {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Own things are listed by when they began, the newest first; work by when it is due, the most urgent first. */
  readonly at: string;
}

export interface ItemSource {
  /** `flag`, `discovery`, `request`: what a line's button opens. */
  readonly kind: string;
  mine(turn: Turn): Promise<readonly ItemLine[]>;
  /** Undefined for a reader who never has such work. */
  toDo(turn: Turn): Promise<readonly ItemLine[] | undefined>;
  open(turn: Turn, id: string): Promise<Answer>;
}

/** As many as a list shows. */
export const itemsShown = 10;
