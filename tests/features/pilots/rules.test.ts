/** What may happen to a pilot, as tables: state, event, who, now, and what comes of it (product 6.6, R16, R18, R25, R26, R55). */
import { describe, expect, it } from '@jest/globals';
import type { WriteOperation } from '../../../src/core/documents.ts';
import { pilotStates } from '../../../src/core/pilot-view.ts';
import { addDays } from '../../../src/core/time.ts';
import { isPulseInMiddle, weekOf } from '../../../src/features/pilots/calendar.ts';
import type { PilotEvent } from '../../../src/features/pilots/events.ts';
import { endOperations, midpointOperations, stillOpenOperation } from '../../../src/features/pilots/later.ts';
import type { Pilot } from '../../../src/features/pilots/model.ts';
import {
  aPilot,
  aScenario,
  aSigning,
  at,
  aWorkflow,
  type Case,
  decided,
  outcome,
  people,
  type Who,
} from './pilots-kit.ts';

const events: Record<string, PilotEvent> = {
  openBaseline: { name: 'openBaseline' },
  join: { name: 'join' },
  decline: { name: 'decline' },
  leave: { name: 'leave' },
  addPerson: { name: 'addPerson', personId: 'new' },
  removePerson: { name: 'removePerson', personId: 'member-1' },
  start: { name: 'start' },
  confirm: { name: 'confirm' },
  sendBack: { name: 'sendBack', reason: 'Too soon.' },
  midpoint: { name: 'midpoint' },
  end: { name: 'end', reason: 'All is said.' },
  decideScale: { name: 'decideScale', why: 'It works.' },
  decideExtend: { name: 'decideExtend', weeks: 2, why: 'More runs.' },
  decideStop: { name: 'decideStop', why: 'No use.', lessons: 'Notes are short already.', retire: false },
  cancel: { name: 'cancel' },
};
const names = Object.keys(events);

/** Those that change something, as the owner; everything else is refused. */
const open: Record<Pilot['state'], readonly string[]> = {
  draft: ['openBaseline', 'cancel'],
  baseline: ['addPerson', 'removePerson', 'start', 'cancel'],
  running: ['addPerson', 'removePerson', 'end'],
  deciding: ['removePerson', 'decideScale', 'decideExtend', 'decideStop'],
  scaled: [],
  stopped: [],
  cancelled: [],
};

describe('what comes by itself', () => {
  const zone = 'America/New_York';
  const dueAt = (operation: WriteOperation | undefined) =>
    operation && 'body' in operation ? Object(operation.body).dueAt : undefined;

  it('comes at nine in the morning of the pilot, whenever it was ended', () => {
    const running = aPilot({ state: 'running', startDate: '2026-11-23', endDate: '2027-01-04', zone });
    expect(dueAt(midpointOperations('p', running)[0])).toBe('2026-12-14T14:00:00.000Z');
    expect(dueAt(endOperations('p', running)[0])).toBe('2027-01-04T14:00:00.000Z');
    // Eleven at night there, a day on in London.
    const still = (count: number) =>
      dueAt(stillOpenOperation({ subject: 'p', zone }, '2026-12-02T04:00:00.000Z', count));
    expect([still(0), still(1)]).toEqual(['2026-12-11T14:00:00.000Z', '2026-12-18T14:00:00.000Z']);
  });
});

describe('the question without a name in its middle', () => {
  it.each([
    [4, '2026-12-07', false],
    [6, '2026-12-14', false],
    [7, '2026-12-17', false],
    [8, '2026-12-21', true],
    [12, '2027-01-04', true],
    // A day late, the end would be too near.
    [8, '2026-12-22', false],
  ])('of %i weeks, on %s: %s', (weeks, day, isAsked) => {
    const [startDate, zone] = ['2026-11-23', 'Europe/London'];
    const endDate = addDays(startDate, 7 * weeks);
    expect(isPulseInMiddle({ startDate, endDate, zone }, new Date(`${day}T09:00:00Z`))).toBe(isAsked);
  });
});

