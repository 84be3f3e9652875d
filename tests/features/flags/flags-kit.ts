/** The flags feature over a small world: one tool, one scenario, and the same scenario on hold. */
import { afterEach, beforeEach } from '@jest/globals';
import { z } from 'zod';
import { findAll } from '../../../src/core/documents.ts';
import { keyedHash, sealUnder } from '../../../src/core/ids.ts';
import type { GrantName } from '../../../src/core/person.ts';
import type { Answer, Turn } from '../../../src/core/turn.ts';
import { flags } from '../../../src/features/flags/index.ts';
import { flag } from '../../../src/features/flags/model.ts';
import { rulebookOf } from '../../../src/features/guardrails/rulebook.ts';
import { rulingOperations } from '../../../src/features/guardrails/ruling.ts';
import { aTool, aTurn, facts, type MemoryStore, memoryStore, someRules } from '../../helpers/builders.ts';

export let memory: MemoryStore;

/** A store of its own for every test of the file that calls this. */
export function withFlags(): void {
  beforeEach(() => {
    memory = memoryStore();
  });
  afterEach(() => memory.close());
}

/** Who holds a right now, whichever department; a test takes it away. */
export const holders: Partial<Record<GrantName, string[]>> = {
  ...{ manager: ['lead-1'], hrLead: ['lead-1', 'hr'], governance: ['tools', 'second'] },
};

const rules = someRules({ tools: [aTool('a', { internal: 'allowed', personal: 'notAllowed' })] });
const held = facts({ hold: { reason: 'A flag is open' } });
export const feature = flags({
  rulebook: async () => rulebookOf(rules, []),
  subject: async (_, id) =>
    id === 'scenario-1' || id === 'held'
      ? {
          title: 'Job description',
          version: 3,
          workflowId: 'workflow-1',
          departmentId: 'hr',
          facts: id === 'held' ? held : facts(),
        }
      : undefined,
  departmentOf: async () => 'finance',
  makers: async (_, { context }) => (context.scenarioId === 'scenario-1' ? ['maker-1'] : []),
  nameOf: async (_, personId) => `Name of ${personId}`,
  holders: async (_, grants) => [...new Set(grants.flatMap((grant) => holders[grant] ?? []))],
  noteCard: () => {
    throw new Error('not asked for here');
  },
  contact: async () => undefined,
  meant: async () => undefined,
  outdatedOperations: async () => [],
  rulingOperations,
  hash: keyedHash(Buffer.alloc(32, 7)),
  seal: sealUnder(Buffer.alloc(32, 7)),
});

export const turnAt = (change: Partial<Turn> = {}): Turn => aTurn(memory.store, { now: memory.clock.now(), ...change });

export function press(verb: string, data: object, change: Partial<Turn> = {}): Promise<Answer> {
  const found = feature.actions?.find((a) => a.verb === verb);
  if (!found) throw new Error(`no action ${verb}`);
  return found.run(turnAt(change), data);
}
export const send = (data: object, change: Partial<Turn> = {}) => press('sendFlag', data, change);

async function stored<T>(kind: string, schema: z.ZodType<T>): Promise<(T & { id: string })[]> {
  const found: (T & { id: string })[] = [];
  for await (const { id, body } of findAll(memory.store, { kind })) found.push({ ...schema.parse(body), id });
  return found;
}
export const flagged = () => stored('flag', flag);
export const audited = () => stored('auditEntry', z.looseObject({ entityId: z.string(), action: z.string() }));

export const cardOf = (answer: Answer): string => ('card' in answer ? answer.card.json : '');
export const input = (answer: Answer, id: string): unknown =>
  JSON.parse(cardOf(answer)).body.find((element: { id?: string }) => element.id === id)?.value;
