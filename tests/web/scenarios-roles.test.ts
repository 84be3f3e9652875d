/** The rows of the matrix about scenarios, each cell through the tab's API (reliability.md 5, rows 2, 3, 5 and 6). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson, type Caller } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { type Cell, grantsOf, members, rows } from '../safety/roles-table.ts';
import { as, author, edited, headOf, owner, press, said, scenarioNamed, storeOf } from './scenarios-kit.ts';

let world: World;
let id: string;
/** Another one of the same workflow, whose drafts wait for a reviewer. */
let reviewedId: string;
let workflowId: string;
let roleId: string;
const numberOf = (column: string): number => 1_000 + members.indexOf(column);

beforeAll(async () => {
  world = await startWorld();
  id = await scenarioNamed(world, 'Procedure from notes or a transcript');
  const { body } = await as(world, owner).get('/api/scenario-options');
  workflowId = String((await headOf(world, id)).workflowId);
  roleId = body.roles[0].id;
  const published = await storeOf(world).find({ kind: 'scenario', where: [['workflowId', '=', workflowId]] });
  const live = published.items.filter(({ body: head }) => Object(head).state === 'published');
  reviewedId = live.find((each) => each.id !== id)?.id ?? '';
  const { departmentId } = Object((await storeOf(world).get('workflow', workflowId))?.body);
  for (const column of members) {
    const grants = grantsOf[column] ?? [];
    const isWide = grants.some((grant) => ['owner', 'admin', 'hrLead', 'governance'].includes(grant));
    await givenTo(storeOf(world), numberOf(column), grants, isWide ? undefined : departmentId);
  }
});
afterAll(() => world.close());

const statuses: Partial<Record<Cell, readonly number[]>> = { A: [200, 201], '403': [403], '404': [404] };
const cellOf = (row: number, column: string): Cell => rows.find((each) => each.row === row)?.cells[column] ?? 'X';
const me = (column: string): Caller => asPerson(world, person(numberOf(column)).aadObjectId);
const status = (answer: ApiAnswer) => answer.status;

async function draftOf(number: number): Promise<string> {
  const body = { title: 'Matrix draft', workflowId, roleId, copyOf: id };
  return (await as(world, number).post('/api/scenarios', body)).body.id;
}
const versionOf = async (scenarioId: string): Promise<string> =>
  (await as(world, owner).get(`/api/scenarios/${scenarioId}/edit`)).body.version;

describe.each(members)('%s', (column) => {
  it('reads a draft (row 2)', async () => {
    const draft = await draftOf(author);
    for (const rest of ['edit', 'card', 'item', 'versions', 'versions/1']) {
      const answer = await me(column).get(`/api/scenarios/${draft}/${rest}`);
      expect([rest, statuses[cellOf(2, column)]?.includes(status(answer))]).toEqual([rest, true]);
    }
  });

  it('creates a scenario (row 3)', async () => {
    const answer = await me(column).post('/api/scenarios', { title: 'Matrix', workflowId, roleId });
    expect(statuses[cellOf(3, column)]).toContain(status(answer));
  });

  it("edits another person's scenario (row 5)", async () => {
    const cell = cellOf(5, column);
    const before = await headOf(world, id);
    const answer = await me(column).post(`/api/scenarios/${id}/startEdit`, {}, await versionOf(id));
    expect(statuses[cell]).toContain(status(answer));
    if (cell === 'A') await press(as(world, owner), id, 'dropDraft');
    else expect(await headOf(world, id)).toEqual(before);
    const draft = await draftOf(author);
    const saved = await me(column).patch(`/api/scenarios/${draft}/draft`, { changeNote: 'x' }, await versionOf(draft));
    const mayRead = cellOf(2, column) === 'A';
    expect(status(saved)).toBe(cell === 'A' ? 200 : mayRead ? 403 : 404);
  });

  it('publishes a scenario (row 6)', async () => {
    const cell = cellOf(6, column);
    for (const [isOwners, isNamed] of [
      [false, false],
      [true, false],
      [true, true],
    ] as const) {
      await submittedBy(isOwners ? owner : author);
      await reviewed(isNamed ? person(numberOf(column)).aadObjectId : somebodyElse);
      const answer = await me(column).post(`/api/scenarios/${reviewedId}/approve`, {}, await versionOf(reviewedId));
      const isDone = cell === 'A' || (cell === 'rev' && isOwners && isNamed);
      expect([isOwners, isNamed, said(answer).status]).toEqual([isOwners, isNamed, isDone ? 200 : 403]);
      if (isDone) waits = undefined;
    }
  });

  it.each(['retire', 'restore'])('may %s it, as an owner alone may (row 6)', async (event) => {
    const draft = await draftOf(author);
    if (event === 'restore') await press(as(world, owner), draft, 'retire', { reason: 'Over.' });
    const body = event === 'retire' ? { reason: 'Over.' } : {};
    const answer = await me(column).post(`/api/scenarios/${draft}/${event}`, body, await versionOf(draft));
    const mayRead = cellOf(2, column) === 'A';
    expect(status(answer)).toBe(cellOf(6, column) === 'A' ? 200 : mayRead ? 403 : 404);
  });
});

const somebodyElse = person(9_500).aadObjectId;
/** Whose draft waits for its reviewer; whoever was refused leaves it as it was for the next one. */
let waits: number | undefined;
let drafts = 0;

async function submittedBy(number: number): Promise<void> {
  if (waits === number) return;
  if (waits !== undefined) {
    await press(as(world, owner), reviewedId, 'sendBack', { reason: 'Next try.' });
    await press(as(world, owner), reviewedId, 'dropDraft');
  }
  await edited(as(world, number), reviewedId, { tags: [`Draft ${++drafts}`] });
  await press(as(world, author), reviewedId, 'submit');
  expect((await headOf(world, reviewedId)).draftState).toBe('inReview');
  waits = number;
}

/** Put into the head, whatever grants they have. */
async function reviewed(reviewerId: string): Promise<void> {
  const found = await storeOf(world).get('scenario', reviewedId);
  if (!found) return;
  const body = { ...Object(found.body), reviewerId };
  await storeOf(world).write([{ op: 'replace', kind: 'scenario', id: reviewedId, version: found.version, body }]);
}
