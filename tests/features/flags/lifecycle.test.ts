/** What may happen to a flag, by its state, the event and who acts (product 6.4, R1). */
import { describe, expect, it } from '@jest/globals';
import { type Actor, decide, type EventName, type FlagEvent } from '../../../src/features/flags/lifecycle.ts';
import { type Flag, flagStates } from '../../../src/features/flags/model.ts';

const now = new Date('2026-11-25T10:00:00.000Z');
const flagIn = (state: Flag['state'], change: Partial<Flag> = {}): Flag => ({
  question: 'May I?',
  category: 'other',
  categoryBy: 'context',
  urgency: 'normal',
  anonymous: false,
  reporterId: 'reporter',
  context: { surface: 'bot' },
  scope: { departmentId: 'hr' },
  state,
  dueAt: '2026-11-27T10:00:00.000Z',
  reopenCount: 0,
  createdAt: '2026-11-24T10:00:00.000Z',
  createdBy: 'reporter',
  updatedAt: '2026-11-24T10:00:00.000Z',
  updatedBy: 'reporter',
  ...change,
});

const nobody: Actor = {
  ...{ personId: 'x', isReporter: false, isAuthor: false },
  ...{ isReviewer: false, isGovernance: false, isHrLead: false },
};
const actors = {
  reporter: { ...nobody, personId: 'reporter', isReporter: true },
  manager: { ...nobody, personId: 'manager', isReviewer: true },
  tools: { ...nobody, personId: 'tools', isGovernance: true },
  stranger: nobody,
  managerWhoAsked: { ...nobody, personId: 'both', isReporter: true, isReviewer: true },
  managerWhoWrote: { ...nobody, personId: 'author', isReviewer: true, isAuthor: true },
};
const run = (name: EventName, flag: Flag, actor: Actor) =>
  decide({ flag, event: { name, text: 'text' } as FlagEvent, actor, now, zone: 'UTC' });

/** For each event: who may, from which states, and where it leads. */
const allowed: readonly (readonly [
  EventName,
  keyof typeof actors,
  readonly Flag['state'][],
  Flag['state'] | 'same',
])[] = [
  ['claim', 'manager', ['open', 'assigned'], 'assigned'],
  ['ask', 'manager', ['open', 'assigned'], 'waiting'],
  ['passToGovernance', 'manager', ['open', 'assigned'], 'needsDecision'],
  ['answer', 'manager', ['open', 'assigned'], 'answered'],
  ['comment', 'manager', ['answered'], 'same'],
  ['comment', 'reporter', ['answered'], 'same'],
  ['reply', 'reporter', ['waiting'], 'assigned'],
  ['withdraw', 'reporter', ['open', 'assigned', 'waiting'], 'withdrawn'],
  ['helps', 'reporter', ['answered'], 'closed'],
  ['notAnswered', 'reporter', ['answered'], 'open'],
];
const events = [...new Set(allowed.map(([name]) => name))];

describe('every event from every state', () => {
  it.each(allowed.flatMap(([name, who, states, to]) => flagStates.map((state) => ({ name, who, state, states, to }))))(
    '$name by $who from $state',
    ({ name, who, state, states, to }) => {
      const outcome = run(name, flagIn(state), actors[who]);
      if (states.includes(state))
        expect(outcome).toMatchObject({ kind: 'changed', flag: { state: to === 'same' ? state : to } });
      else expect(outcome).toEqual({ kind: 'outdated' });
    },
  );

  it.each(events)('%s is hidden from a stranger, and from who decides about tools before it is passed', (name) => {
    for (const state of flagStates) {
      expect(run(name, flagIn(state), actors.stranger)).toEqual({ kind: 'hidden' });
      if (state !== 'needsDecision') expect(run(name, flagIn(state), actors.tools)).toEqual({ kind: 'hidden' });
      else expect(run(name, flagIn(state), actors.tools).kind).not.toBe('changed');
    }
  });

  it.each(['claim', 'ask', 'passToGovernance', 'answer'] as const)('%s is not for who asked or wrote it', (name) => {
    expect(run(name, flagIn('open'), actors.reporter)).toEqual({ kind: 'forbidden' });
    expect(run(name, flagIn('open'), actors.managerWhoAsked)).toEqual({ kind: 'ownFlag' });
    expect(run(name, flagIn('open'), actors.managerWhoWrote)).toEqual({ kind: 'ownPost' });
  });

  it.each(['reply', 'withdraw', 'helps', 'notAnswered'] as const)('%s is for who asked alone', (name) => {
    for (const state of flagStates) expect(run(name, flagIn(state), actors.manager)).toEqual({ kind: 'forbidden' });
  });
});

