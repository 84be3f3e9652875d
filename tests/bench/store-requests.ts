/** What each action of a person asks of the distributed store, counted by the adapter, in a whole server of this process. */
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/clock.ts';
import type { TenantStore } from '../../src/core/documents.ts';
import { loadBook } from '../../src/features/playbook/documents.ts';
import { exampleValues, inputId } from '../../src/features/playbook/fill.ts';
import { draftOf } from '../../src/features/playbook/use.ts';
import { startServer } from '../../src/server.ts';
import { type OpenedCosmos, openInProcess } from '../stores/cosmos-kit.ts';
import { load, type Target } from './load.ts';
import { invokeActivity, queryActivity, targetOfOne } from './requests.ts';
import { personId } from './seed.ts';

export interface Cost {
  readonly id: string;
  /** What each request was. */
  readonly requests: readonly string[];
  readonly units: number;
}

const cardProof = 'vnd.microsoft.card.adaptive';

export async function storeCosts(): Promise<Cost[]> {
  const read = readConfig({ PORT: '0' });
  if (read.kind === 'bad') throw new Error(`bench: ${read.problems}`);
  const opened = await openInProcess({ clock: systemClock });
  const server = await startServer(read.config, { ticks: 'byHand', store: opened.store });
  try {
    const port = Number(new URL(server.url).port);
    const bound = opened.store.forTenant(read.config.localTenant);
    const costs: Cost[] = [];
    for (const [id, activity] of await activities(bound))
      costs.push(await costOf(id, opened, () => once(targetOfOne(port, activity(), cardProof), id)));
    await fiftyFlags(bound);
    costs.push(await costOf('P17r', opened, rsvp(bound)), await costOf('P17l', opened, listOf50(bound)));
    return costs;
  } finally {
    await server.close();
  }
}

async function activities(store: TenantStore): Promise<[string, () => object][]> {
  const book = await loadBook(store);
  const entry = [...book.entries.values()].find((e) => e.workflow.stage === 'scaled');
  if (!entry) throw new Error('bench: no scenario that everyone may open');
  const pack = book.packs.get(entry.contract.packId ?? '');
  const values = Object.entries(exampleValues(draftOf(entry), pack)).map(([name, value]) => [inputId(name), value]);
  const form = { verb: 'fillScenario', scenarioId: entry.id, confirmed: 'true', ...Object.fromEntries(values) };
  const submit = { commandId: 'useScenario', commandContext: 'compose', data: form };
  const open = { data: { verb: 'openScenario', scenarioId: entry.id } };
  const flag = { commandId: 'flagGrayArea', commandContext: 'compose', data: { verb: 'sendFlag', question: 'May I?' } };
  return [
    ['P17s', () => queryActivity('interview', 'findScenario')],
    ['P17o', () => invokeActivity('task/fetch', open)],
    ['P17i', () => invokeActivity('composeExtension/submitAction', submit)],
    ['P17f', () => invokeActivity('composeExtension/submitAction', flag)],
  ];
}

/** Office hours are not built yet: the writes their rules ask for, through the port. */
function rsvp(store: TenantStore): () => Promise<void> {
  let at = 0;
  return async () => {
    const id = `bench-session-${at++}`;
    const made = await store.write([{ op: 'create', kind: 'session', id, body: { seatsTaken: 0 } }]);
    if (made.kind !== 'ok') throw new Error(`bench: ${made.kind}`);
    beforeLast.mark?.();
    const session = await store.get('session', id);
    await store.write([
      { op: 'create', kind: 'rsvp', id, body: { answer: 'yes' } },
      { op: 'replace', kind: 'session', id, version: session?.version ?? '', body: { seatsTaken: 1 } },
    ]);
  };
}

/** Set while something is counted: what came before it was only preparation. */
const beforeLast: { mark?: () => void } = {};

async function fiftyFlags(store: TenantStore): Promise<void> {
  const flags = Array.from({ length: 60 }, (_, n) => {
    const createdAt = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
    const body = { question: 'May I?', state: 'open', reporterId: personId(1), createdAt };
    return { op: 'create', kind: 'flag', id: `bench-${n}`, body } as const;
  });
  await store.write(flags);
}

const listOf50 = (store: TenantStore) => async () => {
  const orderBy = { field: 'createdAt', direction: 'desc' } as const;
  const { items } = await store.find({ kind: 'flag', where: [['reporterId', '=', personId(1)]], orderBy, limit: 50 });
  if (items.length !== 50) throw new Error('bench: the list is not what was written');
};

/** Done twice: the first time fills the copies that a running server holds. */
async function costOf(id: string, { store, service }: OpenedCosmos, work: () => Promise<void>): Promise<Cost> {
  await work();
  let from = { seen: service.requests.length, units: store.usage().units };
  beforeLast.mark = () => {
    from = { seen: service.requests.length, units: store.usage().units };
  };
  await work();
  const requests = service.requests
    .slice(from.seen)
    .map(({ operation, id: item, body }) => `${operation} ${what(item, body)}`);
  return { id, requests, units: store.usage().units - from.units };
}

function what(item: string, body: unknown): string {
  if (item) return item.split(':')[0] ?? '';
  if (Array.isArray(body)) return body.map((each) => String(each?.resourceBody?.kind)).join('+');
  return '';
}

async function once(asked: Target, id: string): Promise<void> {
  const { wrong } = await load(asked, 1, 0);
  if (wrong.size > 0) throw new Error(`bench: ${id} went wrong: ${[...wrong.keys()]}`);
}
