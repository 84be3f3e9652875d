import { describe, expect, it } from '@jest/globals';
import { paged } from '../../src/core/paged.ts';

const items = Array.from({ length: 25 }, (_, n) => ({ id: `i${n}`, name: `Name ${n % 7}` }));
const nameOf = ({ name }: { name: string }) => name;

describe('a list cut into pages', () => {
  it.each([1, 2, 7, 24, 25, 26])('shows each once with %s a page', (limit) => {
    const shown: string[] = [];
    let after: string | undefined;
    do {
      const page = paged(items, nameOf, { limit, ...(after ? { after } : {}) });
      shown.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(shown).toHaveLength(25);
    expect(new Set(shown).size).toBe(25);
  });

  it('goes on where it was, also when the last one shown is gone', () => {
    const first = paged(items, nameOf, { limit: 10 });
    const last = first.items.at(-1)?.id;
    const rest = paged(
      items.filter(({ id }) => id !== last),
      nameOf,
      { limit: 100, after: first.next ?? '' },
    );
    expect([...first.items, ...rest.items]).toHaveLength(25);
  });
});
