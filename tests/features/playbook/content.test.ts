/** The starter playbook as data: counts, schemas, prompts and pointers. Each test lists every problem it finds. */
import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { demoPerson } from '../../../src/content/demo-people.ts';
import {
  exampleDecision,
  type StarterScenario,
  starterCommunity,
  starterDataClass,
  starterDecision,
  starterDepartment,
  starterGuardrail,
  starterPack,
  starterRole,
  starterRule,
  starterScenario,
  starterTool,
  starterWorkflow,
} from '../../../src/content/shape.ts';
import { demo, starter } from '../../../src/content/starter.ts';
import { exampleValues, fill } from '../../../src/features/playbook/fill.ts';
import { type Pack, pack } from '../../../src/features/playbook/model.ts';
import { prompt as promptSchema } from '../../../src/features/playbook/scenario-version.ts';
import { wordsOf } from './reading.ts';

type Prompt = StarterScenario['prompts'][number];
type Named = { slug: string };

const scenarios = [...starter.scenarios, demo.scenario];
const workflows = [...starter.workflows, demo.workflow];
const rules = [...starter.rules, ...demo.rules];
const slugs = (items: readonly Named[]) => new Set(items.map((item) => item.slug));
const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);
const perScenario = (find: (scenario: StarterScenario) => string[]) =>
  scenarios.flatMap((scenario) => find(scenario).map((problem) => `${scenario.code} ${problem}`));
const perPrompt = (find: (prompt: Prompt, scenario: StarterScenario) => string[]) =>
  perScenario((scenario) => scenario.prompts.flatMap((p) => find(p, scenario).map((text) => `${p.purpose}: ${text}`)));

function packOf({ pack: slug }: StarterScenario): Pack {
  const at = '2026-11-23T10:00:00.000Z';
  const stamp = { createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system', scenarioIds: [] };
  const content = starter.packs.find((each) => each.slug === slug);
  return pack.parse({ ...stamp, slug, title: content?.title, blocks: content?.blocks });
}

function unreadable(name: string, schema: z.ZodType, items: readonly unknown[]): string[] {
  return items.flatMap((item, i) =>
    (schema.safeParse(item).error?.issues ?? []).map((x) => `${name} ${i + 1} ${x.path.join('.')}: ${x.message}`),
  );
}

test('the starter holds what the outline counts', () => {
  const counts = Object.fromEntries(Object.entries(starter).map(([kind, items]) => [kind, items.length]));
  expect(counts).toEqual({
    ...{ departments: 5, roles: 14, dataClasses: 5, workflows: 12, tools: 9, rules: 21 },
    ...{ guardrails: 12, decisionTemplates: 11, packs: 13, scenarios: 18, communities: 2 },
  });
  expect(starter.scenarios.map((s) => s.code)).toEqual(
    Array.from({ length: 18 }, (_, i) => `S${`0${i + 1}`.slice(-2)}`),
  );
  expect(starter.packs.map((p) => p.code)).toEqual(Array.from({ length: 13 }, (_, i) => `P${`0${i + 1}`.slice(-2)}`));
  expect(workflows.filter((w) => w.firstChoice)).toHaveLength(6);
  const named = [starter.departments, starter.roles, starter.dataClasses, workflows, starter.tools, starter.packs];
  for (const items of [...named, scenarios, starter.guardrails, starter.decisionTemplates]) {
    expect(repeated(items.map((item) => item.slug))).toEqual([]);
  }
});

test('every item fits its schema', () => {
  expect([
    ...unreadable('department', starterDepartment, starter.departments),
    ...unreadable('role', starterRole, starter.roles),
    ...unreadable('data class', starterDataClass, starter.dataClasses),
    ...unreadable('workflow', starterWorkflow, workflows),
    ...unreadable('tool', starterTool, starter.tools),
    ...unreadable('rule', starterRule, rules),
    ...unreadable('guardrail', starterGuardrail, starter.guardrails),
    ...unreadable('template', starterDecision, starter.decisionTemplates),
    ...unreadable('pack', starterPack, starter.packs),
    ...unreadable('community', starterCommunity, starter.communities),
    ...unreadable('scenario', starterScenario, scenarios),
    ...unreadable('example decision', exampleDecision, demo.exampleDecisions),
    ...unreadable('person', demoPerson, demo.people),
  ]).toEqual([]);
});

describe('prompts', () => {
  test('are three, and name their variables both ways', () => {
    const purposes = perScenario((s) =>
      s.prompts.map((p) => p.purpose).join() === 'draft,refine,check' ? [] : ['purposes'],
    );
    const ways = perPrompt(({ text, variables }) => {
      const used = new Set([...text.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1]));
      const known = new Set<string | undefined>(variables.map((v) => v.name));
      const unknown = [...used].filter((name) => !known.has(name));
      const unused = [...known].filter((name) => !used.has(name));
      return [...unknown, ...unused].map((name) => `variable ${name}`);
    });
    expect([...purposes, ...ways]).toEqual([]);
  });

  test('end by asking for what is missing, and stay short when filled with the pack', () => {
    const ending = "If something is not in the facts, write 'not given' and ask me.";
    const problems = perPrompt((prompt, scenario) => {
      const given = { ...promptSchema.parse({ ...prompt, id: prompt.purpose }), text: prompt.text };
      const result = fill(given, exampleValues(given, packOf(scenario)));
      if (result.kind === 'incomplete') return result.problems.map((p) => `${p.name} ${p.code}`);
      const faults = {
        ending: !prompt.text.endsWith(ending),
        braces: result.text.includes('{{'),
        length: result.text.length >= 6000,
      };
      return Object.entries(faults).flatMap(([fault, found]) => (found ? [`${fault} (${result.text.length})`] : []));
    });
    expect(problems).toEqual([]);
  });

  test('have examples that fit their kind', () => {
    const fits = (v: Prompt['variables'][number]) => {
      if (v.kind === 'choice') return v.choices?.includes(v.example) ?? false;
      if (v.kind === 'number') return /^\d+(\.\d+)?$/.test(v.example) && v.unit !== undefined;
      return v.choices === undefined && (v.kind !== 'date' || /^\d{4}-\d\d-\d\d$/.test(v.example));
    };
    expect(perPrompt((p) => p.variables.filter((v) => !fits(v)).map((v) => `${v.name} = ${v.example}`))).toEqual([]);
  });
});

