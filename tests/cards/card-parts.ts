/** Looking into a finished card. */

export type Part = Readonly<Record<string, unknown>>;

/** Every object inside a value, outermost first. */
export function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [{ ...value }, ...Object.values(value).flatMap(partsOf)];
}

/** What the reader sees: parts outside of what a button carries along and outside of stand-ins for old clients. */
export function seenParts(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(seenParts);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).filter(([key]) => key !== 'data' && key !== 'fallback');
  return [{ ...value }, ...inner.flatMap(([, one]) => seenParts(one))];
}

export const typed = (parts: readonly Part[], prefix: string): Part[] =>
  parts.filter((part) => typeof part.type === 'string' && part.type.startsWith(prefix));

export const textOf = (part: Part, key: string): string => {
  const value = part[key];
  return typeof value === 'string' ? value : '';
};

export const listOf = (part: Part, key: string): Part[] => {
  const value = part[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
};

export const dataOf = (action: Part): Part => {
  const data = action.data;
  return typeof data === 'object' && data !== null ? { ...data } : {};
};

/** Every text inside a value. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
