/** The matrix of who may do what: every cell through every door that offers the action today (reliability.md 5). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeStamped } from '../../src/core/stamp.ts';
import { message, person, query, tenantId } from '../helpers/activities.ts';
import { offered } from '../helpers/offered.ts';
import { givenTo } from '../helpers/people.ts';
import { type Reply, startWorld } from '../helpers/world.ts';
import { type Case, forEveryone, keptFlag, runners, testedApart } from './roles-runners.ts';
import {
  changeFor,
  expected,
  idOf,
  numberOf,
  otherTenant,
  settle,
  sidesOf,
  stageOf,
  versionOf,
} from './roles-stage.ts';
import { type Cell, isAlone, members, rows } from './roles-table.ts';
import { nameOf, type Stage, someOf } from './roles-try.ts';

const config = { firstLoad: 'starter' } as const;
const world = await startWorld({ config });
/** Two organisations that are both allowed, and a deployment whose requests must be signed. */
const shared = await startWorld({ config: { ...config, allowedTenants: [tenantId, otherTenant] } });
const signed = await startWorld({ bot: true, config });
afterAll(async () => void (await Promise.all([world, shared, signed].map((each) => each.close()))));

const refusals: readonly (readonly [outcome: string, sentence: string])[] = [
  ['404', 'This item is not available.'],
  ['403', 'You do not have the rights for this.'],
  ['403', 'You asked this yourself'],
];

type Outcome = 'A' | '401' | '403' | '404' | 'nothing';

async function outcomeOf(reply: Reply, tried: Case): Promise<Outcome> {
  if (reply.status === 401) return '401';
  const text = reply.text.replaceAll(/[\\\u2060]/g, '');
  const refused = refusals.find(([, sentence]) => text.includes(sentence));
  if (refused) return refused[0] as Outcome;
  return (await tried.isDone(reply)) ? 'A' : 'nothing';
}

const tried = { cells: 0, tries: 0, refusals: 0 };
let stage: Stage;
beforeAll(async () => {
  stage = await stageOf(world);
  for (const column of members) await settle(stage, column);
});
afterAll(() => {
  const { cells, tries, refusals: denied } = tried;
  const bar = runners.size * 6;
  process.stdout.write(
    `roles: ${bar} of 132 cells have a door; ${cells} cells with every grant alone in ${tries} tries, ${denied} refused\n`,
  );
});

/** Who is refused before anything is read of a button: one way of each door will do. */
const atGate = { turn: 0, ways: 1 };

const withDoor = rows.filter(({ row }) => runners.has(row));
describe.each(withDoor)('row $row: $action', (row) => {
  it.each(members)('%s', async (column) => {
    const cell = row.cells[column] ?? 'X';
    const runner = runners.get(row.row);
    const personId = person(numberOf(column)).aadObjectId;
    // Every column of the bar tries every way in; a grant by itself two of them, each column others.
    const ways = { turn: members.indexOf(column), ways: isAlone(column) ? 2 : 5 };
    for (const isMine of sidesOf(row, cell))
      for (const each of someOf((await runner?.(stage, personId, isMine)) ?? [], ways)) {
        const before = await versionOf(stage, each);
        const reply = await world.post(each.activity(changeFor(numberOf(column))));
        const outcome = await outcomeOf(reply, each);
        const wanted = expected(cell, row, column, each);
        expect([nameOf(each), wanted.includes(outcome) ? wanted : outcome]).toEqual([nameOf(each), wanted]);
        tried.tries++;
        if (outcome === 'A') continue;
        tried.refusals++;
        expect([nameOf(each), await versionOf(stage, each)]).toEqual([nameOf(each), before]);
      }
    tried.cells++;
  });

  it('nobody known: 401, and nothing happens', async () => {
    const there = await stageOf(signed);
    for (const each of someOf((await runners.get(row.row)?.(there, person(1_000).aadObjectId, false)) ?? [], atGate)) {
      const before = await versionOf(there, each);
      const reply = await signed.post(each.activity(changeFor(1_000)), { authorization: '' });
      expect([nameOf(each), await outcomeOf(reply, each)]).toEqual([nameOf(each), row.cells.anonymous]);
      expect(await versionOf(there, each)).toBe(before);
    }
    tried.cells++;
  });

  it('another organisation that is not allowed: no turn', async () => {
    const there = await stageOf(signed);
    for (const each of someOf((await runners.get(row.row)?.(there, person(1_001).aadObjectId, false)) ?? [], atGate)) {
      const before = await versionOf(there, each);
      const reply = await signed.post(each.activity(changeFor(1_001, otherTenant)));
      expect([nameOf(each), reply.status]).toEqual([nameOf(each), 200]);
      expect([nameOf(each), await outcomeOf(reply, each)]).toEqual([nameOf(each), 'nothing']);
      expect(await versionOf(there, each)).toBe(before);
    }
    expect(await signed.running.store.archive(otherTenant).read()).toEqual([]);
    expect(row.cells.otherTenant).toBe('X');
  });

  it('another organisation that is allowed: like not found, and nothing happens here', async () => {
    const there = await stageOf(shared);
    const theirs = shared.running.store.forTenant(otherTenant);
    const strong = 5_000 + row.row;
    await givenTo(theirs, strong, ['admin', 'owner', 'hrLead', 'governance', 'manager', 'author']);
    for (const each of (await runners.get(row.row)?.(there, person(1_002).aadObjectId, false)) ?? []) {
      if (each.isOfNobody) continue;
      const before = await versionOf(there, each);
      const reply = await shared.post(each.activity(changeFor(strong, otherTenant)));
      expect([nameOf(each), await outcomeOf(reply, each)]).not.toEqual([nameOf(each), 'A']);
      expect([nameOf(each), await versionOf(there, each)]).toEqual([nameOf(each), before]);
    }
    tried.cells++;
  });
});

