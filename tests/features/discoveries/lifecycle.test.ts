/** What may happen to a discovery, by its state, the event and who acts (product 6.3). */
import { describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DiscoveryEvent,
  decide,
  type EventName,
  mayRead,
} from '../../../src/features/discoveries/lifecycle.ts';
import { type Discovery, discovery, discoveryStates } from '../../../src/features/discoveries/model.ts';

const now = new Date('2026-11-25T10:00:00.000Z');
const inState = (state: Discovery['state'], change: Partial<Discovery> = {}): Discovery => ({
  title: 'Notes to a job ad',
  what: 'I gave it my notes, it wrote the ad.',
  dataClassId: 'internal',
  authorId: 'author',
  credit: 'named',
  departmentId: 'hr',
  promptText: 'Write an ad from these notes.',
  sourceLink: 'https://teams.example.com/1',
  surface: 'bot',
  state,
  dueAt: '2026-11-30T10:00:00.000Z',
  similar: [{ kind: 'discovery', id: 'other', score: 0.6 }],
  ...(state === 'submitted' ? {} : { assigneeId: 'owner' }),
  ...(state === 'needsMore' ? { clockStoppedAt: '2026-11-24T10:00:00.000Z' } : {}),
  ...(['accepted', 'inPlaybook'].includes(state)
    ? { outcome: { kind: 'newScenario', refId: 'scenario', version: 1, by: 'owner', at: '2026-11-24T10:00:00.000Z' } }
    : {}),
  ...(state === 'declined'
    ? { outcome: { kind: 'declined', reason: 'Too special.', by: 'owner', at: '2026-11-24T10:00:00.000Z' } }
    : {}),
  createdAt: '2026-11-23T10:00:00.000Z',
  createdBy: 'author',
  updatedAt: '2026-11-23T10:00:00.000Z',
  updatedBy: 'author',
  ...change,
});

const nobody: Actor = {
  ...{ personId: 'somebody', isAuthor: false, isReviewer: false, isOwner: false },
  ...{ isManager: false, isSystem: false, sees: true },
};
const actors = {
  author: { ...nobody, personId: 'author', isAuthor: true },
  reviewer: { ...nobody, personId: 'reviewer', isReviewer: true, isManager: true },
  owner: { ...nobody, personId: 'owner', isReviewer: true, isOwner: true },
  colleague: nobody,
  stranger: { ...nobody, sees: false },
  system: { ...nobody, personId: 'system', isSystem: true },
} satisfies Record<string, Actor>;

const text = { title: 'New title', what: 'New what', dataClassId: 'public', credit: 'named', similar: [] } as const;
const eventOf: Record<EventName, DiscoveryEvent> = {
  edit: { name: 'edit', text: { ...text, similar: [] } },
  claim: { name: 'claim' },
  askAuthor: { name: 'askAuthor', text: 'Which notes?' },
  reply: { name: 'reply', text: 'Mine.' },
  noReply: { name: 'noReply' },
  accept: { name: 'accept', kind: 'newScenario', scenarioId: 'scenario', version: 1 },
  merge: { name: 'merge', twinId: 'other' },
  decline: { name: 'decline', text: 'Too special.' },
  published: { name: 'published' },
  draftDropped: { name: 'draftDropped' },
  reopen: { name: 'reopen' },
  withdraw: { name: 'withdraw' },
};
const run = (name: EventName, one: Discovery, actor: Actor, at = now) =>
  decide({ discovery: one, event: eventOf[name], actor, now: at, zone: 'UTC' });

