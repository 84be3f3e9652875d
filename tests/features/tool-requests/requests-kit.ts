/** Tool requests for tests: a whole one, of which a test names what it is about; and the feature over a small world. */
import { afterEach, beforeEach } from '@jest/globals';
import { findAll } from '../../../src/core/documents.ts';
import { keyedHash } from '../../../src/core/ids.ts';
import type { GrantName } from '../../../src/core/person.ts';
import type { Answer, Turn } from '../../../src/core/turn.ts';
import { loadRules } from '../../../src/features/guardrails/documents.ts';
import { rulebookOf } from '../../../src/features/guardrails/rulebook.ts';
import { rulingOperations } from '../../../src/features/guardrails/ruling.ts';
import { toolRequests } from '../../../src/features/tool-requests/index.ts';
import { type ToolRequest, toolRequest } from '../../../src/features/tool-requests/model.ts';
import {
  aGrant,
  aPerson,
  aTool,
  aTurn,
  type Cells,
  classes,
  type MemoryStore,
  memoryStore,
} from '../../helpers/builders.ts';

export const aRequest = (change: Partial<ToolRequest> = {}): ToolRequest => ({
  toolName: 'Notebot',
  toolKey: 'notebot',
  need: 'To sum up meetings',
  requesterId: 'requester',
  supporterIds: [],
  satisfiedIds: [],
  alsoFor: [],
  dataClassId: 'internal',
  usingCount: 0,
  lane: 'review',
  state: 'submitted',
  dueAt: '2026-11-30T10:00:00.000Z',
  thread: [],
  createdAt: '2026-11-23T10:00:00.000Z',
  createdBy: 'requester',
  updatedAt: '2026-11-23T10:00:00.000Z',
  updatedBy: 'requester',
  ...change,
});

export let memory: MemoryStore;

/** A store of its own for every test of the file that calls this, with tools `a` (on the list) and the five classes. */
export function withRequests(cells: Cells = { internal: 'withConditions', public: 'allowed' }): void {
  beforeEach(async () => {
    memory = memoryStore();
    for (const { id, ...body } of classes) await put('dataClass', id, body);
    const { id, ...body } = aTool('a', cells);
    await put('tool', id, body);
  });
  afterEach(() => memory.close());
}

export const put = (kind: string, id: string, body: object) =>
  memory.store.write([{ op: 'create', kind, id, body }]).then(({ kind: outcome }) => {
    if (outcome !== 'ok') throw new Error(`${kind} ${id}: ${outcome}`);
  });

/** Who holds a right now; a test takes it away. */
export const holders: Partial<Record<GrantName, string[]>> = {
  governance: ['tools', 'second'],
  hrLead: ['hr', 'lead'],
};

export const feature = toolRequests({
  rulebook: async ({ store }) => rulebookOf(await loadRules(store), []),
  departmentOf: async () => 'finance',
  nameOf: async (_, personId) => `Name of ${personId}`,
  holders: async (_, grants) => grants.flatMap((grant) => holders[grant] ?? []),
  rulingOperations,
  hash: keyedHash(Buffer.alloc(32, 7)),
});

export const turnAt = (change: Partial<Turn> = {}): Turn => aTurn(memory.store, { now: memory.clock.now(), ...change });
export const who = (personId: string, ...grants: Parameters<typeof aGrant>[0][]) =>
  aPerson({ personId, zone: 'UTC', grants: grants.map((grant) => aGrant(grant)) });
export const by = (personId: string, ...grants: Parameters<typeof aGrant>[0][]): Turn =>
  turnAt({ who: who(personId, ...grants) });

export function press(turn: Turn, verb: string, data: object): Promise<Answer> {
  const found = feature.actions?.find((a) => a.verb === verb);
  if (!found) throw new Error(`no action ${verb}`);
  return found.run(turn, data);
}
export const say = (turn: Turn, name: string, rest = ''): Promise<Answer> => {
  const found = feature.commands?.find((c) => c.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found.run(turn, rest);
};
export const cardOf = (answer: Answer): string => ('card' in answer ? answer.card.json.replaceAll('\\', '') : '');

export const ask = (personId: string, change: object = {}) =>
  press(by(personId), 'sendRequest', { toolName: 'Notebot', need: 'Minutes', dataClassId: 'internal', ...change });

export async function requests(): Promise<(ToolRequest & { id: string })[]> {
  const found = [];
  for await (const { id, body } of findAll(memory.store, { kind: 'toolRequest' }))
    found.push({ ...toolRequest.parse(body), id });
  return found;
}