describe('the table', () => {
  it('has every row of the design, and every column', () => {
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 22 }, (_, at) => at + 1));
    for (const { cells } of rows) expect(Object.keys(cells)).toEqual(['anonymous', 'otherTenant', ...members]);
  });

  it('gives to grants together what it gives to one of them, and no more', () => {
    const allows = (cell: Cell | undefined) => cell === 'A' || cell === 'rev';
    const alone: Record<string, readonly string[]> = {
      curator: ['author', 'host'],
      manager: ['managerAlone', 'hrLead'],
      owner: ['ownerAlone', 'admin'],
    };
    for (const { row, cells } of rows)
      for (const [column, parts] of Object.entries(alone))
        expect([row, column, allows(cells[column])]).toEqual([row, column, parts.some((part) => allows(cells[part]))]);
  });

  it('knows every door: it belongs to a row, to everyone, or to a test of its own', async () => {
    const doors = offered.flatMap((f) => [
      ...(f.commands ?? []).map(({ name }) => `command ${name}`),
      ...(f.searches ?? []).map(({ command }) => `search ${command}`),
      ...(f.dialogs ?? []).map(({ id }) => `dialog ${id}`),
      ...(f.actions ?? []).map(({ verb }) => `action ${verb}`),
      ...(f.links ?? []).map(({ prefix }) => `link ${prefix}`),
    ]);
    const cases = await Promise.all([...runners.values()].map((run) => run(stage, person(1_003).aadObjectId, true)));
    const known = new Set([...cases.flat().map(({ door }) => door), 'command toDo', ...forEveryone, ...testedApart]);
    expect(doors.filter((door) => !known.has(door))).toEqual([]);
    expect([...known].filter((door) => !doors.includes(door))).toEqual([]);
  });

  it('says which rows have no door yet', () => {
    const without = rows.filter(({ row }) => !runners.has(row));
    for (const { row, action } of without) process.stdout.write(`row ${row} ${action}: no entry point yet\n`);
    expect(without.length + withDoor.length).toBe(22);
  });
});

