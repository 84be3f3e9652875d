/** The words of the starter playbook: tone, sentence length, nothing real. Each test lists every problem it finds. */
import { expect, test } from '@jest/globals';
import type { StarterScenario } from '../../../src/content/shape.ts';
import { demo, starter } from '../../../src/content/starter.ts';
import { findPersonalData } from '../../../src/features/guardrails/findings.ts';
import { grade, longestSentence, textsIn } from './reading.ts';

const scenarios: StarterScenario[] = [...starter.scenarios, demo.scenario];

/** Every text that ships, with its place. */
const shown = [...textsIn({ ...starter, scenarios }), ...textsIn(demo)];
const isQuotedWeakness = (path: string) => path.includes('weakExample') || path.startsWith('packs.1.');

test('has no hype, and no tool that thinks', () => {
  const banned =
    /\b(magic\w*|supercharg\w*|10x|revolution\w*|game.?chang\w*|AI (thinks|knows|believes|feels))\b|[—!]|\p{Extended_Pictographic}/iu;
  const found = shown.filter(([path, text]) => !isQuotedWeakness(path) && banned.test(text));
  expect(found.map(([path, text]) => `${path}: ${banned.exec(text)?.[0]}`)).toEqual([]);
});

test('keeps sentences of cards at 25 words or less', () => {
  const card = (s: StarterScenario) => ({
    ...{ title: s.title, helpsYou: s.helpsYou, problem: s.problem, task: s.task, when: s.whenToUse },
    ...{ whenNot: s.whenNotToUse, steps: s.steps, criteria: s.criteria, humanCheck: s.humanCheck, inputs: s.inputs },
  });
  const items = Object.fromEntries(scenarios.map((s) => [s.code, card(s)]));
  const { guardrails, decisionTemplates, dataClasses, workflows, rules } = starter;
  const blocks = guardrails.map((g) => ({ ...g, lawNotes: [] }));
  const long = textsIn({
    ...items,
    blocks,
    decisionTemplates,
    dataClasses,
    rules,
    workflows,
    demoRules: demo.rules,
  }).filter(([, text]) => longestSentence(text) > 25);
  expect(long.map(([path, text]) => `${path} (${longestSentence(text)}): ${text}`)).toEqual([]);
});

test('names no real address, phone, link or firm beyond the tools', () => {
  const firms =
    /\b(LinkedIn|Indeed|Glassdoor|Facebook|Instagram|Xing|StepStone|Workday|Salesforce|Zoom|Slack|Amazon)\b/g;
  const patterns: [RegExp, RegExp][] = [
    [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, /@example\.com$/],
    [/(?<!@)\b(https?:\/\/)?([a-z0-9-]+\.)+(com|net|org|io|gov|edu|eu)\b/gi, /(^|\/|\.)example\.(org|com)$/],
    [/(?<![\d-])(\d{3}[-. ])?\d{3}-\d{4}\b|\+\d[\d ()-]{7,}/g, /^555-01\d\d$/],
    [firms, /^$/],
  ];
  const found = shown.flatMap(([path, text]) =>
    patterns.flatMap(([find, allowed]) =>
      (text.match(find) ?? []).filter((x) => !allowed.test(x)).map((x) => `${path}: ${x}`),
    ),
  );
  expect(found.filter((line) => !line.startsWith('people.'))).toEqual([]);
});

test('has examples and packs that the check for personal data lets pass', () => {
  const examples = scenarios.map((s) => s.prompts.map((p) => p.variables.map((v) => [v.name, v.example])));
  const found = textsIn({ examples, packs: starter.packs }).flatMap(([path, text]) =>
    findPersonalData(text, { countryChecks: ['US', 'GB', 'ES'] }).map(
      ({ kind, from, to }) => `${path}: ${kind} in ${text.slice(from, to)}`,
    ),
  );
  expect(found).toEqual([]);
});

test('reports its reading level', () => {
  const grades = scenarios.map((s): [string, number] => [
    s.code,
    grade(
      [s.helpsYou, s.problem, s.task, ...s.whenToUse, ...s.steps.map((step) => `${step.text}.`), s.guide].join('\n'),
    ),
  ]);
  const sorted = grades.toSorted(([, a], [, b]) => a - b).map(([code, level]) => `${code} ${level.toFixed(1)}`);
  process.stdout.write(`reading level of cards and guides, school grade, easiest first: ${sorted.join(', ')}\n`);
  expect(sorted).toHaveLength(19);
});
