/** A prompt is filled from what was typed: every problem at once, nothing of it read as anything but text. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  exampleValues,
  fill,
  inputId,
  isExample,
  typedValues,
  type Values,
  withDefaults,
} from '../../../src/features/playbook/fill.ts';
import type { Pack } from '../../../src/features/playbook/model.ts';
import { type Variable, variable } from '../../../src/features/playbook/scenario-version.ts';
import { aPrompt, aVariable } from '../../helpers/book-builders.ts';
import { stamps } from '../../helpers/builders.ts';

const one = (change: Partial<Variable> = {}) => aPrompt('About {{job}}.', [aVariable('job', change)]);
const filled = (change: Partial<Variable>, value: string) => fill(one(change), value === '' ? {} : { job: value });

const aPack = (blocks: Record<string, string>): Pack => ({
  ...stamps,
  slug: 'pack-1',
  title: 'Invented data',
  blocks: Object.entries(blocks).map(([name, text]) => ({ name, text })),
  scenarioIds: [],
});

describe('each kind of variable', () => {
  it.each<[string, Partial<Variable>, string, string]>([
    ['short text', {}, 'anything at all', ''],
    ['short text, empty', {}, '', 'field_required'],
    ['short text, empty and optional', { required: false }, '', ''],
    ['short text of its full length', { maxChars: 5 }, 'abcde', ''],
    ['short text, one too long', { maxChars: 5 }, 'abcdef', 'field_length'],
    ['text counted as a reader counts', { maxChars: 3 }, '👩‍🚀👩‍🚀👩‍🚀', ''],
    ['long text', { kind: 'longText' }, 'one\ntwo', ''],
    ['number', { kind: 'number' }, '12', ''],
    ['number with a comma', { kind: 'number' }, '12,5', ''],
    ['number below zero', { kind: 'number' }, '-3.25', ''],
    ['number in words', { kind: 'number' }, 'twelve', 'field_number'],
    ['number with a power', { kind: 'number' }, '1e5', 'field_number'],
    ['number without end', { kind: 'number' }, '1234567890123', 'field_number'],
    ['number and more', { kind: 'number' }, '12 people', 'field_number'],
    ['date', { kind: 'date' }, '2026-11-23', ''],
    ['date that does not exist', { kind: 'date' }, '2026-02-30', 'field_date'],
    ['date in another order', { kind: 'date' }, '23.11.2026', 'field_date'],
    ['choice', { kind: 'choice', choices: ['Plain', 'Warm'] }, 'Warm', ''],
    ['choice that is not offered', { kind: 'choice', choices: ['Plain', 'Warm'] }, 'warm', 'field_choice'],
    ['choice without choices', { kind: 'choice' }, 'Warm', 'field_choice'],
  ])('%s', (_, change, value, code) => {
    const result = filled(change, value);
    if (code === '') expect(result).toEqual({ kind: 'filled', text: `About ${value || '-'}.` });
    else expect(result).toMatchObject({ kind: 'incomplete', problems: [{ name: 'job', code }] });
  });

  it('names the field and its limits', () => {
    expect(filled({ maxChars: 5 }, 'abcdef')).toMatchObject({
      problems: [{ values: { field: 'Label job', min: 1, max: 5 } }],
    });
  });

  it('reports every problem at once, in the order of the fields', () => {
    const prompt = aPrompt('{{a}}{{b}}{{c}}{{d}}', [
      aVariable('a'),
      aVariable('b', { kind: 'number' }),
      aVariable('c', { required: false }),
      aVariable('d', { kind: 'date' }),
    ]);
    const result = fill(prompt, { b: 'x', d: 'y' });
    const problems = result.kind === 'incomplete' ? result.problems.map((p) => `${p.name} ${p.code}`) : [];
    expect(problems).toEqual(['a field_required', 'b field_number', 'd field_date']);
  });
});

describe('values', () => {
  const hostile = [
    '{{job}}',
    '{{other}}',
    '$&',
    '$1',
    "$'",
    '$$',
    '$\u007bsecret}',
    '<at>CEO</at>',
    '__proto__',
    '\\n',
  ];

  it.each(hostile)('%s stays as it is typed', (value) => {
    expect(fill(one(), { job: value })).toEqual({ kind: 'filled', text: `About ${value}.` });
  });

  it('never fill one another, whatever they hold', () => {
    const prompt = aPrompt('{{a}}|{{b}}', [aVariable('a', { maxChars: 2000 }), aVariable('b', { maxChars: 2000 })]);
    const said = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('{{a}}', '{{b}}', ...hostile));
    fc.assert(
      fc.property(said, said, (a, b) => {
        expect(fill(prompt, { a, b })).toEqual({ kind: 'filled', text: `${a}|${b}` });
      }),
    );
  });

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('an untyped {{%s}} is empty, not code', (name) => {
    const prompt = aPrompt(`Say {{${name}}}.`, []);
    expect(fill(prompt, {})).toEqual({ kind: 'filled', text: 'Say -.' });
  });

  it.each(['__proto__', 'constructor', 'toString', '_x', 'With', 'a-b', '', 'a'.repeat(41)])(
    'no variable is called "%s"',
    (name) => expect(variable.safeParse(aVariable(name)).success).toBe(false),
  );

  it.each(['a', 'jobTitle', 'b2', 'a'.repeat(40)])('a variable may be called "%s"', (name) =>
    expect(variable.safeParse(aVariable(name)).success).toBe(true),
  );
});

describe('what a form sends', () => {
  const prompt = aPrompt('{{a}}{{b}}', [aVariable('a'), aVariable('b')]);

  it('is read by the names of the variables, cleaned, the rest left', () => {
    const input = { [inputId('a')]: '  one\u200b ', [inputId('b')]: 7, a: 'no', v_other: 'no', scenarioId: 'no' };
    expect(typedValues(prompt, input)).toEqual({ a: 'one', b: '7' });
  });

  it.each([[null], [{ x: 1 }], [['x']], [true], [undefined], ['   '], ['\u202e']])('%j is nothing', (value) => {
    expect(typedValues(prompt, { v_a: value })).toEqual({});
  });
});

describe('what the prompt brings', () => {
  const prompt = aPrompt('{{a}}{{b}}{{c}}{{d}}', [
    aVariable('a', { preset: 'Our block' }),
    aVariable('b', { sameChat: true }),
    aVariable('c'),
    aVariable('d', { preset: 'Preset first', sameChat: true }),
  ]);

  it('is the preset, or the draft above, until something is typed', () => {
    const brought = { a: 'Our block', b: 'the draft above', d: 'Preset first' };
    expect(withDefaults(prompt, {}, 'the draft above')).toEqual(brought);
    expect(withDefaults(prompt, { a: 'Mine', c: 'Typed' }, 'the draft above')).toEqual({
      ...brought,
      a: 'Mine',
      c: 'Typed',
    });
  });
});

describe('the example', () => {
  const prompt = aPrompt('{{notes}}{{tone}}{{count}}', [
    aVariable('notes', { label: 'Intake notes', kind: 'longText', maxChars: 30 }),
    aVariable('tone', { kind: 'choice', choices: ['Plain', 'Warm'], example: 'Plain', required: false }),
    aVariable('count', { label: 'Count', kind: 'number', example: '3' }),
  ]);
  const own = { notes: 'example notes', tone: 'Plain', count: '3' };

  it.each<[string, Record<string, string>, Partial<Values>]>([
    ['comes from the block of that name', { 'intake NOTES': 'From the pack' }, { notes: 'From the pack' }],
    ['is its own when no block has that name', { Other: 'From the pack' }, {}],
    ['is its own when the block is too long', { 'Intake notes': 'x'.repeat(31) }, {}],
    ['is its own when the block is not what the field takes', { Count: 'three or four', 'Label tone': 'Loud' }, {}],
  ])('%s', (_, blocks, change) => {
    expect(exampleValues(prompt, aPack(blocks))).toEqual({ ...own, ...change });
  });

  it('fills a form that has no problem', () => {
    expect(fill(prompt, exampleValues(prompt, undefined)).kind).toBe('filled');
  });

  it.each<[string, Values, boolean]>([
    ['all of it', own, true],
    ['with an optional field left empty', { notes: own.notes, count: own.count }, true],
    ['with one word changed', { ...own, notes: 'example notes.' }, false],
    ['with one number changed', { ...own, count: '4' }, false],
    ['nothing filled in: what will come may be anything', {}, false],
  ])('is invented data: %s', (_, values, expected) => {
    expect(isExample(prompt, values, undefined)).toBe(expected);
  });

  it('of a pack counts as that of the pack', () => {
    const pack = aPack({ 'Intake notes': 'From the pack' });
    expect(isExample(prompt, exampleValues(prompt, pack), pack)).toBe(true);
    expect(isExample(prompt, own, pack)).toBe(false);
  });

  it('is not a prompt that asks nothing', () => {
    expect(isExample(aPrompt('Write.', []), {}, undefined)).toBe(false);
  });
});
