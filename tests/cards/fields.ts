/** The text fields of a card's data, and the same data with another text in one of them. */
import type { CardKind } from '../../src/core/card.ts';

export type Path = readonly (string | number)[];

export function textPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textPaths(inner, [...path, key]));
}

export function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === String(key) ? withText(item, rest, text) : item));
  return { ...Object(value), [key]: withText(Object(value)[key], rest, text) };
}

/** Fields that take any text; the others are words of a fixed list, or ids of inputs, which are names of variables. */
export const freePaths = (card: CardKind<unknown>, data: unknown): Path[] =>
  textPaths(data)
    .filter((path) => path.at(-1) !== 'inputId')
    .filter((path) => card.schema.safeParse(withText(data, path, 'qz')).success);

/** Every free field with a text of its own. */
export const withTexts = (data: unknown, paths: readonly Path[], textOf: (at: number) => string): unknown =>
  paths.reduce((changed, path, at) => withText(changed, path, textOf(at)), data);