interface Row {
  readonly name: EventName;
  readonly who: keyof typeof actors;
  readonly from: readonly Discovery['state'][];
  readonly to: Discovery['state'] | 'same';
}
const rows: readonly Row[] = [
  { name: 'edit', who: 'author', from: ['submitted', 'needsMore'], to: 'same' },
  { name: 'claim', who: 'reviewer', from: ['submitted', 'inTriage'], to: 'inTriage' },
  { name: 'askAuthor', who: 'owner', from: ['submitted', 'inTriage'], to: 'needsMore' },
  { name: 'reply', who: 'author', from: ['needsMore'], to: 'inTriage' },
  { name: 'noReply', who: 'system', from: ['needsMore'], to: 'inTriage' },
  { name: 'accept', who: 'owner', from: ['submitted', 'inTriage'], to: 'accepted' },
  { name: 'merge', who: 'owner', from: ['submitted', 'inTriage'], to: 'merged' },
  { name: 'decline', who: 'owner', from: ['submitted', 'inTriage'], to: 'declined' },
  { name: 'published', who: 'system', from: ['accepted'], to: 'inPlaybook' },
  { name: 'draftDropped', who: 'system', from: ['accepted'], to: 'inTriage' },
  { name: 'reopen', who: 'author', from: ['declined'], to: 'submitted' },
  { name: 'reopen', who: 'reviewer', from: ['declined'], to: 'submitted' },
  {
    name: 'withdraw',
    who: 'author',
    from: ['submitted', 'inTriage', 'needsMore', 'accepted', 'merged', 'declined'],
    to: 'withdrawn',
  },
];
const cells = rows.flatMap((row) => discoveryStates.map((state) => ({ ...row, state })));

describe('every event from every state', () => {
  it.each(cells)('$name by $who from $state', ({ name, who, from, to, state }) => {
    const outcome = run(name, inState(state), actors[who]);
    if (!from.includes(state)) return expect(['outdated', 'alreadyDecided']).toContain(outcome.kind);
    expect(outcome).toMatchObject({ kind: 'changed', discovery: { state: to === 'same' ? state : to } });
    if (outcome.kind === 'changed') expect(discovery.safeParse(outcome.discovery).error).toBeUndefined();
  });

  it.each(Object.keys(eventOf) as EventName[])('%s is hidden from who may not see the workflow', (name) => {
    for (const state of discoveryStates) expect(run(name, inState(state), actors.stranger)).toEqual({ kind: 'hidden' });
  });

  it.each(Object.keys(eventOf) as EventName[])('%s is not for a colleague', (name) => {
    for (const state of discoveryStates)
      expect(run(name, inState(state), actors.colleague)).toEqual({
        kind: ['declined', 'withdrawn'].includes(state) ? 'hidden' : 'forbidden',
      });
  });

  it.each(['claim', 'askAuthor', 'accept', 'merge', 'decline'] as const)('%s is not for its author', (name) => {
    const both = { ...actors.owner, personId: 'author', isAuthor: true };
    for (const state of discoveryStates) expect(run(name, inState(state), both)).toEqual({ kind: 'ownPost' });
    expect(run(name, inState('submitted'), actors.author)).toEqual({ kind: 'forbidden' });
  });

  it('the playbook is for owners to change', () => {
    expect(run('accept', inState('submitted'), actors.reviewer)).toEqual({ kind: 'forbidden' });
  });

  it.each(['noReply', 'published', 'draftDropped'] as const)('%s is for no person', (name) => {
    for (const who of ['author', 'reviewer', 'owner'] as const)
      for (const state of discoveryStates)
        expect(run(name, inState(state), actors[who])).toEqual({ kind: 'forbidden' });
  });

  it('is read by its author and its reviewers always, by others until it ends', () => {
    for (const state of discoveryStates) {
      const who = (Object.keys(actors) as (keyof typeof actors)[]).filter((a) => mayRead(inState(state), actors[a]));
      const ended = ['declined', 'withdrawn'].includes(state);
      expect([state, who]).toEqual([state, ['author', 'reviewer', 'owner', ...(ended ? [] : ['colleague']), 'system']]);
    }
  });
});

