/** Who sees what, by the stage of the workflow (product 5.2), and what a late check does (7.2). */
import { describe, expect, it, test } from '@jest/globals';
import type { Who } from '../../../src/core/person.ts';
import { type Stage, stages } from '../../../src/features/playbook/model.ts';
import { departmentOf, isFindable, isLate, sightOf } from '../../../src/features/playbook/visibility.ts';
import { widenedWorkflows } from '../../../src/features/playbook/widened.ts';
import { aBook, aRole, entryOf } from '../../helpers/book-builders.ts';
import { aGrant, aPerson, today } from '../../helpers/builders.ts';

const roles = [aRole('recruiter', { departmentId: 'hr' }), aRole('controller', { departmentId: 'finance' })];
const people = { ownerId: 'owner-1', hrLeadId: 'lead-1', pilotMemberIds: ['member-1'] };
const inStage = (stage: Stage) => aBook([{ workflow: { stage, ...people } }], roles);

const full: readonly Stage[] = ['candidate', 'pilot', 'proven', 'scaled'];
const scaledOnly: readonly Stage[] = ['scaled'];
const fromProven: readonly Stage[] = ['proven', 'scaled'];

/** Who looks, and the stages in which they see the scenario itself. */
const viewers: readonly (readonly [string, Who, readonly Stage[]])[] = [
  ['an employee of no department', aPerson(), scaledOnly],
  ['an employee of another department', aPerson({ departmentId: 'finance' }), scaledOnly],
  ['an employee of the department', aPerson({ departmentId: 'hr' }), fromProven],
  ['somebody whose role is of the department', aPerson({ roleIds: ['recruiter'] }), fromProven],
  [
    'somebody whose own department is another than that of the role',
    aPerson({ departmentId: 'finance', roleIds: ['recruiter'] }),
    scaledOnly,
  ],
  [
    'a pilot member of another department',
    aPerson({ personId: 'member-1', departmentId: 'finance' }),
    ['pilot', ...fromProven],
  ],
  ['a pilot member of the department', aPerson({ personId: 'member-1', departmentId: 'hr' }), ['pilot', ...fromProven]],
  ['an author of the department', aPerson({ grants: [aGrant('author', 'hr')] }), full],
  ['an author of another department', aPerson({ grants: [aGrant('author', 'finance')] }), scaledOnly],
  ['a manager of the department', aPerson({ grants: [aGrant('manager', 'hr')] }), full],
  ['a manager of another department', aPerson({ grants: [aGrant('manager', 'finance')] }), scaledOnly],
  ['the owner of the workflow', aPerson({ personId: 'owner-1' }), full],
  ['the HR lead of the workflow', aPerson({ personId: 'lead-1' }), full],
  ['an owner of all workflows', aPerson({ grants: [aGrant('owner')] }), full],
  ['an HR lead', aPerson({ grants: [aGrant('hrLead')] }), full],
  ['governance', aPerson({ grants: [aGrant('governance')] }), full],
  ['an admin', aPerson({ grants: [aGrant('admin')] }), full],
  ['a host', aPerson({ grants: [aGrant('host')] }), scaledOnly],
];

const neutral: Record<Stage, string> = {
  candidate: 'preparing',
  pilot: 'inPilot',
  proven: 'otherDepartment',
  scaled: 'full',
  retired: 'retired',
};

const table = viewers.flatMap(([viewer, who, seen]) =>
  stages.map((stage) => ({ viewer, who, stage, sees: seen.includes(stage) })),
);

describe('stage by viewer', () => {
  test.each(table)('$stage, $viewer: $sees', ({ who, stage, sees }) => {
    const book = inStage(stage);
    const entry = entryOf(book);
    expect(sightOf(entry.workflow, who, book)).toBe(sees ? 'full' : neutral[stage]);
    expect(isFindable(entry, who, book, today)).toBe(sees);
  });

  it('nobody finds what is retired, not even its owner', () => {
    const book = inStage('retired');
    expect(viewers.filter(([, who]) => isFindable(entryOf(book), who, book, today))).toEqual([]);
  });
});

