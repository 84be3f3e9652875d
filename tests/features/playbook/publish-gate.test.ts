/** The publish gate: each thing that may be missing or wrong, by its path, and all of them at once (product 5.1). */
import { describe, expect, it } from '@jest/globals';
import { rulebookOf } from '../../../src/features/guardrails/rulebook.ts';
import type { DraftContract } from '../../../src/features/playbook/edit-contract.ts';
import { differenceOf, isSmall } from '../../../src/features/playbook/edit-difference.ts';
import { textOf } from '../../../src/features/playbook/edit-draft.ts';
import { type AtGate, automaticGuardrails, gate } from '../../../src/features/playbook/publish-gate.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { aBook, aContract, aPrompt, aRole, aVariable, aWorkflow } from '../../helpers/book-builders.ts';
import { aGuardrail, aTool, someRules, today } from '../../helpers/builders.ts';

const cells = { public: 'allowed', internal: 'withConditions', confidential: 'notAllowed' } as const;
const rulebook = rulebookOf(
  someRules({
    tools: [aTool('a', cells), aTool('b', { internal: 'notAllowed' })],
    guardrails: [
      aGuardrail('remind', {}, { id: 'by-hand' }),
      aGuardrail('remind', { all: true }, { id: 'everywhere' }),
      aGuardrail('stop', { all: true }, { id: 'retired', state: 'retired' }),
    ],
  }),
  [],
);
const words = wordsFor('en');
const book = aBook([{}, {}, { head: { state: 'retired' } }], [aRole('recruiter'), aRole('gone', { active: false })]);
const finished = textOf(aContract({ guardrailIds: ['by-hand'], nextIds: ['scenario-2'] }));

const at = (draft: Partial<DraftContract> = {}, change: Partial<AtGate> = {}, place = {}): AtGate => ({
  ...{ id: 'scenario-1', head: { ownerId: 'owner', reviewerId: 'reviewer' }, workflow: aWorkflow() },
  ...{ book, pointedTo: new Set(['scenario-1', 'scenario-2', 'draft']), rulebook, now: today, words },
  draft: { ...finished, version: 1, ...draft, ...place },
  ...change,
});
const problems = (asked: AtGate): [path: string, error: string][] => {
  const found = gate(asked);
  return found.kind === 'open' ? [] : found.problems.map(({ path, error }) => [path, error]);
};
const { goodExample, humanCheck } = finished;
const draft = aPrompt('Write about {{job}}.', [aVariable('job')]);
const check = aPrompt('Check it.', [], { purpose: 'check' });

describe('the gate', () => {
  it('opens for what is whole, with its rules in place', () => {
    const found = gate(at());
    expect(found.kind === 'open' && found.contract).toMatchObject({ title: finished.title, guardrailIds: ['by-hand'] });
    const none = gate(at({ guardrailIds: [] }));
    expect(none.kind === 'open' && none.contract.guardrailIds).toEqual(['everywhere']);
    expect(automaticGuardrails(at({ guardrailIds: [] })).map(({ id }) => id)).toEqual(['everywhere']);
  });

  it('says everything that is missing at once', () => {
    const found = problems(at({}, { head: {}, draft: { version: 2 } }));
    expect(found.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        ...['title', 'helpsYou', 'problem', 'task', 'roleIds', 'whenToUse', 'whenNotToUse', 'inputs', 'dataClassId'],
        ...['toolIds', 'prompts', 'steps', 'goodExample', 'criteria', 'bar', 'humanCheck', 'time', 'walkthrough'],
        ...['changeNote', 'ownerId', 'reviewerId'],
      ]),
    );
    expect(found.every(([, error]) => error === 'field_required')).toBe(true);
    expect(new Set(found.map(([path]) => path)).size).toBe(found.length);
  });

  it.each<[what: string, asked: AtGate, expected: [path: string, error: string][]]>([
    ['a title that is too long', at({ title: 'x'.repeat(81) }), [['title', 'field_length']]],
    ['an empty line of a list', at({ whenToUse: [''] }), [['whenToUse.0', 'field_required']]],
    ['two criteria', at({ criteria: finished.criteria?.slice(0, 2) ?? [] }), [['criteria', 'field_form']]],
    [
      'a criterion that is no question',
      at({ criteria: finished.criteria?.map((each, n) => (n === 1 ? { ...each, text: 'It is clear.' } : each)) ?? [] }),
      [['criteria.1.text', 'field_form']],
    ],
    ['no prompt that checks', at({ prompts: [draft, { ...draft, id: 'more' }] }), [['prompts', 'field_form']]],
    [
      'a text that names a field which is not there',
      at({ prompts: [aPrompt('About {{job}} and {{ pay }}.', [aVariable('job')]), check] }),
      [['prompts.0.text', 'field_form']],
    ],
    [
      'a field that no text names',
      at({ prompts: [aPrompt('About it.', [aVariable('job')]), check] }),
      [['prompts.0.variables', 'field_form']],
    ],
    [
      'a field with the name of something else',
      at({ prompts: [aPrompt('About {{constructor}}.', [aVariable('constructor')]), check] }),
      [['prompts.0.variables.0.name', 'field_form']],
    ],
    [
      'no step of a person',
      at({ steps: [1, 2, 3].map((n) => ({ text: `Step ${n}`, byHuman: false })) }),
      [['steps', 'field_form']],
    ],
    [
      'an example that may be a real case',
      at(goodExample ? { goodExample: { ...goodExample, anonymised: false } } : {}),
      [['goodExample.anonymised', 'field_choice']],
    ],
    [
      'nobody who signs it off',
      at(humanCheck ? { humanCheck: { ...humanCheck, signOffRoleId: '' } } : {}),
      [['humanCheck.signOffRoleId', 'field_required']],
    ],
    ['neither guide nor video', at({ walkthrough: {} }), [['walkthrough', 'field_required']]],
    [
      'nothing but a course',
      at({ walkthrough: {}, courseUrl: 'https://learn.example.com/' }),
      [['walkthrough', 'field_required']],
    ],
    ['a link that is not safe', at({ courseUrl: 'http://learn.example.com/' }), [['courseUrl', 'bad_url']]],
    ['a role that is gone', at({ roleIds: ['gone'] }), [['roleIds.0', 'field_choice']]],
    ['a tool that nobody knows', at({ toolIds: ['a', 'x'] }), [['toolIds.1', 'field_choice']]],
    ['a kind of data that nobody knows', at({ dataClassId: 'x' }), [['dataClassId', 'field_choice']]],
    ['what comes next is on the way', at({ nextIds: ['draft'] }), []],
    ['what comes next is retired', at({ nextIds: ['scenario-3'] }), [['nextIds.0', 'field_choice']]],
    ['what comes next is itself', at({ nextIds: ['scenario-1'] }), [['nextIds.0', 'field_choice']]],
    ['data that are nowhere', at({ packId: 'x' }), [['packId', 'field_choice']]],
    ['no tool that may see its data', at({ dataClassId: 'confidential' }), [['toolIds', 'field_form']]],
    ['a tool that may not, and none other', at({ toolIds: ['b'] }), [['toolIds', 'field_form']]],
    ['one tool that may, among others', at({ toolIds: ['b', 'a'] }), []],
    [
      'an owner who looks at it alone',
      at({}, { head: { ownerId: 'me', reviewerId: 'me' } }),
      [['reviewerId', 'field_required']],
    ],
    ['no note, from the second version on', at({}, {}, { version: 2 }), [['changeNote', 'field_required']]],
    [
      'a note that is too long',
      at({}, {}, { version: 2, changeNote: 'x'.repeat(241) }),
      [['changeNote', 'field_length']],
    ],
    ['an optional text left empty', at({ weakExample: { text: '', why: '' }, packId: '', courseUrl: '' }), []],
    [
      'an optional text begun',
      at({ weakExample: { text: 'Weak.', why: '' } }),
      [['weakExample.why', 'field_required']],
    ],
    [
      'a hold, which is lifted by itself or not at all',
      at({}, { head: { ownerId: 'o', reviewerId: 'r', hold: { reason: 'Wait.', by: 'o', at: '' } } }),
      [],
    ],
  ])('answers to %s', (_, asked, expected) => {
    expect(problems(asked)).toEqual(expected);
  });

  it('speaks of fields in the reader’s words', () => {
    const found = gate(at({ task: '' }));
    expect(found.kind === 'shut' && found.problems[0]?.message).toBe('The task: please fill this in.');
    const spanish = gate(at({ task: '' }, { words: wordsFor('es') }));
    expect(spanish.kind === 'shut' && spanish.problems[0]?.message).toContain('La tarea');
  });
});

