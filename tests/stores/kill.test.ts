/** F13: a store whose process is killed in the middle of writes keeps every write it acknowledged, and no half batch. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from '@jest/globals';
import { findAll, type TenantStore } from '../../src/core/documents.ts';
import { compiled } from '../helpers/server-process.ts';
import { folders } from './folder.ts';
import { counter, numbersFrom, sizeOf, textOf, written } from './kill-plan.ts';
import { survivedFaults } from './survived.ts';

const rounds = process.env.FB_SCALE === 'long' ? 500 : 60;
const fixedSeed = 20_261_123;
const lanes = 2;
const writer = join(import.meta.dirname, 'kill-writer.ts');

const { make, open, clear } = folders();
afterAll(clear);

interface Round {
  readonly folder: string;
  readonly tenantId: string;
  readonly seed: number;
}

/** Runs the writer, kills it after so many acknowledgements, and returns the last one it gave before it died. */
async function killedAfter(acknowledgements: number, { folder, tenantId, seed }: Round): Promise<number> {
  const child = spawn(process.execPath, [writer, folder, tenantId, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: compiled,
  });
  const errors: string[] = [];
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const ended = once(child, 'exit');
  let last = -1;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last + 1 === acknowledgements) child.kill('SIGKILL');
  }
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${errors.join('')}`);
  return last;
}

interface Found {
  readonly lost: number;
  readonly torn: number;
}

/** What is there, against what was acknowledged. At most one batch more may be there: committed, and killed before its line. */
async function compare(tenant: TenantStore, seed: number, last: number): Promise<Found> {
  const rowsOf = new Map<number, Set<number>>();
  let torn = 0;
  for await (const { body } of findAll(tenant, { kind: 'row' })) {
    const { batch, row, of, text } = written.parse(body);
    if (of !== sizeOf(seed, batch) || text !== textOf(batch, row)) torn += 1;
    rowsOf.set(batch, (rowsOf.get(batch) ?? new Set()).add(row));
  }
  for (const [batch, rows] of rowsOf) if (rows.size !== sizeOf(seed, batch)) torn += 1;
  const acknowledged = Array.from({ length: last + 1 }, (_, batch) => batch);
  const lost = acknowledged.filter((batch) => !rowsOf.has(batch)).length;
  const count = counter.parse((await tenant.get('counter', 'counter'))?.body ?? { batch: -1 }).batch;
  if (count !== rowsOf.size - 1 || count > last + 1) torn += 1;
  return { lost, torn };
}

function quickCheck(folder: string): unknown {
  const db = new DatabaseSync(join(folder, 'fieldbook.db'), { readOnly: true });
  const result = db.prepare('PRAGMA quick_check').all();
  db.close();
  return result;
}

/** Kills in one folder, round after round, so that each start meets what the kill before left. */
async function lane(seeds: readonly number[], count: (last: number, found: Found) => void): Promise<void> {
  const folder = make();
  for (const [at, seed] of seeds.entries()) {
    const round = { folder, tenantId: `round ${at}`, seed };
    const last = await killedAfter(1 + Math.floor(numbersFrom(seed)() * 30), round);
    const store = open(folder);
    expect(quickCheck(folder)).toEqual([{ quick_check: 'ok' }]);
    count(last, await compare(store.forTenant(round.tenantId), seed, last));
    await store.close();
  }
}

const survived = survivedFaults('SQLite killed');

it(`loses nothing in ${rounds} kills`, async () => {
  const randomSeed = Math.floor(Math.random() * 2 ** 31);
  process.stdout.write(`kill -9: seeds ${fixedSeed} and ${randomSeed}\n`);
  const seeds = [fixedSeed, randomSeed].map((seed) => {
    const next = numbersFrom(seed);
    return Array.from({ length: rounds / lanes }, () => Math.floor(next() * 2 ** 31));
  });
  const total = { acknowledged: 0, lost: 0, torn: 0 };
  const count = (last: number, { lost, torn }: Found) => {
    total.acknowledged += last + 1;
    total.lost += lost;
    total.torn += torn;
  };
  await Promise.all(seeds.map((lot) => lane(lot, count)));
  const { acknowledged, lost, torn } = total;
  process.stdout.write(`kill -9: ${rounds} rounds, ${acknowledged} acknowledged writes, ${lost} lost, ${torn} torn\n`);
  expect({ lost, torn }).toEqual({ lost: 0, torn: 0 });
  expect(acknowledged).toBeGreaterThan(rounds);
  survived('F13');
}, 600_000);