describe('each event in each state', () => {
  it.each(pilotStates)('%s', (state) => {
    const roster = state === 'draft' ? people(6, {}) : people(6);
    const changing = names.filter((name) => {
      const event = events[name];
      return event && decided({ pilot: { state, roster }, event }).kind === 'changed';
    });
    expect(changing).toEqual(open[state]);
  });

  it.each([
    ['join', 'baseline', 'join: baseline'],
    ['join', 'running', 'join: running'],
    ['join', 'deciding', 'outdated'],
    ['decline', 'baseline', 'decline: baseline'],
    ['decline', 'running', 'decline: running'],
  ] as const)('somebody who was asked: %s in %s', (name, state, wanted) => {
    const roster = people(6, { invitedAt: at });
    expect(outcome({ pilot: { state, roster }, who: 'member', event: { name } })).toBe(wanted);
  });

  it.each([
    ['baseline', 'leave: baseline'],
    ['running', 'leave: running'],
    ['deciding', 'leave: deciding'],
    ['scaled', 'outdated'],
  ] as const)('somebody who joined leaves in %s', (state, wanted) => {
    expect(outcome({ pilot: { state }, who: 'member', event: { name: 'leave' } })).toBe(wanted);
  });
});

describe('who may', () => {
  const may: Record<Who, readonly string[]> = {
    owner: ['addPerson', 'removePerson', 'start', 'confirm', 'sendBack', 'cancel', 'end', 'decideScale', 'decideStop'],
    both: ['addPerson', 'removePerson', 'start', 'confirm', 'sendBack', 'cancel', 'end', 'decideScale', 'decideStop'],
    lead: ['confirm', 'sendBack', 'decideScale', 'decideStop'],
    member: ['leave'],
    reader: [],
    stranger: [],
    system: ['midpoint', 'end'],
  };
  const all = [...new Set(Object.values(may).flat())];

  it.each(Object.keys(may) as Who[])('%s', (who) => {
    const allowed = all.filter((name) => {
      const event = events[name];
      return event && !['forbidden', 'hidden'].includes(outcome({ pilot: {}, who, event }));
    });
    expect(allowed.toSorted()).toEqual(may[who].toSorted());
  });

  it('to a stranger it is not there', () => {
    expect(outcome({ who: 'stranger', event: { name: 'cancel' } })).toBe('hidden');
  });
});

const ask = (one: Partial<Case>, reason?: string): string =>
  outcome({
    ...one,
    pilot: { state: 'draft', roster: people(6, {}), ...one.pilot },
    event: { name: 'openBaseline', reason },
  });

describe('asking the people', () => {
  it.each([
    [2, 'blocked: tooFewPeople', 'blocked: tooFewPeople'],
    [3, 'reason: rosterSize', 'openBaseline: baseline'],
    [4, 'reason: rosterSize', 'openBaseline: baseline'],
    [5, 'openBaseline: baseline', 'openBaseline: baseline'],
    [10, 'openBaseline: baseline', 'openBaseline: baseline'],
    [11, 'reason: rosterSize', 'openBaseline: baseline'],
    [25, 'reason: rosterSize', 'openBaseline: baseline'],
    [26, 'blocked: tooManyPeople', 'blocked: tooManyPeople'],
  ])('%i people: %s, with a reason %s', (size, without, withReason) => {
    const roster = people(size, {});
    expect([ask({ pilot: { roster } }), ask({ pilot: { roster } }, 'A small team.')]).toEqual([without, withReason]);
  });

  it.each([
    [3, 'reason: weeks'],
    [4, 'openBaseline: baseline'],
    [8, 'openBaseline: baseline'],
    [9, 'reason: weeks'],
  ])('%i weeks: %s', (weeks, wanted) => {
    expect(ask({ pilot: { weeks } })).toBe(wanted);
    expect(ask({ pilot: { weeks } }, 'The season is short.')).toBe('openBaseline: baseline');
  });

  it('a second pilot in the department needs a reason, which is on record', () => {
    expect(ask({ facts: { hasOther: true } })).toBe('reason: secondPilot');
    const event = { name: 'openBaseline', reason: 'Two shifts.' } as const;
    const pilot = { state: 'draft', roster: people(11, {}) } as const;
    const result = decided({ pilot, event, facts: { hasOther: true } });
    expect(result).toMatchObject({
      kind: 'changed',
      pilot: { roster: expect.arrayContaining([{ personId: 'member-1', invitedAt: at }]) },
    });
    const overrides = result.kind === 'changed' ? result.pilot.overrides : [];
    const said = { reason: 'Two shifts.', by: 'owner', at };
    expect(overrides).toEqual([
      { rule: 'rosterSize', ...said },
      { rule: 'secondPilot', ...said },
    ]);
  });

  it.each([
    ['a worksheet that is not whole', { missing: ['Numbers are examples.'] }, 'blocked: worksheet'],
    ['a workflow that is in a pilot already', { stage: 'pilot' as const }, 'blocked: notCandidate'],
  ])('%s is in the way, whatever the reason', (_, change, wanted) => {
    expect(ask({ facts: { workflow: aWorkflow(change) } }, 'We want to.')).toBe(wanted);
  });

  it('owner and HR lead are two people', () => {
    expect(ask({ pilot: { hrLeadId: 'owner' } }, 'We want to.')).toBe('blocked: noHrLead');
  });
});

