/** The rows of the matrix about discoveries, each cell through the tab's API (reliability.md 5, rows 4, 7, 8 and 9, and R9). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/core/ids.ts';
import { aDiscovery } from '../helpers/a-discovery.ts';
import { person } from '../helpers/activities.ts';
import { asPerson, type Caller, caller } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { type Cell, grantsOf, members, rows } from '../safety/roles-table.ts';
import { classOf, storeOf } from './discoveries-kit.ts';

let world: World;
let departmentId: string;
const numberOf = (column: string): number => 1_000 + members.indexOf(column);
const idOf = (column: string): string => person(numberOf(column)).aadObjectId;

beforeAll(async () => {
  world = await startWorld();
  departmentId = (await storeOf(world).find({ kind: 'department', limit: 1 })).items[0]?.id ?? '';
  for (const column of members) {
    const grants = grantsOf[column] ?? [];
    const isWide = grants.some((grant) => ['owner', 'admin', 'hrLead', 'governance'].includes(grant));
    await givenTo(storeOf(world), numberOf(column), grants, isWide ? undefined : departmentId);
  }
});
afterAll(() => world.close());

const statuses: Partial<Record<Cell, number>> = { A: 200, '401': 401, '403': 403, '404': 404 };
const cellOf = (row: number, column: string): Cell => rows.find((each) => each.row === row)?.cells[column] ?? 'X';
const me = (column: string): Caller => asPerson(world, idOf(column));

async function kept(authorId: string): Promise<{ id: string; tag: string }> {
  const id = newId();
  const body = aDiscovery({
    title: `Matrix ${id}`,
    authorId,
    departmentId,
    dataClassId: await classOf(world),
    createdBy: authorId,
  });
  const result = await storeOf(world).write([{ op: 'create', kind: 'discovery', id, body }]);
  if (result.kind !== 'ok') throw new Error(result.kind);
  return { id, tag: Buffer.from(result.documents[0]?.version ?? '').toString('base64url') };
}
const stateOf = async (id: string): Promise<string> => Object((await storeOf(world).get('discovery', id))?.body).state;
const written = async (what: string) => ({ what, dataClassId: await classOf(world), clean: true });

describe.each(members)('%s', (column) => {
  it('edits their own (row 4), and nobody else’s (R9)', async () => {
    const own = await kept(idOf(column));
    const answer = await me(column).post(`/api/discoveries/${own.id}/edit`, await written('Anew'), own.tag);
    expect(answer.status).toBe(statuses[cellOf(4, column)]);
    const others = await kept(person(9_999).aadObjectId);
    const refused = await me(column).post(`/api/discoveries/${others.id}/edit`, await written('Mine'), others.tag);
    expect(refused.status).toBe(403);
  });

  it('shares (row 7)', async () => {
    const body = { ...(await written(`Shared by ${column}`)), anyway: true };
    const answer = await me(column).post('/api/discoveries', body);
    expect(answer.status === 201).toBe(cellOf(7, column) === 'A');
  });

  it('takes their own back (row 8), and nobody else’s', async () => {
    const own = await kept(idOf(column));
    const answer = await me(column).post(`/api/discoveries/${own.id}/withdraw`, {}, own.tag);
    expect([answer.status, await stateOf(own.id)]).toEqual([statuses[cellOf(8, column)], 'withdrawn']);
    const others = await kept(person(9_999).aadObjectId);
    expect((await me(column).post(`/api/discoveries/${others.id}/withdraw`, {}, others.tag)).status).toBe(403);
  });

  it('declines that of another person (row 9), and never their own', async () => {
    const others = await kept(person(9_999).aadObjectId);
    const path = `/api/discoveries/${others.id}/decline`;
    const answer = await me(column).post(path, { text: 'For one team only.' }, others.tag);
    const cell = cellOf(9, column);
    expect([answer.status, await stateOf(others.id)]).toEqual([
      statuses[cell],
      cell === 'A' ? 'declined' : 'submitted',
    ]);
    const own = await kept(idOf(column));
    expect((await me(column).post(`/api/discoveries/${own.id}/decline`, { text: 'No' }, own.tag)).status).toBe(403);
  });
});

it('nobody without a sign-in does any of it', async () => {
  const { id, tag } = await kept(person(9_999).aadObjectId);
  for (const event of ['edit', 'withdraw', 'decline', 'alsoUsed', 'undo'])
    expect((await caller(world, undefined).post(`/api/discoveries/${id}/${event}`, {}, tag)).status).toBe(401);
  expect((await caller(world, undefined).post('/api/discoveries', {})).status).toBe(401);
});
