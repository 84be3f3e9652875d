/** A small playbook: one workflow with its scenario, and as many more as a test asks for. */
import { type Book, bookOf, type Entry, type Identified } from '../../src/features/playbook/book.ts';
import type { Department, Role, Scenario, Workflow } from '../../src/features/playbook/model.ts';
import {
  type Prompt,
  type ScenarioVersion,
  scenarioVersion,
  type Variable,
} from '../../src/features/playbook/scenario-version.ts';
import { stamps } from './builders.ts';

export const departments: readonly Identified<Department>[] = ['hr', 'finance', 'operations'].map((slug) => ({
  ...stamps,
  id: slug,
  slug,
  name: slug,
}));

export const aWorkflow = (change: Partial<Identified<Workflow>> = {}): Identified<Workflow> => ({
  ...stamps,
  id: 'workflow-1',
  slug: 'job-descriptions',
  name: 'Job descriptions',
  departmentId: 'hr',
  problem: 'Each starts from an empty page.',
  steps: [
    { order: 1, title: 'Talk', isAiStep: false },
    { order: 2, title: 'Draft', isAiStep: true },
  ],
  stage: 'scaled',
  pilotMemberIds: [],
  runCountSource: 'worksheet',
  ...change,
});

export const aRole = (slug: string, change: Partial<Identified<Role>> = {}): Identified<Role> => ({
  ...stamps,
  id: slug,
  slug,
  name: slug[0]?.toUpperCase() + slug.slice(1),
  active: true,
  aliases: [],
  matchTitles: [],
  ...change,
});

export const aVariable = (name: string, change: Partial<Variable> = {}): Variable => ({
  name,
  label: `Label ${name}`,
  kind: 'shortText',
  required: true,
  example: `example ${name}`,
  maxChars: 200,
  mayHoldPersonalData: false,
  ...change,
});

export const aPrompt = (text: string, variables: readonly Variable[], change: Partial<Prompt> = {}): Prompt => ({
  id: `prompt-${change.purpose ?? 'draft'}`,
  purpose: 'draft',
  title: 'Write it',
  text,
  variables: [...variables],
  ...change,
});

export const aContract = (change: Partial<ScenarioVersion> = {}): ScenarioVersion =>
  scenarioVersion.parse({
    ...stamps,
    scenarioId: 'scenario-1',
    version: 1,
    answersFeedback: [],
    title: 'Job description from notes',
    helpsYou: 'A first draft in ten minutes.',
    problem: 'Each starts from an empty page.',
    task: 'Write a job description.',
    roleIds: ['recruiter'],
    language: 'en',
    tags: [],
    whenToUse: ['After the talk.'],
    whenNotToUse: ['Before the talk.'],
    inputs: [{ name: 'Notes', where: 'From the talk', dataClassId: 'internal' }],
    dataClassId: 'internal',
    toolIds: ['a'],
    prompts: [
      aPrompt('Write about {{job}}.', [aVariable('job')]),
      aPrompt('Check {{draft}}.', [aVariable('draft', { sameChat: true })], { purpose: 'check' }),
    ],
    steps: [1, 2, 3].map((n) => ({ text: `Step ${n}`, byHuman: n === 3 })),
    goodExample: { text: 'Good.', whyGood: 'It is clear.', source: 'written', anonymised: true },
    criteria: [1, 2, 3].map((n) => ({ id: `c${n}`, text: `Is it ${n}?`, kind: 'must' })),
    bar: { minScore: 80 },
    guardrailIds: ['guardrail-none'],
    decisionIds: [],
    humanCheck: { who: 'You', what: 'Read it.', signOffRoleId: 'recruiter' },
    time: { beforeMinutes: 60, afterMinutes: 20, source: 'assumption', n: 0 },
    walkthrough: { guide: 'Do this, then that.' },
    nextIds: [],
    ...change,
  });

export interface EntryParts {
  readonly workflow?: Partial<Identified<Workflow>>;
  readonly head?: Partial<Identified<Scenario>>;
  readonly contract?: Partial<ScenarioVersion>;
}

/** A playbook of scenarios named `scenario-1`, `scenario-2`, ... each in a workflow of its own. */
export function aBook(parts: readonly EntryParts[], roles: readonly Identified<Role>[] = []): Book {
  const numbered = parts.map((part, at) => ({ ...part, id: `scenario-${at + 1}`, workflowId: `workflow-${at + 1}` }));
  return bookOf({
    departments,
    workflows: numbered.map(({ workflow, workflowId }) => aWorkflow({ id: workflowId, ...workflow })),
    scenarios: numbered.map(({ head, id, workflowId }) => ({
      ...stamps,
      id,
      slug: id,
      workflowId,
      stepOrder: 2,
      state: 'published' as const,
      liveVersion: 1,
      reviewDue: '2027-02-01',
      checkReasons: [],
      origin: 'starter' as const,
      credit: [],
      revision: '1',
      ...head,
    })),
    versions: numbered.map(({ contract, id }) => ({
      ...aContract({ scenarioId: id, title: `Title ${id}`, ...contract }),
      revision: '1',
    })),
    roles,
    packs: [],
    names: new Map(),
  });
}

export function entryOf(book: Book, id = 'scenario-1'): Entry {
  const entry = book.entries.get(id);
  if (!entry) throw new Error(`the book has no ${id}`);
  return entry;
}
