/** How role, pilot and a late check weigh on what is found, and where a person starts (product 8.1, R7, R11). */
import { describe, expect, it } from '@jest/globals';
import type { Who } from '../../../src/core/person.ts';
import { type Book, roleNamed } from '../../../src/features/playbook/book.ts';
import { newest, type Reader, startHere, weights } from '../../../src/features/playbook/ranking.ts';
import { readerOf } from '../../../src/features/playbook/shelf.ts';
import { aBook, aRole, type EntryParts } from '../../helpers/book-builders.ts';
import { aGrant, aPerson, aTurn, memoryStore, today } from '../../helpers/builders.ts';

const late = '2026-10-01';
const tooLate = '2026-09-01';
const reader = (who: Partial<Who> = {}, now = today): Reader => {
  const person = aPerson(who);
  return { who: person, roleIds: person.roleIds, now };
};
const pilot = { stage: 'pilot' as const, pilotMemberIds: ['person-1'] };

describe('the weight', () => {
  it.each<[string, EntryParts, Partial<Who>, number]>([
    ['nothing special', {}, {}, 1],
    ['my role', {}, { roleIds: ['recruiter'] }, 1.5],
    ['one of my roles', {}, { roleIds: ['sourcer', 'recruiter'] }, 1.5],
    ['another role', {}, { roleIds: ['controller'] }, 1],
    ['my pilot', { workflow: pilot }, {}, 1.2],
    ['my role in my pilot', { workflow: pilot }, { roleIds: ['recruiter'] }, 1.8],
    ['a member of a pilot that is over', { workflow: { ...pilot, stage: 'scaled' as const } }, {}, 1],
    ['late', { head: { reviewDue: late } }, {}, 0.3],
    ['late and my role', { head: { reviewDue: late } }, { roleIds: ['recruiter'] }, 0.45],
    ['too late', { head: { reviewDue: tooLate } }, { roleIds: ['recruiter'] }, 0],
    ['retired', { head: { state: 'retired' as const } }, {}, 0],
    ['not mine to see', { workflow: { stage: 'candidate' as const } }, { roleIds: ['recruiter'] }, 0],
    ["somebody else's pilot", { workflow: { ...pilot, pilotMemberIds: ['other'] } }, {}, 0],
  ])('%s', (_, parts, who, expected) => {
    const book = aBook([parts]);
    expect(weights(reader(who), book)('scenario-1')).toBeCloseTo(expected, 10);
  });

  it('is a little more for what is proven', () => {
    const book = aBook([{}, { head: { reviewDue: late } }]);
    const proven = new Set(['scenario-1', 'scenario-2']);
    expect(weights({ ...reader(), proven }, book)('scenario-1')).toBeCloseTo(1.1, 10);
    expect(weights({ ...reader(), proven }, book)('scenario-2')).toBeCloseTo(0.33, 10);
    expect(weights(reader(), book)('scenario-1')).toBeCloseTo(1, 10);
  });

  it('of what does not exist is nothing', () => {
    expect(weights(reader(), aBook([]))('scenario-1')).toBe(0);
  });

  it('is never shared between readers who see differently', () => {
    const book = aBook([{ workflow: { stage: 'pilot', pilotMemberIds: ['member-1'] } }, { head: { reviewDue: late } }]);
    const readers: readonly (readonly [Reader, number, number])[] = [
      [reader(), 0, 0.3],
      [reader({ personId: 'member-1' }), 1.2, 0.3],
      [reader({ personId: 'person-2', grants: [aGrant('hrLead')] }), 1, 0.3],
      [reader({ personId: 'person-3' }, new Date('2026-12-01T10:00:00.000Z')), 0, 0],
      [reader({ personId: 'person-4' }), 0, 0.3],
      [reader({ personId: 'person-5', roleIds: ['recruiter'] }), 0, 0.45],
    ];
    for (const [who, first, second] of readers) {
      const weigh = weights(who, book);
      expect(weigh('scenario-1')).toBeCloseTo(first, 10);
      expect(weigh('scenario-2')).toBeCloseTo(second, 10);
    }
  });
});

