/** Who may give and take what, and how it is typed. */
import { describe, expect, it } from '@jest/globals';
import { type DepartmentChoice, readGrant, vocabularyOf } from '../../../src/features/people/grant-words.ts';
import { byDepartment, type Givable, givable, given, isBoth, taken } from '../../../src/features/people/grants.ts';
import { languages, wordsFor } from '../../../src/text/words.ts';
import { aGrant, today } from '../../helpers/builders.ts';

const giving = { giver: 'admin-1', personId: 'person-1', now: today };
const wish = (grant: Givable) => ({ grant, ...(byDepartment.has(grant) ? { departmentId: 'hr' } : {}) });

describe('giving', () => {
  it.each(givable)('%s', (grant) => {
    expect(given([], wish(grant), giving)).toEqual({
      kind: 'changed',
      grants: [{ ...aGrant(grant, wish(grant).departmentId), givenBy: 'admin-1' }],
    });
  });

  it.each(givable)('%s twice changes nothing', (grant) => {
    expect(given([aGrant(grant, wish(grant).departmentId)], wish(grant), giving)).toEqual({ kind: 'same' });
  });

  it.each([...byDepartment] as Givable[])('%s asks for a department, and stands in each by itself', (grant) => {
    expect(given([], { grant }, giving)).toEqual({ kind: 'needsDepartment' });
    expect(given([aGrant(grant, 'finance')], wish(grant), giving).kind).toBe('changed');
  });

  it.each(givable)('%s to oneself', (grant) => {
    const refused = ['manager', 'hrLead', 'governance'].includes(grant);
    const outcome = given([], wish(grant), { ...giving, giver: 'person-1' });
    expect(outcome.kind).toBe(refused ? 'toOneself' : 'changed');
    expect(given([], wish(grant), { ...giving, giver: 'cli:person-1' }).kind).toBe('changed');
  });

  it('ends where a person holds as many as fit', () => {
    const held = Array.from({ length: 50 }, (_, n) => aGrant('manager', `d${n}`));
    expect(given(held, wish('manager'), giving)).toEqual({ kind: 'tooMany' });
  });
});

describe('taking', () => {
  const held = [aGrant('manager', 'hr'), aGrant('manager', 'finance'), aGrant('admin')];

  it('goes by department, or everywhere', () => {
    expect(taken(held, wish('manager'), 1)).toEqual({ kind: 'changed', grants: [held[1], held[2]] });
    expect(taken(held, { grant: 'manager' }, 1)).toEqual({ kind: 'changed', grants: [held[2]] });
    expect(taken(held, { grant: 'manager', departmentId: 'sales' }, 1)).toEqual({ kind: 'same' });
    expect(taken([aGrant('manager')], wish('manager'), 1)).toEqual({ kind: 'same' });
  });

  it.each(givable)('the last %s', (grant) => {
    const outcome = taken([aGrant(grant)], { grant }, 0);
    expect(outcome.kind).toBe(['admin', 'hrLead'].includes(grant) ? 'lastOne' : 'changed');
    expect(taken([aGrant(grant)], { grant }, 1).kind).toBe('changed');
  });
});

it('knows who leads people matters and decides about tools in one', () => {
  expect(isBoth([aGrant('hrLead'), aGrant('governance')])).toBe(true);
  expect(isBoth([aGrant('hrLead'), aGrant('manager', 'hr')])).toBe(false);
});

describe('the words', () => {
  const hr: DepartmentChoice = { id: 'd-1', slug: 'hr', name: 'HR' };
  const shop: DepartmentChoice = { id: 'd-2', slug: 'shop-floor', name: 'Shop floor' };
  const vocabulary = vocabularyOf(languages, wordsFor);
  const read = (text: string) => readGrant(text, vocabulary, [hr, shop]);

  it.each([
    ['manager Sam Sample in HR', 'manager', 'Sam Sample', hr],
    ['Manager to Sam Sample in hr.', 'manager', 'Sam Sample', hr],
    ['manager Sam Sample HR', 'manager', 'Sam Sample', hr],
    ['hr lead Sam Sample', 'hrLead', 'Sam Sample', undefined],
    ['HR-lead Sam Sample', 'hrLead', 'Sam Sample', undefined],
    ['hrlead Sam Sample', 'hrLead', 'Sam Sample', undefined],
    ['tools lead Sam', 'governance', 'Sam', undefined],
    ['curator Sam de la Sample in shop floor', 'author', 'Sam de la Sample', shop],
    ['curator Sam de la Sample for Shop-Floor', 'author', 'Sam de la Sample', shop],
    ['responsable de RR. HH. a Sam Sample', 'hrLead', 'Sam Sample', undefined],
    ['mánager a Sam de la Sample en HR', 'manager', 'Sam de la Sample', hr],
    ['administradora Sam', 'admin', 'Sam', undefined],
  ] as const)('%s', (text, grant, person, department) => {
    const typed = read(text);
    expect(typed?.grant).toBe(grant);
    expect(typed?.readings.at(-1)).toEqual({ person, ...(department ? { department } : {}) });
  });

  it('a name that ends like a department, or begins with a small word, is read whole first', () => {
    expect(read('tools lead Sample, Sam (HR)')?.readings.map(({ person }) => person)).toEqual([
      'Sample, Sam (HR)',
      'Sample, Sam',
    ]);
    expect(read('admin De la Sample')?.readings.map(({ person }) => person)).toEqual(['De la Sample', 'la Sample']);
  });

  it('names a department that is none', () => {
    expect(read('manager Sam in Sales')?.readings.at(-1)).toEqual({ person: 'Sam', strange: 'Sales' });
    expect(read('admin Sam in Sales')?.readings).toEqual([{ person: 'Sam in Sales' }]);
  });

  it.each(['', 'manager', 'king Sam', 'writing help', '   '])('"%s" is no such sentence', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('no word stands for two grants', () => {
    for (const grant of givable)
      for (const language of languages)
        for (const name of wordsFor(language)(`grant.name.${grant}`).split(';'))
          expect(read(`${name} Sam`)?.grant).toBe(grant);
  });
});
