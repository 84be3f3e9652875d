/** Who gets a seat, what may happen to a topic, which reminder is void, what a recap makes of each topic: as tables (product 6.8, L9). */
import { describe, expect, it } from '@jest/globals';
import { type Outcome, type Rsvp, type Session, type Topic, topic } from '../../../src/features/office-hours/model.ts';
import { type Becoming, mayRecap, recapOf } from '../../../src/features/office-hours/recap-rules.ts';
import { isOvertaken } from '../../../src/features/office-hours/reminder.ts';
import { type Asked, decide } from '../../../src/features/office-hours/rsvp-rules.ts';
import { decideTopic, moved, seenTopics, type TopicEvent } from '../../../src/features/office-hours/topic-rules.ts';
import { aSeries, aSession } from '../../helpers/a-session.ts';
import { stamps, today } from '../../helpers/builders.ts';

const start = new Date('2026-11-26T15:00:00Z');
const session = (change: Partial<Session> = {}) => aSession('series-1', 'community-1', start, change);

describe('who gets a seat', () => {
  const own = (answer: Rsvp['answer'], waitingNumber?: number): Rsvp => ({
    ...{ sessionId: 'session-1', personId: 'me', answer, reminder: 'off', createdAt: stamps.createdAt },
    ...{ updatedAt: stamps.createdAt, ...(waitingNumber ? { waitingNumber } : {}) },
  });
  type Row = [
    what: string,
    seats: [number, number, number],
    capacity: number | undefined,
    own: Rsvp | undefined,
    asked: Asked,
    expected: string,
  ];
  const rows: Row[] = [
    ['there is no limit', [500, 0, 0], undefined, undefined, 'yes', 'yes, 501 seats, 0 wait, last 0'],
    ['a seat is free', [1, 0, 0], 2, undefined, 'yes', 'yes, 2 seats, 0 wait, last 0'],
    ['none is free', [2, 0, 0], 2, undefined, 'yes', 'waiting 1, 2 seats, 1 wait, last 1'],
    ['some wait already', [2, 3, 7], 2, undefined, 'yes', 'waiting 8, 2 seats, 4 wait, last 8'],
    ['a seat is free, but others wait for it', [1, 1, 4], 2, undefined, 'yes', 'waiting 5, 1 seats, 2 wait, last 5'],
    ['there is one seat more than people who wait', [1, 1, 4], 3, undefined, 'yes', 'yes, 2 seats, 1 wait, last 4'],
    ['the capacity was lowered', [5, 0, 0], 2, undefined, 'yes', 'waiting 1, 5 seats, 1 wait, last 1'],
    ['maybe takes no seat', [2, 0, 0], 2, undefined, 'maybe', 'maybe, 2 seats, 0 wait, last 0'],
    ['from yes to no', [2, 1, 1], 2, own('yes'), 'no', 'no, 1 seats, 1 wait, last 1'],
    ['from yes to maybe', [2, 1, 1], 2, own('yes'), 'maybe', 'maybe, 1 seats, 1 wait, last 1'],
    ['from waiting to no', [2, 2, 2], 2, own('waiting', 1), 'no', 'no, 2 seats, 1 wait, last 2'],
    ['from maybe to no', [2, 2, 2], 2, own('maybe'), 'no', 'no, 2 seats, 2 wait, last 2'],
    ['from no to yes, full', [2, 0, 6], 2, own('no'), 'yes', 'waiting 7, 2 seats, 1 wait, last 7'],
    ['yes again', [2, 0, 0], 2, own('yes'), 'yes', 'same yes'],
    ['waiting and yes again', [2, 1, 1], 2, own('waiting', 1), 'yes', 'same waiting'],
    ['no again', [2, 0, 0], 2, own('no'), 'no', 'same no'],
  ];

  const said = (outcome: ReturnType<typeof decide>): string => {
    if (outcome.kind === 'same') return `same ${outcome.rsvp.answer}`;
    if (outcome.kind !== 'changed') return outcome.kind;
    const { rsvp, session: after } = outcome;
    const answer = [rsvp.answer, rsvp.waitingNumber].filter(Boolean).join(' ');
    return `${answer}, ${after.seatsTaken} seats, ${after.waiting} wait, last ${after.lastNumber}`;
  };
  const place = { sessionId: 'session-1', personId: 'me', now: today };

  it.each(rows)('%s', (_what, [seatsTaken, waiting, lastNumber], capacity, before, asked, expected) => {
    const held = session({ seatsTaken, waiting, lastNumber });
    const outcome = decide({ ...place, session: held, own: before, asked, capacity });
    expect(said(outcome)).toBe(expected);
    // What was said about reminders stays.
    if (outcome.kind === 'changed' && before) expect(outcome.rsvp.reminder).toBe('off');
  });

  it.each([
    ['cancelled', { state: 'cancelled' as const }, 'cancelled'],
    ['over', { state: 'recapped' as const }, 'past'],
    ['over by the clock, though nobody has said so', { endsAt: today.toISOString() }, 'past'],
    ['on right now', { state: 'live' as const }, 'yes, 1 seats, 0 wait, last 0'],
  ])('%s', (_what, change, expected) => {
    const outcome = decide({ ...place, session: session(change), own: undefined, asked: 'yes', capacity: 5 });
    expect(said(outcome)).toBe(expected);
  });
});

