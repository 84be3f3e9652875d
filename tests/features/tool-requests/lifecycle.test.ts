/** What may happen to a tool request, by its state, the event and who acts (product 6.5). */
import { describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type EventName,
  happen,
  type Outcome,
  type RequestEvent,
  reviewDue,
} from '../../../src/features/tool-requests/lifecycle.ts';
import { demandOf, openStates, requestStates, type ToolRequest } from '../../../src/features/tool-requests/model.ts';
import { aRequest } from './requests-kit.ts';

const now = new Date('2026-11-25T10:00:00.000Z');
const nobody: Actor = {
  ...{ personId: 'x', isRequester: false, isSupporter: false, isSatisfied: false },
  ...{ isGovernance: false, isHrLead: false },
};
const actors = {
  requester: { ...nobody, personId: 'requester', isRequester: true },
  supporter: { ...nobody, personId: 'second', isSupporter: true },
  satisfied: { ...nobody, personId: 'third', isSatisfied: true },
  tools: { ...nobody, personId: 'tools', isGovernance: true },
  toolsWhoAsked: { ...nobody, personId: 'requester', isGovernance: true, isRequester: true },
  stranger: nobody,
};
const result = {
  verdict: 'limited',
  reason: 'Covered.',
  decisionId: 'd1',
  by: 'tools',
  at: now.toISOString(),
} as const;
const eventOf = (name: EventName): RequestEvent =>
  ({ name, text: 'text', need: 'also this', lane: 'review', isUsing: true, result, toolId: 't1' }) as RequestEvent;
const run = (name: EventName, request: ToolRequest, actor: Actor): Outcome =>
  happen({ request, event: eventOf(name), actor, now });
const changed = (outcome: Outcome): ToolRequest => {
  if (outcome.kind !== 'changed') throw new Error(outcome.kind);
  return outcome.request;
};

/** For each event: who may, from which states, and where it leads. */
const allowed: readonly (readonly [
  EventName,
  keyof typeof actors,
  readonly ToolRequest['state'][],
  ToolRequest['state'] | 'same',
])[] = [
  ['join', 'stranger', openStates, 'same'],
  ['join', 'satisfied', openStates, 'same'],
  ['claim', 'tools', ['submitted', 'inReview'], 'inReview'],
  ['askMore', 'tools', ['submitted', 'inReview'], 'needsInfo'],
  ['reply', 'requester', ['needsInfo'], 'inReview'],
  ['decide', 'tools', openStates, 'limited'],
  ['alternativeIsEnough', 'requester', ['submitted'], 'solved'],
  ['alternativeIsEnough', 'supporter', openStates, 'same'],
  ['withdraw', 'requester', openStates, 'withdrawn'],
  ['withdraw', 'supporter', openStates, 'same'],
];
const names = [...new Set(allowed.map(([name]) => name))];

describe('every event from every state', () => {
  it.each(
    allowed.flatMap(([name, who, states, to]) => requestStates.map((state) => ({ name, who, state, states, to }))),
  )('$name by $who from $state', ({ name, who, state, states, to }) => {
    const outcome = run(name, aRequest({ state }), actors[who]);
    if (states.includes(state))
      expect(outcome).toMatchObject({ kind: 'changed', request: { state: to === 'same' ? state : to } });
    else expect(outcome).toEqual({ kind: 'outdated' });
  });

  it.each(names.filter((name) => name !== 'join'))('%s is hidden from a stranger', (name) => {
    for (const state of requestStates)
      expect(run(name, aRequest({ state }), actors.stranger)).toEqual({ kind: 'hidden' });
  });

  it.each(['claim', 'askMore', 'decide'] as const)('%s is not for those who asked', (name) => {
    for (const who of ['requester', 'supporter', 'satisfied'] as const)
      expect(run(name, aRequest(), actors[who])).toEqual({ kind: 'forbidden' });
    expect(run(name, aRequest(), actors.toolsWhoAsked)).toEqual({ kind: 'ownRequest' });
  });

  it.each(['alternativeIsEnough', 'withdraw', 'reply'] as const)('%s is for those who asked alone', (name) => {
    for (const who of ['tools', 'satisfied'] as const)
      for (const state of requestStates)
        expect(run(name, aRequest({ state }), actors[who])).toEqual({ kind: 'forbidden' });
    if (name === 'reply')
      expect(run(name, aRequest({ state: 'needsInfo' }), actors.supporter)).toEqual({ kind: 'forbidden' });
  });

  it.each(['requester', 'supporter'] as const)('a second ask of a %s changes nothing', (who) => {
    for (const state of requestStates)
      expect(run('join', aRequest({ state }), actors[who])).toEqual({ kind: 'alreadyAsked' });
  });

  it('who decides second hears that it is decided', () => {
    const first = changed(run('decide', aRequest(), actors.tools));
    expect(run('decide', first, { ...actors.tools, personId: 'other' })).toEqual({ kind: 'alreadyDecided' });
  });
});