test('scenarios point only to what exists', () => {
  const known = { roles: slugs(starter.roles), tools: slugs(starter.tools), guardrails: slugs(starter.guardrails) };
  const ranks = new Map(starter.dataClasses.map((c) => [c.slug, c.rank]));
  const problems = perScenario((s) => {
    const step = workflows.find((w) => w.slug === s.workflow)?.steps[s.stepOrder - 1];
    const rank = ranks.get(s.dataClass) ?? -1;
    return [
      ...(step?.isAiStep ? [] : [`${s.workflow} step ${s.stepOrder} is no AI step`]),
      ...[...s.roles, s.humanCheck.signOffRole].filter((r) => !known.roles.has(r)),
      ...s.tools.filter((t) => !known.tools.has(t)),
      ...s.guardrails.filter((g) => !known.guardrails.has(g)),
      ...s.next.filter((n) => n === s.slug || !slugs(starter.scenarios).has(n)),
      ...(slugs(starter.packs).has(s.pack) ? [] : [s.pack]),
      ...s.inputs.filter((i) => (ranks.get(i.dataClass) ?? 9) > rank).map((i) => `${i.name} is above ${s.dataClass}`),
    ];
  });
  expect(problems).toEqual([]);
});

test('every role has a start, and every scenario is reached from S18 by next or role', () => {
  const reached = new Set(['is-this-a-good-task', ...starter.roles.map((role) => role.startScenario)]);
  for (const slug of reached)
    for (const next of starter.scenarios.find((s) => s.slug === slug)?.next ?? []) reached.add(next);
  expect([...reached].toSorted()).toEqual([...slugs(starter.scenarios)].toSorted());
  expect(starter.roles.filter((r) => r.department && !slugs(starter.departments).has(r.department))).toEqual([]);
});