describe('start here', () => {
  const roles = [
    aRole('recruiter', { startScenarioId: 'scenario-1' }),
    aRole('sourcer', { startScenarioId: 'scenario-2' }),
    aRole('controller'),
    aRole('everyone', { startScenarioId: 'scenario-3' }),
  ];
  const start = (book: Book, roleIds: string[]) => startHere(reader({ roleIds }), book)?.id;

  it.each([
    ['of my role', ['recruiter'], 'scenario-1'],
    ['of my first role that has one', ['controller', 'sourcer', 'recruiter'], 'scenario-2'],
    ['for everyone when my role has none', ['controller'], 'scenario-3'],
    ['for everyone when I have no role', [], 'scenario-3'],
    ['for everyone when my role is gone', ['gone'], 'scenario-3'],
  ])('%s', (_, roleIds, expected) => {
    expect(start(aBook([{}, {}, {}], roles), roleIds)).toBe(expected);
  });

  it.each([
    ['late', { head: { reviewDue: late } }],
    ['retired', { head: { state: 'retired' as const } }],
    ['in preparation', { workflow: { stage: 'candidate' as const } }],
  ])('passes over one that is %s', (_, parts) => {
    expect(start(aBook([parts, {}, {}], roles), ['recruiter'])).toBe('scenario-3');
    expect(start(aBook([parts, {}, parts], roles), ['recruiter'])).toBeUndefined();
  });
});

describe('the role of a search', () => {
  const recruiter = aRole('recruiter', {
    name: 'Recruiter',
    aliases: ['talent partner'],
    matchTitles: ['Head of Hiring'],
  });
  const analyst = aRole('finance-analyst', { name: 'Finance analyst' });
  const gone = aRole('sourcer', { active: false });
  const book = aBook([], [recruiter, analyst, gone]);

  it.each([
    ['Recruiter', 'recruiter'],
    ['  rECRUITER ', 'recruiter'],
    ['finance-analyst', 'finance-analyst'],
    ['Talent Partner', 'recruiter'],
    ['head of hiring', 'recruiter'],
    ['finan', 'finance-analyst'],
    ['fin', undefined],
    ['sourcer', undefined],
    ['captain', undefined],
    ['', undefined],
  ])('"%s" means %s', (typed, expected) => expect(roleNamed(book, typed)?.id).toBe(expected));

  it('counts instead of my own, and my own when none is meant', async () => {
    const { store, close } = memoryStore();
    const turn = aTurn(store, { who: aPerson({ roleIds: ['finance-analyst'] }) });
    expect(readerOf(turn, { book, proofs: new Map() }, 'talent partner').roleIds).toEqual(['recruiter']);
    expect(readerOf(turn, { book, proofs: new Map() }, 'captain').roleIds).toEqual(['finance-analyst']);
    expect(readerOf(turn, { book, proofs: new Map() }).roleIds).toEqual(['finance-analyst']);
    await close();
  });
});

describe('the newest', () => {
  const at = (day: string) => ({ contract: { publishedAt: `2026-11-${day}T10:00:00.000Z` } });
  const finance = { workflow: { departmentId: 'finance' } };
  const book = aBook([
    { ...finance, ...at('20') },
    at('01'),
    at('05'),
    { ...at('05'), contract: { ...at('05').contract, title: 'A title before' } },
    { ...at('21'), head: { reviewDue: late } },
    { ...at('22'), workflow: { stage: 'pilot' } },
  ]);

  it('of my department come first, then by day, then by title; late and hidden ones are left out', () => {
    const ids = newest(reader(), book, 'hr').map((e) => e.id);
    expect(ids).toEqual(['scenario-4', 'scenario-3', 'scenario-2', 'scenario-1']);
    expect(newest(reader(), book, undefined)[0]?.id).toBe('scenario-1');
  });
});
