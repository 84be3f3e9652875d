/** Several people act on one scenario at the same moment: one is first, the others are told that it changed (on both stores). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiAnswer } from '../helpers/api.ts';
import type { World } from '../helpers/world.ts';
import { bothStores, closed, worldsOn } from '../helpers/worlds.ts';
import { as, author, bodiesOf, edited, headOf, owner, press, scenarioNamed } from './scenarios-kit.ts';

const worlds = await worldsOn(bothStores);
afterAll(() => closed(worlds));

const statuses = (answers: readonly ApiAnswer[]) => answers.map(({ status }) => status).toSorted();

describe.each(worlds)('on %s', (_, world: World) => {
  let id: string;
  beforeAll(async () => {
    id = await scenarioNamed(world, 'One-page quick guide from a procedure');
  });
  const actions = async () =>
    (await bodiesOf(world, 'auditEntry')).filter(({ entityId }) => entityId === id).map(({ action }) => action);
  const versionSeen = async () => (await as(world, owner).get(`/api/scenarios/${id}/edit`)).body.version;

  it('two begin a new version, and there is one', async () => {
    const version = await versionSeen();
    const begin = (number: number) => as(world, number).post(`/api/scenarios/${id}/startEdit`, {}, version);
    expect(statuses(await Promise.all([begin(author), begin(owner), begin(author)]))).toEqual([200, 412, 412]);
    const drafts = (await bodiesOf(world, 'scenarioVersion')).filter(
      ({ scenarioId, version: number }) => scenarioId === id && number === 2,
    );
    expect(drafts).toHaveLength(1);
    await press(as(world, owner), id, 'dropDraft');
  });

  it('two save a draft, and nothing of the first is lost', async () => {
    await edited(as(world, author), id, { tags: ['race'] });
    const version = await versionSeen();
    const save = (task: string) =>
      as(world, author).patch(`/api/scenarios/${id}/draft`, { contract: { task } }, version);
    const answers = await Promise.all(['First.', 'Second.', 'Third.'].map(save));
    expect(statuses(answers)).toEqual([200, 412, 412]);
    const winner = ['First.', 'Second.', 'Third.'][answers.findIndex(({ status }) => status === 200)];
    const { body } = await as(world, author).get(`/api/scenarios/${id}/edit`);
    expect(body.contract.task).toBe(winner);
  });

  it('many decide about a draft, and one decision stands', async () => {
    await press(as(world, author), id, 'submit');
    const before = await actions();
    const version = await versionSeen();
    const decide = (event: string) =>
      as(world, owner).post(`/api/scenarios/${id}/${event}`, event === 'sendBack' ? { reason: 'No.' } : {}, version);
    const answers = await Promise.all(['approve', 'sendBack', 'approve', 'approve', 'sendBack'].map(decide));
    expect(statuses(answers)).toEqual([200, 412, 412, 412, 412]);
    expect(await actions()).toHaveLength(before.length + 1);
    const isLive = answers[1]?.status !== 200 && answers[4]?.status !== 200;
    expect((await headOf(world, id)).liveVersion).toBe(isLive ? 2 : 1);
    const texts = (await bodiesOf(world, 'scenarioVersion')).filter(
      ({ scenarioId, deletedAt }) => scenarioId === id && deletedAt === undefined,
    );
    expect(texts.filter(({ publishedAt }) => publishedAt !== undefined)).toHaveLength(isLive ? 2 : 1);
    const told = (await bodiesOf(world, 'dueItem')).filter(
      ({ subject, facts }) => subject === id && Object(facts).kind === 'newVersion',
    );
    expect(told).toHaveLength(isLive ? 1 : 0);
  });
});
