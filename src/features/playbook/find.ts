/** Find a scenario: in the message extension by typing, with the bot by `find <words>`, and by its own link. */

import type { SearchCall } from '../../core/feature.ts';
import { placeOf } from '../../core/place.ts';
import { type Answer, type Result, refused, type Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import { listCard } from './cards/list.card.ts';
import { neutralCard } from './cards/neutral.card.ts';
import { lastUsed } from './documents.ts';
import { newest, type Reader, startHere, weights } from './ranking.ts';
import { readerOf, type Shelf } from './shelf.ts';
import { insteadOf, isGone, neutralOf, visible } from './sight.ts';
import { forLine, type Scene } from './view.ts';
import { departmentOf, sightOfScenario } from './visibility.ts';

const listed = 5;
const mineShown = 3;

/** A reader before the shelf. */
export interface Looking {
  readonly shelf: Shelf;
  readonly turn: Turn;
  readonly scene: Scene;
  readonly reader: Reader;
}

async function looking(shelf: Shelf, turn: Turn, roleWords = ''): Promise<Looking> {
  const scene = await shelf.scene(turn);
  return { shelf, turn, scene, reader: readerOf(turn, scene, roleWords) };
}

/** `findScenario` of the message extension: nothing typed gives where to start. */
export async function findScenario(shelf: Shelf, turn: Turn, call: SearchCall): Promise<Answer> {
  const { q = '', role = '' } = call.parameters;
  const at = await looking(shelf, turn, role);
  if (q === '') return opening(at, call);
  // Verdict rows stand before the first scenario, so every page counts them.
  const rows = await shelf.deps.verdictRows(turn, q);
  const shown = rows.slice(call.skip, call.skip + call.count);
  const skip = Math.max(0, call.skip - rows.length);
  const { entries, total } = await found(at, q, { skip, take: call.count - shown.length });
  const results = [...shown, ...entries.map((entry) => shelf.result(turn, entry, at.scene))];
  if (results.length > 0) return { kind: 'results', results };
  const key = total > 0 ? 'find.noMore' : 'find.nothing';
  return { kind: 'message', text: turn.words(key, { words: q, start: starterTitle(at) }) };
}

async function opening({ shelf, turn, scene, reader }: Looking, { skip, count }: SearchCall): Promise<Answer> {
  const start = startHere(reader, scene.book);
  const mine = await lastUsed(turn.store, turn.who.personId, mineShown);
  const recent = mine.flatMap((m) => visible(scene, m.scenarioId) ?? []);
  const rest = newest(reader, scene.book, departmentOf(turn.who, scene.book));
  const entries = [...new Set([...(start ? [start] : []), ...recent, ...rest])].slice(skip, skip + count);
  if (entries.length === 0)
    return { kind: 'message', text: turn.words(skip > 0 ? 'find.noMore' : 'find.emptyPlaybook') };
  const label = (entry: Entry): string | undefined =>
    entry === start ? 'find.startHere' : recent.includes(entry) ? 'find.usedLast' : undefined;
  const results = entries.map((entry) => labelled(shelf.result(turn, entry, scene), label(entry), turn));
  return { kind: 'results', results };
}

const labelled = (result: Result, key: string | undefined, turn: Turn): Result =>
  key ? { ...result, text: turn.words(key, { text: result.text }) } : result;

const starterTitle = ({ reader, scene }: Looking): string =>
  startHere({ ...reader, roleIds: [] }, scene.book)?.contract.title ?? '';

export async function found(
  { shelf, turn, scene, reader }: Looking,
  text: string,
  page: { skip: number; take: number },
) {
  const index = await shelf.index(turn, scene);
  const { hits, total } = index.search({ text, ...page, weigh: weights(reader, scene.book) });
  return { total, entries: hits.flatMap((hit) => scene.book.entries.get(hit.id) ?? []) };
}

/** `find <words>`: up to five scenarios for my role, each with a button. */
export async function findByBot(shelf: Shelf, turn: Turn, words: string): Promise<Answer> {
  const at = await looking(shelf, turn);
  const { scene, reader } = at;
  const entries =
    words === ''
      ? newest(reader, scene.book, departmentOf(turn.who, scene.book)).slice(0, listed)
      : (await found(at, words, { skip: 0, take: listed })).entries;
  if (entries.length === 0) return nothingFound(turn, words, startHere(reader, scene.book));
  return list(turn, scene, entries, { heading: turn.words(words === '' ? 'find.listAll' : 'find.list', { words }) });
}

interface ListWords {
  readonly heading: string;
  readonly note?: string;
}

function list(turn: Turn, scene: Scene, entries: readonly Entry[], { heading, note = '' }: ListWords): Answer {
  const items = entries.map((entry) => ({
    scenarioId: entry.id,
    title: entry.contract.title,
    text: forLine(entry, scene),
  }));
  const data = { summary: heading, heading, hasNote: note !== '', note, items };
  return { kind: 'card', card: listCard.render(data, turn.words, 'message') };
}

const answered = 3;

/** Free text as a question: the best three, or the scenario that helps to sort a task. */
export async function answerQuestion(shelf: Shelf, turn: Turn, text: string): Promise<Answer> {
  const at = await looking(shelf, turn);
  const words = text.slice(0, maxQuestion);
  const { entries } = await found(at, words, { skip: 0, take: answered });
  if (entries.length === 0) return nothingFound(turn, words, startHere({ ...at.reader, roleIds: [] }, at.scene.book));
  return list(turn, at.scene, entries, { heading: turn.words('ask.found'), note: turn.words('ask.note') });
}

const maxQuestion = 200;

function nothingFound(turn: Turn, words: string, start: Entry | undefined): Answer {
  const heading = turn.words('find.nothingHeading');
  const text = turn.words('find.nothing', { words, start: start?.contract.title ?? '' });
  const data = { summary: heading, heading, text, hasStart: start !== undefined, scenarioId: start?.id ?? '' };
  return { kind: 'card', card: neutralCard.render(data, turn.words, 'message') };
}

/** The whole scenario, in place or in a dialog; what this reader may not see answers like what does not exist. */
export async function openScenario(shelf: Shelf, turn: Turn, scenarioId: string): Promise<Answer> {
  const scene = await shelf.scene(turn);
  const entry = scene.book.entries.get(scenarioId);
  if (!entry || sightOfScenario(entry, turn.who, scene.book) !== 'full') return hidden(turn, entry, scene);
  return { kind: 'form', title: entry.contract.title, card: shelf.whole(turn, entry, scene), size: 'large' };
}

/** `start`: where to begin for my role. */
export async function openStart(shelf: Shelf, turn: Turn): Promise<Answer> {
  const scene = await shelf.scene(turn);
  const entry = startHere(readerOf(turn, scene), scene.book);
  return entry ? openScenario(shelf, turn, entry.id) : { kind: 'message', text: turn.words('find.emptyPlaybook') };
}

function hidden(turn: Turn, entry: Entry | undefined, scene: Scene): Answer {
  const said = entry && neutralOf(entry, scene);
  if (!said) return refused(turn, 'not_found');
  const { heading, text, instead } = said;
  const data = { summary: heading, heading, text, hasStart: instead !== undefined, scenarioId: instead?.id ?? '' };
  return { kind: 'form', title: heading, card: neutralCard.render(data, turn.words, placeOf(turn)), size: 'small' };
}

/** `/s/<id>` pasted in a chat: everyone there reads it, so only what the least allowed reader may see. */
export async function unfoldScenario(shelf: Shelf, turn: Turn, scenarioId: string): Promise<Answer> {
  const scene = await shelf.scene(turn);
  const entry = scene.book.entries.get(scenarioId);
  if (!entry) return { kind: 'silent' };
  if (isForAll(entry)) return { kind: 'link', result: shelf.result(turn, entry, scene) };
  const stage = isGone(entry) ? 'retired' : entry.workflow.stage;
  // In a chat the department may be anybody's.
  const heading = turn.words(stage === 'proven' ? 'scenario.sight.oneDepartment' : `scenario.stage.${stage}`);
  const instead = isGone(entry) ? insteadOf(entry, scene.book, isForAll) : undefined;
  const text = instead
    ? turn.words('scenario.sight.instead', { title: instead.contract.title })
    : turn.words('scenario.sight.note');
  const data = { summary: heading, heading, text, hasStart: instead !== undefined, scenarioId: instead?.id ?? '' };
  return { kind: 'link', result: { title: heading, text: '', card: neutralCard.render(data, turn.words, 'anywhere') } };
}

/** The least allowed reader sees it. */
const isForAll = (entry: Entry): boolean => entry.workflow.stage === 'scaled' && !isGone(entry);
