/** The matrix of who may do what through the tab's API, with tokens of Entra: every cell, and every route of the server (reliability.md 5). */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, tenantId } from '../helpers/activities.ts';
import { type ApiAnswer, type Caller, caller } from '../helpers/api.ts';
import { type Entra, entraStub } from '../helpers/entra.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { offered } from '../helpers/offered.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';
import type { ApiCase, ApiStage } from './roles-api.ts';
import { apiRows, unspoken } from './roles-api-all.ts';
import { expected, idOf, otherTenant, settle, sidesOf, stageOf, versionOf } from './roles-stage.ts';
import { members, rows } from './roles-table.ts';
import { nameOf } from './roles-try.ts';

const strongOne = 4_000;
const everything = ['admin', 'owner', 'hrLead', 'governance', 'manager', 'author'] as const;
let world: World;
let entra: Entra;
let stage: ApiStage;
const tried = { cells: 0, tries: 0, refused: 0 };

beforeAll(async () => {
  entra = await entraStub(tenantId, movingClock());
  const config = { firstLoad: 'starter', allowedTenants: [tenantId, otherTenant] } as const;
  world = await startWorld({ bot: true, config, overrides: { web: { entraUrl: entra.metadataUrl } } });
  await givenTo(world.running.store.forTenant(tenantId), strongOne, ['owner', 'author']);
  await givenTo(world.running.store.forTenant(otherTenant), strongOne, everything);
  stage = { ...(await stageOf(world)), strong: await as(person(strongOne).aadObjectId) };
  for (const column of members) await settle(stage, column);
});
afterAll(async () => {
  await world.close();
  await entra.close();
  const { cells, tries, refused } = tried;
  const count = new Set(apiRows.map(([row]) => row)).size * 6;
  process.stdout.write(
    `roles by the API: ${count} of 132 cells have a route; ${cells} cells in ${tries} tries, ${refused} refused\n`,
  );
});

async function as(personId: string, claims: Record<string, unknown> = {}): Promise<Caller> {
  return caller(world, `Bearer ${await entra.token(personId, claims)}`);
}
const ofTenant = (tid: string) => ({ tid, iss: `https://login.microsoftonline.com/${tid}/v2.0` });

async function outcomeOf(answer: ApiAnswer, each: ApiCase): Promise<string> {
  if (answer.status >= 400) return String(answer.status);
  return (await each.isDone(answer)) ? 'A' : 'nothing';
}

const doors = rows.flatMap((row) =>
  apiRows.flatMap(([number, run]) => (number === row.row ? [{ row, run, name: row.action }] : [])),
);

describe.each(doors)('row $row.row: $name', ({ row, run }) => {
  it.each(members)('%s', async (column) => {
    const cell = row.cells[column] ?? 'X';
    const me = await as(idOf(column));
    for (const isMine of sidesOf(row, cell))
      for (const each of await run(stage, idOf(column), isMine)) {
        const before = await versionOf(stage, each);
        const answer = await each.request(me);
        const outcome = await outcomeOf(answer, each);
        const wanted = expected(cell, row, column, each);
        expect([nameOf(each), wanted.includes(outcome) ? wanted : [outcome, answer.body]]).toEqual([
          nameOf(each),
          wanted,
        ]);
        tried.tries++;
        if (outcome === 'A') await each.after?.();
        else {
          tried.refused++;
          expect([nameOf(each), await versionOf(stage, each)]).toEqual([nameOf(each), before]);
        }
      }
    tried.cells++;
  });

  it('nobody, a guest, another organisation: refused, and nothing happens here', async () => {
    const stranger = person(9_100).aadObjectId;
    const strong = person(strongOne).aadObjectId;
    const outsiders: [status: readonly number[], who: Caller, isLeftOut?: (each: ApiCase) => boolean][] = [
      [[Number(row.cells.anonymous)], caller(world, undefined)],
      [[401], await as(strong, ofTenant('b6a7c1de-0000-4000-8000-0000000000dd'))],
      [[403], await as(strong, { acct: 1 })],
      // On a list of theirs nothing of ours stands.
      [[404], await as(strong, ofTenant(otherTenant)), ({ isOfNobody, isList }) => Boolean(isOfNobody || isList)],
    ];
    // None of them changes anything, so that all are tried on the same things.
    const cases = await run(stage, stranger, false);
    for (const [statuses, who, isLeftOut] of outsiders)
      for (const each of cases) {
        if (isLeftOut?.(each)) continue;
        const before = await versionOf(stage, each);
        const { status, body } = await each.request(who);
        expect([nameOf(each), status, body]).toEqual([nameOf(each), statuses.find((s) => s === status), body]);
        expect([nameOf(each), await versionOf(stage, each)]).toEqual([nameOf(each), before]);
      }
    tried.cells++;
  });
});

describe('the routes', () => {
  const routes = offered.flatMap((feature) => (feature.routes ?? []).map(({ method, path }) => `${method} ${path}`));

  it('each stands in a row, or on the list of those of which no row speaks, with a reason', async () => {
    const cases = await Promise.all(apiRows.map(([, run]) => run(stage, person(9_101).aadObjectId, false)));
    const named = new Set(cases.flat().map(({ door }) => door));
    // One's own list is tried with what is one's own.
    named.add('GET /api/me/items');
    const known = [...named, ...Object.keys(unspoken)];
    expect(routes.filter((route) => !known.includes(route))).toEqual([]);
    expect(known.filter((route) => !routes.includes(route))).toEqual([]);
    expect(Object.keys(unspoken).filter((route) => named.has(route))).toEqual([]);
    for (const reason of Object.values(unspoken)) expect(reason.length).toBeGreaterThan(10);
    const tests = Object.values(unspoken).flatMap((reason) => reason.match(/tests\/[\w/*-]+\.test\.ts/g) ?? []);
    expect([...new Set(tests)].filter((file) => !existsSync(file))).toEqual([]);
  });

  it('each is served, and none without a sign-in', async () => {
    const nobody = caller(world, undefined);
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      const at = path.replaceAll(/:\w+/g, 'x');
      const answer = await (method === 'GET'
        ? nobody.get(at)
        : method === 'POST'
          ? nobody.post(at)
          : method === 'PATCH'
            ? nobody.patch(at, {})
            : nobody.remove(at));
      expect([route, answer.status, answer.body.error]).toEqual([route, 401, 'unauthorized']);
    }
  });
});
