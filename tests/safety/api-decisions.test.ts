/** Through the tab: only governance decides what was passed to it, and only an HR lead signs what is about people. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { keptFlag } from './roles-runners.ts';
import { cellOf, idOf, settle, stageOf } from './roles-stage.ts';
import { members } from './roles-table.ts';
import type { Stage } from './roles-try.ts';

let world: World;
let stage: Stage;
const proposer = 9_990;
const stranger = person(9_999).aadObjectId;
beforeAll(async () => {
  world = await startWorld({ config: { firstLoad: 'starter' } });
  stage = await stageOf(world);
  for (const column of members) await settle(stage, column);
  await givenTo(stage.store, proposer, ['governance']);
});
afterAll(() => world.close());

const flagOf = async (id: string) => Object((await stage.store.get('flag', id))?.body);
const as = (column: string) => asPerson(world, idOf(column));
const tagOf = async (id: string) =>
  Buffer.from((await stage.store.get('flag', id))?.version ?? '').toString('base64url');
/** 403 where the question can be read, else like what does not exist. */
const denied = (column: string, isPassed: boolean): number => {
  const mayRead = cellOf(12, column) === 'A';
  return mayRead || (isPassed && column === 'governance') ? 403 : 404;
};
const ruling = { ruling: 'yes', why: 'It is covered.' };

async function act(column: string, id: string, event: string, body: object): Promise<ApiAnswer> {
  return as(column).post(`/api/flags/${id}/${event}`, body, await tagOf(id));
}

async function proposed(): Promise<{ id: string; proposalId: string }> {
  const { id } = await keptFlag(stage, stranger, { state: 'needsDecision' });
  const me = asPerson(world, person(proposer).aadObjectId);
  const answer = await me.post(`/api/flags/${id}/decide`, { ...ruling, aboutPeople: true }, await tagOf(id));
  expect(answer.status).toBe(200);
  return { id, proposalId: (await flagOf(id)).proposal.id };
}

describe.each(members)('%s', (column) => {
  it('decides what was passed on only as governance', async () => {
    const isMine = column === 'governance';
    for (const event of ['decide/preview', 'decide']) {
      const open = await keptFlag(stage, stranger);
      const early = await act(column, open.id, event, ruling);
      expect([event, early.status, (await flagOf(open.id)).state]).toEqual([event, denied(column, false), 'open']);
      const passed = await keptFlag(stage, stranger, { state: 'needsDecision' });
      const { status } = await act(column, passed.id, event, ruling);
      expect([event, status]).toEqual([event, isMine ? 200 : denied(column, true)]);
      const isDone = isMine && event === 'decide';
      expect((await flagOf(passed.id)).state).toBe(isDone ? 'answered' : 'needsDecision');
    }
  });

  it.each([
    ['confirm', 'answered'],
    ['sendBack', 'needsDecision'],
  ])('what is about people: %s only as an HR lead', async (event, state) => {
    const { id, proposalId } = await proposed();
    const body = { proposalId, ...(event === 'sendBack' ? { text: 'Not so.' } : {}) };
    const isLead = column === 'hrLead' || column === 'manager';
    const { status } = await act(column, id, event, body);
    expect(status).toBe(isLead ? 200 : denied(column, true));
    const now = await flagOf(id);
    expect([now.state, now.proposal?.id]).toEqual(isLead ? [state, undefined] : ['needsDecision', proposalId]);
  });
});