describe('a difference', () => {
  const naming = { book, rulebook, words };
  const other = (change: Partial<DraftContract>) => differenceOf(finished, { ...finished, ...change }, naming);

  it('is none between a text and itself', () => {
    expect(other({})).toEqual([]);
  });

  it.each<[change: Partial<DraftContract>, line: object]>([
    [{ title: 'Other' }, { label: 'Title', kind: 'changed', before: finished.title, after: 'Other' }],
    [{ tags: ['new'] }, { label: 'Search words', kind: 'added', before: '', after: 'new' }],
    [{ nextIds: [] }, { label: 'What may come next', kind: 'removed', before: 'Title scenario-2', after: '' }],
    [{ toolIds: ['a', 'b'] }, { path: 'toolIds', kind: 'changed', before: 'Tool a', after: 'Tool a\nTool b' }],
    [
      { prompts: [{ ...draft, text: 'Write of {{job}}.' }, ...(finished.prompts?.slice(1) ?? [])] },
      {
        path: 'prompts.prompt-draft.text',
        kind: 'changed',
        before: 'Write about {{job}}.',
        after: 'Write of {{job}}.',
      },
    ],
    [
      { bar: { minScore: 90 } },
      { path: 'bar.minScore', before: '80 % of the criteria', after: '90 % of the criteria' },
    ],
  ])('of %j is one line that says it', (change, line) => {
    const lines = other(change);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject(line);
  });

  it.each<[change: Partial<DraftContract>, small: boolean]>([
    [{ title: 'Other' }, true],
    [{ whenNotToUse: ['Never for pay.'], steps: finished.steps?.map((each) => ({ ...each, text: 'Other.' })) }, true],
    [{ goodExample: goodExample && { ...goodExample, text: 'Better.' } }, true],
    [{ toolIds: ['b'] }, false],
    [{ dataClassId: 'public' }, false],
    [{ roleIds: ['gone'] }, false],
    [{ criteria: finished.criteria?.map((each) => ({ ...each, hint: 'Look.' })) }, false],
    [{ prompts: finished.prompts?.map((each) => ({ ...each, title: 'Other' })) }, false],
    [{ prompts: [draft, { ...check, variables: [aVariable('draft', { maxChars: 9 })] }] }, false],
    [{ bar: { minScore: 10 } }, false],
    [{ guardrailIds: [] }, false],
    [{ inputs: [{ name: 'Notes', where: 'Elsewhere', dataClassId: 'internal' }] }, false],
  ])('of %j: wording alone? %s', (change, small) => {
    const after = { ...finished, ...change };
    expect(isSmall(finished, after, differenceOf(finished, after, naming))).toBe(small);
  });
});
