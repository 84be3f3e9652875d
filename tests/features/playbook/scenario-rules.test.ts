/** What may happen to a scenario: every event in every state, for everybody (product 6.2, reliability 5). */
import { describe, expect, it } from '@jest/globals';
import { type Scenario, scenario } from '../../../src/features/playbook/model.ts';
import {
  changedHead,
  checkDue,
  markedForCheck,
  reviewDays,
  type ScenarioEvent,
} from '../../../src/features/playbook/scenario-changes.ts';
import {
  type Actor,
  checkReasonsOf,
  type EventName,
  eventNames,
  isDue,
  refusalOf,
} from '../../../src/features/playbook/scenario-rules.ts';
import { stamps } from '../../helpers/builders.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const base = {
  ...{ ...stamps, slug: 's', workflowId: 'w', stepOrder: 1, checkReasons: [], origin: 'owner', credit: [] },
  ...{ ownerId: 'owner', reviewerId: 'reviewer', reviewDue: '2027-01-01' },
};
const live = { state: 'published', liveVersion: 2 };
const hold = { reason: 'It invents names.', by: 'owner', at: now.toISOString() };
const heads = {
  draft: { state: 'draft', draftVersion: 1, draftState: 'draft' },
  inReview: { state: 'inReview', draftVersion: 1, draftState: 'inReview' },
  published: live,
  first: { ...live, liveVersion: 1 },
  due: { ...live, state: 'dueForReview' },
  late: { ...live, reviewDue: '2026-11-23' },
  held: { ...live, hold },
  editing: { ...live, draftVersion: 3, draftState: 'draft' },
  editingInReview: { ...live, draftVersion: 3, draftState: 'inReview' },
  retired: { ...live, state: 'retired', retired: { reason: 'Old.', at: now.toISOString() } },
} as const;
type HeadName = keyof typeof heads;
const headNames = Object.keys(heads) as HeadName[];
const headOf = (name: HeadName, change: object = {}): Scenario =>
  scenario.parse({ ...base, ...heads[name], ...change });

const nobody: Actor = {
  ...{ personId: 'me', isReader: false, seesLive: true, isAuthor: false, isOwner: false, isHrLead: false },
  ...{ isGovernance: false, isReviewer: false, isWriter: false, isOwnersText: false },
};
const people = {
  employee: nobody,
  stranger: { ...nobody, seesLive: false },
  reader: { ...nobody, isReader: true },
  author: { ...nobody, isReader: true, isAuthor: true },
  writer: { ...nobody, isReader: true, isAuthor: true, isWriter: true },
  owner: { ...nobody, isReader: true, isOwner: true },
  ownerWriter: { ...nobody, isReader: true, isOwner: true, isWriter: true, isOwnersText: true },
  reviewer: { ...nobody, isReader: true, isReviewer: true },
  reviewerOfOwner: { ...nobody, isReader: true, isReviewer: true, isOwnersText: true },
  authorReviewer: { ...nobody, isReader: true, isAuthor: true, isReviewer: true, isOwnersText: true },
  hrLead: { ...nobody, isReader: true, isHrLead: true },
  governance: { ...nobody, isReader: true, isGovernance: true },
} satisfies Record<string, Actor>;
type Who = keyof typeof people;

describe('the state decides', () => {
  const drafted: HeadName[] = ['draft', 'editing'];
  const sent: HeadName[] = ['inReview', 'editingInReview'];
  const current: HeadName[] = ['published', 'first', 'due', 'late', 'held', 'editing', 'editingInReview'];
  const from: Record<EventName, HeadName[]> = {
    saveDraft: drafted,
    submit: drafted,
    publish: drafted,
    dropDraft: drafted,
    sendBack: sent,
    approve: sent,
    startEdit: ['published', 'first', 'due', 'late', 'held'],
    smallFix: ['editing'],
    confirm: ['due', 'late'],
    hold: current.filter((name) => name !== 'held'),
    release: ['held'],
    rollBack: current.filter((name) => name !== 'first'),
    retire: ['draft', ...current],
    restore: ['retired'],
  };
  it.each(eventNames)('%s', (event) => {
    const allowed = headNames.filter((name) => refusalOf(headOf(name), event, people.owner, now) === undefined);
    expect(allowed.toSorted()).toEqual(from[event].toSorted());
  });
});