const aTopic = (change: Partial<Topic> = {}): Topic =>
  topic.parse({
    ...{ ...stamps, seriesId: 'series-1', sessionId: 'session-1', title: 'Notes to tasks', kind: 'show' },
    ...{ proposedBy: 'somebody', order: 1, wanted: 0, state: 'proposed', ...change },
  });
const loaded = (id: string, change: Partial<Topic> = {}) => ({ id, version: '1', body: aTopic(change) });
const ofFlag = { kind: 'flag', proposedBy: 'system', title: 'An open question about A with Personal data' } as const;

describe('topics', () => {
  it('of a question are for hosts alone until one has said it; the host’s order comes first, then what most want', () => {
    const topics = [
      loaded('flag', ofFlag),
      loaded('said', { ...ofFlag, proposedBy: 'host', title: 'May we?', wanted: 1 }),
      loaded('wanted', { wanted: 9, order: 7 }),
      loaded('second', { state: 'accepted', order: 2 }),
      loaded('first', { state: 'accepted', order: 1 }),
      loaded('gone', { state: 'dropped' }),
      loaded('before', { state: 'carriedOver', order: 8, wanted: 2 }),
    ];
    expect(seenTopics(topics, false).map(({ id }) => id)).toEqual(['first', 'second', 'wanted', 'before', 'said']);
    expect(seenTopics(topics, true).map(({ id }) => id)).toEqual([
      'first',
      'second',
      'wanted',
      'before',
      'said',
      'flag',
    ]);
  });

  const rows: [what: string, change: Partial<Topic>, event: TopicEvent, expected: string][] = [
    ['accepted as it is', {}, { name: 'accept', title: 'Notes to tasks' }, 'accepted by somebody: Notes to tasks'],
    ['said in other words', {}, { name: 'reword', title: 'From notes' }, 'proposed by somebody: From notes'],
    ['of a question, as the machine said it', ofFlag, { name: 'accept', title: ofFlag.title }, 'needsWording'],
    ['of a question, in a host’s words', ofFlag, { name: 'accept', title: 'May we?' }, 'accepted by host: May we?'],
    ['of a question, reworded', ofFlag, { name: 'reword', title: 'May we?' }, 'accepted by host: May we?'],
    ['dropped', {}, { name: 'drop' }, 'dropped by somebody: Notes to tasks'],
    ['talked about', { state: 'discussed' }, { name: 'drop' }, 'outdated'],
    ['dropped before', { state: 'dropped' }, { name: 'accept', title: 'x' }, 'outdated'],
    [
      'kept for another',
      { state: 'accepted' },
      { name: 'carryOver', sessionId: 'session-2', order: 4 },
      'carriedOver by somebody: Notes to tasks',
    ],
  ];
  it.each(rows)('%s', (_what, change, event, expected) => {
    const outcome = decideTopic(aTopic(change), event, 'host', today);
    if (outcome.kind !== 'changed') return expect(outcome.kind).toBe(expected);
    const { state, proposedBy, title, updatedBy } = outcome.topic;
    expect(`${state} by ${proposedBy}: ${title}`).toBe(expected);
    expect(updatedBy).toBe('host');
  });

  it('kept without another session wait without one', () => {
    const outcome = decideTopic(aTopic(), { name: 'carryOver', sessionId: undefined, order: 1 }, 'host', today);
    expect(outcome).toMatchObject({ kind: 'changed', topic: { state: 'carriedOver' } });
    expect(outcome.kind === 'changed' && 'sessionId' in outcome.topic).toBe(false);
  });

  it('move a place at a time, and not beyond an end', () => {
    const topics = ['a', 'b', 'c'].map((id, at) => loaded(id, { state: 'accepted', order: at * 3 }));
    const order = (changes: ReturnType<typeof moved>) => changes.map(({ id, body }) => `${id}${body.order}`).join(' ');
    expect(order(moved(topics, 'c', -1))).toBe('a1 c2');
    expect(order(moved(topics, 'a', -1))).toBe('');
    expect(order(moved(topics, 'c', 1))).toBe('');
    expect(order(moved(topics, 'nothing', 1))).toBe('');
  });
});

