/** The score of a likely twin, part by part (product 7.5). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { starter } from '../../../src/content/starter.ts';
import { likened, likeness, similarFrom, type Texts, twinFrom } from '../../../src/features/discoveries/likeness.ts';
import { createSearch } from '../../../src/search/search.ts';

const { terms } = createSearch();
const nowhere = { roleIds: [], toolIds: [] };
const texts = (said: string, prompt = '', context: Texts['context'] = nowhere): Texts => ({ said, prompt, context });
const score = (a: Texts, b: Texts) => Number(likeness(likened(a, terms), likened(b, terms)).toFixed(4));

const recruiting = { workflowId: 'recruiting', roleIds: ['recruiter'], toolIds: ['assistant'] };
const same = 'Notes become a job ad';

describe('the parts', () => {
  it.each<[string, Texts, Texts, number]>([
    ['the same words, nothing else: 0.5 of the 0.7 that are left', texts(same), texts(same), 0.7143],
    ['the same words and workflow', texts(same, '', recruiting), texts(same, '', recruiting), 1],
    [
      'the same words, another workflow, the same role',
      texts(same, '', recruiting),
      texts(same, '', { ...recruiting, workflowId: 'onboarding', toolIds: [] }),
      0.8571,
    ],
    [
      'the same words, another workflow, the same tool',
      texts(same, '', recruiting),
      texts(same, '', { ...recruiting, workflowId: 'onboarding', roleIds: [] }),
      0.8571,
    ],
    [
      'no word of it, the same workflow',
      texts('Alpha beta', '', recruiting),
      texts('Gamma delta', '', recruiting),
      0.2857,
    ],
    ['no word of it, nothing', texts('Alpha beta'), texts('Gamma delta'), 0],
    // Two of four words are shared: 0.5 x 0.5 of 0.7.
    ['half of the words', texts('apple banana cherry'), texts('banana cherry damson'), 0.3571],
    ['a prompt on one side is dropped', texts(same, 'Draft an advert'), texts(same), 0.7143],
    ['the same prompt on both sides', texts(same, 'Draft an advert'), texts(same, 'Draft an advert'), 0.8],
    ['prompts without a triple in common', texts(same, 'aaaa'), texts(same, 'bbbb'), 0.5],
    // Triples abc, bcd of one, bcd, cde of the other: 1 / 2.
    ['prompts with half of their triples in common', texts(same, 'abcd'), texts(same, 'bcde'), 0.65],
    ['all alike', texts(same, 'Draft an advert', recruiting), texts(same, 'Draft an advert', recruiting), 1],
    ['accents, capitals and endings do not count', texts('Résumé drafting'), texts('RESUME drafts'), 0.7143],
    ['small words do not count', texts('the notes of a team'), texts('notes to your team'), 0.7143],
    ['nothing at all', texts(''), texts(''), 0],
  ])('%s', (_name, a, b, expected) => {
    expect(score(a, b)).toBe(expected);
    expect(score(b, a)).toBe(expected);
  });

  it('the limits are those of the design', () => {
    expect([similarFrom, twinFrom]).toEqual([0.5, 0.75]);
  });
});

describe('always', () => {
  const context = fc.record({
    workflowId: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    roleIds: fc.subarray(['r', 's']),
    toolIds: fc.subarray(['t', 'u']),
  });
  const any = fc.record({ said: fc.string(), prompt: fc.string(), context });

  it('is between 0 and 1, the same both ways, and 1 with oneself where anything is told', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const value = likeness(likened(a, terms), likened(b, terms));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
        expect(likeness(likened(b, terms), likened(a, terms))).toBeCloseTo(value, 9);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the starter playbook', () => {
  const prompts = starter.scenarios.flatMap(({ slug, workflow, roles, tools, prompts: own }) =>
    own.map(({ title, text }) => ({
      slug,
      likened: likened(
        { said: `${title} ${text}`, prompt: text, context: { workflowId: workflow, roleIds: roles, toolIds: tools } },
        terms,
      ),
    })),
  );

  it('has no two prompts that look like one another', () => {
    const twins = prompts.flatMap((a, at) =>
      prompts.slice(at + 1).flatMap((b) => (likeness(a.likened, b.likened) >= twinFrom ? [`${a.slug} ${b.slug}`] : [])),
    );
    expect(twins).toEqual([]);
  });
});