describe('what a change brings', () => {
  it('acting on what nobody has claims it in the same write', () => {
    for (const name of ['answer', 'ask'] as const) {
      expect(run(name, flagIn('open'), actors.manager)).toMatchObject({
        events: ['claim', name],
        flag: { assigneeId: 'manager' },
      });
      expect(run(name, flagIn('assigned'), actors.manager)).toMatchObject({ events: [name] });
    }
  });

  it('an answer says who and when, and the second one is told so', () => {
    const first = run('answer', flagIn('open'), actors.manager);
    expect(first).toMatchObject({
      flag: { answer: 'text', reasonCode: 'clear', answeredBy: 'manager', answeredAt: now.toISOString() },
    });
    if (first.kind !== 'changed') throw new Error(first.kind);
    expect(run('answer', first.flag, { ...actors.manager, personId: 'second' })).toEqual({ kind: 'alreadyAnswered' });
  });

  it('the clock stands while the reporter is asked, and the time is given back', () => {
    const asked = run('ask', flagIn('open'), actors.manager);
    if (asked.kind !== 'changed') throw new Error(asked.kind);
    expect(asked.flag.clockStoppedAt).toBe(now.toISOString());
    const later = new Date('2026-11-28T16:00:00.000Z');
    const replied = decide({
      flag: asked.flag,
      event: { name: 'reply', text: 'The one at work' },
      actor: actors.reporter,
      now: later,
      zone: 'UTC',
    });
    expect(replied).toMatchObject({ flag: { dueAt: '2026-11-30T16:00:00.000Z', state: 'assigned' } });
    if (replied.kind !== 'changed') throw new Error(replied.kind);
    expect(replied.flag.clockStoppedAt).toBeUndefined();
    expect(replied.flag.thread?.map(({ side, by }) => [side, by])).toEqual([
      ['reviewer', 'manager'],
      ['reporter', undefined],
    ]);
  });

  it('a passed one has five working days, a reopened one its time again', () => {
    expect(run('passToGovernance', flagIn('open'), actors.manager)).toMatchObject({
      flag: { dueAt: '2026-12-02T10:00:00.000Z' },
    });
    expect(run('notAnswered', flagIn('answered', { answeredBy: 'manager' }), actors.reporter)).toMatchObject({
      flag: { state: 'open', reopenCount: 1, dueAt: '2026-11-30T10:00:00.000Z' },
    });
  });

  it('it is opened again twice at most', () => {
    expect(run('notAnswered', flagIn('answered', { reopenCount: 1 }), actors.reporter).kind).toBe('changed');
    expect(run('notAnswered', flagIn('answered', { reopenCount: 2 }), actors.reporter)).toEqual({ kind: 'outdated' });
  });

  it('an anonymous reporter leaves no name in it', () => {
    const { reporterId: _, ...anonymous } = flagIn('answered', { anonymous: true, createdBy: 'system' });
    for (const name of ['helps', 'notAnswered', 'comment'] as const) {
      const outcome = run(name, anonymous, { ...actors.reporter, personId: 'canary' });
      expect(outcome.kind).toBe('changed');
      expect(JSON.stringify(outcome)).not.toContain('canary');
    }
  });
});