describe('a reminder', () => {
  const series = (reminders: ('24h' | '1h' | '15m')[]) => aSeries('community-1', { reminders });
  it.each([
    ['in its time', '24h', 24 * 60, ['24h', '1h', '15m'], false],
    ['late, the next not yet due', '24h', 61, ['24h', '1h', '15m'], false],
    ['when the next is due', '24h', 60, ['24h', '1h', '15m'], true],
    ['when the last but one is due but not wanted', '24h', 60, ['24h', '15m'], false],
    ['of an hour, when the last is due', '1h', 15, ['24h', '1h', '15m'], true],
    ['the last, late', '15m', 1, ['24h', '1h', '15m'], false],
    ['the last, when it has begun', '15m', 0, ['24h', '1h', '15m'], true],
  ] as const)('%s', (_what, lead, minutes, reminders, expected) => {
    const now = new Date(start.getTime() - minutes * 60_000);
    expect(isOvertaken(lead, session(), series([...reminders]), now)).toBe(expected);
  });
});

describe('a recap', () => {
  const becoming = (fates: Record<string, Becoming>) => new Map(Object.entries(fates));
  const recap = (topics: ReturnType<typeof loaded>[], fates: Record<string, Becoming> = {}) =>
    recapOf({ sessionId: 'session-1', topics, becoming: becoming(fates), lines: [], by: 'host', now: today });
  const shown = ({ kind, state, refId }: Outcome) => [kind, state, refId].filter(Boolean).join(' ');

  const rows: [what: string, change: Partial<Topic>, fate: Becoming, expected: string][] = [
    ['a question settled', { kind: 'question' }, 'settled', 'none done'],
    ['a question to try', { kind: 'question' }, 'tryIt', 'discovery open'],
    ['a question to decide', { kind: 'question' }, 'needsDecision', 'decisionProposed open'],
    ['a discovery to try is one already', { kind: 'discovery', refId: 'd-1' }, 'tryIt', 'discovery done d-1'],
    ['a scenario to improve', { kind: 'weakScenario', refId: 's-1' }, 'tryIt', 'scenarioEdit open'],
    [
      'a flag settled points to it',
      { ...ofFlag, refId: 'f-1', proposedBy: 'host' },
      'settled',
      'flagAnswered done f-1',
    ],
    [
      'a flag to decide is asked already',
      { ...ofFlag, refId: 'f-1', proposedBy: 'host' },
      'needsDecision',
      'decisionProposed done f-1',
    ],
    ['a change of a tool to decide', { kind: 'toolChange', refId: 't-1' }, 'needsDecision', 'decisionProposed open'],
  ];
  it.each(rows)('%s', (_what, change, fate, expected) => {
    const { outcomes, discussed, left } = recap([loaded('one', change)], { one: fate });
    expect(outcomes.map(({ body }) => shown(body))).toEqual([expected]);
    expect([discussed.length, left.length]).toEqual([1, 0]);
  });

  it('leaves what it does not name for the next time, and what nobody has put into words whatever it says', () => {
    const topics = [
      loaded('one'),
      loaded('two', { state: 'accepted' }),
      loaded('flag', ofFlag),
      loaded('gone', { state: 'dropped' }),
    ];
    const { outcomes, left } = recap(topics, { one: 'nextTime', flag: 'settled' });
    expect(outcomes).toEqual([]);
    expect(left.map(({ id }) => id)).toEqual(['one', 'two', 'flag']);
  });

  it('names its outcomes by what they come from: the same recap makes the same', () => {
    const ids = () =>
      recap([loaded('one'), loaded('two')], { one: 'tryIt', two: 'settled' }).outcomes.map(({ id }) => id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(2);
  });

  it.each([
    ['scheduled and ahead', { state: 'scheduled' }, start.getTime() - 1, false],
    ['scheduled, but begun', { state: 'scheduled' }, start.getTime(), true],
    ['live', { state: 'live' }, 0, true],
    ['over', { state: 'awaitingNotes' }, 0, true],
    ['written', { state: 'recapped' }, start.getTime(), false],
    ['cancelled', { state: 'cancelled' }, start.getTime(), false],
  ] as const)('may be written of one that is %s: as the table says', (_what, change, now, expected) => {
    expect(mayRecap(session(change), new Date(now))).toBe(expected);
  });
});
