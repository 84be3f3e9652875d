/** Step 9 of product 7.1: which other tool, and what the asked one is fine with. */
import { describe, expect, it } from '@jest/globals';
import type { VerdictQuestion } from '../../../src/core/rulebook.ts';
import type { Tool } from '../../../src/features/guardrails/model.ts';
import type { Identified } from '../../../src/features/guardrails/rules.ts';
import { decideVerdict } from '../../../src/features/guardrails/verdict.ts';
import { aTool, type Cells, facts, someRules, today } from '../../helpers/builders.ts';

const yes: Cells = { internal: 'allowed' };
const withTwo: Cells = { internal: { verdict: 'withConditions', conditions: ['One.', 'Two.'] } };
const withOne: Cells = { internal: { verdict: 'withConditions', conditions: ['One.'] } };

function ask(asked: Identified<Tool>, others: readonly Identified<Tool>[], more: Partial<VerdictQuestion> = {}) {
  const rules = someRules({ tools: [asked, ...others] });
  const question = { toolId: asked.id, dataClassId: 'internal', reader: { roleIds: [] }, now: today, ...more };
  return decideVerdict(rules, question);
}

const no = (change: Partial<Tool> = {}) => aTool('a', { internal: 'notAllowed' }, change);

/** The winner stands first; each row says by which step of the order. Tools are listed in the losing order. */
describe('the order', () => {
  it.each<[string, readonly Identified<Tool>[], Partial<Tool>, readonly string[]]>([
    ['allowed before conditions', [aTool('z', yes), aTool('b', withOne)], { alternatives: ['b'] }, []],
    ['its own alternatives', [aTool('z', yes, { kind: 'code' }), aTool('b', yes)], { alternatives: ['z'] }, []],
    ['in their order', [aTool('z', yes), aTool('b', yes)], { alternatives: ['z', 'b'] }, []],
    ['the same kind', [aTool('z', withTwo), aTool('b', withOne, { kind: 'code' })], {}, ['b']],
    ['on the list of the scenario', [aTool('z', withTwo), aTool('b', withOne)], {}, ['z']],
    ['fewer conditions', [aTool('z', withOne), aTool('b', withTwo)], {}, ['z', 'b']],
    ['the name', [aTool('b', yes), aTool('z', yes)], {}, []],
  ])('%s', (_, tools, change, listed) => {
    const more = listed.length > 0 ? { scenario: facts({ toolIds: ['a', ...listed] }) } : {};
    expect(ask(no(change), tools.toReversed(), more).alternative?.toolId).toBe(tools[0]?.id);
    expect(ask(no(change), tools, more).alternative?.toolId).toBe(tools[0]?.id);
  });

  it('compares the verdicts in the scenario: a tool that is not tested there has a condition more', () => {
    const tools = [aTool('b', yes), aTool('z', yes)];
    expect(ask(no(), tools, { scenario: facts({ toolIds: ['z'] }) }).alternative).toEqual({
      toolId: 'z',
      verdict: 'allowed',
    });
  });
});

describe('what is offered', () => {
  it.each([
    ['blocked', aTool('b', yes, { status: 'blocked' })],
    ['retired', aTool('b', yes, { status: 'retired' })],
    ['undecided', aTool('b', {})],
    ['not allowed', aTool('b', { internal: 'notAllowed' })],
    ['allowed for another class only', aTool('b', { public: 'allowed' })],
    ['past its review date', aTool('b', { internal: { verdict: 'allowed', reviewDue: '2026-01-01' } })],
  ])('never a tool that is %s, not even from its own alternatives', (_, other) => {
    expect(ask(no({ alternatives: ['b'] }), [other]).alternative).toBeUndefined();
  });

  it('is never the asked tool itself', () => {
    expect(ask(aTool('a', yes), []).alternative).toBeUndefined();
  });

  it('stands beside a good answer too', () => {
    expect(ask(aTool('a', yes), [aTool('b', withOne)]).alternative).toEqual({ toolId: 'b', verdict: 'withConditions' });
  });

  it('is nothing while the scenario is on hold', () => {
    const scenario = facts({ hold: { reason: 'A flag is open' }, toolIds: ['a', 'b'] });
    expect(ask(no(), [aTool('b', yes)], { scenario }).alternative).toBeUndefined();
  });
});

describe('what the asked tool is fine with', () => {
  it('is its highest usable class', () => {
    const cells: Cells = { public: 'allowed', internal: 'withConditions', confidential: 'notAllowed' };
    expect(ask(aTool('a', cells), [], { dataClassId: 'personal' }).fineWith).toBe('internal');
  });

  it.each<[string, Cells]>([
    ['nothing is usable', { public: 'undecided' }],
    ['there is no rule', {}],
  ])('is nothing when %s', (_, cells) => {
    expect(ask(aTool('a', cells), [], { dataClassId: 'personal' }).fineWith).toBeUndefined();
  });

  it('is not said when the answer is usable, nor of a blocked tool', () => {
    const cells: Cells = { public: 'allowed', internal: 'allowed' };
    expect(ask(aTool('a', cells), []).fineWith).toBeUndefined();
    expect(ask(aTool('a', cells, { status: 'blocked' }), []).fineWith).toBeUndefined();
  });
});
