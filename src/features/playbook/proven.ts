/** The proven badge of a scenario as it stands now: an open question, a hold or a due check counts at once (product 7.4). */
import type { Proofs } from '../../core/proof.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';

export interface ProofDeps {
  readonly proofs: (turn: Turn) => Promise<Proofs>;
  /** Scenarios with an open question of fairness or of data. */
  readonly serious: (turn: Turn) => Promise<ReadonlySet<string>>;
}

/** Open questions are asked for only where something is proven. */
export async function proofsNow({ proofs, serious }: ProofDeps, turn: Turn): Promise<Proofs> {
  const known = await proofs(turn);
  if (![...known.values()].some(({ isProven }) => isProven)) return known;
  const asked = await serious(turn);
  return new Map([...known].map(([id, proof]) => [id, asked.has(id) ? { ...proof, isProven: false } : proof]));
}

export type Badge = { kind: 'proven' } | { kind: 'before'; version: number } | { kind: 'none' };

export function badgeOf({ id, head, contract }: Pick<Entry, 'id' | 'head' | 'contract'>, proofs: Proofs): Badge {
  const proof = proofs.get(id);
  if (!proof) return { kind: 'none' };
  const isNow = proof.isProven && proof.version === contract.version;
  if (isNow && head.state === 'published' && !head.hold) return { kind: 'proven' };
  const { provenIn } = proof;
  return provenIn !== undefined && provenIn < contract.version
    ? { kind: 'before', version: provenIn }
    : { kind: 'none' };
}
