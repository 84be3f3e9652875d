/** Decisions and rules of a file: what others decided is proposed to those who decide here; nothing comes into force by it (R52, R56). */
import { z } from 'zod';
import type { IdOf, RuleArrivals, Ruled, RuledCall } from '../../core/arrival.ts';
import { derivedId } from '../../core/ids.ts';
import type { Turn } from '../../core/turn.ts';
import { type At, type Decided, left, proposed, same } from './arrival-row.ts';
import { otherRows } from './arrival-rules.ts';
import { nameOf } from './copy.ts';
import { decision } from './model.ts';
import type { Rules } from './rules.ts';
import { cellOf } from './scene.ts';
import { auditOf } from './set-rule.ts';

export const ruleArrivals = (load: (turn: Turn) => Promise<{ readonly rules: Rules }>): RuleArrivals => ({
  async plan(turn, calls, idOf) {
    const { rules } = await load(turn);
    const read = calls.map((call) => ({ call, said: call.kind === 'decision' ? saidIn(call, idOf) : undefined }));
    const covered = new Set(read.flatMap(({ said }) => (said?.kind === 'read' && said.cell ? [said.cell] : [])));
    const at = { turn, rules, idOf, covered };
    return read.flatMap(({ call, said }) => (said ? [decisionRow(at, call, said)] : otherRows(at, call)));
  },
  operations: (turn, proposals) =>
    proposals.flatMap(({ id, body }) => [
      { op: 'create', kind: 'decision', id, body: decision.parse(body) },
      auditOf(turn, 'decision', id, 'propose'),
    ]),
});

const list = z.array(z.string()).default([]);
const scopePart = z.object({
  ...{ toolIds: list, dataClassIds: list, workflowIds: list, departmentIds: list, roleIds: list },
});
const decisionPart = z.object({
  ...{ question: z.string(), answer: decision.shape.answer, text: decision.shape.text, why: z.string() },
  ...{ conditions: list, aboutPeople: z.boolean().default(false), options: decision.shape.options.default([]) },
  scope: scopePart.default(() => scopePart.parse({})),
});

type Said =
  | { kind: 'read'; part: z.infer<typeof decisionPart>; missing: readonly string[]; cell: string | undefined }
  | { kind: 'bad' };

const kinds = {
  ...({ toolIds: 'tool', dataClassIds: 'dataClass', workflowIds: 'workflow' } as const),
  ...({ departmentIds: 'department', roleIds: 'role' } as const),
};
const scopeNames = ['toolIds', 'dataClassIds', 'workflowIds', 'departmentIds', 'roleIds'] as const;

/** With ids of here; a name that is nothing here is told, since without it the decision would be about more. */
function saidIn({ body }: RuledCall, idOf: IdOf): Said {
  const read = decisionPart.safeParse(body);
  if (!read.success) return { kind: 'bad' };
  const missing: string[] = [];
  const ids = (field: (typeof scopeNames)[number]) =>
    read.data.scope[field].flatMap((name) => {
      const id = idOf(kinds[field], name);
      if (id === undefined) missing.push(name);
      return id ?? [];
    });
  const scope = scopePart.parse(Object.fromEntries(scopeNames.map((field) => [field, ids(field)])));
  const cell = read.data.answer && missing.length === 0 ? cellOf({ scope }) : undefined;
  return { kind: 'read', part: { ...read.data, scope }, missing, cell: cell && `${cell.toolId}/${cell.dataClassId}` };
}

function decisionRow(at: At, { slug }: RuledCall, said: Said): Ruled {
  if (said.kind === 'bad') return left(at, slug, 'unreadable');
  const { part, missing } = said;
  const known = at.rules.decisions.find((each) => nameOf(each) === slug);
  if (known) return textOf(known) === textOf(part) ? same(part.question) : left(at, part.question, 'otherDecision');
  if (missing.length > 0) return left(at, part.question, 'nameMissing', { names: missing.join(', ') });
  return proposed(at, { id: derivedId('imported', 'decision', slug), slug, part });
}

const textOf = ({ question, answer, text, why, conditions, aboutPeople, scope }: Decided): string =>
  JSON.stringify([
    question,
    answer,
    text,
    why,
    conditions,
    aboutPeople,
    scopeNames.map((name) => scope[name].toSorted()),
  ]);