describe('what a change brings', () => {
  it('acting on what nobody has claims it in the same write', () => {
    for (const name of ['askAuthor', 'accept', 'merge', 'decline'] as const) {
      expect(run(name, inState('submitted'), actors.owner)).toMatchObject({
        events: ['claim', name],
        discovery: { assigneeId: 'owner' },
      });
      expect(run(name, inState('inTriage'), actors.owner)).toMatchObject({ events: [name] });
    }
  });

  it('what somebody else has is taken over first', () => {
    for (const name of ['askAuthor', 'merge', 'decline'] as const)
      expect(run(name, inState('inTriage'), actors.reviewer)).toEqual({ kind: 'assigned' });
    expect(run('claim', inState('inTriage'), actors.reviewer)).toMatchObject({
      discovery: { assigneeId: 'reviewer' },
      events: ['claim'],
    });
    expect(run('claim', inState('inTriage'), actors.owner)).toEqual({ kind: 'outdated' });
  });

  it('who decides second is told so', () => {
    for (const state of ['accepted', 'inPlaybook', 'declined'] as const)
      for (const name of ['accept', 'merge', 'decline'] as const)
        expect(run(name, inState(state), actors.owner)).toEqual({ kind: 'alreadyDecided' });
    expect(run('decline', inState('needsMore'), actors.owner)).toEqual({ kind: 'outdated' });
  });

  it('the clock stands while the author is asked, and the time is given back', () => {
    const asked = run('askAuthor', inState('submitted'), actors.owner);
    if (asked.kind !== 'changed') throw new Error(asked.kind);
    expect(asked.discovery).toMatchObject({
      clockStoppedAt: now.toISOString(),
      thread: [{ side: 'reviewer', by: 'owner', text: 'Which notes?' }],
    });
    const later = new Date('2026-11-28T16:00:00.000Z');
    const replied = run('reply', asked.discovery, actors.author, later);
    expect(replied).toMatchObject({ discovery: { dueAt: '2026-12-03T16:00:00.000Z', assigneeId: 'owner' } });
    const silent = run('noReply', asked.discovery, actors.system, later);
    expect(silent).toMatchObject({ discovery: { dueAt: '2026-12-03T16:00:00.000Z', isUnanswered: true } });
    for (const one of [replied, silent])
      if (one.kind === 'changed') expect(one.discovery.clockStoppedAt).toBeUndefined();
    if (silent.kind !== 'changed') throw new Error(silent.kind);
    expect(run('askAuthor', silent.discovery, actors.owner)).not.toMatchObject({ discovery: { isUnanswered: true } });
  });

  it('a dropped draft brings it back to who folded it in, with a new due time', () => {
    expect(run('draftDropped', inState('accepted'), actors.system)).toMatchObject({
      discovery: { state: 'inTriage', assigneeId: 'owner', dueAt: '2026-12-02T10:00:00.000Z' },
    });
    const dropped = run('draftDropped', inState('accepted'), actors.system);
    if (dropped.kind === 'changed') expect(dropped.discovery.outcome).toBeUndefined();
  });

  it('it is opened again by its author once, by a manager whenever', () => {
    const first = run('reopen', inState('declined'), actors.author);
    expect(first).toMatchObject({ discovery: { isReopened: true, dueAt: '2026-12-02T10:00:00.000Z' } });
    if (first.kind === 'changed') {
      expect(first.discovery.assigneeId).toBeUndefined();
      expect(first.discovery.outcome).toBeUndefined();
    }
    expect(run('reopen', inState('declined', { isReopened: true }), actors.author)).toEqual({ kind: 'outdated' });
    const again = run('reopen', inState('declined', { isReopened: true }), actors.reviewer);
    expect(again).toMatchObject({ kind: 'changed' });
    expect(run('reopen', inState('declined'), actors.owner)).toEqual({ kind: 'forbidden' });
  });

  it('an edit takes the place of the whole text', () => {
    const changed = run('edit', inState('needsMore'), actors.author);
    if (changed.kind !== 'changed') throw new Error(changed.kind);
    expect(changed.discovery).toMatchObject({ ...text, state: 'needsMore', sourceLink: 'https://teams.example.com/1' });
    expect(changed.discovery.promptText).toBeUndefined();
  });

  it('what is withdrawn has no text any more, only that it was there and how it ended', () => {
    for (const state of ['submitted', 'needsMore', 'declined', 'merged'] as const) {
      const gone = run(
        'withdraw',
        inState(state, { thread: [{ side: 'author', at: now.toISOString(), text: 'Hm' }] }),
        actors.author,
      );
      if (gone.kind !== 'changed') throw new Error(gone.kind);
      const { title, what, similar, authorId, outcome } = gone.discovery;
      expect({ title, what, similar, authorId }).toEqual({ title: '', what: '', similar: [], authorId: 'author' });
      expect(outcome?.reason).toBeUndefined();
      const left = Object.keys(gone.discovery).filter((key) => /prompt|Link|thread|sample|minutes/.test(key));
      expect(left).toEqual([]);
    }
  });
});
