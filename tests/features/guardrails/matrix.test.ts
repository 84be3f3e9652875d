/** The matrix that ships, cell by cell (content 5), and the law that nothing is usable until somebody has said so. */
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { VerdictWord } from '../../../src/core/rulebook.ts';
import { isUsable } from '../../../src/core/rulebook.ts';
import { verdicts } from '../../../src/features/guardrails/model.ts';
import type { Rules } from '../../../src/features/guardrails/rules.ts';
import { decideVerdict } from '../../../src/features/guardrails/verdict.ts';
import { aDecision, aTool, classes, facts, someRules, today } from '../../helpers/builders.ts';
import { type Load, loadedRules } from '../../helpers/starter-load.ts';

const letters: Record<string, VerdictWord> = { a: 'allowed', c: 'withConditions', u: 'undecided', n: 'notAllowed' };

/** One letter for public, internal, confidential, personal, restricted. */
type Matrix = Readonly<Record<string, string>>;

const starter: Matrix = {
  'm365-copilot': 'auuuu',
  'copilot-chat': 'auuuu',
  'chatgpt-business': 'auuuu',
  'chatgpt-personal': 'annnn',
  'gemini-personal': 'annnn',
  'claude-personal': 'annnn',
  'meeting-note-taker': 'auuuu',
  'hr-system-ai': 'auuuu',
  'image-maker': 'auuuu',
};

const demo: Matrix = {
  ...starter,
  'm365-copilot': 'aaccu',
  'copilot-chat': 'aacuu',
  'chatgpt-business': 'acuuu',
  'meeting-note-taker': 'acuuu',
  'hr-system-ai': 'aaucu',
  'image-maker': 'auunn',
};

const inOrder = (rules: Rules) => [...rules.classes.values()].toSorted((a, b) => a.rank - b.rank);

function cellsOf(which: Load, matrix: Matrix) {
  const rules = loadedRules(which);
  const row = (slug: string, letter: string[]) =>
    inOrder(rules).map((c, at) => ({ slug, dataClass: c.slug, id: c.id, expected: letters[letter[at] ?? ''] }));
  return { rules, cells: Object.entries(matrix).flatMap(([slug, word]) => row(slug, [...word])) };
}

describe.each([
  ['starter', starter],
  ['demo', demo],
] as const)('%s', (which, matrix) => {
  const { rules, cells } = cellsOf(which, matrix);
  const ask = (slug: string, dataClassId: string, now = today) => {
    const toolId = [...rules.tools.values()].find((t) => t.slug === slug)?.id ?? '';
    return decideVerdict(rules, { toolId, dataClassId, reader: { roleIds: [] }, now });
  };

  it('has these tools and no other', () => {
    expect([...rules.tools.values()].map((t) => t.slug).toSorted()).toEqual(Object.keys(matrix).toSorted());
    expect(cells).toHaveLength(45);
  });

  test.each(cells)('$slug with $dataClass data: $expected', ({ slug, id, expected }) => {
    const said = ask(slug, id);
    expect(said.verdict).toBe(expected);
    expect(said.offerFlag).toBe(expected === 'undecided');
    expect(said.conditions.length > 0).toBe(expected === 'withConditions');
    expect(said.reasons.length).toBeGreaterThan(0);
    if (said.alternative) expect(isUsable(said.alternative.verdict)).toBe(true);
  });

  it('allows nothing for personal and restricted data without conditions', () => {
    const sensitive = cells.filter((c) => ['personal', 'restricted'].includes(c.dataClass));
    expect(sensitive.filter((c) => ask(c.slug, c.id).verdict === 'allowed')).toEqual([]);
  });

  it('says yes to nothing once its rules are 31 days past their check', () => {
    const later = new Date('2027-03-25T10:00:00.000Z');
    expect(cells.filter((c) => isUsable(ask(c.slug, c.id, later).verdict))).toEqual([]);
  });

  it('treats "I do not know" as restricted: usable nowhere', () => {
    expect(Object.keys(matrix).filter((slug) => isUsable(ask(slug, 'unknown').verdict))).toEqual([]);
  });
});

describe('whatever is missing', () => {
  const word = fc.constantFrom(...verdicts);
  const cell = fc.option(word, { nil: undefined });
  const cells = fc.record(Object.fromEntries(classes.map((c) => [c.id, cell])));
  const some = (...ids: string[]) => fc.subarray(ids);
  const scope = fc.record({
    toolIds: some('a', 'b'),
    dataClassIds: some(...classes.map((c) => c.id)),
    workflowIds: some('workflow-1', 'workflow-2'),
    departmentIds: some('hr', 'finance'),
    roleIds: some('recruiter', 'controller'),
  });
  const decision = fc
    .tuple(
      fc.constantFrom('yes', 'yesWithConditions', 'no', 'notYet'),
      scope,
      fc.constantFrom('active', 'proposed', 'template'),
    )
    .map(([answer, where, state]) => aDecision(answer, where, { state }));
  const world = fc.record({
    cells,
    decisions: fc.array(decision, { maxLength: 6 }),
    asked: fc.constantFrom(...classes.map((c) => c.id), 'unknown', 'nowhere'),
    inScenario: fc.boolean(),
    own: fc.constantFrom('hr', 'finance'),
  });

  it('a tool and a class without a rule, or a decision naming both, never come out usable', () => {
    fc.assert(
      fc.property(world, ({ cells: row, decisions, asked, inScenario, own }) => {
        const known = Object.entries(row).flatMap(([id, verdict]) => (verdict ? [[id, verdict] as const] : []));
        const rules = someRules({ tools: [aTool('a', Object.fromEntries(known))], decisions });
        const scenario = inScenario ? { scenario: facts({ dataClassId: 'restricted' }) } : {};
        const reader = { departmentId: own, roleIds: ['recruiter'] };
        const said = decideVerdict(rules, { toolId: 'a', dataClassId: asked, reader, now: today, ...scenario });
        const id = asked === 'unknown' ? 'restricted' : asked;
        const byRule = row[id] === 'allowed' || row[id] === 'withConditions';
        const named = decisions.some(
          ({ scope: s, answer, state }) =>
            state === 'active' && s.toolIds.includes('a') && s.dataClassIds.includes(id) && /^yes/.test(answer ?? ''),
        );
        expect(isUsable(said.verdict) && !byRule && !named).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});
