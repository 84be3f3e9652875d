/** Friday's card: how many, and now and then a question without a name; at most one a day, and nobody to be found in the answers (product 7.9, L7). */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Store, TenantStore } from '../../../src/core/documents.ts';
import { findAll } from '../../../src/core/documents.ts';
import type { PilotView } from '../../../src/core/pilot-view.ts';
import { mayAsk, nextFriday, pulseMayCome, turnOf } from '../../../src/features/uses/friday-times.ts';
import { type MovingClock, movingClock } from '../../helpers/moving-clock.ts';
import { openInProcess } from '../../stores/cosmos-kit.ts';
import { folders } from '../../stores/folder.ts';
import { aPilot, idOf, staged } from './friday-kit.ts';

const { make, open, clear } = folders();
afterAll(clear);

const all = async (store: TenantStore, kind: string) => {
  const found = [];
  for await (const document of findAll(store, { kind })) found.push(document);
  return found;
};

describe('when it may come', () => {
  it.each([
    ['2026-11-23T10:00:00Z', 'Europe/London', '2026-11-27T15:00:00.000Z', '2026-W48'],
    ['2026-11-27T15:00:00Z', 'Europe/London', '2026-12-04T15:00:00.000Z', '2026-W49'],
    ['2026-11-28T10:00:00Z', 'Europe/London', '2026-12-04T15:00:00.000Z', '2026-W49'],
    ['2026-11-27T10:00:00Z', 'America/Los_Angeles', '2026-11-27T23:00:00.000Z', '2026-W48'],
    ['2026-10-23T15:00:00Z', 'Europe/Madrid', '2026-10-30T14:00:00.000Z', '2026-W44'],
    ['2026-12-31T10:00:00Z', 'Pacific/Auckland', '2027-01-01T02:00:00.000Z', '2026-W53'],
  ])('after %s in %s', (after, zone, at, week) => {
    const next = nextFriday(new Date(after), zone);
    expect([next.at.toISOString(), next.week]).toEqual([at, week]);
  });

  it.each([
    [[], true],
    [['2026-11-26T20:00:00Z'], true],
    [['2026-11-27T08:00:00Z'], false],
    [['2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z'], false],
    [['2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z', '2026-11-25T08:00:00Z'], true],
  ])('one a day and three a week: %j', (sent, may) => {
    expect(mayAsk(sent, new Date('2026-11-27T15:00:00Z'), 'Europe/London')).toBe(may);
  });

  it.each([
    [[], 'pilot', true],
    [['2026-W45'], 'pilot', false],
    [['2026-W44'], 'pilot', true],
    [['2026-W44'], 'community', false],
    [['2026-W40'], 'community', true],
    [['2026-W49'], 'pilot', false],
  ] as const)('a question without a name, others in %j, of a %s', (others, of, may) => {
    expect(pulseMayCome(others, '2026-W48', of)).toBe(may);
  });

  it('gives each of several communities its turn', () => {
    const weeks = Array.from({ length: 24 }, (_, at) => `2026-W${String(at + 10)}`);
    expect(new Set(weeks.map((week) => turnOf(['a', 'b', 'c'], week))).size).toBe(3);
    expect(turnOf([], '2026-W10')).toBeUndefined();
  });
});

const stores: [string, (clock: MovingClock) => Promise<Store>][] = [
  ['a file', async () => open(make())],
  ['Cosmos DB', async (clock) => (await openInProcess({ clock })).store],
];