test('scenarios have a person, yes/no criteria, a weak example and texts of the right length', () => {
  const long = new Set(['S03', 'S09', 'S11', 'S17']);
  const problems = perScenario((s) => {
    const example = wordsOf(s.goodExample.text).length;
    const faults = {
      'no human step': !s.steps.some((step) => step.byHuman),
      'a criterion is no question': s.criteria.some((c) => !c.text.endsWith('?')),
      'no must criterion': !s.criteria.some((c) => c.kind === 'must'),
      'no weak example': s.weakExample === undefined,
      [`good example of ${example} words`]: example < 80 || example > (long.has(s.code) ? 350 : 250),
      [`guide of ${wordsOf(s.guide).length} words`]: wordsOf(s.guide).length > 350,
    };
    return Object.entries(faults).flatMap(([fault, found]) => (found ? [fault] : []));
  });
  const packs = starter.packs.filter((p) => !p.blocks[0]?.text.startsWith('Invented data for practice.'));
  expect([...problems, ...packs.map((p) => `${p.code} does not say that it is invented`)]).toEqual([]);
});

test('rules decide nothing that the outline leaves open', () => {
  const cells = rules.map((rule) => `${rule.tool} ${rule.dataClass}`);
  const people = rules.filter((r) => ['personal', 'restricted'].includes(r.dataClass) && r.verdict === 'allowed');
  const conditions = rules.filter((r) => (r.verdict === 'withConditions') !== r.conditions.length > 0);
  const pointers = rules.filter(
    (r) => !slugs(starter.tools).has(r.tool) || !slugs(starter.dataClasses).has(r.dataClass),
  );
  expect([repeated(cells), people, conditions, pointers]).toEqual([[], [], [], []]);
  expect(demo.rules.filter((rule) => !rule.reason.startsWith('Example, not your rule.'))).toEqual([]);
  expect(demo.rules).toHaveLength(11);
});

test('words for tools and data lead to the right place', () => {
  const withAlias = (alias: string) => starter.tools.filter((t) => t.aliases.includes(alias)).map((t) => t.slug);
  expect(withAlias('chatgpt')).toEqual(['chatgpt-business', 'chatgpt-personal']);
  expect(withAlias('copilot')).toEqual(['m365-copilot', 'copilot-chat']);
  const dataWords = starter.dataClasses.flatMap((c) => c.aliases);
  const toolWords = new Set(starter.tools.flatMap((t) => t.aliases));
  expect([repeated(dataWords), dataWords.filter((word) => toolWords.has(word))]).toEqual([[], []]);
  const allowed = slugs(starter.tools);
  expect(starter.tools.flatMap((t) => t.alternatives.filter((a) => a === t.slug || !allowed.has(a)))).toEqual([]);
});

test('law notes carry their date, place and marker', () => {
  const notes = starter.guardrails.flatMap((guardrail) => guardrail.lawNotes);
  const complete = notes.filter(
    (n) => n.asOf === '2026-11-23' && n.place && n.status.endsWith('Confirm with counsel.'),
  );
  expect([notes.length, complete.length]).toEqual([6, 6]);
});

test('templates hold no answer, and example decisions say that they are examples', () => {
  expect(
    starter.decisionTemplates.filter((t) => 'answer' in t || (t.aboutPeople && !t.people.includes('HR lead'))),
  ).toEqual([]);
  const codes = demo.exampleDecisions.map((d) => starter.decisionTemplates.find((t) => t.slug === d.template)?.code);
  expect(codes).toEqual(['DT1', 'DT3', 'DT6']);
  expect(demo.exampleDecisions.filter((d) => !d.text.startsWith('Example, not your rule.'))).toEqual([]);
});

test('the people of the demo can fill every seat', () => {
  const holders = (grant: (typeof demo.people)[number]['grants'][number]) =>
    demo.people.filter((person) => person.grants.includes(grant)).length;
  expect(demo.people.map((p) => p.id.slice(-3))).toEqual(Array.from({ length: 12 }, (_, i) => String(101 + i)));
  expect(demo.people.filter((p) => p.pilotMember)).toHaveLength(6);
  expect([holders('manager'), holders('governance'), holders('hrLead')].every((n) => n >= 2)).toBe(true);
  expect([holders('owner'), holders('author'), holders('host'), holders('admin')].every((n) => n >= 1)).toBe(true);
  expect(
    demo.people.filter((p) => !slugs(starter.roles).has(p.role) || !slugs(starter.departments).has(p.department)),
  ).toEqual([]);
});
