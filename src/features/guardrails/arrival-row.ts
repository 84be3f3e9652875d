/** One row of a file about decisions and rules, as it is answered: proposed, here already, or left out and why. */
import type { IdOf, Ruled } from '../../core/arrival.ts';
import type { Turn } from '../../core/turn.ts';
import { type Decision, decision } from './model.ts';
import type { Rules } from './rules.ts';

export interface At {
  readonly turn: Turn;
  readonly rules: Rules;
  readonly idOf: IdOf;
  /** Cells that a decision of the file is about: its rule says the same once more. */
  readonly covered: ReadonlySet<string>;
}

/** Why a row stays out. */
export const leftReasons = [
  ...(['unreadable', 'otherDecision', 'nameMissing', 'tool', 'dataClass'] as const),
  ...(['department', 'guardrail', 'cellDecided'] as const),
] as const;

export const left = (
  { turn }: At,
  title: string,
  key: (typeof leftReasons)[number],
  values: Record<string, string> = {},
): Ruled => ({
  ...{ title, outcome: 'left', why: turn.words(`tools.import.${key}`, values) },
});
export const same = (title: string): Ruled => ({ title, outcome: 'same', why: '' });

export type Decided = Pick<Decision, 'question' | 'answer' | 'text' | 'why' | 'conditions' | 'aboutPeople' | 'scope'>;

interface Coming {
  readonly id: string;
  readonly slug?: string;
  readonly part: Decided & Partial<Pick<Decision, 'options'>>;
}

/** A question without an answer is still to be decided; an answer of others is a proposal. */
export function proposed(at: At, { id, slug, part }: Coming): Ruled {
  const { now, who } = at.turn;
  const [stamp, by] = [now.toISOString(), who.personId];
  const read = decision.safeParse({
    ...{ options: [], people: [], ...part, ...(slug ? { slug } : {}) },
    ...{ state: part.answer ? 'proposed' : 'template', fromFlagIds: [], decidedBy: [], effects: [] },
    ...{ createdAt: stamp, createdBy: by, updatedAt: stamp, updatedBy: by },
  });
  if (!read.success) return left(at, part.question, 'unreadable');
  return { title: part.question, outcome: 'proposed', why: '', proposal: { id, body: read.data } };
}
