/** The Monday of somebody who leads: one card, everything due with one press each, and a list in the tab that ends (product L11, D18, R29). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PilotView } from '../../src/core/pilot-view.ts';
import type { WorkLine } from '../../src/core/work-item.ts';
import { pilotWeek, weekOf } from '../../src/features/review/week.ts';
import { execute, message, person, tenantId } from '../helpers/activities.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { day, hour } from '../helpers/moving-clock.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  analyst,
  as,
  bodiesOf,
  changed,
  demo,
  edited,
  headOf,
  hrLead,
  met,
  owner,
  press,
  scenarioNamed,
  storeOf,
  toldTo,
} from './scenarios-kit.ts';

const plain = (value: unknown): string => wordsIn(value).replaceAll(/[\\\u2060]/g, '');

/** What the buttons of a card say and send. */
function buttonsOf(value: unknown): { title: string; verb: string; data: Record<string, string> }[] {
  if (Array.isArray(value)) return value.flatMap(buttonsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { type, title, verb, data } = Object(value);
  const inside = Object.entries(value).flatMap(([key, part]) => (key === 'fallback' ? [] : buttonsOf(part)));
  return type === 'Action.Execute' ? [{ title, verb, data: data ?? {} }, ...inside] : inside;
}

interface Chat {
  /** Presses so far. */
  readonly presses: () => number;
  /** `typed` is what the fields of the card hold. */
  press(title: string, about?: string, typed?: object): Promise<string>;
  say(text: string): Promise<string>;
}

/** One person before the card: each press is one that the card offers. */
function chatOf(world: World, number: number): Chat {
  const change = {
    from: { ...person(number), aadObjectId: demo(number), name: '' },
    conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
  };
  let presses = 2;
  let shown: unknown;
  return {
    presses: () => presses,
    async say(text) {
      const { replies } = await world.post(message(text, change));
      shown = replies;
      return plain(replies);
    },
    async press(title, about = '', typed = {}) {
      const button = buttonsOf(shown).find(
        (each) => each.title === title && (about === '' || Object.values(each.data).includes(about)),
      );
      if (!button) throw new Error(`no button "${title}" in ${plain(shown)}`);
      presses++;
      const { body } = await world.post(execute(button.verb, { ...button.data, ...typed }, change));
      shown = body;
      return plain(body);
    },
  };
}

const titles = {
  aged: [
    'Job description from intake notes',
    'One-page quick guide from a procedure',
    'Procedure from notes or a transcript',
  ],
  changed: ['Weekly report from a table', 'Variance commentary from an approved table'],
  unused: 'Questions that test a report',
};

describe('a week', () => {
  const line = (id: string, more: Partial<WorkLine> = {}): WorkLine => ({
    ...{ kind: 'scenarios', id, title: id, about: '', status: { word: '', tone: 'info' }, createdAt: id, dueAt: id },
    ...{ isLate: false, isUrgent: false, people: 0, version: '', bulk: [], ...more },
  });
  const aged = { bulk: [{ event: 'confirm', label: 'Still right' }] };

  it('shows at most five, those that are due by age as one, the most pressing first', () => {
    const lines = [
      ...['a', 'b', 'c'].map((id) => line(id, aged)),
      ...['d', 'e', 'f', 'g'].map((id) => line(id, { kind: 'discoveries' })),
      line('late', { kind: 'flags', isLate: true }),
      line('urgent', { kind: 'flags', isUrgent: true }),
    ];
    const { together, rows, more, due, late, first } = weekOf(lines);
    expect(together.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rows.map(({ id }) => id)).toEqual(['urgent', 'late', 'd', 'e']);
    expect({ more, due, late, first: first?.id }).toEqual({ more: 2, due: 9, late: 1, first: 'urgent' });
    expect(weekOf([line('a', aged), line('b')])).toMatchObject({
      together: [],
      rows: [{ id: 'a' }, { id: 'b' }],
      more: 0,
    });
  });

  it('of a pilot is counted from its first day, extensions counted in', () => {
    const pilot = { startDate: '2026-11-09', weeks: 6 } as PilotView;
    const at = (date: string, more: Partial<PilotView> = {}) =>
      pilotWeek({ ...pilot, ...more }, new Date(`${date}T09:00:00Z`));
    expect(at('2026-11-08')).toBeUndefined();
    expect(at('2026-11-09')).toEqual({ week: 1, weeks: 6 });
    expect(at('2026-11-23')).toEqual({ week: 3, weeks: 6 });
    expect(at('2026-12-30')).toEqual({ week: 6, weeks: 6 });
    expect(at('2026-12-23', { endDate: '2027-01-04' })).toEqual({ week: 7, weeks: 8 });
  });
});

describe('a Monday', () => {
  let world: World;
  const ids = new Map<string, string>();
  const idOf = (title: string): string => ids.get(title) ?? '';
  beforeAll(async () => {
    world = await startWorld();
    for (const number of [owner, hrLead, analyst]) await met(world, number);
    for (const title of [...titles.aged, ...titles.changed, titles.unused]) {
      const id = await scenarioNamed(world, title);
      if (!id) throw new Error(`no scenario ${title}`);
      ids.set(title, id);
    }
    const at = '2026-11-20T09:00:00.000Z';
    for (const title of titles.aged) await changed(world, 'scenario', idOf(title), { reviewDue: '2026-11-20' });
    const due = { state: 'dueForReview', reviewDue: '2026-12-04' };
    for (const title of titles.changed) {
      const checkReasons = [{ kind: 'toolChange', refId: 'change-1', at }];
      await changed(world, 'scenario', idOf(title), { ...due, checkReasons });
    }
    await changed(world, 'scenario', idOf(titles.unused), { ...due, checkReasons: [{ kind: 'unused', at }] });
  });
  afterAll(() => world.close());

  const until = async (instant: string): Promise<void> => {
    world.clock.pass(Date.parse(instant) - world.clock.now().getTime());
    for (let n = 0; n < 3; n++) await world.tick();
  };
  const weeksTold = (number: number) => toldTo(world, number).filter((text) => text.startsWith('Your week'));

  it('at nine of their own clock everybody who leads gets one card, and no card of the day beside it', async () => {
    await changed(world, 'person', demo(hrLead), { zone: 'America/New_York' });
    await until('2026-11-30T08:59:00Z');
    expect(weeksTold(owner)).toEqual([]);
    await until('2026-11-30T09:00:30Z');
    expect(weeksTold(owner)).toHaveLength(1);
    expect(weeksTold(hrLead)).toEqual([]);
    await until('2026-11-30T14:01:00Z');
    expect([weeksTold(owner), weeksTold(hrLead), weeksTold(analyst)].map(({ length }) => length)).toEqual([1, 1, 0]);
    expect(toldTo(world, owner).filter((text) => text.includes('Your day'))).toEqual([]);
    const [told = ''] = weeksTold(owner);
    expect(told).toMatch(/^Your week\n(Late|First): /);
    expect(told).toContain('3 are due by their date alone.');
  });

  it('with five items takes eight presses at most, the two that open Fieldbook counted', async () => {
    const chat = chatOf(world, owner);
    expect(await chat.say('week')).toContain('3 are due by their date alone.');
    expect(await chat.press('All 3 right')).toContain('3 checked, no change.');
    for (const title of titles.aged) expect(await headOf(world, idOf(title))).toMatchObject({ state: 'published' });
    const [changedOne = ''] = titles.changed;
    expect(await chat.press('Make a draft', idOf(changedOne))).toContain(`Done: ${changedOne}`);
    expect(await headOf(world, idOf(changedOne))).toMatchObject({ draftState: 'draft' });
    expect(await chat.press('Not now', idOf(titles.unused))).not.toContain(`Not now\n${titles.unused}`);
    expect(chat.presses()).toBeLessThanOrEqual(8);
    process.stdout.write(`owner's week: five items of a Monday in ${chat.presses()} presses\n`);
    const { body } = await as(world, owner).get('/api/review?limit=100');
    const listed = body.items.map(({ id }: { id: string }) => id);
    expect(listed).not.toContain(idOf(titles.unused));
    expect(listed).not.toContain(idOf(titles.aged[0] ?? ''));
  });

  it('what was put off comes back after a week', async () => {
    await until(new Date(world.clock.now().getTime() + 7 * day + hour).toISOString());
    const { body } = await as(world, owner).get('/api/review?limit=100');
    const line = body.items.find(({ id }: { id: string }) => id === idOf(titles.unused));
    expect(line.press).toEqual({ event: 'snooze', label: 'Not now' });
    const off = (kind: string, id: string, number = owner) =>
      as(world, number).post('/api/review/snooze', { kind, id });
    expect((await off('flags', 'any')).body.error).toBe('forbidden');
    expect((await off('scenarios', 'no-such')).body.error).toBe('not_found');
    expect((await off('scenarios', line.id)).status).toBe(200);
    const again = await as(world, owner).get('/api/review?limit=100');
    expect(again.body.items.map(({ id }: { id: string }) => id)).not.toContain(line.id);
    expect(await bodiesOf(world, 'snooze')).toHaveLength(1);
  });

  it('a text of the owner that waits too long is brought back by a nudge, once a day', async () => {
    const [, title = ''] = titles.changed;
    await edited(as(world, owner), idOf(title), { tags: ['waits'] });
    await press(as(world, owner), idOf(title), 'submit');
    const lineOf = async () => {
      const { body } = await as(world, owner).get('/api/review?limit=100');
      return body.items.find(({ id }: { id: string }) => id === idOf(title));
    };
    expect((await lineOf())?.press?.event).not.toBe('nudge');
    await until(new Date(world.clock.now().getTime() + 7 * day).toISOString());
    expect((await lineOf()).press).toEqual({ event: 'nudge', label: 'Nudge' });
    const chat = chatOf(world, owner);
    await chat.say('week');
    expect(await chat.press('Nudge', idOf(title))).toContain(`Done: ${title}`);
    expect(await chat.press('Nudge', idOf(title))).toContain(`Done: ${title}`);
    const nudged = (await bodiesOf(world, 'auditEntry')).filter(({ action }) => action === 'scenario.nudge');
    expect(nudged).toHaveLength(1);
    expect((await press(as(world, hrLead), idOf(title), 'nudge')).body.error).toBe('forbidden');
  });

  it('nobody else has a week, and whoever wants none gets none', async () => {
    const chat = chatOf(world, analyst);
    expect(await chat.say('week')).not.toContain('Your week');
    expect((await as(world, analyst).get('/api/review/week')).body).toEqual({ isLead: false, first: '', lines: [] });
    await changed(world, 'person', demo(owner), { notify: { answers: 'now', work: 'off' } });
    const before = weeksTold(owner).length;
    await until('2026-12-21T09:01:00Z');
    await until('2026-12-28T09:01:00Z');
    expect(weeksTold(owner)).toHaveLength(before);
    expect(weeksTold(hrLead).length).toBeGreaterThan(1);
    expect((await storeOf(world).get('person', demo(owner)))?.body).toBeDefined();
  });
});

describe('ten typical items', () => {
  const worlds: World[] = [];
  afterAll(async () => void (await Promise.all(worlds.map((world) => world.close()))));

  it('are done from the card, a press or two for each', async () => {
    const world = await startWorld();
    worlds.push(world);
    await met(world, owner);
    world.clock.pass(Date.parse('2026-11-30T09:00:00Z') - world.clock.now().getTime());
    const at = '2026-11-27T09:00:00.000Z';
    const many = (await bodiesOf(world, 'scenario')).filter(
      ({ state, draftVersion, hold }) => state === 'published' && draftVersion === undefined && hold === undefined,
    );
    const [one, two, three, four, five, six, seven, eight] = many.map(({ id }) => id) as string[];
    for (const id of [one, two, three, four, five])
      await changed(world, 'scenario', id ?? '', { reviewDue: '2026-11-27' });
    const due = { state: 'dueForReview', reviewDue: '2027-01-20' };
    for (const id of [six, seven])
      await changed(world, 'scenario', id ?? '', { ...due, checkReasons: [{ kind: 'stuck', at }] });
    await changed(world, 'scenario', eight ?? '', { ...due, checkReasons: [{ kind: 'unused', at }] });
    const finds = (await as(world, owner).get('/api/review?kind=discoveries&limit=100')).body.items;
    const [first, second] = finds.map(({ id }: { id: string }) => id);
    const chat = chatOf(world, owner);
    await chat.say('week');
    expect(await chat.press('All 5 right')).toContain('5 checked, no change.');
    for (const id of [six, seven]) {
      await chat.press('Make a draft', id);
      expect(await headOf(world, id ?? '')).toMatchObject({ draftState: 'draft' });
    }
    await chat.press('Not now', eight);
    for (const id of [first, second]) {
      await chat.say('week');
      await chat.press('Open', id);
      await chat.press('Decline', '', { text: 'We have this already.' });
      expect((await storeOf(world).get('discovery', id))?.body).toMatchObject({ state: 'declined' });
    }
    process.stdout.write(`owner's week: ten typical items in ${chat.presses()} presses\n`);
    expect(chat.presses()).toBeLessThanOrEqual(15);
  });
});
