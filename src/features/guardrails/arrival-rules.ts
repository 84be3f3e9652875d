/** Tools, their rules, guardrails and the lists of a file, held against what is decided here. */
import { z } from 'zod';
import type { Ruled, RuledCall } from '../../core/arrival.ts';
import { derivedId } from '../../core/ids.ts';
import { type At, left, proposed, same } from './arrival-row.ts';
import { verdict } from './model.ts';
import type { Identified, Rules } from './rules.ts';
import { answerOfVerdict } from './scene.ts';

const list = z.array(z.string()).default([]);

export function otherRows(at: At, call: RuledCall): Ruled[] {
  const { name } = z.object({ name: z.string().catch(call.slug) }).parse(call.body);
  switch (call.kind) {
    case 'tool':
      return toolRows(at, call, name);
    case 'guardrail':
      return [guardrailRow(at, call, name)];
    default:
      return [
        at.idOf(call.kind, call.slug)
          ? same(name)
          : left(at, name, call.kind === 'department' ? 'department' : 'dataClass'),
      ];
  }
}

const guardrailPart = z.object({ rule: z.string(), level: z.string() });

function guardrailRow(at: At, { slug, body }: RuledCall, name: string): Ruled {
  const known = at.rules.guardrails.find((each) => each.slug === slug && each.state === 'active');
  const said = guardrailPart.safeParse(body).data;
  return known && said?.rule === known.rule && said.level === known.level ? same(name) : left(at, name, 'guardrail');
}

const rulePart = z.object({ dataClassId: z.string(), verdict, conditions: list, reason: z.string().optional() });
const toolPart = z.object({ rules: z.array(rulePart) });

function toolRows(at: At, { slug, body }: RuledCall, name: string): Ruled[] {
  const toolId = at.idOf('tool', slug);
  const known = toolId === undefined ? undefined : at.rules.tools.get(toolId);
  const read = toolPart.safeParse(body);
  if (!read.success) return [left(at, name, 'unreadable')];
  if (!known) return [left(at, name, 'tool')];
  const rows = read.data.rules.flatMap((rule) => (rule.verdict === 'undecided' ? [] : ruleRow(at, known, rule)));
  return rows.length === 0 ? [same(name)] : rows;
}

type Tool = Identified<{ readonly name: string }> & Pick<NonNullable<ReturnType<Rules['tools']['get']>>, 'rules'>;

/** A cell that was decided here stays; for an open one, what others decided is proposed. */
function ruleRow(at: At, tool: Tool, { dataClassId: className, ...rule }: z.infer<typeof rulePart>): Ruled[] {
  const { words } = at.turn;
  const dataClassId = at.idOf('dataClass', className) ?? '';
  const dataClass = at.rules.classes.get(dataClassId)?.name;
  const title = words('verdict.for', { tool: tool.name, dataClass: dataClass ?? className });
  if (dataClass === undefined) return [left(at, title, 'dataClass')];
  const here = tool.rules.find((each) => each.dataClassId === dataClassId);
  if (here && here.verdict !== 'undecided') {
    const isSame = here.verdict === rule.verdict && here.conditions.join('\n') === rule.conditions.join('\n');
    return [isSame ? same(title) : left(at, title, 'cellDecided')];
  }
  if (at.covered.has(`${tool.id}/${dataClassId}`)) return [];
  const id = derivedId('imported', 'rule', tool.id, dataClassId);
  if (at.rules.decisions.some((each) => each.id === id)) return [same(title)];
  const scope = { toolIds: [tool.id], dataClassIds: [dataClassId], workflowIds: [], departmentIds: [], roleIds: [] };
  const said = { answer: answerOfVerdict(rule.verdict), conditions: rule.conditions, aboutPeople: false, scope };
  const why = rule.reason ?? words('tools.import.noReason');
  const part = { ...said, text: undefined, question: words('tools.ruleQuestion', { tool: tool.name, dataClass }), why };
  const row = proposed(at, { id, part });
  return [{ ...row, title }];
}
