/** `my items` and `to do`: what every feature has for this person, in one list each. */
import { z } from 'zod';
import { type ItemLine, type ItemSource, itemsShown } from '../../core/items.ts';
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { itemsCard } from './cards/items.card.ts';

export const picked = z.object({ itemKind: z.string().max(40), itemId: z.string().max(100) });

interface Line extends ItemLine {
  readonly kind: string;
}

export async function myItems(sources: readonly ItemSource[], turn: Turn): Promise<Answer> {
  const newest = await newestOwn(sources, turn);
  return list(turn, newest, { heading: turn.words('items.mine'), none: turn.words('items.mineNone') });
}

export async function newestOwn(sources: readonly ItemSource[], turn: Turn): Promise<readonly Line[]> {
  const lines = await gathered(sources, (source) => source.mine(turn));
  return lines.flatMap((line) => line ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

export async function toDo(sources: readonly ItemSource[], turn: Turn): Promise<Answer> {
  const lines = await waiting(sources, turn);
  if (!lines) return refused(turn, 'forbidden');
  return list(turn, lines, { heading: turn.words('items.toDo'), none: turn.words('items.toDoNone') });
}

/** What waits for this reader, the most urgent first; undefined for somebody who never has such work. */
export async function waiting(sources: readonly ItemSource[], turn: Turn): Promise<readonly Line[] | undefined> {
  const lines = await gathered(sources, (source) => source.toDo(turn));
  if (lines.every((line) => line === undefined)) return undefined;
  return lines.flatMap((line) => line ?? []).toSorted((a, b) => (a.at > b.at ? 1 : -1));
}

export async function openItem(
  sources: readonly ItemSource[],
  turn: Turn,
  asked: z.infer<typeof picked>,
): Promise<Answer> {
  const source = sources.find(({ kind }) => kind === asked.itemKind);
  return source ? source.open(turn, asked.itemId) : refused(turn, 'not_found');
}

const gathered = (
  sources: readonly ItemSource[],
  read: (source: ItemSource) => Promise<readonly ItemLine[] | undefined>,
): Promise<(Line[] | undefined)[]> =>
  Promise.all(sources.map(async (source) => (await read(source))?.map((line) => ({ ...line, kind: source.kind }))));

interface Said {
  readonly heading: string;
  readonly none: string;
}

function list(turn: Turn, lines: readonly Line[], said: Said): Answer {
  const card = itemsList(turn, lines, said);
  if (turn.where.conversation === 'personal' || turn.where.surface !== 'bot') return { kind: 'card', card };
  return { kind: 'personal', card, note: turn.words('items.moved') };
}

export function itemsList(turn: Turn, lines: readonly Line[], { heading, none }: Said) {
  const isEmpty = lines.length === 0;
  const data = {
    summary: heading,
    heading,
    hasNote: isEmpty,
    note: isEmpty ? none : '',
    items: lines.slice(0, itemsShown).map(({ kind, id, title, text }) => ({ itemKind: kind, itemId: id, title, text })),
  };
  return itemsCard.render(data, turn.words, placeOf(turn));
}