describe('special rules', () => {
  const open = (number: number, flagId: string) =>
    world.post({ ...query('x', ''), ...pressOf('openFlag', { flagId }), ...changeFor(number) });
  const pressOf = (verb: string, data: object) => ({
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
  const press = (number: number, verb: string, data: object) =>
    world.post({ ...query('x', ''), ...pressOf(verb, data), ...changeFor(number) });
  const stateOf = async (id: string) => Object((await stage.store.get('flag', id))?.body).state;

  it('R1 a manager does not answer their own question, nor one about what they own', async () => {
    const own = await keptFlag(stage, idOf('managerAlone'));
    expect((await press(numberOf('managerAlone'), 'answerFlag', { flagId: own.id, text: 'Yes.' })).text).toContain(
      'You asked this yourself',
    );
    const scenario = await stage.store.get('scenario', stage.scenarioId);
    const body = { ...Object(scenario?.body), ownerId: idOf('hrLead') };
    const { version = '', id = '' } = scenario ?? {};
    await writeStamped(stage.store, ['content'], [{ op: 'replace', kind: 'scenario', id, version, body }]);
    const context = { surface: 'bot', scenarioId: stage.scenarioId };
    const about = await keptFlag(stage, person(9_999).aadObjectId, { context });
    expect((await press(numberOf('hrLead'), 'answerFlag', { flagId: about.id, text: 'Yes.' })).text).toContain(
      'You wrote or own what this is about',
    );
    expect(await stateOf(about.id)).toBe('open');
    await press(numberOf('managerAlone'), 'answerFlag', { flagId: about.id, text: 'Yes.' });
    expect(await stateOf(about.id)).toBe('answered');
  });

  it('R3 an owner reads no flag, and a manager only those of their department', async () => {
    const away = await keptFlag(stage, person(9_999).aadObjectId, { scope: { departmentId: 'elsewhere' } });
    expect((await open(numberOf('owner'), away.id)).text).toContain('This item is not available.');
    expect((await open(numberOf('managerAlone'), away.id)).text).toContain('This item is not available.');
    expect((await open(numberOf('hrLead'), away.id)).text).toContain(away.id);
  });

  it('governance reads and decides what was passed to it, and nothing else', async () => {
    const kept = await keptFlag(stage, person(9_999).aadObjectId);
    const passed = await keptFlag(stage, person(9_999).aadObjectId, { state: 'needsDecision' });
    const ruling = { ruling: 'yes', why: 'It is covered.' };
    for (const column of members) {
      const isGovernance = column === 'governance';
      const form = await press(numberOf(column), 'decideForm', { flagId: passed.id });
      expect([column, form.text.includes('This item is not available.') || form.text.includes('rights')]).toEqual([
        column,
        !isGovernance,
      ]);
      for (const { id } of isGovernance ? [kept] : [kept, passed])
        await press(numberOf(column), 'decideFlag', { flagId: id, ...ruling });
    }
    expect(await stateOf(kept.id)).toBe('open');
    expect(await stateOf(passed.id)).toBe('needsDecision');
    await press(numberOf('governance'), 'decideFlag', { flagId: passed.id, ...ruling });
    expect(await stateOf(passed.id)).toBe('answered');
  });

  it('a flag is handed on by reviewers to reviewers', async () => {
    const [reviewer, employee] = [idOf('hrLead'), idOf('employee')];
    for (const column of members) {
      const kept = await keptFlag(stage, person(9_999).aadObjectId);
      const may = ['manager', 'managerAlone', 'hrLead'].includes(column);
      await press(numberOf(column), 'assignFlag', { flagId: kept.id, assigneeId: employee });
      expect([column, await stateOf(kept.id)]).toEqual([column, 'open']);
      await press(numberOf(column), 'assignFlag', { flagId: kept.id, assigneeId: reviewer });
      expect([column, await stateOf(kept.id)]).toEqual([column, may ? 'assigned' : 'open']);
    }
  });

  it('R8 a right that was taken does not hold for the next request', async () => {
    const kept = await keptFlag(stage, person(9_999).aadObjectId);
    const admin = numberOf('admin');
    const late = 7_001;
    await givenTo(stage.store, late, []);
    const words = (text: string) => world.post({ ...message(text), ...changeFor(admin) });
    const who = person(late).aadObjectId;
    expect((await open(late, kept.id)).text).toContain('This item is not available.');
    await words(`grant manager ${who} in ${stage.departmentName}`);
    expect((await open(late, kept.id)).text).toContain(kept.id);
    await words(`revoke manager ${who}`);
    expect((await open(late, kept.id)).text).toContain('This item is not available.');
  });

  it('R11 a guest has no role, whatever the store says', async () => {
    const there = await stageOf(signed);
    signed.connector.behave = ({ path }) =>
      path.includes('/members/29%3Aperson-7002')
        ? { status: 200, body: { id: '29:guest', userRole: 'guest', tenantId } }
        : undefined;
    const guest = 7_002;
    await givenTo(there.store, guest, ['admin', 'hrLead']);
    expect((await signed.post({ ...message('help'), ...changeFor(guest) })).text).toContain('Only members of this');
    expect((await signed.post({ ...message('help'), ...changeFor(1_004) })).text).not.toContain('Only members of this');
    for (const run of runners.values())
      for (const each of someOf(await run(there, person(guest).aadObjectId, false), atGate)) {
        const before = await versionOf(there, each);
        const reply = await signed.post(each.activity(changeFor(guest)));
        expect([nameOf(each), await each.isDone(reply)]).toEqual([nameOf(each), false]);
        expect(await versionOf(there, each)).toBe(before);
      }
  });
});
