/** How carefully a request is looked at: four plain questions, one of which left open is never fast (product 7.6, L6). Pure. */
import type { DataClassView } from '../../core/rulebook.ts';
import { type Lane, lanes, type ToolRequest } from './model.ts';

export type LaneAnswers = Pick<ToolRequest, 'dataClassId' | 'outputAffects' | 'reversible' | 'accountKind'>;

export function laneOf(answers: LaneAnswers, classes: readonly DataClassView[]): Lane {
  const { dataClassId, outputAffects, reversible, accountKind } = answers;
  const dataClass = classes.find(({ id }) => id === dataClassId);
  if (outputAffects === 'decisionsAboutPeople' || isSensitive(dataClass, classes)) return 'restricted';
  const isHarmless = dataClass?.slug === 'public' && reversible === true && accountKind !== undefined;
  return isHarmless && (outputAffects === 'onlyMe' || outputAffects === 'colleagues') ? 'fast' : 'review';
}

/** Personal and restricted data, and whatever an organisation ranks above them. */
function isSensitive(dataClass: DataClassView | undefined, classes: readonly DataClassView[]): boolean {
  if (!dataClass) return false;
  const named = classes.filter(({ slug }) => slug === 'personal' || slug === 'restricted');
  const from = named.length > 0 ? named : classes.toSorted((a, b) => b.rank - a.rank).slice(0, 1);
  return dataClass.rank >= Math.min(...from.map(({ rank }) => rank));
}

/** The more careful of two: who joins with more at stake takes the request along. */
export const stricterLane = (a: Lane, b: Lane): Lane => (lanes.indexOf(a) >= lanes.indexOf(b) ? a : b);
