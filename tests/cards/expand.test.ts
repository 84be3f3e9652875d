// biome-ignore-all lint/suspicious/noTemplateCurlyInString: card templates are written so
/** Our expander gives what the library gives, on every face of every card: it is faster, not different (decision 010). */
import { describe, expect, it } from '@jest/globals';
import { Template } from 'adaptivecards-templating';
import { compileCard } from '../../src/core/expand.ts';
import { faces } from './all-cards.ts';

const words = (template: object) =>
  Object.fromEntries(
    [...JSON.stringify(template).matchAll(/\bt\.(\w+)/g)].map(([, word = '']) => [word, `word ${word}`]),
  );

/** What is escaped differs from the library on purpose, so these texts have nothing to escape. */
const withoutSigns = (data: object): object =>
  JSON.parse(
    JSON.stringify(data, (_, value) =>
      typeof value === 'string' ? value.replace(/[^\p{L}\p{N} ]/gu, '').trim() : value,
    ),
  );

/** A card leaves out what is null. */
const withoutNulls = (made: unknown): unknown =>
  JSON.parse(JSON.stringify(made, (_, value) => (value === null ? undefined : value)));

describe('the expander', () => {
  it.each(faces.map((face) => [`${face.kind.path} ${face.sample}`, face] as const))(
    'equals the library: %s',
    (_, { kind, data }) => {
      const { template, schema } = kind.card;
      const plain = withoutSigns(Object(schema.parse(data)));
      const expected = new Template(template).expand({ $root: { ...plain, t: words(template) } });
      expect(JSON.parse(compileCard(template, words(template))(plain))).toEqual(withoutNulls(expected));
    },
  );

  it.each([
    ['a missing name', { text: '${nothing}' }, {}],
    ['a name in a sentence', { text: 'Dear ${name}, ${name}' }, { name: 'A' }],
    [
      'a list within a list',
      { items: [{ $data: '${rows}', a: '${x}', b: [{ $data: '${inner}', c: '${y}' }] }] },
      {
        rows: [
          { x: 1, inner: [{ y: 2 }, { y: 3 }] },
          { x: 4, inner: [] },
        ],
      },
    ],
    [
      'what holds and what does not',
      {
        items: [
          { $when: '${yes}', a: 1 },
          { $when: '${!yes}', a: 2 },
          { $when: '${missing}', a: 3 },
        ],
      },
      { yes: true },
    ],
    ['the root from inside', { items: [{ $data: '${rows}', a: '${$root.word}' }] }, { rows: [{}, {}], word: 'w' }],
    ['an expression', { a: '${count(rows) > 1}', b: "${if(yes, 'x', 'y')}" }, { rows: [1, 2], yes: false }],
    ['data that looks like a template', { a: '${x}' }, { x: '${y} {{z}}', y: 'no' }],
    ['types kept', { a: '${n}', b: '${t}', c: '${z}' }, { n: 0, t: false, z: '' }],
  ])('equals the library: %s', (_, template, root) => {
    const expected = withoutNulls(new Template(template).expand({ $root: root }));
    expect(JSON.parse(compileCard(template, {})(root))).toEqual(expected);
  });
});
