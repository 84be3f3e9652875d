/** What the pages of the rules are made from: the rules of now, who reads them, and the names of those who decided. */
import type { Rulebook, VerdictAnswer, VerdictWord } from '../../core/rulebook.ts';
import { readStamp } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { lookOf, verdictWord } from '../../core/verdict-lines.ts';
import type { Words } from '../../core/words.ts';
import type { RulesDeps } from './ask.ts';
import type { Decision } from './model.ts';
import type { Identified, Rules } from './rules.ts';

export interface SceneDeps extends Pick<RulesDeps, 'load' | 'departmentOf'> {
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  /** Departments, roles and the workflows this reader may see, by id. */
  readonly scopeNames: (turn: Turn) => Promise<ReadonlyMap<string, string>>;
}

export interface Scene {
  readonly turn: Turn;
  readonly rules: Rules;
  readonly rulebook: Rulebook;
  readonly reader: { readonly departmentId?: string; readonly roleIds: readonly string[] };
  /** The names of these people, with commas; nothing for those we do not know. */
  names(ids: readonly (string | undefined)[]): string;
  /** Departments, roles and workflows that a decision names. */
  readonly scopeNames: ReadonlyMap<string, string>;
}

export async function sceneOf(deps: SceneDeps, turn: Turn): Promise<Scene> {
  const { rules, rulebook } = await deps.load(turn);
  const departmentId = await deps.departmentOf(turn);
  const known = await namesIn(deps, turn, rules);
  return {
    ...{ turn, rules, rulebook, reader: { roleIds: turn.who.roleIds, ...(departmentId ? { departmentId } : {}) } },
    scopeNames: await deps.scopeNames(turn),
    names: (ids) => [...new Set(ids.flatMap((id) => known.get(id ?? '') || []))].join(', '),
  };
}

/** The scene after a write of this very turn. */
export const sceneAfter = async (deps: SceneDeps, turn: Turn): Promise<Scene> =>
  sceneOf(deps, { ...turn, stamp: await readStamp(turn.store) });

async function namesIn(deps: SceneDeps, turn: Turn, { tools, decisions }: Rules): Promise<Map<string, string>> {
  const ids = [
    ...[...tools.values()].flatMap((tool) => [tool.ownerId, ...tool.rules.map((rule) => rule.decidedBy)]),
    ...decisions.flatMap((decision) => decision.decidedBy),
  ];
  const people = [...new Set(ids.filter((id) => id !== undefined && id !== 'system'))];
  return new Map(await Promise.all(people.map(async (id) => [id ?? '', await deps.nameOf(turn, id ?? '')] as const)));
}

export const verdictOf = ({ rulebook, reader, turn }: Scene, toolId: string, dataClassId: string): VerdictAnswer =>
  rulebook.verdict({ toolId, dataClassId, reader, now: turn.now });

const tones = { allowed: 'good', withConditions: 'warning', undecided: 'info', notAllowed: 'danger' } as const;

export const lookAs = (verdict: VerdictWord, words: Words) => ({
  verdict,
  sign: lookOf(verdict).sign,
  word: verdictWord(verdict, words),
  tone: tones[verdict],
});

const answered = {
  yes: 'allowed',
  yesWithConditions: 'withConditions',
  no: 'notAllowed',
  notYet: 'undecided',
} as const;

export const verdictOfAnswer = (answer: Decision['answer']): VerdictWord => answered[answer ?? 'notYet'];
export const answerOfVerdict = (verdict: VerdictWord): NonNullable<Decision['answer']> =>
  (({ allowed: 'yes', withConditions: 'yesWithConditions', notAllowed: 'no', undecided: 'notYet' }) as const)[verdict];

export const decisionRefs = ({ rules }: Scene, ids: readonly string[]) =>
  rules.decisions.filter(({ id }) => ids.includes(id)).map(({ id, question }) => ({ id, question }));

/** A decision about one tool with one kind of data and nothing else: it stands in that cell of the matrix. */
export function cellOf({ scope }: Pick<Decision, 'scope'>): { toolId: string; dataClassId: string } | undefined {
  const [toolId, dataClassId] = [scope.toolIds[0], scope.dataClassIds[0]];
  const isNarrow = scope.workflowIds.length + scope.departmentIds.length + scope.roleIds.length > 0;
  const isOne = scope.toolIds.length === 1 && scope.dataClassIds.length === 1;
  return isOne && !isNarrow && toolId && dataClassId ? { toolId, dataClassId } : undefined;
}

export const decisionNamed = ({ decisions }: Rules, id: string | undefined): Identified<Decision> | undefined =>
  decisions.find((decision) => decision.id === id);
