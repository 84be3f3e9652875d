import { describe, expect, test } from '@jest/globals';
import { createSearch } from '../../src/search/search.ts';
import { built, document, ids } from './search-kit.ts';

const playbook = [
  document('jd', {
    title: 'Job description from intake notes',
    tags: ['vacancy'],
    body: 'First outcomes, then tasks.',
  }),
  document('guide', { title: 'Structured interview guide', task: 'Write questions with scoring anchors' }),
  document('policy', { title: 'Plain summary of a policy', body: 'Keeps each clause; names who approves.' }),
  document('resumen', { title: 'Gestión de vacaciones', body: 'Año nuevo, petición y aprobación.' }),
];

describe('what is found', () => {
  test.each([
    ['a word of the title', 'description', 'jd'],
    ['capitals and accents in the question', 'DESCRIPTIÓN', 'jd'],
    ['accents in the document only', 'gestion vacaciones', 'resumen'],
    ['composed and decomposed letters alike', 'an\u0303o', 'resumen'],
    ['a half typed last word', 'struc', 'guide'],
    ['another form of the word', 'interviewing', 'guide'],
    ['another form in the document', 'clauses', 'policy'],
    ['letters swapped in a long word', 'job descriptoin', 'jd'],
    ['letters swapped in a short word', 'ploicy', 'policy'],
    ['the first two letters swapped', 'oplicy', 'policy'],
    ['a letter missing', 'intervew', 'guide'],
    ['a synonym of two words', 'job ad', 'jd'],
    ['a synonym in Spanish', 'entrevistas', 'guide'],
    ['a misspelled synonym', 'handbok', 'policy'],
    ['small words around it', 'how do I write a policy?', 'policy'],
    ['a word of the body', 'clause', 'policy'],
  ])('%s: "%s"', async (_, text, id) => {
    expect(ids(await built(createSearch(), playbook), text)[0]).toBe(id);
  });

  test.each(['quantum chromodynamics', 'pizza recipe', '', '   ', 'the of and', 'xyz'])(
    'nothing for "%s"',
    async (text) => {
      const page = (await built(createSearch(), playbook)).search({ text, weigh: () => 1, skip: 0, take: 9 });
      expect(page).toEqual({ hits: [], total: 0 });
    },
  );

  test('a word of four letters must be spelled right', async () => {
    const index = await built(createSearch(), [document('a', { title: 'Cash flow' })]);
    expect(ids(index, 'cahs')).toEqual([]);
    expect(ids(index, 'cash')).toEqual(['a']);
  });

  test('only so many misspelled words are mended, to stay cheap', async () => {
    const index = await built(createSearch(), playbook);
    expect(ids(index, 'strucutred interveiw scornig ploicy')).toEqual(['guide', 'policy']);
    expect(ids(index, 'strucutred interveiw scornig qqqqqq ploicy')).toEqual(['guide']);
  });

  test('half a word is looked up at the end only', async () => {
    const index = await built(createSearch(), [document('a', { title: 'Warehouse safety' })]);
    expect(ids(index, 'safety wareh')).toEqual(['a']);
    expect(ids(index, 'wareh zzz')).toEqual([]);
  });
});

