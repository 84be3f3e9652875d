/** The rules as other features see them. */
import type { GuardrailView, Rulebook, ToolView, VerdictAnswer, VerdictQuestion } from '../../core/rulebook.ts';
import { fold } from '../../core/text.ts';
import { classSlugOf, findPersonalData, mask } from './findings.ts';
import type { Tool } from './model.ts';
import type { Identified, Rules } from './rules.ts';
import { decideVerdict } from './verdict.ts';

const maxRemembered = 20_000;

export function rulebookOf(rules: Rules, countryChecks: readonly string[]): Rulebook {
  const classes = [...rules.classes.values()].toSorted((a, b) => a.rank - b.rank);
  const bySlug = new Map(classes.map((c) => [c.slug, c]));
  const readerKind = readerKinds(rules);
  const tools = [...rules.tools.values()]
    .filter(({ status }) => status === 'active')
    .map(viewOf)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const guardrails = rules.guardrails
    .filter(({ state }) => state === 'active')
    .map(guardrailView)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    verdict: remembered((question) => decideVerdict(rules, question), readerKind),
    readerKind,
    tool(id) {
      const tool = rules.tools.get(id);
      return tool && viewOf(tool);
    },
    toolsNamed(name) {
      const folded = fold(name);
      const isNamed = (tool: Tool) => [tool.name, ...tool.aliases].some((each) => fold(each) === folded);
      return [...rules.tools.values()].filter(isNamed).map(viewOf);
    },
    tools: () => tools,
    dataClass: (id) => rules.classes.get(id),
    classes: () => classes,
    guardrailsOf: (scenario) => rules.guardrailsOf(scenario).map(guardrailView),
    guardrails: () => guardrails,
    check(text) {
      const findings = findPersonalData(text, { countryChecks });
      const found = findings.map((f) => bySlug.get(classSlugOf(f.kind))).filter((c) => c !== undefined);
      const worst = found.toSorted((a, b) => b.rank - a.rank)[0];
      return { findings, masked: mask(text, findings), ...(worst ? { dataClassId: worst.id } : {}) };
    },
  };
}

const guardrailView = (guardrail: Rules['guardrails'][number]): GuardrailView => ({
  ...guardrail,
  findings: guardrail.appliesTo.findings,
});

function viewOf({
  id,
  name,
  accountKind,
  maxPromptChars,
  launchUrlTemplate,
  launchEnabled,
}: Identified<Tool>): ToolView {
  return {
    id,
    name,
    accountKind,
    ...(maxPromptChars ? { maxPromptChars } : {}),
    ...(launchEnabled && launchUrlTemplate ? { launchUrlTemplate } : {}),
  };
}

/** Only decisions look at the reader, and only at the roles and departments that they name. */
function readerKinds({ decisions }: Rules): Rulebook['readerKind'] {
  const roles = new Set(decisions.flatMap(({ scope }) => scope.roleIds));
  const departments = new Set(decisions.flatMap(({ scope }) => scope.departmentIds));
  return ({ roleIds, departmentId = '' }) =>
    [departments.has(departmentId) ? departmentId : '', ...roleIds.filter((id) => roles.has(id))].join('+');
}

/** The same question has the same answer for the life of these rules and the day: most of a list asks it again and again. */
function remembered(
  decide: (question: VerdictQuestion) => VerdictAnswer,
  readerKind: Rulebook['readerKind'],
): (question: VerdictQuestion) => VerdictAnswer {
  const known = new Map<string, VerdictAnswer>();
  return (question) => {
    const { toolId, dataClassId, scenario, reader, now } = question;
    const key = [
      toolId,
      dataClassId,
      scenario?.workflowId,
      scenario?.departmentId,
      scenario?.dataClassId,
      scenario?.toolIds.join('+'),
      scenario?.guardrailIds.join('+'),
      scenario?.hold?.reason,
      readerKind(reader),
      now.toISOString().slice(0, 10),
    ].join('/');
    const answer = known.get(key) ?? decide(question);
    if (known.size > maxRemembered) known.clear();
    known.set(key, answer);
    return answer;
  };
}