const start = (one: Partial<Case>, reason?: string): string => outcome({ ...one, event: { name: 'start', reason } });
const many = (count: number) => {
  const scenarios = Array.from({ length: count }, (_, n) => aScenario({ id: `s-${n}` }));
  return { pilot: { scenarioIds: scenarios.map(({ id }) => id) }, facts: { workflow: aWorkflow({ scenarios }) } };
};

describe('the start', () => {
  it.each([
    ['2 runs that count', { facts: { counted: 2 } }, 'blocked: fewRuns'],
    ['2 people who joined', { pilot: { roster: people(2) } }, 'blocked: fewJoined'],
    ['no scenario', { pilot: { scenarioIds: [] } }, 'blocked: noScenarios'],
    ['a scenario that is not live', { pilot: { scenarioIds: ['other'] } }, 'blocked: notLive'],
    [
      'one without a tool',
      { facts: { workflow: aWorkflow({ scenarios: [aScenario({ hasTool: false })] }) } },
      'blocked: noTool',
    ],
    ['one on hold', { facts: { workflow: aWorkflow({ scenarios: [aScenario({ isHeld: true })] }) } }, 'blocked: held'],
    ['nobody to answer', { facts: { unanswered: ['s-1'] } }, 'blocked: nobodyAnswers'],
  ])('%s is in the way, whatever the reason', (_, one, wanted) => {
    expect([start(one), start(one, 'We want to.')]).toEqual([wanted, wanted]);
  });

  it.each([
    [5, 'sign: baseline'],
    [6, 'reason: scenarioCount'],
    [10, 'reason: scenarioCount'],
  ])('%i scenarios: %s', (count, wanted) => {
    expect(start(many(count))).toBe(wanted);
    expect(start(many(count), 'They belong together.')).toBe('sign: baseline');
  });

  it('four who joined need a reason, unless it was said when they were asked', () => {
    expect(start({ pilot: { roster: people(4) } })).toBe('reason: rosterSize');
    const overrides = [{ rule: 'rosterSize', reason: 'A small team.', by: 'owner', at }] as const;
    expect(start({ pilot: { roster: people(4), overrides: [...overrides] } })).toBe('sign: baseline');
  });

  it('the owner signs, the HR lead confirms, and from that day it runs', () => {
    const signing = aSigning();
    expect(outcome({ pilot: { signing }, event: { name: 'confirm' } })).toBe('ownSignature');
    expect(outcome({ pilot: { signing }, who: 'both', event: { name: 'confirm' } })).toBe('start: running');
    const result = decided({ pilot: { signing }, who: 'lead', event: { name: 'confirm' } });
    expect(result).toMatchObject({ pilot: { state: 'running', startDate: '2026-11-23', endDate: '2027-01-04' } });
    expect(result).not.toHaveProperty('pilot.signing');
  });

  it('what came in the way after the first signature still is', () => {
    const one = { pilot: { signing: aSigning() }, who: 'lead' as const, event: { name: 'confirm' as const } };
    expect(outcome({ ...one, facts: { unanswered: ['s-1'] } })).toBe('blocked: nobodyAnswers');
    expect(outcome({ ...one, facts: { hasOther: true } })).toBe('reason: secondPilot');
  });

  it('a planned day that lies ahead is kept, one that has passed is not', () => {
    const on = (startDate: string) =>
      decided({ pilot: { signing: aSigning(), startDate }, who: 'lead', event: { name: 'confirm' } });
    expect(on('2026-12-01')).toMatchObject({ pilot: { startDate: '2026-12-01', endDate: '2027-01-12' } });
    expect(on('2026-11-01')).toMatchObject({ pilot: { startDate: '2026-11-23' } });
  });

  it('a signature holds the plan, but not the people', () => {
    const roster = [...people(5), { personId: 'member-9', invitedAt: at }];
    const held = (event: PilotEvent, who: Who = 'owner') =>
      outcome({ pilot: { signing: aSigning(), roster }, event, who });
    expect(held({ name: 'start' })).toBe('signed');
    expect(held({ name: 'addPerson', personId: 'new' })).toBe('signed');
    expect(held({ name: 'leave' }, 'member')).toBe('leave: baseline');
    expect(held({ name: 'sendBack', reason: 'Wait.' }, 'lead')).toBe('sendBack: baseline');
    expect(held({ name: 'cancel' })).toBe('cancel: cancelled');
  });
});

