/** What a file may hold: a document of any shape comes through whole, and what no store would take is refused by its line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkedFile, exportTenant } from '../../src/stores/move.ts';
import { compareWithFile, importTenant } from '../../src/stores/move-in.ts';
import { progressOn, type Screen } from '../../src/stores/move-progress.ts';
import { documentLine, endLine, headLine, tally } from '../../src/stores/tenant-lines.ts';
import { movingClock, second } from '../helpers/moving-clock.ts';
import { create } from './contract/kit.ts';
import { folders } from './folder.ts';

const { make, open, clear } = folders();
const made: string[] = [];
afterEach(async () => {
  await clear();
  for (const file of made.splice(0)) rmSync(dirname(file), { recursive: true, force: true });
});
const clock = movingClock();
const now = () => clock.now();
const tenantId = 'b6a7c1de-0000-4000-8000-0000000000bb';

const item = (id: string, body: Record<string, unknown> = { n: 1 }, kind = 'item') =>
  documentLine({ kind, id, schemaVersion: 1, body });

/** A file as anybody could write one: its end fits its lines. */
function fileOf(lines: readonly string[], head = headLine(tenantId)): string {
  const counted = tally();
  for (const line of lines) counted.add(line);
  const file = join(mkdtempSync(join(tmpdir(), 'fieldbook-files-')), 'made.jsonl');
  made.push(file);
  writeFileSync(file, [head, ...lines, endLine(counted.total()), ''].join('\n'));
  return file;
}

describe('a document', () => {
  it.each([
    ['with names that mean something to the language', '{"__proto__":{"x":1},"constructor":1,"b":{"__proto__":2}}'],
    ['with names that are numbers', '{"10":1,"9":2,"a":{"2":0,"1":0}}'],
    ['with signs that end a line elsewhere', JSON.stringify({ text: 'a\u2028b\u2029c\r\nd\u0085e\ufeff' })],
    ['with numbers at the edge', '{"a":1e21,"b":-1.5e-7,"c":9007199254740993,"d":0.1}'],
    ['that is empty', '{}'],
  ])('%s is the same on the other side', async (_name, text) => {
    const from = open(make(), { clock });
    expect((await from.forTenant(tenantId).write([create('a', JSON.parse(text))])).kind).toBe('ok');
    const file = fileOf([]);
    const total = await exportTenant(from.archive(tenantId), file);
    expect(await checkedFile(file, tenantId)).toEqual(total);
    const to = open(make(), { clock });
    await importTenant(to.forTenant(tenantId), file, total, { now });
    expect((await compareWithFile(to.archive(tenantId), file, now())).store).toEqual(total);
    expect((await to.forTenant(tenantId).get('item', 'a'))?.body).toEqual(JSON.parse(text));
  });

  it('has one line, in whatever order its names stand', () => {
    const [a, b] = [
      item('a', { x: { p: 1, q: [{ r: 1, s: 2 }] }, y: 2 }),
      item('a', { y: 2, x: { q: [{ s: 2, r: 1 }], p: 1 } }),
    ];
    expect(a).toBe(b);
    expect(a).toBe('{"body":{"x":{"p":1,"q":[{"r":1,"s":2}]},"y":2},"id":"a","kind":"item","schemaVersion":1}');
  });
});

describe('a file whose end fits its lines', () => {
  it.each([
    ['an event without its week', item('b', {}, 'use'), 'line 3: a "use" needs its week'],
    ['a name with control signs', item('b\u001b[31m'), 'line 3: an id is not empty'],
    ['a kind that is none', item('b', {}, '../x'), 'line 3: "../x" is not a kind'],
    [
      'a body that is too deep',
      item('b', JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`)),
      'line 3: a body is nested',
    ],
    ['half a character', item('b', { text: '\ud800' }), 'line 3: a body holds half a character'],
    [
      'names in another order',
      '{"kind":"item","id":"b","schemaVersion":1,"body":{}}',
      'line 3: not as an export writes it',
    ],
    ['a field that is none of ours', item('b').replace('{', '{"aaa":1,'), 'line 3: this is no line of an export'],
    ['a list for a body', item('b').replace(/\{"n":1\}/, '[]'), 'line 3: this is no line of an export'],
  ])('but holds %s is refused with the number of the line', async (_name, line, sentence) => {
    await expect(checkedFile(fileOf([item('a'), line, item('c')]), tenantId)).rejects.toThrow(sentence);
  });

  it('may not bring control signs to the terminal in the name of its tenant', async () => {
    const file = fileOf([], JSON.stringify({ fieldbook: 1, tenantId: '\u001b[2J' }));
    await expect(checkedFile(file, tenantId)).rejects.toThrow('line 1: this is no line of an export');
  });

  it('and holds a document twice brings it once, and is never called equal', async () => {
    const file = fileOf([item('a'), item('b'), item('a')]);
    const store = open(make(), { clock });
    const done = await importTenant(store.forTenant(tenantId), file, await checkedFile(file, tenantId), { now });
    expect(done).toMatchObject({ created: 2, present: 1 });
    const compared = await compareWithFile(store.archive(tenantId), file, now());
    expect(compared.file).not.toEqual(compared.store);
  });
});

describe('a file that is no export', () => {
  it('of one endless line is left before it fills the memory', async () => {
    const file = fileOf([]);
    writeFileSync(file, Buffer.alloc(20_000_000, 'x'));
    await expect(checkedFile(file, tenantId)).rejects.toThrow('no line of an export is that long');
  });
});

describe('progress', () => {
  function said(isTTY: boolean, steps: readonly (readonly [number, number?])[]): string[] {
    const [texts, time]: [string[], ReturnType<typeof movingClock>] = [[], movingClock()];
    const screen: Screen = { isTTY, write: (text) => texts.push(text) };
    const { show, end } = progressOn(screen, time, 'importing');
    for (const [documents, of] of steps) {
      time.pass(second);
      show(documents, of);
    }
    end();
    return texts;
  }

  it('redraws one line at a terminal, with the rate of this run', () => {
    const [first, last, ended] = said(true, [
      [100, 400],
      [400, 400],
    ]);
    expect(first).toBe(`\rimporting [${'='.repeat(8)}${' '.repeat(22)}] 100 of 400 documents\u001b[K`);
    expect(last).toBe(`\rimporting [${'='.repeat(30)}] 400 of 400 documents, 150 a second\u001b[K`);
    expect(ended).toBe('\n');
  });

  it('writes plain lines elsewhere, and few of them', () => {
    const steps = Array.from({ length: 50 }, (_, n) => [(n + 1) * 500] as const);
    const lines = said(false, steps);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^importing 10000 documents, \d+ a second\n$/);
  });

  it('says nothing of a move that did not begin', () => {
    expect(said(true, [])).toEqual([]);
  });
});