describe('what a change brings', () => {
  it('acting claims in the same write what nobody or another one has', () => {
    for (const name of ['askMore', 'decide'] as const) {
      expect(run(name, aRequest(), actors.tools)).toMatchObject({
        events: ['claim', name],
        request: { assigneeId: 'tools' },
      });
      const held = aRequest({ state: 'inReview', assigneeId: 'other' });
      expect(run(name, held, actors.tools)).toMatchObject({ events: ['claim', name] });
      expect(run(name, { ...held, assigneeId: 'tools' }, actors.tools)).toMatchObject({ events: [name] });
    }
  });

  it('the clock stands while the requester is asked, and the time is given back', () => {
    const asked = changed(run('askMore', aRequest(), actors.tools));
    expect(asked).toMatchObject({ clockStoppedAt: now.toISOString(), state: 'needsInfo' });
    const later = new Date('2026-11-28T16:00:00.000Z');
    const replied = changed(
      happen({ request: asked, event: { name: 'reply', text: 'The paid one' }, actor: actors.requester, now: later }),
    );
    expect(replied).toMatchObject({ state: 'inReview', dueAt: '2026-12-03T16:00:00.000Z', assigneeId: 'tools' });
    expect(replied.clockStoppedAt).toBeUndefined();
    expect(replied.thread.map(({ side, by }) => [side, by])).toEqual([
      ['governance', 'tools'],
      ['requester', undefined],
    ]);
  });

  it('who joins counts, says what for, and takes the stricter lane along', () => {
    const joined = changed(run('join', aRequest({ lane: 'fast' }), { ...nobody, personId: 'new' }));
    expect(joined).toMatchObject({
      ...{ supporterIds: ['new'], lane: 'review', usingCount: 1 },
      alsoFor: [{ by: 'new', text: 'also this' }],
      dueAt: aRequest().dueAt,
    });
    expect(demandOf(joined)).toBe(2);
    expect(changed(run('join', aRequest({ lane: 'restricted' }), actors.stranger)).lane).toBe('restricted');
  });

  it('the alternative is enough for one, the request stays for the others and the demand counts on', () => {
    const both = aRequest({ supporterIds: ['second', 'third'], alsoFor: [{ by: 'second', text: 'a' }] });
    const next = changed(run('alternativeIsEnough', both, actors.requester));
    expect(next).toMatchObject({
      ...{ state: 'submitted', requesterId: 'second', supporterIds: ['third'], need: 'a' },
      alsoFor: [{ by: 'requester', text: 'To sum up meetings' }],
    });
    expect(demandOf(next)).toBe(3);
    const again = changed(run('join', next, { ...nobody, personId: 'requester', isSatisfied: true }));
    expect(demandOf(again)).toBe(3);
    expect(again.alsoFor).toEqual([{ by: 'requester', text: 'also this' }]);
    const solved = changed(run('alternativeIsEnough', aRequest(), actors.requester));
    expect([solved.state, solved.alternativeEnough, demandOf(solved)]).toEqual(['solved', 'yes', 1]);
  });

  it('a withdrawn request stays for those who joined, without what the one who goes said of it', () => {
    const also = [
      { by: 'second', text: 'a' },
      { by: 'third', text: 'b' },
    ];
    const thread = [
      { side: 'governance', by: 'tools', at: now.toISOString(), text: 'Which one?' },
      { side: 'requester', at: now.toISOString(), text: 'Mine' },
    ] as const;
    const both = aRequest({ supporterIds: ['second', 'third'], alsoFor: also, thread: [...thread] });
    expect(changed(run('withdraw', both, actors.requester))).toMatchObject({
      ...{ state: 'submitted', requesterId: 'second', supporterIds: ['third'] },
      ...{ need: 'a', alsoFor: [also[1]], thread: [thread[0]] },
    });
    const left = changed(run('withdraw', both, actors.supporter));
    expect(left).toMatchObject({ requesterId: 'requester', supporterIds: ['third'], alsoFor: [also[1]] });
    expect(demandOf(left)).toBe(2);
  });

  it('a decision is looked at again once: by nobody yet, with a new due time, its result kept', () => {
    const decided = changed(run('decide', aRequest({ lane: 'fast' }), actors.tools));
    const again = reviewDue(decided, { decisionId: 'd1', now, zone: 'UTC' });
    expect(again).toMatchObject({ state: 'inReview', result, dueAt: '2026-11-27T10:00:00.000Z', updatedBy: 'system' });
    expect(again?.assigneeId).toBeUndefined();
    expect(reviewDue(decided, { decisionId: 'older', now, zone: 'UTC' })).toBeUndefined();
    for (const state of [...openStates, 'solved', 'withdrawn'] as const)
      expect(reviewDue({ ...decided, state }, { decisionId: 'd1', now, zone: 'UTC' })).toBeUndefined();
  });
});