describe('the department that counts', () => {
  const book = aBook([], roles);
  it.each([
    [{ departmentId: 'finance', roleIds: ['recruiter'] }, 'finance'],
    [{ roleIds: ['recruiter', 'controller'] }, 'hr'],
    [{ roleIds: ['gone'] }, undefined],
    [{}, undefined],
  ])('%j: %s', (change, expected) => expect(departmentOf(aPerson(change), book)).toBe(expected));
});

describe('a late check', () => {
  it.each([
    ['2026-11-24', false, true],
    ['2026-11-23', false, true],
    ['2026-10-24', false, true],
    ['2026-10-23', true, true],
    ['2026-09-24', true, true],
    ['2026-09-23', true, false],
  ])('due on %s: late %s, found %s', (reviewDue, late, found) => {
    const book = aBook([{ head: { reviewDue } }]);
    expect(isLate(entryOf(book), today)).toBe(late);
    expect(isFindable(entryOf(book), aPerson(), book, today)).toBe(found);
    expect(sightOf(entryOf(book).workflow, aPerson(), book)).toBe('full');
  });

  it('needs a date', () => {
    const book = aBook([{}]);
    const { reviewDue: _, ...head } = entryOf(book).head;
    expect(isLate({ ...entryOf(book), head }, today)).toBe(false);
  });
});

describe('the state of the scenario', () => {
  it.each([
    ['published', true],
    ['dueForReview', true],
    ['retired', false],
  ] as const)('%s: found %s', (state, found) => {
    const book = aBook([{ head: { state } }]);
    expect(isFindable(entryOf(book), aPerson({ grants: [aGrant('admin')] }), book, today)).toBe(found);
  });

  it('without a live version it is not in the book at all', () => {
    const { entries } = aBook([{ head: { state: 'draft', liveVersion: undefined, draftVersion: 1 } as never }]);
    expect(entries.size).toBe(0);
  });

  it('on hold it is still seen', () => {
    const hold = { reason: 'A flag is open', by: 'lead-1', at: today.toISOString() };
    const book = aBook([{ head: { hold } }]);
    expect(isFindable(entryOf(book), aPerson(), book, today)).toBe(true);
  });
});

describe('what a digest says of work that more people see', () => {
  const span = { since: '2026-11-19T10:00:00.000Z', until: '2026-11-26T10:00:00.000Z' };
  const told = (stage: Stage, departmentIds: string[], widenedAt = span.since) =>
    widenedWorkflows(
      { book: aBook([{ workflow: { stage, ...people, widenedAt } }], roles) },
      { ...span, departmentIds },
    );
  const [workflow] = [...inStage('proven').workflows.values()];
  const department = inStage('proven').departments.get(workflow?.departmentId ?? '');

  it.each([
    ['to a channel of the department alone, by its name', 'proven', ['hr'], [{ kind: 'ours', name: workflow?.name }]],
    [
      'to one of two departments, without it',
      'proven',
      ['hr', 'finance'],
      [{ kind: 'department', name: department?.name }],
    ],
    ['to another department, nothing', 'proven', ['finance'], []],
    ['to all, nothing of one department', 'proven', [], []],
    ['to all, what all see', 'scaled', [], [{ kind: 'everyone', name: workflow?.name }]],
    ['to another department, what all see', 'scaled', ['finance'], [{ kind: 'everyone', name: workflow?.name }]],
    ['nothing of what is prepared', 'candidate', ['hr'], []],
    ['nothing of a pilot', 'pilot', ['hr'], []],
    ['nothing of what is retired', 'retired', ['hr'], []],
  ] as const)('%s', (_, stage, departmentIds, expected) => {
    expect(told(stage, [...departmentIds])).toEqual(expected);
  });

  it('once, in the digest after it', () => {
    expect(told('proven', ['hr'], '2026-11-19T09:59:59.999Z')).toEqual([]);
    expect(told('proven', ['hr'], span.until)).toEqual([]);
    expect(told('proven', ['hr'], '2026-11-26T09:59:59.999Z')).toHaveLength(1);
  });
});
