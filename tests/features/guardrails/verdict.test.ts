/** "Can I use this tool with this data?": product 7.1, step by step; steps 5 and 6 in decisions.test.ts, 9 in alternative.test.ts. */
import { describe, expect, it } from '@jest/globals';
import type { Guardrail } from '../../../src/features/guardrails/model.ts';
import { aDecision, aGuardrail, aTool, type Cells, facts } from '../../helpers/builders.ts';
import { answer, both, type Case, dueOn, internal, verdict } from './ask-verdict.ts';

describe('the examples of the rule', () => {
  it.each<[string, Case, string]>([
    ['rule allowed, in date, no scenario', { cells: internal('allowed') }, 'allowed'],
    ['rule allowed, 31 days past review', { cells: dueOn('2026-10-23') }, 'undecided'],
    ['rule missing, scenario lists the tool', { ask: { scenario: facts() } }, 'undecided'],
    [
      'rule withConditions and a decision no for this workflow',
      {
        cells: internal('withConditions'),
        decisions: [aDecision('no', { workflowIds: ['workflow-1'] })],
        ask: { scenario: facts() },
      },
      'notAllowed',
    ],
    [
      'rule notAllowed and a decision naming tool, class, role and workflow',
      {
        cells: internal('notAllowed'),
        decisions: [aDecision('yesWithConditions', { ...both, roleIds: ['recruiter'], workflowIds: ['workflow-1'] })],
        ask: { scenario: facts() },
      },
      'withConditions',
    ],
    [
      'rule undecided and a decision yes for the department that names no tool',
      { cells: internal('undecided'), decisions: [aDecision('yes', { departmentIds: ['hr'] })] },
      'undecided',
    ],
    [
      'tool blocked and any decision',
      {
        cells: internal('allowed'),
        tool: { status: 'blocked' },
        decisions: [aDecision('yes', { ...both, roleIds: ['recruiter'] })],
      },
      'notAllowed',
    ],
    [
      'rule allowed for personal, scenario up to internal, asked with personal',
      {
        cells: { personal: 'allowed' },
        ask: { dataClassId: 'personal', scenario: facts({ dataClassId: 'internal' }) },
      },
      'notAllowed',
    ],
  ])('%s', (_, given, expected) => expect(verdict(given)).toBe(expected));
});

describe('steps 1 to 4: the tool and its rule', () => {
  it('does not know a tool that is not on the list, and offers what is', () => {
    const given = answer({ others: [aTool('b', internal('allowed'))], ask: { toolId: 'elsewhere' } });
    expect(given).toMatchObject({ verdict: 'undecided', reasons: [{ code: 'notListed' }], offerFlag: true });
    expect(given.alternative).toEqual({ toolId: 'b', verdict: 'allowed' });
  });

  it('lets a hold of the scenario win over a tool that is not on the list', () => {
    const scenario = facts({ hold: { reason: 'A flag is open' } });
    expect(verdict({ ask: { toolId: 'elsewhere', scenario } })).toBe('notAllowed');
  });

  it.each(['blocked', 'retired'] as const)('never allows a tool that is %s, with its reason', (status) => {
    const cells = internal('allowed');
    expect(answer({ cells, tool: { status } })).toMatchObject({ verdict: 'notAllowed', reasons: [{ code: status }] });
    const said = answer({ cells, tool: { status, statusReason: 'The contract ended.' } });
    expect(said.reasons).toEqual([{ text: 'The contract ended.' }]);
  });

  it('takes "I do not know" as the class of the highest rank', () => {
    const cells: Cells = { public: 'allowed', restricted: 'notAllowed' };
    expect(answer({ cells, ask: { dataClassId: 'unknown' } })).toMatchObject({
      verdict: 'notAllowed',
      dataClassId: 'restricted',
    });
  });

  it.each(['allowed', 'withConditions', 'notAllowed', 'undecided'] as const)('says what the rule says: %s', (word) => {
    const said = answer({ cells: internal(word) });
    expect(said.verdict).toBe(word);
    expect(said.conditions).toEqual(word === 'withConditions' ? [{ text: 'Take names out.' }] : []);
    expect(said.reasons).toEqual([word === 'undecided' ? { code: 'undecided' } : { text: `Rule says ${word}.` }]);
  });

  it('names when and by which decision the rule was made', () => {
    const cells = internal({ verdict: 'allowed', decisionId: 'd1', decidedAt: '2026-10-01T08:00:00.000Z' });
    expect(answer({ cells })).toMatchObject({ decisionIds: ['d1'], decidedAt: '2026-10-01T08:00:00.000Z' });
  });
});