describe('people while it runs', () => {
  const running = (roster: Pilot['roster']) => ({ state: 'running' as const, roster });

  it.each([
    [9, undefined, 'addPerson: running'],
    [10, undefined, 'reason: rosterSize'],
    [10, 'Two more shifts.', 'addPerson: running'],
    [25, 'Two more shifts.', 'blocked: tooManyPeople'],
  ])('%i in it, one more', (size, reason, wanted) => {
    expect(outcome({ pilot: running(people(size)), event: { name: 'addPerson', personId: 'new', reason } })).toBe(
      wanted,
    );
  });

  it('nobody is asked twice; who said no or left may be asked again', () => {
    const add = (place: object) =>
      outcome({ pilot: running([{ personId: 'new', ...place }]), event: { name: 'addPerson', personId: 'new' } });
    expect(add({ invitedAt: at })).toBe('outdated');
    expect(add({ invitedAt: at, joinedAt: at })).toBe('outdated');
    expect(add({ invitedAt: at, declinedAt: at })).toBe('addPerson: running');
    expect(add({ invitedAt: at, joinedAt: at, leftAt: at })).toBe('addPerson: running');
  });

  it('who is taken out after joining stays on record as gone', () => {
    const event = { name: 'removePerson', personId: 'member-1' } as const;
    const result = decided({ pilot: running(people(6)), event });
    expect(result).toMatchObject({ pilot: { roster: [{ personId: 'member-1', leftAt: at }, {}, {}, {}, {}, {}] } });
    expect(decided({ pilot: running(people(6, { invitedAt: at })), event })).toHaveProperty('pilot.roster.length', 5);
  });
});

