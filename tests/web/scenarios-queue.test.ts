/** Scenarios that wait, as a part of the review list: whose they are, in which order, page by page. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { features } from '../../src/app.ts';
import { keyedHash, sealUnder } from '../../src/core/ids.ts';
import type { Grant } from '../../src/core/person.ts';
import { type QueueAsk, workLine } from '../../src/core/work-item.ts';
import type { Playbook } from '../../src/features/playbook/offers.ts';
import { createSearch } from '../../src/search/search.ts';
import { languages, wordsFor } from '../../src/text/words.ts';
import { tenantId } from '../helpers/activities.ts';
import { aTurn } from '../helpers/builders.ts';
import { day } from '../helpers/moving-clock.ts';
import { noFiles } from '../helpers/no-files.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  analyst,
  as,
  author,
  demo,
  edited,
  hrLead,
  manager,
  owner,
  press,
  scenarioNamed,
  storeOf,
} from './scenarios-kit.ts';

const key = Buffer.alloc(32);
const offered = features({
  ...{ search: createSearch(), hash: keyedHash(key), seal: sealUnder(key), wordsFor, languages },
  ...{ isExample: true, countryChecks: [], publicUrl: '', ...noFiles },
});
const { queue, items } = offered.find(({ name }) => name === 'playbook') as Playbook;

const procedure = 'Procedure from notes or a transcript';
const guide = 'One-page quick guide from a procedure';
const questions = 'Questions that test a report';
const report = 'Weekly report from a table';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (const [title, number] of [
    [procedure, author],
    [guide, author],
    [questions, author],
    [report, owner],
  ] as const) {
    const id = await scenarioNamed(world, title);
    await edited(as(world, number), id, { tags: ['waits'] });
    await press(as(world, number), id, 'submit');
    world.clock.pass(3_600_000);
  }
});
afterAll(() => world.close());

const grantsOf = async (number: number): Promise<Grant[]> =>
  Object((await storeOf(world).get('person', demo(number)))?.body).grants;

async function turnOf(number: number) {
  const grants = await grantsOf(number);
  const who = { tenantId, personId: demo(number), name: '', roleIds: [], grants, locale: 'en', zone: 'UTC' };
  return aTurn(storeOf(world), { who, now: world.clock.now() });
}
const page = async (number: number, ask: Partial<QueueAsk> = {}) =>
  queue.page(await turnOf(number), { filter: {}, limit: 50, ...ask });
const titles = async (number: number, ask: Partial<QueueAsk> = {}) =>
  (await page(number, ask))?.lines.map(({ line }) => line.title);

describe('the part of the review list', () => {
  it('holds what each reader can do something about, in the order of its time', async () => {
    expect(await titles(owner)).toEqual([procedure, guide, questions]);
    expect(await titles(author)).toEqual([report]);
    expect(await titles(hrLead)).toEqual([]);
    expect(await titles(manager)).toEqual([]);
    expect(await page(analyst)).toBeUndefined();
    expect(await titles(owner, { filter: { sort: 'newest' } })).toEqual([questions, guide, procedure]);
  });

  it.each([
    [{ q: 'quick GUIDE' }, [guide]],
    [{ q: 'nothing like it' }, []],
    [{ state: 'waiting' }, [procedure, guide, questions]],
    [{ state: 'late' }, []],
    [{ state: 'decided' }, []],
    [{ assignee: 'me' }, []],
    [{ assignee: 'nobody' }, [procedure, guide, questions]],
    [{ urgent: 'yes' }, []],
  ] as const)('is narrowed by %j', async (filter, expected) => {
    expect(await titles(owner, { filter })).toEqual(expected);
  });

  it.each(['due', 'newest'] as const)('goes on after any line, by %s', async (sort) => {
    const whole = await titles(owner, { filter: { sort } });
    const met: string[] = [];
    let after: string | undefined;
    for (let turns = 0; turns < 5; turns++) {
      const part = await page(owner, { filter: { sort }, limit: 1, ...(after ? { after } : {}) });
      met.push(...(part?.lines.map(({ line }) => line.title) ?? []));
      after = part?.lines.at(-1)?.position;
      if (!part?.hasMore) break;
    }
    expect(met).toEqual(whole);
  });

  it('says when it is due, and when it is late', async () => {
    const { lines = [] } = (await page(owner)) ?? {};
    expect(lines.map(({ line }) => workLine.safeParse(line).success)).toEqual([true, true, true]);
    expect(lines[0]?.line).toMatchObject({
      ...{ kind: 'scenarios', title: procedure, isLate: false, isUrgent: false, bulk: [] },
      ...{ about: 'Process documents · step 2 of 5', dueAt: '2026-11-26T10:00:00.000Z' },
      status: { word: 'Live, next version being looked at', tone: 'info' },
    });
    world.clock.pass(7 * day);
    // One's own text too, once nobody has looked at it in time: its line has a nudge.
    expect(await titles(owner, { filter: { state: 'late' } })).toEqual([procedure, guide, questions, report]);
  });

  it('stands in the bot’s list too, which says where it is done', async () => {
    const lines = await items.toDo(await turnOf(owner));
    expect(lines?.map(({ title }) => title)).toEqual([procedure, guide, questions, report]);
    expect(lines?.[0]?.text).toContain('Scenario · Live, next version being looked at');
    const opened = await items.open(await turnOf(owner), lines?.[0]?.id ?? '');
    expect(opened).toMatchObject({ kind: 'form', title: procedure });
    expect(await items.open(await turnOf(analyst), lines?.[0]?.id ?? '')).toMatchObject({ code: 'not_found' });
    expect(await items.toDo(await turnOf(analyst))).toBeUndefined();
  });
});
