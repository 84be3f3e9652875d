/** `npm run bench`: our server beside the bare framework, in turns; prints each figure, its spread and its goal. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localTenant } from '../../src/config.ts';
import { systemClock } from '../../src/core/clock.ts';
import { silentLog } from '../../src/core/log.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { median, print } from './goals.ts';
import { cardFigures, searchFigures, storeFigures } from './inside.ts';
import { longLists } from './long-lists.ts';
import { listTarget, messageActivity, queryActivity, target } from './requests.ts';
import { queries, scenarioCount, seed } from './seed.ts';
import { type Kind, scriptOf, start } from './servers.ts';
import { type Compared, compare, compareStarts, type Plan, ratios } from './side-by-side.ts';
import { storeCosts } from './store-requests.ts';
import { tabSizes } from './tab-size.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    secs: { type: 'string', default: '1.5' },
    only: { type: 'string', default: 'load,list,long,start,inside' },
  },
});
const plan: Plan = { rounds: Number(options.rounds), seconds: Number(options.secs) };
const parts = options.only.split(',');

const ours: Kind = {
  name: 'ours',
  arguments: ['--disable-proto=delete', scriptOf('../../src/main.ts')],
  search: (port) => target(port, searches('findScenario'), tenCards),
};
const bare: Kind = {
  name: 'bare',
  arguments: [scriptOf('bare.ts')],
  search: (port) => target(port, searches('search'), tenCards),
};
const hello: Kind = {
  name: 'bare',
  arguments: [scriptOf('hello.ts')],
  search: (port) => listTarget(port, '/', 'hello'),
};
const tenCards = '"type":"result","attachmentLayout":"list","attachments":[{';
const searches = (command: string) => queries.map((words) => queryActivity(words, command));

const figures = new Map<string, readonly number[]>();
const voids = new Set<string>();
const notes: string[] = [];

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-'));
try {
  await prepare();
  if (parts.includes('load')) await measureLoad();
  if (parts.includes('list')) await measureList();
  if (parts.includes('long')) for (const [id, values] of await longLists()) figures.set(id, values);
  if (parts.includes('start')) await measureStarts();
  if (parts.includes('inside')) await measureInside();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${cpus().length} cores (${cpus()[0]?.model.trim()}), node ${process.version}, `);
process.stdout.write(`${scenarioCount} scenarios, ${plan.rounds} rounds of ${plan.seconds} s; middle, spread, goal\n`);
print(figures, voids);
for (const note of notes) process.stdout.write(`${note}\n`);

async function prepare(): Promise<void> {
  const store = openSqlite({ dataDir: folder, clock: systemClock, log: silentLog });
  await seed(store.forTenant(localTenant), systemClock.now());
  await store.close();
}

async function measureList(): Promise<void> {
  const both = { ours: await start(ours, folder), bare: await start(hello, folder) };
  try {
    const lists = {
      ours: listTarget(both.ours.port, '/api/discoveries?limit=50', '"kind":"discoveries"'),
      bare: hello.search(both.bare.port),
    };
    take('P18', await compare(lists, 16, plan), (m) => m.perSecond);
  } finally {
    await both.ours.stop();
    await both.bare.stop();
  }
}

async function measureLoad(): Promise<void> {
  const both = { ours: await start(ours, folder), bare: await start(bare, folder) };
  try {
    const search = { ours: ours.search(both.ours.port), bare: bare.search(both.bare.port) };
    const said = (texts: readonly string[]) => ({
      ours: target(both.ours.port, texts.map(messageActivity), 'vnd.microsoft.card.adaptive'),
      bare: target(both.bare.port, texts.map(messageActivity), '"text":"echo '),
    });
    const finds = queries.map((words) => `find ${words}`);
    const p1 = take('P1', await compare(search, 16, plan), (m) => m.perSecond);
    figures.set(
      'P9',
      p1.rounds.map((round) => round.ours.bytes / 1_024),
    );
    // The bare framework only echoes; help is our turn without work of its own, guards and the row of a repeat included.
    take('P3', await compare(said(['help']), 16, plan), (m) => m.perSecond);
    take('P3f', await compare(said(finds), 16, plan), (m) => m.perSecond);
    take('P4', await compare(search, 64, plan), (m) => m.p99);
    notes.push(...both.ours.complaints().slice(0, 5));
    if (both.ours.complaints().length > 0) for (const id of ['P1', 'P3', 'P3f', 'P4']) voids.add(id);
  } finally {
    await both.ours.stop();
    await both.bare.stop();
  }
}

function take(id: string, compared: Compared, of: Parameters<typeof ratios>[1]): Compared {
  figures.set(id, ratios(compared, of));
  if (compared.wrong.length > 0) voids.add(id);
  const [a, b] = (['ours', 'bare'] as const).map((name) => compared.rounds.map((round) => round[name]));
  const of1 = (rounds: typeof a, what: 'perSecond' | 'p50' | 'p99') =>
    median((rounds ?? []).map((m) => m[what])).toFixed(what === 'perSecond' ? 0 : 2);
  notes.push(
    `${id}: ours ${of1(a, 'perSecond')}/s, p50 ${of1(a, 'p50')} p99 ${of1(a, 'p99')} ms; bare ${of1(b, 'perSecond')}/s, p50 ${of1(b, 'p50')} p99 ${of1(b, 'p99')} ms`,
    ...compared.wrong.slice(0, 3).map((wrong) => `${id}: ${wrong}`),
  );
  return compared;
}

async function measureStarts(): Promise<void> {
  const started = await compareStarts({ ours, bare }, folder, Math.min(5, plan.rounds));
  figures.set('P5', started.memory);
  figures.set('P7', started.cold);
  const middle = (name: 'ours' | 'bare') => median(started.coldMs.map((pair) => pair[name])).toFixed(0);
  notes.push(`P7: ours ${middle('ours')} ms, bare ${middle('bare')} ms`);
}

async function measureInside(): Promise<void> {
  const sizes = await tabSizes();
  figures.set('P19', [sizes.playbook]);
  figures.set('P19r', [sizes.review]);
  const store = openSqlite({ dataDir: folder, clock: systemClock, log: silentLog });
  const bound = store.forTenant(localTenant);
  const taken = [
    ...(await cardFigures(bound)),
    ...(await searchFigures(bound)),
    ...(await storeFigures(bound, folder)),
  ];
  for (const [id, values] of taken) figures.set(id, values);
  await store.close();
  for (const { id, requests, units } of await storeCosts()) {
    figures.set(id, [requests.length]);
    notes.push(`${id}: ${units.toFixed(1)} request units by estimate: ${requests.join(', ')}`);
  }
}
