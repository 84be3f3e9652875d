/** The discoveries feature over a small world: one workflow for all, one in a pilot, a scenario in each. */
import { afterEach, beforeEach } from '@jest/globals';
import { z } from 'zod';
import { findAll } from '../../../src/core/documents.ts';
import { keyedHash } from '../../../src/core/ids.ts';
import { holds } from '../../../src/core/person.ts';
import type { DraftCall, LiveScenario } from '../../../src/core/playbook-view.ts';
import type { Answer, Turn } from '../../../src/core/turn.ts';
import type { DiscoveryDeps } from '../../../src/features/discoveries/desk.ts';
import { discoveries } from '../../../src/features/discoveries/index.ts';
import { type Discovery, discovery } from '../../../src/features/discoveries/model.ts';
import { rulebookOf } from '../../../src/features/guardrails/rulebook.ts';
import { createSearch } from '../../../src/search/search.ts';
import { aDiscovery } from '../../helpers/a-discovery.ts';
import { aGrant, aPerson, aTool, aTurn, type MemoryStore, memoryStore, someRules } from '../../helpers/builders.ts';

export let memory: MemoryStore;
/** What the playbook was asked to make. */
export let drafted: DraftCall[] = [];

/** A store of its own for every test of the file that calls this. */
export function withDiscoveries(): void {
  beforeEach(() => {
    memory = memoryStore();
    drafted = [];
  });
  afterEach(() => memory.close());
}

const rules = someRules({ tools: [aTool('a', { internal: 'allowed' }), aTool('gone', {}, { status: 'retired' })] });
const scenarioOf = (id: string, workflowId: string, isSeen: boolean): LiveScenario => ({
  ...{ id, revision: '1', title: `Title of ${id}`, what: `Text of ${id}`, prompts: [], version: 3, workflowId },
  ...{ dataClassId: 'confidential', roleIds: ['recruiter'], toolIds: ['a'], isSeen },
});

const isInPilot = ({ who }: Turn) => who.personId === 'member' || who.personId === 'pilot-owner';
const deps: DiscoveryDeps = {
  rulebook: async () => rulebookOf(rules, []),
  roles: async () => [{ id: 'recruiter', name: 'Recruiter' }],
  departmentOf: async ({ who }) => who.departmentId,
  workflows: async (turn) => [
    { id: 'open', name: 'Open to all', departmentId: 'hr', isSeen: true, isOwned: holds(turn.who, ['owner'], 'hr') },
    {
      ...{ id: 'pilot', name: 'In a pilot', departmentId: 'finance', ownerId: 'pilot-owner' },
      ...{ isSeen: isInPilot(turn), isOwned: turn.who.personId === 'pilot-owner' },
    },
  ],
  live: async (turn) => [scenarioOf('scenario-1', 'open', true), scenarioOf('scenario-2', 'pilot', isInPilot(turn))],
  draft: async (_, call) => {
    drafted.push(call);
    if (call.title === 'Full') return { kind: 'full' };
    return { kind: 'ok', scenarioId: 'made', version: 2, operations: [] };
  },
  introduce: async () => undefined,
  nameOf: async (_, personId) => `Name of ${personId}`,
  holders: async (_, grants, departmentId) => [
    `${grants.join('+')} of ${departmentId ?? 'everywhere'}`,
    'author',
    'reviewer',
  ],
  terms: createSearch().terms,
  hash: keyedHash(Buffer.alloc(32, 9)),
};
export const feature = discoveries(deps);

export const turnAt = (change: Partial<Turn> = {}): Turn => aTurn(memory.store, { now: memory.clock.now(), ...change });
export const asOwner = { who: aPerson({ personId: 'reviewer', grants: [aGrant('owner')] }) };
export const asAuthor = { who: aPerson({ personId: 'author' }) };
export const asSystem = { who: aPerson({ personId: 'system' }) };

export async function press(verb: string, data: object, change: Partial<Turn> = {}): Promise<Answer> {
  const found = feature.actions?.find((a) => a.verb === verb);
  if (!found) throw new Error(`no action ${verb}`);
  return found.run(turnAt(change), data);
}

export const asked = { what: 'Notes became tasks', dataClassId: 'internal', clean: 'true' };
export const send = (data: object = {}, change: Partial<Turn> = asAuthor) =>
  press('sendDiscovery', { ...asked, ...data }, change);

export async function keep(id: string, change: Partial<Discovery> = {}): Promise<void> {
  const result = await memory.store.write([{ op: 'create', kind: 'discovery', id, body: aDiscovery(change) }]);
  if (result.kind !== 'ok') throw new Error(result.kind);
}

export async function stored<T>(kind: string, schema: z.ZodType<T>): Promise<(T & { id: string })[]> {
  const found: (T & { id: string })[] = [];
  for await (const { id, body } of findAll(memory.store, { kind })) found.push({ ...schema.parse(body), id });
  return found;
}
export const kept = () => stored('discovery', discovery);
export const planned = async () =>
  (
    await stored(
      'dueItem',
      z.looseObject({ job: z.string(), subject: z.string(), facts: z.record(z.string(), z.string()) }),
    )
  ).map(({ job, facts }) => [job, facts.kind ?? '', facts.audience ?? ''].filter(Boolean).join(' '));

export const cardOf = (answer: Answer | undefined): string => (answer && 'card' in answer ? answer.card.json : '');
export const shownOn = (answer: Answer | undefined): string => cardOf(answer).replaceAll(/\\\\/g, '');
