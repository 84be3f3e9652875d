/** Wins over HTTP: those that the reader may see, one as an item, and what is done with it. */
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { type WorkItem, workItem } from '../../core/work-item.ts';
import { shareBody, storyBody, type WinView, winBody, winList, winQuery, winStart } from './contract.ts';
import type { WinDeps } from './desk.ts';
import { asksOf, type Loaded, loadWins } from './documents.ts';
import { itemOf } from './item.ts';
import { basisOf, firstSentence, minutesOf } from './lines.ts';
import { mayRead, mayWrite } from './rules.ts';
import { before, type Done, press, type WinEvent, write } from './write.ts';

const base = '/api/wins';
const one = `${base}/:id`;

export const winRoutes = (desk: WinDeps): Route[] => [
  route('GET', base, { query: winQuery, reply: winList, isList: true }, async ({ turn, query, page }) => {
    const seen = await winsSeen(desk, turn, query.scenarioId);
    const start = page.after === undefined ? 0 : seen.findIndex(({ id }) => id === page.after) + 1;
    const items = seen.slice(start, start + page.limit);
    const last = items.at(-1)?.id;
    return { kind: 'ok', body: { items }, ...(last && start + items.length < seen.length ? { next: last } : {}) };
  }),
  route('GET', '/api/scenarios/:id/win', { reply: winStart }, ({ turn, params }) => startOf(desk, turn, params.id)),
  route('GET', one, { reply: workItem }, ({ turn, params }) => shown(desk, turn, params.id)),
  route('POST', base, { body: winBody, reply: workItem }, async ({ turn, body }) => {
    const reply = await replied(desk, turn, await write(desk, turn, body), 'win.done.create');
    return reply.kind === 'ok' ? { ...reply, status: 201 } : reply;
  }),
  route('POST', `${one}/edit`, { body: storyBody, reply: workItem, needsVersion: true }, (call) =>
    pressed(desk, call, { name: 'edit', ...call.body }),
  ),
  route('POST', `${one}/share`, { body: shareBody, reply: workItem, needsVersion: true }, (call) =>
    pressed(desk, call, { name: 'share', ...call.body }),
  ),
  route('POST', `${one}/withdraw`, { reply: workItem, needsVersion: true }, (call) =>
    pressed(desk, call, { name: 'withdraw' }),
  ),
];

async function pressed(desk: WinDeps, { turn, params, version }: Call, event: WinEvent): Promise<Reply<WorkItem>> {
  const done = await press(desk, turn, { id: params.id ?? '', version, event });
  return replied(desk, turn, done, `win.done.${event.name}`);
}

const replied = async (desk: WinDeps, turn: Turn, done: Done, note: string): Promise<Reply<WorkItem>> =>
  done.kind === 'done' ? shown(desk, turn, done.id, turn.words(note)) : done;

async function shown(desk: WinDeps, turn: Turn, id = '', note?: string): Promise<Reply<WorkItem>> {
  const at = await before(desk, turn, id);
  if (!at) return refuse('not_found');
  return { kind: 'ok', body: await itemOf(desk, turn, at, note), version: at.loaded.version };
}

/** The newest first; what was taken back is only its author's and the workflow's to see. */
export async function winsSeen(desk: WinDeps, turn: Turn, scenarioId?: string): Promise<WinView[]> {
  const all = await loadWins(turn.store, scenarioId);
  const seen = await Promise.all(
    all.map(async (loaded) => {
      const subject = await desk.subject(turn, loaded.win.scenarioId);
      return subject && mayRead(turn.who, loaded.win, subject) ? [await viewOf(desk, turn, loaded, subject.title)] : [];
    }),
  );
  return seen.flat();
}

export async function viewOf(desk: WinDeps, turn: Turn, { id, win }: Loaded, title: string): Promise<WinView> {
  const [name, asks] = await Promise.all([desk.nameOf(turn, win.authorId), asksOf(turn.store, id)]);
  return {
    ...{ id, scenarioId: win.scenarioId, title, story: win.story, asks, createdAt: win.createdAt },
    ...{ minutes: minutesOf(turn, win), basis: basisOf(turn, win), state: turn.words(`win.state.${win.state}`) },
    by: name === '' ? '' : turn.words('win.by', { name }),
  };
}

async function startOf(desk: WinDeps, turn: Turn, id = '') {
  const subject = await desk.subject(turn, id);
  if (!subject) return refuse('not_found');
  const nothing = { mayWrite: false, minutes: '', missing: '', story: '' };
  if (!mayWrite(turn.who, subject)) return { kind: 'ok' as const, body: nothing };
  const found = await desk.evidenceFor(turn, { workflowId: subject.workflowId, scenarioId: id });
  const body =
    found.kind === 'measured'
      ? { ...nothing, mayWrite: true, minutes: minutesOf(turn, found), story: firstSentence(turn, found) }
      : { ...nothing, mayWrite: true, missing: turn.words('win.missing', { what: found.text }) };
  return { kind: 'ok' as const, body };
}

/** This reader may write one of it, and there is something measured to tell. */
export async function isTellable(desk: WinDeps, turn: Turn, scenarioId: string): Promise<boolean> {
  const subject = await desk.subject(turn, scenarioId);
  if (!subject || !mayWrite(turn.who, subject)) return false;
  return (await desk.evidenceFor(turn, { workflowId: subject.workflowId, scenarioId })).kind === 'measured';
}
