/** What people ask for, counted: asks that nobody has decided, and requests; never who, never in which words. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { findAll, type TenantStore } from '../../../src/core/documents.ts';
import { isoWeekOf } from '../../../src/core/time.ts';
import { type AskCount, askCount, askCounter } from '../../../src/features/tool-requests/asks.ts';
import { day } from '../../helpers/moving-clock.ts';
import { ask, by, cardOf, memory, press, requests, say, turnAt, who, withRequests } from './requests-kit.ts';

withRequests();

let countAsks = askCounter();
beforeEach(() => {
  countAsks = askCounter();
});
const listed = { toolId: 'a', dataClassId: 'personal' };

async function counts(): Promise<AskCount[]> {
  const found = [];
  for await (const { body } of findAll(memory.store, { kind: 'toolAsk' })) found.push(askCount.parse(body));
  return found;
}
const demand = async () => cardOf(await say(by('tools', 'governance'), 'demand'));

describe('the week', () => {
  it.each([
    ['2026-11-23T10:00:00Z', '2026-W48'],
    ['2026-11-22T23:59:59Z', '2026-W47'],
    ['2026-12-31T12:00:00Z', '2026-W53'],
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['2027-01-04T00:00:00Z', '2027-W01'],
    ['2025-12-29T00:00:00Z', '2026-W01'],
    ['2024-02-29T12:00:00Z', '2024-W09'],
  ])('of %s is %s', (at, week) => expect(isoWeekOf(new Date(at))).toBe(week));
});

describe('an ask that nobody has decided', () => {
  it('counts once a day for a person, tool and kind of data, however often it is repeated', async () => {
    for (let n = 0; n < 3; n++) await countAsks(by('one'), [listed]);
    expect(await counts()).toEqual([{ toolKey: 'a', dataClassId: 'personal', isoWeek: '2026-W48', count: 1 }]);
    await countAsks(by('two'), [listed]);
    await countAsks(by('one'), [{ ...listed, dataClassId: 'restricted' }]);
    memory.clock.pass(day);
    await countAsks(by('one'), [listed]);
    memory.clock.pass(7 * day);
    await countAsks(by('one'), [listed]);
    expect(
      (await counts()).map(({ dataClassId, isoWeek, count }) => `${dataClassId} ${isoWeek} ${count}`).toSorted(),
    ).toEqual(['personal 2026-W48 3', 'personal 2026-W49 1', 'restricted 2026-W48 1']);
  });

  it('of many at once loses hardly any', async () => {
    await Promise.all(Array.from({ length: 4 }, (_, n) => countAsks(by(`p${n}`), [listed])));
    expect((await counts())[0]?.count).toBe(4);
  });

  it('keeps the name of a tool only where a request gave it', async () => {
    const typed = { toolName: 'notebot for ana lopez', dataClassId: 'internal' };
    await countAsks(by('one'), [typed, { toolName: 'notebot', dataClassId: 'internal' }]);
    await ask('two');
    await countAsks(by('three'), [{ toolName: 'NOTEBOT', dataClassId: 'internal' }]);
    const [request] = await requests();
    expect((await counts()).map(({ toolKey, count }) => [toolKey, count])).toEqual(
      expect.arrayContaining([
        ['unlisted', 2],
        [request?.toolKey, 1],
      ]),
    );
    expect(JSON.stringify(await counts())).not.toMatch(/ana|lopez|one|three/i);
  });

  it('never fails and never holds up its answer', async () => {
    const broken: TenantStore = {
      ...memory.store,
      get: () => Promise.reject(new Error('away')),
      write: () => Promise.reject(new Error('away')),
    };
    await countAsks(turnAt({ store: broken }), [listed]);
    const raced: TenantStore = { ...memory.store, write: async () => ({ kind: 'stale', index: 0 }) };
    await countAsks(turnAt({ store: raced, who: who('two') }), [listed]);
    const silent: TenantStore = { ...memory.store, get: () => new Promise(() => undefined) };
    await countAsks(turnAt({ store: silent, who: who('three') }), [listed]);
    expect(await counts()).toEqual([]);
  });

  it('is written as a note', async () => {
    const notes: unknown[] = [];
    const store: TenantStore = {
      ...memory.store,
      write: (operations, options) => {
        notes.push(options);
        return memory.store.write(operations, options);
      },
    };
    await countAsks(turnAt({ store }), [listed]);
    expect(notes).toEqual([{ isNote: true }]);
  });
});

describe('the demand', () => {
  it('is for who decides about tools', async () => {
    for (const turn of [by('one'), by('lead', 'hrLead', 'manager', 'admin')])
      expect(await say(turn, 'demand')).toMatchObject({ kind: 'refused', code: 'forbidden' });
    expect(await demand()).toContain('Nobody asked for a tool in the last 12 weeks.');
  });

  it('shows the most asked first, in counts, nobody named', async () => {
    for (const person of ['one', 'two', 'three']) await ask(person, { alreadyUsing: 'true' });
    for (const person of ['four', 'five'])
      await countAsks(by(person), [{ toolName: 'notebot', dataClassId: 'internal' }]);
    await countAsks(by('six'), [listed]);
    await ask('seven', { toolName: 'Otherbot', dataClassId: 'unknown' });
    const card = await demand();
    const titles = [...card.matchAll(/"text":"([^"]+ · [^"]+)","wrap":true,"weight":"Bolder"/g)].map(
      ([, title]) => title,
    );
    expect(titles).toEqual(['Notebot · Internal', 'Otherbot · Kind of data not known', 'Tool a · Personal']);
    expect(card).toContain('2 asks · one request · 3 people');
    expect(card).not.toMatch(/Name of|already/);
  });

  it('says from five people on how many use it already', async () => {
    for (let n = 1; n <= 5; n++) {
      await ask(`p${n}`, { alreadyUsing: 'true' });
      expect((await demand()).includes('say that they use it already')).toBe(n >= 5);
    }
    expect(await demand()).toContain('5 say that they use it already.');
  });

  it('forgets asks after twelve weeks, keeps open requests, and counts solved ones for as long as asks', async () => {
    await countAsks(by('one'), [listed]);
    await ask('two');
    await ask('three', { toolName: 'Otherbot' });
    const [solved] = (await requests()).filter(({ toolName }) => toolName === 'Otherbot');
    await press(by('three'), 'enoughRequest', { requestId: solved?.id });
    expect(await demand()).toContain('Otherbot');
    memory.clock.pass(13 * 7 * day);
    const later = await demand();
    expect(later).toContain('Notebot');
    expect(later).not.toMatch(/Tool a|Otherbot/);
  });

  it('says so when it shows a part only', async () => {
    for (let n = 0; n < 12; n++) await ask('one', { toolName: `Bot ${n}` });
    expect(await demand()).toContain('the first 10 of 12');
  });

  it('moves from a channel to the own chat', async () => {
    const where = { surface: 'bot', conversation: 'channel', conversationId: 'c' } as const;
    expect(await say(turnAt({ where, who: who('tools', 'governance') }), 'demand')).toMatchObject({ kind: 'personal' });
  });
});