describe('step 7: the scenario', () => {
  const cells: Cells = { public: 'allowed', internal: 'allowed', confidential: 'allowed', personal: 'allowed' };
  const inScenario = (change: Partial<Parameters<typeof facts>[0]> = {}, more: Case = {}) =>
    answer({ cells, ...more, ask: { scenario: facts(change), ...more.ask } });

  it('on hold', () => {
    expect(inScenario({ hold: { reason: 'A flag is open' } })).toMatchObject({
      verdict: 'notAllowed',
      reasons: [{ code: 'onHold', values: { reason: 'A flag is open' } }],
    });
  });

  it.each([
    ['internal', 'allowed'],
    ['confidential', 'allowed'],
    ['personal', 'notAllowed'],
  ])('made for up to confidential, asked with %s: %s', (dataClassId, expected) => {
    expect(inScenario({}, { ask: { dataClassId } }).verdict).toBe(expected);
  });

  it('adds a condition for a tool that is not on its list', () => {
    expect(inScenario({ toolIds: ['b'] })).toMatchObject({
      verdict: 'withConditions',
      conditions: [{ code: 'notTested' }],
    });
  });

  it('adds the rule of a confirm guardrail, attached or added by itself, once', () => {
    const attached = aGuardrail('confirm', {}, { id: 'g-attached' });
    const byItself = aGuardrail('confirm', { departmentIds: ['hr'] }, { id: 'g-hr' });
    const elsewhere = aGuardrail('confirm', { departmentIds: ['finance'] }, { id: 'g-finance' });
    const retired = aGuardrail('confirm', { all: true }, { id: 'g-old', state: 'retired' });
    const guardrails = [attached, byItself, elsewhere, retired];
    const said = inScenario({ guardrailIds: ['g-attached', 'g-hr'] }, { guardrails });
    expect(said.verdict).toBe('withConditions');
    expect(said.conditions).toEqual([{ text: 'Keep to g-attached.' }, { text: 'Keep to g-hr.' }]);
  });

  it('shows a remind guardrail without changing the verdict', () => {
    expect(inScenario({}, { guardrails: [aGuardrail('remind', { all: true })] }).verdict).toBe('allowed');
  });

  it.each<[string, Partial<Guardrail['appliesTo']>, string, string]>([
    ['the class asked for', { dataClassIds: ['internal'] }, 'a', 'notAllowed'],
    ['the class of the scenario, not the one asked for', { dataClassIds: ['confidential'] }, 'a', 'allowed'],
    ['the tool', { toolIds: ['a'] }, 'a', 'notAllowed'],
    ['another tool', { toolIds: ['c'] }, 'a', 'allowed'],
    ['a tool that the scenario does not list', { toolIds: ['c'] }, 'c', 'notAllowed'],
    ['findings only', { dataClassIds: ['internal'], findings: ['secret'] }, 'a', 'allowed'],
  ])('a stop guardrail for %s', (_, appliesTo, toolId, expected) => {
    const guardrails = [aGuardrail('stop', appliesTo)];
    const others = [aTool('c', cells)];
    expect(inScenario({}, { guardrails, others, ask: { toolId } }).verdict).toBe(expected);
  });

  it('never offers a tool that a stop guardrail names', () => {
    const others = [aTool('c', cells)];
    const guardrails = [aGuardrail('stop', { toolIds: ['c'] })];
    expect(inScenario({ toolIds: ['a'] }, { others }).alternative?.toolId).toBe('c');
    expect(inScenario({ toolIds: ['a'] }, { others, guardrails }).alternative).toBeUndefined();
  });

  it('gives the reasons of the worst step only', () => {
    const said = inScenario({ hold: { reason: 'A flag is open' }, toolIds: ['b'] });
    expect(said.reasons).toHaveLength(1);
    expect(said.conditions).toEqual([]);
  });
});

describe('step 8: practice data is public, whatever the scenario allows', () => {
  it('is judged by the rule for public', () => {
    const cells: Cells = { public: 'allowed', personal: 'notAllowed' };
    const scenario = facts({ dataClassId: 'personal' });
    expect(verdict({ cells, ask: { dataClassId: 'public', scenario } })).toBe('allowed');
    expect(verdict({ cells, ask: { dataClassId: 'personal', scenario } })).toBe('notAllowed');
  });
});

describe('step 10: nobody has decided', () => {
  it.each(['allowed', 'withConditions', 'notAllowed', 'undecided'] as const)('flag it: %s', (word) => {
    expect(answer({ cells: internal(word) }).offerFlag).toBe(word === 'undecided');
  });
});
