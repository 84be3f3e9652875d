/** Steps 5 and 6 of product 7.1: decisions that name a workflow, a department or a role, and what grows old. */
import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../../src/features/guardrails/model.ts';
import { aDecision, aGuardrail, type Cells, facts } from '../../helpers/builders.ts';
import { answer, both, dueOn, internal, verdict } from './ask-verdict.ts';

describe('step 5: decisions that name a workflow, a department or a role', () => {
  const role = { roleIds: ['recruiter'] };
  it.each<[string, Partial<Decision['scope']>]>([
    ['another workflow', { workflowIds: ['workflow-2'] }],
    ['another department', { departmentIds: ['finance'] }],
    ['another role', { roleIds: ['controller'] }],
    ['another tool', { ...role, toolIds: ['b'] }],
    ['another class', { ...role, dataClassIds: ['personal'] }],
    ['tool and class alone: that is written into the rules', both],
  ])('leaves one alone that names %s', (_, scope) => {
    const decisions = [aDecision('no', scope)];
    expect(verdict({ cells: internal('allowed'), decisions, ask: { scenario: facts() } })).toBe('allowed');
  });

  it.each(['template', 'proposed', 'replaced', 'retired'] as const)('reads none in state %s', (state) => {
    expect(verdict({ cells: internal('allowed'), decisions: [aDecision('no', role, { state })] })).toBe('allowed');
  });

  it.each([
    ['yes', 'allowed'],
    ['yesWithConditions', 'withConditions'],
    ['no', 'notAllowed'],
    ['notYet', 'undecided'],
  ] as const)('reads %s as %s', (said, expected) => {
    expect(verdict({ cells: internal('notAllowed'), decisions: [aDecision(said, { ...both, ...role })] })).toBe(
      expected,
    );
  });

  it('matches the department of the reader or of the scenario', () => {
    const decisions = [aDecision('no', { departmentIds: ['finance'] })];
    const scenario = facts({ departmentId: 'finance' });
    expect(verdict({ cells: internal('allowed'), decisions, ask: { scenario } })).toBe('notAllowed');
  });

  it('can only make it stricter when it names the tool or the class alone', () => {
    for (const scope of [{ toolIds: ['a'] }, { dataClassIds: ['internal'] }, {}]) {
      const ask = (cell: Cells[string], said: NonNullable<Decision['answer']>) =>
        verdict({ cells: internal(cell), decisions: [aDecision(said, { ...scope, ...role })] });
      expect(ask('notAllowed', 'yes')).toBe('notAllowed');
      expect(ask('undecided', 'yes')).toBe('undecided');
      expect(ask('withConditions', 'yes')).toBe('withConditions');
      expect(ask('allowed', 'yesWithConditions')).toBe('withConditions');
      expect(ask('allowed', 'notYet')).toBe('undecided');
      expect(ask('allowed', 'no')).toBe('notAllowed');
    }
  });

  it('lets the one that names most kinds of scope win, however strict the others are', () => {
    const decisions = [
      aDecision('no', { ...both, ...role }),
      aDecision('yes', { ...both, ...role, departmentIds: ['hr'] }),
      aDecision('no', { ...role, departmentIds: ['hr'] }),
    ];
    expect(verdict({ cells: internal('notAllowed'), decisions })).toBe('allowed');
    expect(verdict({ cells: internal('notAllowed'), decisions: decisions.toReversed() })).toBe('allowed');
  });

  it('counts kinds of scope, not entries', () => {
    const many = aDecision('no', { ...both, roleIds: ['recruiter', 'sourcer', 'controller'] });
    const kinds = aDecision('yes', { ...both, ...role, departmentIds: ['hr'] });
    expect(verdict({ decisions: [many, kinds] })).toBe('allowed');
  });

  it('takes the stricter of two that name equally many', () => {
    const decisions = [aDecision('yes', { ...both, ...role }), aDecision('no', { ...both, departmentIds: ['hr'] })];
    expect(verdict({ decisions })).toBe('notAllowed');
    expect(verdict({ decisions: decisions.toReversed() })).toBe('notAllowed');
  });

  it('gives the words, the conditions and the id of the decision', () => {
    const decision = aDecision('yesWithConditions', { ...both, ...role }, { id: 'd7' });
    expect(answer({ cells: internal('notAllowed'), decisions: [decision] })).toMatchObject({
      reasons: [{ text: 'Decision says yesWithConditions.' }],
      conditions: [{ text: 'Only with a second reader.' }],
      decisionIds: ['d7'],
      decidedAt: '2026-11-01T09:00:00.000Z',
    });
  });

  it('never lifts a hold, the limit of the scenario or a stop rule', () => {
    const decisions = [aDecision('yes', { toolIds: ['a'], dataClassIds: ['personal', 'internal'], ...role })];
    const guardrails = [aGuardrail('stop', { toolIds: ['a'] })];
    const hold = facts({ hold: { reason: 'A flag is open' } });
    expect(verdict({ decisions, ask: { scenario: hold } })).toBe('notAllowed');
    expect(verdict({ decisions, ask: { dataClassId: 'personal', scenario: facts() } })).toBe('notAllowed');
    expect(verdict({ decisions, guardrails, ask: { scenario: facts() } })).toBe('notAllowed');
  });
});

describe('step 6: past the review date', () => {
  it.each([
    ['2026-11-24', 'allowed', false],
    ['2026-11-23', 'allowed', false],
    ['2026-11-22', 'allowed', true],
    ['2026-10-24', 'allowed', true],
    ['2026-10-23', 'undecided', false],
  ])('a rule due on %s is %s, due for a check: %s', (due, word, dueForCheck) => {
    expect(answer({ cells: dueOn(due) })).toMatchObject({ verdict: word, dueForCheck });
  });

  it('counts days, not hours', () => {
    const cells = dueOn('2026-10-24');
    const at = (now: string) => verdict({ cells, ask: { now: new Date(now) } });
    expect(at('2026-11-23T23:59:59.999Z')).toBe('allowed');
    expect(at('2026-11-24T00:00:00.000Z')).toBe('undecided');
  });

  it.each(['withConditions', 'notAllowed', 'undecided'] as const)('long past, %s', (word) => {
    const said = answer({ cells: internal({ verdict: word, reviewDue: '2026-01-01' }) });
    expect(said.verdict).toBe(word === 'notAllowed' ? 'notAllowed' : 'undecided');
    if (word === 'withConditions') expect(said).toMatchObject({ reasons: [{ code: 'outOfDate' }], conditions: [] });
  });

  it.each([
    ['yes', '2026-10-23', 'undecided'],
    ['yes', '2026-10-24', 'allowed'],
    ['no', '2026-01-01', 'notAllowed'],
    ['notYet', '2026-01-01', 'undecided'],
  ] as const)('a decision %s due on %s is %s', (said, reviewDue, expected) => {
    const decisions = [aDecision(said, { ...both, roleIds: ['recruiter'] }, { reviewDue })];
    const given = answer({ cells: internal('allowed'), decisions });
    expect(given.verdict).toBe(expected);
    if (said === 'notYet') expect(given.reasons).toEqual([{ text: 'Decision says notYet.' }]);
  });
});
