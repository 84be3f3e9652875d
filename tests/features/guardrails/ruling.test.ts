/** A governance call as documents: what it changes of the list of tools (product 7.1, 6.5). */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Call, rulingOperations } from '../../../src/features/guardrails/ruling.ts';
import { aPerson, aTool, aTurn, type MemoryStore, memoryStore } from '../../helpers/builders.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = memoryStore();
  const { id, ...body } = aTool('a', { internal: 'allowed' });
  await memory.store.write([{ op: 'create', kind: 'tool', id, body }]);
});
afterEach(() => memory.close());

const call: Call = {
  ...{ id: 'd1', question: 'May we?', answer: 'no', why: 'No contract.', conditions: [] },
  ...{ aboutPeople: false, decidedBy: ['tools'], fromFlagIds: [], toolId: 'a' },
};
const newTool = { name: 'Note Bot 3', kind: 'meetingNotes', accountKind: 'work' } as const;
const turn = () => aTurn(memory.store, { who: aPerson({ personId: 'tools' }) });
/** Beside the plan to look which scenarios this holds or releases. */
const written = async (change: Partial<Call>) =>
  (await rulingOperations(turn(), { ...call, ...change }))
    .filter(({ kind }) => kind !== 'dueItem')
    .map((operation) =>
      operation.op === 'remove' ? operation : { op: operation.op, kind: operation.kind, body: Object(operation.body) },
    );

describe('a call about a tool', () => {
  it('without a kind of data changes no tool that is on the list', async () => {
    for (const change of [{}, { newTool, alias: 'bot' }])
      expect(await written(change)).toMatchObject([{ kind: 'decision', body: { effects: [] } }]);
  });

  it('without a kind of data shuts a tool that comes onto the list, for everything', async () => {
    expect(await written({ toolId: 'b', newTool })).toMatchObject([
      { kind: 'decision', body: { effects: [{ refId: 'b', before: 'undecided', after: 'notAllowed' }] } },
      { op: 'create', kind: 'tool', body: { status: 'blocked', statusReason: 'No contract.', rules: [] } },
    ]);
  });

  it('brings a tool with its rule, an owner, a date to look at it again and what people call it', async () => {
    const change = { toolId: 'b', dataClassId: 'internal', newTool: { ...newTool, alternativeId: 'a' }, alias: 'bot' };
    expect((await written(change))[1]).toMatchObject({
      op: 'create',
      body: {
        ...{ name: 'Note Bot 3', slug: 'note-bot-3', aliases: ['bot'], alternatives: ['a'], ownerId: 'tools' },
        ...{ status: 'active', reviewDue: '2027-02-21', launchEnabled: false },
        rules: [{ dataClassId: 'internal', verdict: 'notAllowed', reason: 'No contract.', decisionId: 'd1' }],
      },
    });
  });

  it.each([
    ['Note Bot 3', []],
    ['note bot 3', []],
    ['x'.repeat(41), []],
    ['x'.repeat(40), ['x'.repeat(40)]],
  ])('keeps the name "%s" as it is of use', async (alias, aliases) => {
    expect((await written({ toolId: 'b', newTool, alias }))[1]).toMatchObject({ body: { aliases } });
  });

  it('gives a name without letters of ours a slug all the same', async () => {
    const id = 'abcdef12-0000';
    expect((await written({ toolId: id, newTool: { ...newTool, name: 'مدون' } }))[1]).toMatchObject({
      body: { slug: 'tool-abcdef12' },
    });
  });

  it('leaves a tool that is not on the list and that it does not bring alone', async () => {
    expect(await written({ toolId: 'gone', dataClassId: 'internal' })).toMatchObject([{ kind: 'decision' }]);
  });

  it('keeps the other rules of the tool', async () => {
    const [, changed] = await written({ dataClassId: 'public' });
    expect(changed).toMatchObject({
      ...{ op: 'replace', kind: 'tool' },
      body: {
        rules: [
          { dataClassId: 'internal', verdict: 'allowed' },
          { dataClassId: 'public', verdict: 'notAllowed' },
        ],
      },
    });
  });
});