describe.each(stores)('on %s', (_, opened) => {
  const world = async (...rest: Parameters<typeof staged> extends [Store, MovingClock, ...infer R] ? R : never) => {
    const clock = movingClock();
    return staged(await opened(clock), clock, ...rest);
  };

  it('asks people of a running pilot every Friday at three, once, until it ends', async () => {
    const pilots = [aPilot()];
    const stage = await world(pilots);
    await stage.meet([1, 2, 3, 4]);
    const { feature, store } = stage;
    await store.write(
      feature.askPulse(
        { now: stage.turnOf(1).now },
        { pilotId: 'pilot-1', workflowId: 'workflow-1', step: 'start', stage: 'pilot' },
      ),
    );
    await stage.until('2026-11-27T14:59:00Z');
    expect(stage.sent).toEqual([]);
    await stage.until('2026-11-27T15:00:00Z');
    await stage.tick();
    expect(stage.sent.map(({ to }) => to).toSorted()).toEqual(['a:1', 'a:2', 'a:3']);
    expect(stage.to(1)[0]?.json).toContain('Name of workflow-1');
    expect(stage.to(1)[0]?.json).toContain('Do you expect the scenarios');
    await stage.until('2026-12-04T15:00:00Z');
    expect(stage.to(1)).toHaveLength(2);
    // The question without a name came last week.
    expect(stage.to(1)[1]?.json).not.toContain('Do you expect');
    pilots[0] = aPilot({ state: 'scaled' });
    await stage.until('2026-12-11T15:00:00Z');
    await stage.until('2026-12-15T10:00:00Z');
    await store.write(
      feature.askPulse(
        { now: stage.turnOf(1).now },
        { pilotId: 'pilot-1', workflowId: 'workflow-1', step: 'end', stage: 'pilot' },
      ),
    );
    await stage.tick();
    // Three weeks after the question of the start: one Friday later it may come.
    await stage.until('2026-12-18T15:00:00Z');
    expect(stage.to(1)).toHaveLength(2);
    await stage.until('2026-12-25T15:00:00Z');
    expect(stage.to(1)[2]?.json).toContain('Did the scenarios help you');
    await stage.until('2027-01-01T15:00:00Z');
    expect(stage.to(1)).toHaveLength(3);
  });

  it('keeps one number for each person, workflow and week, however many press at once', async () => {
    const stage = await world([aPilot()]);
    await stage.meet([1, 2]);
    const say = (number: number, runs: number, week = '2026-W48') =>
      stage.press(number, 'sayRuns', { workflowId: 'workflow-1', week, runs });
    await Promise.all([say(1, 2), say(1, 3), say(1, 4), say(2, 5)]);
    const counts = await all(stage.store, 'runCount');
    expect(counts).toHaveLength(2);
    await say(1, 0);
    expect((await all(stage.store, 'runCount')).map(({ body }) => Object(body).runs).toSorted()).toEqual([0, 5]);
    expect(
      await stage.press(1, 'sayRuns', { workflowId: 'workflow-1', week: '2026-W48', 'runs_workflow-1': '12' }),
    ).toContain('Noted: 12');
    expect(
      await stage.press(1, 'sayRuns', { workflowId: 'workflow-1', week: '2026-W48', 'runs_workflow-1': '' }),
    ).toContain('whole number');
    expect(await say(1, 1, '2026-W40')).toContain('That week is over');
    expect(await stage.press(2, 'moreRuns', { workflowId: 'workflow-1', week: '2026-W47' })).toContain(
      'runs_workflow-1',
    );
    // Of no pilot, and of one that they are not in.
    expect(await stage.press(1, 'sayRuns', { workflowId: 'workflow-2', week: '2026-W48', runs: 1 })).toContain(
      'not_found',
    );
    expect(await say(9, 1)).toContain('not_found');
    expect(JSON.stringify(await all(stage.store, 'runCount'))).not.toContain(idOf(1));
  });

  it('keeps an answer without a name, a time or anything else that leads to who gave it', async () => {
    const stage = await world([aPilot()]);
    await stage.meet([1, 2]);
    const { feature, store } = stage;
    await store.write(
      feature.askPulse(
        { now: stage.turnOf(1).now },
        { pilotId: 'pilot-1', workflowId: 'workflow-1', step: 'start', stage: 'pilot' },
      ),
    );
    await stage.until('2026-11-27T15:07:31.123Z');
    const answer = (number: number, pulse: string, groupId = 'pilot-1') =>
      stage.press(number, 'answerPulse', { groupId, week: '2026-W48', pulse });
    expect(await answer(1, '')).toContain('pick one');
    expect(await answer(1, '6')).toContain('pick one');
    expect(await answer(1, '4', 'pilot-2')).toContain('answered or over');
    expect(await answer(9, '4')).toContain('answered or over');
    const pressed = await Promise.all([answer(1, '4'), answer(1, '5'), answer(2, '2')]);
    expect(pressed.filter((said) => said.includes('Your answer stands'))).toHaveLength(2);
    expect(await answer(1, '5')).toContain('answered or over');

    const [pulses, marks] = [await all(store, 'pulse'), await all(store, 'pulseMark')];
    expect(pulses.map(({ body }) => Object(body).week)).toEqual(['2026-W48', '2026-W48']);
    expect(Object.keys(Object(pulses[0]?.body)).toSorted()).toEqual([
      ...['answer', 'groupId', 'groupKind', 'question', 'stage', 'week'],
    ]);
    expect(marks.map(({ body }) => Object.keys(Object(body)).toSorted())).toEqual([
      ['markKey', 'week'],
      ['markKey', 'week'],
    ]);
    // No two of them share a value by which the one would lead to the other, but the week and when the week's end.
    for (const { expiresAt = '' } of [...pulses, ...marks])
      expect(Math.abs(Date.parse(expiresAt) - Date.parse('2028-01-04T00:00:00Z'))).toBeLessThan(2_000);
    const said = JSON.stringify(pulses);
    for (const mark of marks) {
      expect(said).not.toContain(mark.id);
      expect(said).not.toContain(String(Object(mark.body).markKey));
    }
    for (const number of [1, 2]) expect(said).not.toContain(idOf(number));
    for (const kind of ['auditEntry', 'dueItem', 'sendRecord', 'person', 'undo'])
      for (const each of await all(store, kind))
        for (const { id } of pulses) expect(JSON.stringify(each)).not.toContain(id);

    const [erasure] = feature.erasures;
    if (!erasure) throw new Error('runs have no erasure');
    for await (const operation of await erasure.erase(stage.turnOf(1), idOf(1))) await store.write([operation]);
    expect((await all(store, 'pulseMark')).map(({ id }) => id)).toHaveLength(1);
    expect(await all(store, 'pulse')).toHaveLength(2);
  });

  it('comes to people of a community every eight weeks, in a week in which they ran something, and can be switched off', async () => {
    const pilots: PilotView[] = [];
    const stage = await world(pilots, ['community-1']);
    await stage.meet([1, 2, 3]);
    const begin = (number: number) =>
      stage.feature.begin(stage.turnOf(number), {
        ...{ workflowId: 'workflow-1', scenarioId: 's', version: 1, promptId: 'p', usualMinutes: 20 },
        ...{ surface: 'bot', action: 'copied', warnings: {}, withPack: false },
      });
    await begin(1);
    await stage.until('2026-11-27T15:00:00Z');
    expect(stage.sent.map(({ to, json }) => [to, json.includes('Does the playbook help you')])).toEqual([
      ['a:1', true],
    ]);
    for (const friday of ['2026-12-04', '2026-12-11']) {
      await begin(1);
      await stage.until(`${friday}T15:00:00Z`);
    }
    const pulses = () => stage.to(1).filter(({ json }) => json.includes('Does the playbook help you'));
    expect(pulses()).toHaveLength(1);
    expect(await stage.press(1, 'dontAskPulse', { groupId: 'community-1', week: '2026-W48' })).toContain(
      'not asked this any more',
    );
    await stage.until('2027-01-20T10:00:00Z');
    await begin(1);
    await begin(2);
    await begin(3);
    // Their pilot asks them something of the kind when it begins.
    pilots.push(aPilot({ state: 'baseline', joinedIds: [idOf(3)] }));
    await stage.until('2027-01-22T15:00:00Z');
    expect(pulses()).toHaveLength(1);
    expect(stage.to(2).filter(({ json }) => json.includes('Does the playbook help you'))).toHaveLength(1);
    expect(stage.to(3)).toHaveLength(0);
  });
});
