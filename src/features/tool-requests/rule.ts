/** Who decides about tools decides a request; where people or sensitive data are concerned an HR lead signs it as well. */
import type { Turn } from '../../core/turn.ts';
import { saveDecision } from './decided.ts';
import type { RequestDeps } from './form.ts';
import { refusalTo } from './lifecycle.ts';
import { type Before, before, type Refused } from './press.ts';
import { propose, proposedNote } from './propose.ts';
import { type Filled, filledIn, type RulingInput } from './ruling-input.ts';
import { needsBoth, problemOf } from './ruling-problem.ts';

export interface Ruling {
  readonly input: RulingInput;
  /** What the person saw: another version is not decided. */
  readonly version?: string;
}

/** It may be decided as filled in; `isAlone` where an HR lead has to sign it first. */
export interface Rulable {
  readonly kind: 'rulable';
  readonly at: Before;
  readonly filled: Filled;
  readonly isAlone: boolean;
}

/** Judged, and nothing written. */
export async function judgeRuling(
  deps: RequestDeps,
  turn: Turn,
  { input, version }: Ruling,
): Promise<Rulable | Refused> {
  const at = await before(turn, input.requestId);
  if (!at) return { kind: 'missing' };
  const { loaded, actor } = at;
  if (version !== undefined && version !== loaded.version) return { kind: 'stale' };
  const refusal = refusalTo('decide', loaded.request, actor);
  if (refusal) return { kind: 'refused', loaded, why: refusal };
  const rulebook = await deps.rulebook(turn);
  const filled = filledIn(input, loaded.request, rulebook);
  const problem = problemOf(turn, filled, rulebook);
  if (problem) return { kind: 'wrong', at, problem };
  return { kind: 'rulable', at, filled, isAlone: needsBoth(filled, loaded.request, rulebook) && !actor.isHrLead };
}

/** Decided, or proposed to the HR lead, with what its maker reads then. */
export async function rule(
  deps: RequestDeps,
  turn: Turn,
  ruling: Ruling,
  tries = ruling.version === undefined ? 6 : 1,
): Promise<{ kind: 'done'; note: string } | Refused> {
  const judged = await judgeRuling(deps, turn, ruling);
  if (judged.kind !== 'rulable') return judged;
  const note = await settled(deps, turn, judged);
  if (note) return { kind: 'done', note };
  return tries > 1 ? rule(deps, turn, ruling, tries - 1) : { kind: 'stale' };
}

/** Undefined when somebody was faster. */
async function settled(deps: RequestDeps, turn: Turn, { at, filled, isAlone }: Rulable): Promise<string | undefined> {
  if (isAlone) return (await propose(deps, turn, at, filled)) ? proposedNote(deps, turn, at.loaded.request) : undefined;
  return (await saveDecision(deps, turn, at, { filled })) ? turn.words('request.done.decide') : undefined;
}
