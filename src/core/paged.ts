/** A list that stands in memory, cut into pages: a position names the last one shown, so that nothing is missed or shown twice. */
interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

interface Paging {
  readonly limit: number;
  readonly after?: string;
}

/** `nameOf` gives what the list is ordered by; equal names are ordered by id. */
export function paged<T extends { readonly id: string }>(
  all: readonly T[],
  nameOf: (item: T) => string,
  { limit, after }: Paging,
): Page<T> {
  const ordered = all.toSorted((a, b) => compare([nameOf(a), a.id], [nameOf(b), b.id]));
  const last = after === undefined ? undefined : placeOf(after);
  const rest = last ? ordered.filter((item) => compare([nameOf(item), item.id], last) > 0) : ordered;
  const items = rest.slice(0, limit);
  const end = items.at(-1);
  return { items, ...(rest.length > limit && end ? { next: JSON.stringify([nameOf(end), end.id]) } : {}) };
}

type Place = readonly [name: string, id: string];

function placeOf(position: string): Place {
  const [name, id] = JSON.parse(position);
  return [String(name), String(id)];
}

const compare = ([a, firstId]: Place, [b, secondId]: Place): number =>
  a.localeCompare(b) || (firstId < secondId ? -1 : firstId > secondId ? 1 : 0);