describe('rights decide', () => {
  /** One state in which the owner may do it. */
  const at: Record<EventName, HeadName> = {
    ...{
      saveDraft: 'editing',
      submit: 'editing',
      publish: 'editing',
      dropDraft: 'editing',
      sendBack: 'editingInReview',
    },
    ...{ approve: 'editingInReview', startEdit: 'published', smallFix: 'editing', confirm: 'due', hold: 'published' },
    ...{ release: 'held', rollBack: 'published', retire: 'published', restore: 'retired' },
  };
  const writers: Who[] = ['author', 'writer', 'owner', 'ownerWriter', 'authorReviewer'];
  const owners: Who[] = ['owner', 'ownerWriter'];
  const may: Record<EventName, Who[]> = {
    saveDraft: writers,
    submit: writers,
    startEdit: writers,
    dropDraft: ['owner', 'ownerWriter', 'writer'],
    sendBack: [...owners, 'reviewer', 'reviewerOfOwner', 'authorReviewer'],
    approve: ['owner', 'reviewerOfOwner', 'authorReviewer'],
    publish: ['owner', 'authorReviewer'],
    hold: [...owners, 'hrLead', 'governance'],
    release: [...owners, 'hrLead', 'governance'],
    ...{ smallFix: owners, confirm: owners, rollBack: owners, retire: owners, restore: owners },
  };
  it.each(eventNames)('%s', (event) => {
    const head = headOf(at[event]);
    const who = Object.keys(people) as Who[];
    const allowed = who.filter((name) => refusalOf(head, event, people[name], now) === undefined);
    expect(allowed.toSorted()).toEqual(may[event].toSorted());
  });

  it.each<[who: Who, head: HeadName, event: EventName, refusal: string]>([
    ['employee', 'published', 'startEdit', 'forbidden'],
    ['employee', 'draft', 'saveDraft', 'hidden'],
    ['employee', 'retired', 'restore', 'hidden'],
    ['stranger', 'published', 'startEdit', 'hidden'],
    ['reader', 'draft', 'saveDraft', 'forbidden'],
    ['ownerWriter', 'inReview', 'approve', 'ownText'],
    ['ownerWriter', 'draft', 'publish', 'ownText'],
    ['writer', 'inReview', 'approve', 'forbidden'],
    ['reviewer', 'inReview', 'approve', 'forbidden'],
    ['owner', 'draft', 'approve', 'outdated'],
  ])('tells %s before a scenario that is %s, who asks to %s: %s', (who, head, event, kind) => {
    expect(refusalOf(headOf(head), event, people[who], now)).toEqual({ kind });
  });

  it('lets whoever began a draft go on with it until it is live, whatever they hold now', () => {
    const began = { createdBy: 'me' };
    const me = { ...nobody, isReader: true };
    expect(refusalOf(headOf('draft', began), 'saveDraft', me, now)).toBeUndefined();
    expect(refusalOf(headOf('editing', began), 'saveDraft', me, now)).toEqual({ kind: 'forbidden' });
  });
});

const happened = (name: HeadName, event: ScenarioEvent, change: object = {}, last = {}) => {
  const place = {
    personId: 'me',
    now,
    zone: 'UTC',
    stage: 'scaled',
    lastVersion: 3,
    lastPublished: 2,
    ...last,
  } as const;
  const { updatedAt: _, updatedBy: _by, ...after } = changedHead({ head: headOf(name, change), event, ...place });
  const known = headOf(name, change) as Record<string, unknown>;
  const keys = [...new Set([...Object.keys(after), ...Object.keys(known)])];
  const now_ = after as Record<string, unknown>;
  return Object.fromEntries(
    keys.flatMap((key) =>
      key === 'updatedAt' || key === 'updatedBy' || JSON.stringify(now_[key]) === JSON.stringify(known[key])
        ? []
        : [[key, now_[key]]],
    ),
  );
};

