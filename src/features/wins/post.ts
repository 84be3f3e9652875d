/** The card of a win in a chat: what the least allowed reader there may see, brought up to date in place. */
import type { Card, Place } from '../../core/card.ts';
import { leastReader } from '../../core/least-reader.ts';
import { textLines } from '../../core/lines.ts';
import type { PostKind } from '../../core/post.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { type WinData, winCard } from './cards/win.card.ts';
import type { WinDeps } from './desk.ts';
import { asksOf, type Loaded, loadWin } from './documents.ts';
import { asksLine, basisOf, minutesOf } from './lines.ts';

export const postKind = 'win';

export const winPost = (desk: WinDeps): PostKind => ({
  kind: postKind,
  card: async (turn, id) => {
    const loaded = await loadWin(turn.store, id);
    return loaded && postCard(desk, turn, loaded, 'message');
  },
});

async function postCard(desk: WinDeps, turn: Turn, loaded: Loaded, place: Place): Promise<Card> {
  const subject = await desk.subject(leastReader(turn), loaded.win.scenarioId);
  const data =
    subject && loaded.win.state === 'shared'
      ? await openData(desk, turn, loaded, subject.title)
      : closedData(turn, loaded);
  return winCard.render(data, turn.words, place);
}

async function openData(desk: WinDeps, turn: Turn, { id, win }: Loaded, scenario: string): Promise<WinData> {
  const { words } = turn;
  const title = words('win.title', { scenario });
  const [name, asks] = await Promise.all([desk.nameOf(turn, win.authorId), asksOf(turn.store, id)]);
  return {
    ...{ summary: title, winId: id, scenarioId: win.scenarioId, title, isOpen: true, hasNote: false, note: '' },
    ...{ minutes: minutesOf(turn, win), basis: basisOf(turn, win), story: textLines(win.story) },
    ...{ hasBy: name !== '', by: name === '' ? '' : words('win.by', { name }) },
    ...{ hasAsks: asks > 0, asks: asksLine(turn, asks) },
  };
}

/** Taken back, or about work that is not open to everyone: no title, no figure, no name. */
function closedData({ words }: Turn, { id, win }: Loaded): WinData {
  const title = words('win.one');
  return {
    ...{ summary: title, winId: id, scenarioId: '', title, isOpen: false, hasNote: true },
    note: words(win.state === 'withdrawn' ? 'win.withdrawn' : 'win.notOpen'),
    ...{ minutes: '', basis: '', story: [], hasBy: false, by: '', hasAsks: false, asks: '' },
  };
}

/** `/w/<id>` pasted in a chat. */
export async function unfold(desk: WinDeps, turn: Turn, id: string): Promise<Answer> {
  const loaded = await loadWin(turn.store, id);
  if (!loaded || loaded.win.state === 'draft') return { kind: 'silent' };
  const card = await postCard(desk, turn, loaded, 'anywhere');
  return { kind: 'link', result: { title: card.summary, text: '', card } };
}
