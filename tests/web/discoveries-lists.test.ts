/** Sharing through the tab's API, and the lists of it: what this reader may see, and what waits for them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  author,
  classOf,
  employee,
  happens,
  idOf,
  manager,
  movedInto,
  owner,
  peopled,
  read,
  shared,
  storeOf,
} from './discoveries-kit.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await peopled(world);
});
afterAll(() => world.close());

const body = async (more: object) => ({
  what: 'Weekly notes by role',
  dataClassId: await classOf(world),
  clean: true,
  ...more,
});
const share = async (more: object) => asPerson(world, author).post('/api/discoveries', await body(more));

describe('sharing', () => {
  it.each([
    ['nothing', { what: ' ' }, 'what', 'field_required'],
    ['too much', { what: 'x'.repeat(801) }, 'what', 'field_length'],
    ['no kind of data', { dataClassId: 'none' }, 'dataClassId', 'field_choice'],
    ['not clean', { clean: false }, 'clean', 'field_required'],
    ['minutes that are none', { minutesBefore: 'ages' }, 'minutesBefore', 'field_number'],
    ['an unknown field', { authorId: 'x' }, 'authorId', 'unknown_field'],
  ])('%s is said with its field', async (_, more, path, error) => {
    const { status, body: said } = await share(more);
    expect({ status, fields: said.fields }).toEqual({
      status: 400,
      fields: [expect.objectContaining({ path, error })],
    });
  });

  it('likely personal data is said once, with the texts masked', async () => {
    const what = 'I wrote to maria.soto@quietmail.net about it';
    const first = await share({ what });
    expect(first).toMatchObject({ status: 200, body: { kind: 'check', findings: [{ path: 'what' }] } });
    expect(JSON.stringify(first.body)).not.toContain('maria');
    expect((await share({ ...first.body.masked, anyway: true })).status).toBe(201);
    expect((await share({ what, isChecked: true, anyway: true })).status).toBe(201);
  });

  it('what looks like it is said once; sharing is never refused', async () => {
    const what = 'Sorting the parking lot complaints of the north gate by week';
    const toolId = (await storeOf(world).find({ kind: 'tool', limit: 1 })).items[0]?.id ?? '';
    const { id } = await shared(world, employee, { what, toolId });
    expect(await share({ what, toolId })).toMatchObject({
      status: 200,
      body: { kind: 'alike', items: [{ kind: 'discovery', id }] },
    });
    expect(await share({ what, toolId, anyway: true })).toMatchObject({ status: 201, body: { kind: 'shared' } });
  });
});

describe('what a reader may see', () => {
  it.each(['pilot', 'proven'] as const)(
    'of work that is %s: nothing outside it, neither by list nor by id',
    async (stage) => {
      const { id } = await shared(world, author);
      await movedInto(world, id, stage);
      const answer = await asPerson(world, employee).get(`/api/discoveries/${id}`);
      const nothing = await asPerson(world, employee).get('/api/discoveries/nothing');
      expect({ ...answer.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' });
      const { body: list } = await asPerson(world, employee).get('/api/discoveries?limit=100');
      expect(list.items.map((line: { id: string }) => line.id)).not.toContain(id);
      expect(await read(world, author, id)).toMatchObject({ id });
      expect((await asPerson(world, employee).post(`/api/discoveries/${id}/alsoUsed`, {}, 'x')).status).toBe(404);
    },
  );

  it('others read neither what was asked nor who looks at it, nor a name that was not to be given', async () => {
    const { id } = await shared(world, author, { credit: 'communityOnly' });
    await happens(world, manager, id, 'askAuthor', { text: 'Which secret tool?' });
    const item = await read(world, employee, id);
    const whole = JSON.stringify(item);
    expect({ asked: whole.includes('secret'), author: whole.includes(idOf(author)), word: item.status.word }).toEqual({
      ...{ asked: false, author: false, word: 'Shared' },
    });
    expect(item.assignee).toBeUndefined();
  });

  it('what is not in the playbook for now, or taken back, is for its author and its reviewers', async () => {
    const { id } = await shared(world, author);
    await happens(world, manager, id, 'decline', { text: 'Not now' });
    const statuses = [employee, author, owner].map(
      async (who) => (await asPerson(world, who).get(`/api/discoveries/${id}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 200, 200]);
  });
});

describe('the queue', () => {
  it('is for those who look at what others share', async () => {
    const path = '/api/discoveries?queue=review';
    const answers = await Promise.all([employee, manager, owner].map((who) => asPerson(world, who).get(path)));
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 200]);
  });

  it('pages through all of them once, the soonest first, and without one’s own', async () => {
    for (let n = 0; n < 7; n++) await shared(world, n % 2 ? author : employee);
    const mine = await shared(world, manager);
    const seen: { id: string; dueAt: string }[] = [];
    for (let next = ''; ; ) {
      const path = `/api/discoveries?queue=review&limit=4${next ? `&cursor=${next}` : ''}`;
      const { body: page } = await asPerson(world, manager).get(path);
      seen.push(...page.items);
      if (!page.next) break;
      next = page.next;
    }
    const ids = seen.map(({ id }) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).not.toContain(mine.id);
    expect(ids.length).toBeGreaterThan(6);
    expect(seen.map(({ dueAt }) => dueAt)).toEqual(seen.map(({ dueAt }) => dueAt).toSorted());
  });

  it('narrows to words, to whom it is with, to what is late and to what is decided', async () => {
    const { id, what } = await shared(world, author);
    await happens(world, manager, id, 'claim');
    const ids = async (query: string): Promise<string[]> =>
      (await asPerson(world, manager).get(`/api/discoveries?queue=review&limit=100&${query}`)).body.items.map(
        (line: { id: string }) => line.id,
      );
    expect(await ids(`q=${encodeURIComponent(what)}`)).toEqual([id]);
    expect(await ids('assignee=me')).toContain(id);
    expect(await ids('assignee=nobody')).not.toContain(id);
    expect(await ids('state=late')).toEqual([]);
    expect(await ids('urgent=yes')).toEqual([]);
    expect(await ids('state=decided')).not.toContain(id);
    await happens(world, manager, id, 'decline', { text: 'Not now' });
    expect(await ids('state=decided&sort=newest')).toContain(id);
  });

  it('of a manager of one department holds that department alone', async () => {
    const departments = (await storeOf(world).find({ kind: 'department', limit: 100 })).items;
    await givenTo(storeOf(world), 919, ['manager'], departments[0]?.id ?? '');
    const { body: list } = await asPerson(world, 919).get('/api/discoveries?queue=review&limit=100');
    const stored = list.items.map(async ({ id }: { id: string }) =>
      Object((await storeOf(world).get('discovery', id))?.body),
    );
    expect((await Promise.all(stored)).filter(({ departmentId }) => departmentId !== departments[0]?.id)).toEqual([]);
  });
});