describe('what changes', () => {
  const gone = undefined;
  const reviewed = { lastReviewedAt: now.toISOString(), reviewDue: '2027-02-21' };
  const reason = { kind: 'flag', at: '2026-11-20T10:00:00.000Z' };
  const back = { reason: 'Too long.', fields: [{ path: 'title', text: 'Shorter.' }] };
  it.each<[name: string, head: HeadName, event: ScenarioEvent, change: object, head2?: object]>([
    ['a new version begins', 'published', { name: 'startEdit' }, { draftVersion: 4, draftState: 'draft' }],
    [
      'a first draft is sent',
      'draft',
      { name: 'submit' },
      {
        ...{ state: 'inReview', draftState: 'inReview' },
        submitted: { by: 'me', at: now.toISOString(), dueAt: '2026-11-26T10:00:00.000Z' },
      },
    ],
    [
      'a draft comes back',
      'inReview',
      { name: 'sendBack', ...back },
      { state: 'draft', draftState: 'draft', sentBack: { ...back, by: 'me', at: now.toISOString() } },
    ],
    [
      'a version goes live, and every reason for a check with it',
      'editingInReview',
      { name: 'approve' },
      { ...reviewed, liveVersion: 3, draftVersion: gone, draftState: gone, checkReasons: [], state: 'published' },
      { state: 'dueForReview', checkReasons: [reason] },
    ],
    [
      'a small fix goes live, and its check stays due',
      'editing',
      { name: 'smallFix' },
      { liveVersion: 3, draftVersion: gone, draftState: gone },
      { state: 'dueForReview', checkReasons: [reason] },
    ],
    ['it is checked', 'due', { name: 'confirm' }, { ...reviewed, state: 'published' }],
    [
      'it is held',
      'published',
      { name: 'hold', reason: 'Wrong.' },
      { hold: { reason: 'Wrong.', by: 'me', at: now.toISOString() } },
    ],
    ['it is released', 'held', { name: 'release' }, { hold: gone }],
    ['an old text comes back', 'published', { name: 'rollBack', version: 1 }, { ...reviewed, liveVersion: 4 }],
    [
      'an old text comes back while a new one is written',
      'editing',
      { name: 'rollBack', version: 1 },
      { ...reviewed, liveVersion: 3, draftVersion: 4 },
    ],
    [
      'it is retired with its draft',
      'editing',
      { name: 'retire', reason: 'Old.', replacementId: 'other' },
      {
        ...{ state: 'retired', draftVersion: gone, draftState: gone },
        retired: { reason: 'Old.', replacementId: 'other', at: now.toISOString() },
      },
    ],
    [
      'it is taken up again',
      'retired',
      { name: 'restore' },
      { state: 'draft', draftVersion: 4, draftState: 'draft', liveVersion: gone },
    ],
    ['a draft of a live one is dropped', 'editing', { name: 'dropDraft' }, { draftVersion: gone, draftState: gone }],
    [
      'one that was never live is dropped',
      'draft',
      { name: 'dropDraft' },
      { draftVersion: gone, draftState: gone, deletedAt: now.toISOString() },
    ],
    [
      'one that was taken up again is dropped',
      'draft',
      { name: 'dropDraft' },
      { draftVersion: gone, draftState: gone, state: 'retired', liveVersion: 2 },
      { retired: { reason: 'Old.', at: now.toISOString() } },
    ],
  ])('%s', (_, head, event, change, before = {}) => {
    expect(happened(head, event, before)).toEqual(change);
  });

  it.each([
    ['candidate', 60],
    ['pilot', 60],
    ['proven', 90],
    ['scaled', 90],
  ] as const)('in stage %s the next check comes after %d days', (stage, days) => {
    expect(reviewDays(stage)).toBe(days);
  });
});

describe('a check', () => {
  const reason = { kind: 'toolChange', refId: 'change', at: now.toISOString() } as const;

  it.each([
    ['2027-01-01', '2026-12-07'],
    ['2026-11-30', '2026-11-30'],
  ])('that is due on %s, is due on %s after a tool changed', (reviewDue, due) => {
    const after = markedForCheck(headOf('published', { reviewDue }), reason, now);
    expect(after).toMatchObject({ state: 'dueForReview', checkReasons: [reason], reviewDue: due });
    expect(checkDue(after, now)).toBe('2026-12-07T10:00:00.000Z');
  });

  it('comes by itself on its day, whether or not anything marked it', () => {
    const head = headOf('published', { reviewDue: '2026-11-23' });
    expect([isDue(head, now), isDue(head, new Date('2026-11-22T23:59:00Z'))]).toEqual([true, false]);
    expect(checkReasonsOf(head, now)).toEqual([{ kind: 'age', at: '2026-11-23T00:00:00.000Z' }]);
    const marked = markedForCheck(head, { kind: 'age', at: now.toISOString() }, now);
    expect(checkReasonsOf(marked, now)).toHaveLength(1);
  });
});