describe('order', () => {
  test('title before tags before body', async () => {
    const documents = [
      document('b', { title: 'x', body: 'forklift' }),
      document('t', { title: 'y', tags: ['forklift'] }),
      document('n', { title: 'Forklift' }),
    ];
    expect(ids(await built(createSearch(), documents), 'forklift')).toEqual(['n', 't', 'b']);
  });

  test('all words before any word', async () => {
    const documents = [
      document('one', { title: 'Safety walk', tags: ['safety'], task: 'safety', body: 'safety' }),
      document('both', { title: 'x', tags: ['forklift'], task: 'safety' }),
      document('other', { title: 'Forklift' }),
    ];
    expect(ids(await built(createSearch(), documents), 'forklift safety')[0]).toBe('both');
  });

  test('what was written goes before its synonym', async () => {
    const documents = [document('a', { title: 'Vacancy' }), document('b', { title: 'Advert' })];
    const index = await built(createSearch(), documents);
    expect(ids(index, 'advert')).toEqual(['b', 'a']);
    expect(ids(index, 'vacancy')).toEqual(['a', 'b']);
  });

  test('equal scores are in the order of their ids', async () => {
    const documents = ['c', 'a', 'b'].map((id) => document(id, { title: 'Forklift' }));
    expect(ids(await built(createSearch(), documents), 'forklift')).toEqual(['a', 'b', 'c']);
  });

  test("the reader's factor multiplies the score", async () => {
    const index = await built(createSearch(), playbook);
    const score = (factor: number) =>
      index.search({ text: 'policy', weigh: () => factor, skip: 0, take: 1 }).hits[0]?.score ?? 0;
    expect(score(1.5)).toBeCloseTo(score(1) * 1.5);
  });

  test('pages are parts of one list', async () => {
    const documents = Array.from({ length: 60 }, (_, at) => document(`d${at}`, { title: 'Forklift', body: `n${at}` }));
    const index = await built(createSearch(), documents);
    const page = (skip: number, take: number) => index.search({ text: 'forklift', weigh: () => 1, skip, take });
    const whole = page(0, 100).hits;
    expect(whole).toHaveLength(60);
    expect([...page(0, 25).hits, ...page(25, 25).hits, ...page(50, 25).hits]).toEqual(whole);
    expect(page(25, 25).total).toBe(60);
    expect(page(75, 25)).toEqual({ hits: [], total: 60 });
    expect(page(-5, 0).hits).toEqual([]);
  });
});

describe('what a reader may not see', () => {
  const secret = document('secret', {
    title: 'Zephyr forklift',
    tags: ['zephyr', 'forklift'],
    body: 'zephyr warehouse',
  });
  const open = [
    document('a', { title: 'Warehouse safety', body: 'forklift zephyrs' }),
    document('b', { title: 'Forklift safety', task: 'walk' }),
    document('c', { title: 'Safety warehouse walk', body: 'forklift' }),
  ];
  const mayRead = (id: string) => (id === 'secret' ? 0 : 1);
  const questions = ['zephyr', 'zephyrr', 'zeph', 'forklift', 'forklfit warehouse', 'zephyr safety', 'walk forklift'];

  test.each(questions)('neither appears nor moves anything: "%s"', async (text) => {
    const among = await built(createSearch(), [secret, ...open]);
    const without = await built(createSearch(), open);
    const request = { text, weigh: mayRead, skip: 0, take: 9 };
    expect(among.search({ ...request, weigh: () => 1 }).hits.map((hit) => hit.id)).toContain('secret');
    expect(among.search(request)).toEqual(without.search(request));
  });

  test('a factor that is no number hides', async () => {
    const index = await built(createSearch(), open);
    expect(ids(index, 'forklift', () => Number.NaN)).toEqual([]);
    expect(ids(index, 'forklift', () => -1)).toEqual([]);
  });
});

describe('hostile questions', () => {
  test.each([
    ['500 letters', 'a'.repeat(500)],
    ['500 characters of words', 'policy '.repeat(72).slice(0, 500)],
    ['signs only', "%*'"],
    ['emoji', '👩‍🚒🔥'],
    ['a property of every object', '__proto__ constructor toString hasOwnProperty'],
    ['a lone surrogate', '\ud800 policy'],
    ['many long words', Array.from({ length: 60 }, (_, at) => `zzzzzzzzz${at}`).join(' ')],
  ])('%s', async (_, text) => {
    const index = await built(createSearch(), playbook);
    const page = index.search({ text, weigh: () => 1, skip: 0, take: 9 });
    expect(page.hits.every((hit) => Number.isFinite(hit.score) && playbook.some((each) => each.id === hit.id))).toBe(
      true,
    );
    expect(page.hits).toHaveLength(Math.min(9, page.total));
  });

  test('ids and words that are names of object properties are only words', async () => {
    const documents = [document('__proto__', { title: 'Constructor of cranes' }), document('toString', { title: 'x' })];
    const index = await built(createSearch(), documents);
    expect(ids(index, 'constructor')).toEqual(['__proto__']);
    expect(ids(index, 'prototype')).toEqual([]);
  });
});
