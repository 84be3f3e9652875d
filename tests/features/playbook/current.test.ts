/** The verdict on a card is computed when it is shown: a changed rule changes the card, the scenario stays untouched. */
import { describe, expect, it } from '@jest/globals';
import { rulebookOf } from '../../../src/features/guardrails/rulebook.ts';
import { type Rules, rulesOf } from '../../../src/features/guardrails/rules.ts';
import type { Entry } from '../../../src/features/playbook/book.ts';
import { scenarioView, toolToUse } from '../../../src/features/playbook/view.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { aDecision, aPerson, today } from '../../helpers/builders.ts';
import { loadedBook, loadedRules } from '../../helpers/starter-load.ts';

const book = loadedBook('demo');
const demo = loadedRules('demo');
const entry = [...book.entries.values()].find((e) => e.head.slug === 'jd-from-intake-notes');
if (!entry) throw new Error('the demo has S01');

type Documents = Parameters<typeof rulesOf>[0];

function rulesWith(change: (documents: Documents) => Partial<Documents>): Rules {
  const documents = {
    tools: [...demo.tools.values()],
    classes: [...demo.classes.values()],
    decisions: demo.decisions,
    guardrails: demo.guardrails,
  };
  return rulesOf({ ...documents, ...change(documents) });
}

const sceneOf = (rules: Rules, now = today) => ({
  book,
  rulebook: rulebookOf(rules, []),
  proofs: new Map(),
  who: aPerson(),
  now,
  words: wordsFor('en'),
});
const shown = (rules: Rules, of: Entry = entry, now = today) => scenarioView(of, sceneOf(rules, now));

describe('the card of a scenario', () => {
  const before = JSON.stringify(entry);

  it('says what the rules of now say', () => {
    expect(shown(demo).sign).toBe('!');
    const closed = rulesWith(({ tools }) => ({ tools: tools.map((t) => ({ ...t, rules: [] })) }));
    expect(shown(closed)).toMatchObject({ sign: '?', verdictWord: 'Not decided yet' });
    const blocked = rulesWith(({ tools }) => ({ tools: tools.map((t) => ({ ...t, status: 'blocked' as const })) }));
    expect(shown(blocked)).toMatchObject({ sign: '✕', verdictWord: 'Not allowed' });
    expect(JSON.stringify(entry)).toBe(before);
  });

  it('says allowed when no guardrail and no decision adds a condition', () => {
    const free = rulesWith(() => ({ guardrails: [] }));
    expect(shown(free)).toMatchObject({ sign: '✓', conditions: [] });
  });

  it('follows a decision about its workflow', () => {
    const decided = rulesWith(() => ({ decisions: [aDecision('no', { workflowIds: [entry.workflow.id] })] }));
    expect(shown(decided).sign).toBe('✕');
  });

  it('moves to the next tool when the first one is blocked', () => {
    const first = toolToUse(entry, sceneOf(demo)).toolId;
    const without = rulesWith(({ tools }) => ({
      tools: tools.map((t) => (t.id === first ? { ...t, status: 'blocked' as const } : t)),
    }));
    const next = toolToUse(entry, sceneOf(without));
    expect(next.toolId).not.toBe(first);
    expect(entry.contract.toolIds).toContain(next.toolId);
  });

  it('grows old with its rules: due for a check, then no longer a yes', () => {
    const due = shown(demo, entry, new Date('2027-03-01T10:00:00.000Z'));
    expect(due.reasons.map((r) => r.text)).toContain('This rule is due for a check.');
    expect(shown(demo, entry, new Date('2027-04-01T10:00:00.000Z')).sign).toBe('?');
  });

  it('is not remembered from one day to the next', () => {
    const scene = sceneOf(demo);
    expect(scenarioView(entry, scene).sign).toBe('!');
    expect(scenarioView(entry, { ...scene, now: new Date('2027-04-01T10:00:00.000Z') }).sign).toBe('?');
  });

  it('is not remembered over a move to another workflow or department', () => {
    const decided = rulesWith(() => ({ decisions: [aDecision('no', { workflowIds: ['elsewhere'] })] }));
    const scene = sceneOf(decided);
    expect(scenarioView(entry, scene).sign).toBe('!');
    const moved = { ...entry, facts: { ...entry.facts, workflowId: 'elsewhere' } };
    expect(scenarioView(moved, scene).sign).toBe('✕');
  });
});
