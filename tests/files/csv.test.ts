/** CSV: what a reader of the standard gets back, and that no text of a person becomes a formula (reliability 10). */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvCell, writeCsv } from '../../src/files/csv.ts';
import { anyCharacters } from '../helpers/any-characters.ts';
import { scaled } from '../helpers/scale.ts';
import { readCsv } from './csv-reader.ts';

it.each([
  ['plain text', 'plain text'],
  ['=1+2', "'=1+2"],
  ['  \u200b =HYPERLINK("https://x.example")', '\'=HYPERLINK("https://x.example")'],
  ['＝1+2', "'＝1+2"],
  ['-5 minutes', "'-5 minutes"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  ['a; =1', "a; '=1"],
  ['a\n+1', "a\n'+1"],
  ['a\u200b;=1', "a;'=1"],
  ['1 - 2 = -1', '1 - 2 = -1'],
  ['said "yes", then\nno', 'said "yes", then\nno'],
  ['Añadir más', 'Añadir más'],
])('shows %j as a text', (typed, read) => {
  expect(readCsv(writeCsv({ header: ['x'], rows: [[typed]] }))).toEqual([['x'], [read]]);
});

it('leaves numbers as they are, and an unknown one empty', () => {
  const text = writeCsv({
    header: ['name', 'n'],
    rows: [
      ['a', -1.5],
      ['b', undefined],
      ['c', Number.NaN],
    ],
  });
  expect(text).toBe('\ufeff"name","n"\r\n"a",-1.5\r\n"b",\r\n"c",\r\n');
});

const hostile = fc.array(fc.oneof(fc.constantFrom(...'=+-@＝;\t\r\n",,\u00a0\u200b\u200d a'), anyCharacters(2)), {
  maxLength: 8,
});
const cell = hostile.map((parts) => parts.join(''));

it('keeps every text in one cell, and lets none begin as a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 4 }), (rows) => {
      const read = readCsv(writeCsv({ header: ['a', 'b'], rows }));
      expect(read).toHaveLength(rows.length + 1);
      for (const shown of read.flat()) {
        expect(shown).not.toMatch(/^[\p{Zs}\p{Cf}]*[=+\-@＝＋－＠\t\r]/u);
        expect(shown).not.toMatch(/[;\t\r\n][\p{Zs}\p{Cf}]*[=+\-@＝＋－＠]/u);
      }
    }),
    { numRuns: scaled(200, 5000) },
  );
});

it('puts a sign before each formula that follows a separator', () => {
  expect(csvCell('a;=1;=2')).toBe(`"a;'=1;'=2"`);
});