describe('the end and the gate', () => {
  it('ends by itself, or early by the owner with a reason', () => {
    const running = { state: 'running', startDate: '2026-10-12', endDate: '2026-11-30' } as const;
    expect(outcome({ pilot: running, who: 'system', event: { name: 'end' } })).toBe('end: deciding');
    expect(outcome({ pilot: running, event: { name: 'end' } })).toBe('reason: endEarly');
    const early = decided({ pilot: running, event: { name: 'end', reason: 'All is said.' } });
    expect(early).toMatchObject({
      pilot: { state: 'deciding', endDate: '2026-11-23', overrides: [{ rule: 'endEarly' }] },
    });
  });

  const gate = (one: Partial<Case> & { readonly event: PilotEvent }) =>
    outcome({ ...one, pilot: { state: 'deciding', endedAt: at, endDate: '2026-11-23', ...one.pilot } });
  const scale: PilotEvent = { name: 'decideScale' };

  it.each([
    ['past its check', { facts: { workflow: aWorkflow({ scenarios: [aScenario({ isInDate: false })] }) } }],
    ['without a good example', { facts: { workflow: aWorkflow({ scenarios: [aScenario({ hasGood: false })] }) } }],
    ['without a guide', { facts: { workflow: aWorkflow({ scenarios: [aScenario({ hasGuide: false })] }) } }],
    ['on hold', { facts: { workflow: aWorkflow({ scenarios: [aScenario({ isHeld: true })] }) } }],
    ['not live any more', { facts: { workflow: aWorkflow({ scenarios: [] }) } }],
    ['a serious question is open', { questions: { serious: 1, undecided: 0 } }],
    ['a decision is missing', { questions: { serious: 0, undecided: 1 } }],
    ['nobody owns it afterwards', { pilot: { ownerId: 'removed' } }],
  ])('no scale: %s', (_, one) => {
    expect(gate({ ...one, event: scale, who: 'lead' })).toBe('unfit');
    // It stops or goes on all the same.
    expect(gate({ ...one, event: { name: 'decideExtend', weeks: 1 }, who: 'lead' })).toBe('sign: deciding');
  });

  it('too few numbers block nothing, but then it says what it rests on', () => {
    expect(gate({ event: scale, isBelow: true })).toBe('needsWhy');
    expect(gate({ event: { name: 'decideExtend', weeks: 1 }, isBelow: true })).toBe('needsWhy');
    expect(gate({ event: { name: 'decideScale', why: 'People asked for it.' }, isBelow: true })).toBe('sign: deciding');
  });

  it.each([
    ['owner', 'lead'],
    ['lead', 'owner'],
    ['both', 'lead'],
    ['both', 'owner'],
  ] as const)('%s signs, %s confirms', (first, second) => {
    const signed = decided({ pilot: { state: 'deciding', endedAt: at }, event: scale, who: first });
    if (signed.kind !== 'changed') throw new Error(signed.kind);
    const confirm = (who: Who) => outcome({ pilot: signed.pilot, event: { name: 'confirm' }, who });
    expect([confirm(first), confirm(second)]).toEqual(['ownSignature', 'scale: scaled']);
  });

  it('the rule for going on is asked again at the second signature, and frozen', () => {
    const signing = aSigning({ what: 'scale', why: 'It works.' });
    const pilot = { state: 'deciding', endedAt: at, signing } as const;
    const confirm = { pilot, event: { name: 'confirm' }, who: 'lead' } as const;
    expect(outcome({ ...confirm, questions: { serious: 1, undecided: 0 } })).toBe('unfit');
    const gates = [{ decision: 'scale', why: 'It works.', decidedBy: ['owner', 'lead'], decidedAt: at }];
    expect(decided(confirm)).toMatchObject({ pilot: { gates } });
    expect(decided(confirm)).toHaveProperty('pilot.gates.0.checklist.length', 8);
  });

  it('a second time more weeks needs a reason; they count from today when its day has passed', () => {
    const more = (extendedBy: number[], reason?: string) =>
      gate({ pilot: { extendedBy }, event: { name: 'decideExtend', weeks: 2, reason } });
    expect([more([]), more([1]), more([1], 'One more season.')]).toEqual([
      'sign: deciding',
      'reason: secondExtension',
      'sign: deciding',
    ]);
    const signing = aSigning({ what: 'extend', extendWeeks: 2 });
    const confirmed = (endDate: string) =>
      decided({ pilot: { state: 'deciding', endDate, signing }, event: { name: 'confirm' }, who: 'lead' });
    expect(confirmed('2026-11-10')).toMatchObject({
      pilot: { state: 'running', endDate: '2026-12-07', extendedBy: [2] },
    });
    expect(confirmed('2026-11-30')).toMatchObject({ pilot: { endDate: '2026-12-14' } });
  });

  it('a stop says why and what was learned', () => {
    const signing = aSigning({ what: 'stop', why: 'No use.', lessons: 'Short already.', retireAfter: true });
    const result = decided({ pilot: { state: 'deciding', signing }, event: { name: 'confirm' }, who: 'lead' });
    expect(result).toMatchObject({
      pilot: { state: 'stopped', gates: [{ why: 'No use.', lessons: 'Short already.' }] },
    });
  });
});

describe('the week', () => {
  const pilot = aPilot({ startDate: '2026-11-09', endDate: '2026-12-21', zone: 'America/New_York' });
  it.each([
    ['2026-11-09T04:59:00Z', 0],
    ['2026-11-09T05:00:00Z', 1],
    ['2026-11-16T04:59:00Z', 1],
    ['2026-11-16T05:00:00Z', 2],
    ['2026-12-21T05:00:00Z', 6],
  ])('%s is week %i of 6, by the clocks of its zone', (now, number) => {
    expect(weekOf(pilot, new Date(now))).toEqual({ number, of: 6 });
  });
});
