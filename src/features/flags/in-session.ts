/** What office hours ask of the questions: those that are open, by what they are about alone, and one more that a session left open. */
import type { WriteOperation } from '../../core/documents.ts';
import { shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { type Loaded, loadedOf } from './documents.ts';
import { dueAt } from './due.ts';
import type { FlagDeps } from './form.ts';
import { type Flag, flag } from './model.ts';
import { raisedOperations } from './send.ts';

const open: readonly Flag['state'][] = ['open', 'assigned', 'waiting', 'needsDecision'];
const looked = 100;
const mostShown = 20;
const maxQuestion = 800;

/** Neither text nor reporter, nor how many ask the same: a tool and a kind of data that are both on our lists. */
export interface OpenQuestion {
  readonly id: string;
  readonly tool: string;
  readonly dataClass: string;
}

/** The newest first, one for each tool and kind of data; none named means every department. A mistake that happened is no topic. */
export async function openQuestions(
  deps: FlagDeps,
  turn: Turn,
  departmentIds: readonly string[],
): Promise<OpenQuestion[]> {
  const { items } = await turn.store.find({
    kind: 'flag',
    where: [['state', 'in', open]],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: looked,
  });
  const rulebook = await deps.rulebook(turn);
  const isOfThese = ({ flag: { scope, urgency } }: Loaded) =>
    urgency !== 'mistakeHappened' &&
    (departmentIds.length === 0 || (scope.departmentId !== undefined && departmentIds.includes(scope.departmentId)));
  const found = new Map<string, OpenQuestion>();
  for (const { id, flag: each } of items.map(loadedOf).filter(isOfThese)) {
    const { toolId = '', dataClassId = '' } = each.context;
    const [tool, dataClass] = [rulebook.tool(toolId)?.name, rulebook.dataClass(dataClassId)?.name];
    const pair = `${toolId}/${dataClassId}`;
    if (tool && dataClass && !found.has(pair)) found.set(pair, { id, tool, dataClass });
  }
  return [...found.values()].slice(0, mostShown);
}

export interface AskCall {
  readonly id: string;
  readonly question: string;
  readonly departmentId?: string | undefined;
}

/** Asked by name, by whoever acts; the id is given, so that the same call asks once. */
export async function askOperations(
  deps: FlagDeps,
  turn: Turn,
  { id, question, departmentId }: AskCall,
): Promise<WriteOperation[]> {
  const [at, by] = [turn.now.toISOString(), turn.who.personId];
  const body = flag.parse({
    question: shorten(question, maxQuestion),
    ...{ category: 'policy', categoryBy: 'context', urgency: 'normal', anonymous: false, reporterId: by },
    context: { surface: turn.where.surface },
    scope: departmentId ? { departmentId } : {},
    ...{ state: 'open', dueAt: dueAt(turn.now, 'normal', turn.who.zone).toISOString(), reopenCount: 0 },
    ...{ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
  });
  return raisedOperations(deps, turn, id, body);
}
