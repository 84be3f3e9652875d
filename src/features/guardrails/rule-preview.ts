/** Before a cell is set: what it says then, which scenarios and how many people see another answer, who gets an answer. */
import { findAll } from '../../core/documents.ts';
import { person, type Who } from '../../core/person.ts';
import type { LiveScenario } from '../../core/playbook-view.ts';
import type { Rulebook, ScenarioFacts, VerdictQuestion } from '../../core/rulebook.ts';
import type { Turn } from '../../core/turn.ts';
import { verdictWord } from '../../core/verdict-lines.ts';
import type { Preview } from '../../core/work-item.ts';
import type { RulesDeps } from './ask.ts';
import { namesLine } from './change-preview.ts';
import { rulebookOf } from './rulebook.ts';
import { type Rules, rulesOf } from './rules.ts';
import { ruleFor, rulingOf, type SetRuleDeps, type Setting } from './set-rule.ts';

export interface PreviewDeps extends SetRuleDeps, Pick<RulesDeps, 'load' | 'departmentOf'> {
  readonly live: (turn: Turn) => Promise<readonly LiveScenario[]>;
  readonly scenarioFacts: (turn: Turn, scenarioId: string) => Promise<ScenarioFacts | undefined>;
}

export async function previewOf(deps: PreviewDeps, turn: Turn, setting: Setting): Promise<Preview> {
  const { toolId, rule } = setting;
  const { words } = turn;
  const { rules, rulebook } = await deps.load(turn);
  const after = rulebookOf(withCell(rules, setting), []);
  const [people, scenarios, answered] = [
    await changedPeople(deps, turn, [rulebook, after], setting),
    await changedScenarios(deps, turn, [rulebook, after], setting),
    await deps.answeredBy(turn, rulingOf('preview', toolId, rule)),
  ];
  const titles = scenarios.filter(({ isSeen }) => isSeen).map(({ title }) => title);
  const old = ruleFor(setting.tool, rule.dataClassId)?.verdict ?? 'undecided';
  const names = { tool: setting.tool.name, dataClass: setting.dataClass };
  const [before, now] = [verdictWord(old, words), verdictWord(rule.verdict, words)];
  return {
    changes: [
      words('tools.preview.cell', { ...names, before, after: now }),
      words('tools.preview.scenarios', { count: scenarios.length }),
      ...namesLine(titles),
      words('tools.preview.people', { count: people }),
      ...(setting.before ? [words('tools.preview.replaces', { question: setting.before.question })] : []),
    ],
    told: answered.flagIds.length > 0 ? [words('tools.preview.asked', { count: answered.flagIds.length })] : [],
  };
}

/** The rules as they would be. */
function withCell(rules: Rules, { toolId, rule, before, tool }: Setting): Rules {
  const { dataClassId, verdict, conditions, reason } = rule;
  const rest = tool.rules.filter((each) => each.dataClassId !== dataClassId);
  const changed = { ...tool, id: toolId, rules: [...rest, { dataClassId, verdict, conditions, reason }] };
  return rulesOf({
    tools: [...rules.tools.values()].map((each) => (each.id === toolId ? changed : each)),
    classes: [...rules.classes.values()],
    decisions: rules.decisions.filter(({ id }) => id !== before?.id),
    guardrails: rules.guardrails,
  });
}

type Both = readonly [Rulebook, Rulebook];

const isOther = ([before, after]: Both, question: VerdictQuestion): boolean => {
  const said = (book: Rulebook) => {
    const { verdict, conditions } = book.verdict(question);
    return JSON.stringify([verdict, conditions]);
  };
  return said(before) !== said(after);
};

async function changedScenarios(deps: PreviewDeps, turn: Turn, both: Both, { toolId, rule }: Setting) {
  const { dataClassId } = rule;
  const using = (await deps.live(turn)).filter((s) => s.toolIds.includes(toolId) && s.dataClassId === dataClassId);
  const changed = [];
  for (const each of using) {
    const scenario = await deps.scenarioFacts(turn, each.id);
    const question = { toolId, dataClassId, reader: { roleIds: [] }, now: turn.now, ...(scenario ? { scenario } : {}) };
    if (isOther(both, question)) changed.push(each);
  }
  return changed;
}

/** People we know, each by the roles and the department that count for them. */
async function changedPeople(deps: PreviewDeps, turn: Turn, both: Both, { toolId, rule }: Setting): Promise<number> {
  let count = 0;
  for await (const { id, body } of findAll(turn.store, { kind: 'person' })) {
    const { status, roleIds, departmentId, grants } = person.parse(body);
    if (status !== 'active') continue;
    const who: Who = { ...turn.who, personId: id, roleIds, grants };
    const { departmentId: _, ...other } = who;
    const own = await deps.departmentOf({ ...turn, who: departmentId ? { ...other, departmentId } : other });
    const reader = { roleIds, ...(own ? { departmentId: own } : {}) };
    if (isOther(both, { toolId, dataClassId: rule.dataClassId, reader, now: turn.now })) count++;
  }
  return count;
}
