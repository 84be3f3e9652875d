/** The versions of a scenario: who wrote and published which, and two of them side by side. */
import { z } from 'zod';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { type VersionDetail, type VersionLine, versionDetail, versionList } from './edit-contract.ts';
import { differenceOf } from './edit-difference.ts';
import { type Kept, versionsOf } from './edit-documents.ts';
import { type AnyVersion, textOf } from './edit-draft.ts';
import { shownText } from './edit-view.ts';
import type { LifeDesk } from './life-desk.ts';
import { type Before, before } from './scenario-before.ts';

const number = z.string().regex(/^\d{1,4}$/);
const asked = z.strictObject({ against: number.optional() });

export const versionRoutes = (desk: LifeDesk): Route[] => [
  route('GET', '/api/scenarios/:id/versions', { reply: versionList }, async ({ turn, params }) => {
    const at = await before(desk, turn, params.id ?? '');
    if (!at || !mayLook(at)) return refuse('not_found');
    const texts = await readable(at);
    const items = await Promise.all(texts.map(({ text }) => lineOf(at, text)));
    return { kind: 'ok', body: { title: shownText(at)?.title ?? '', items }, version: at.loaded.version };
  }),
  route('GET', '/api/scenarios/:id/versions/:version', { query: asked, reply: versionDetail }, (call) =>
    detail(desk, call),
  ),
];

/** What was live is for everybody who may see the scenario; drafts are for whoever writes and reviews. */
const mayLook = ({ actor, loaded }: Before): boolean =>
  actor.isReader || (actor.seesLive && loaded.live !== undefined && loaded.head.state !== 'retired');

async function readable(at: Before): Promise<Kept<AnyVersion>[]> {
  const texts = await versionsOf(at.turn.store, at.loaded.id);
  return texts.filter(({ text }) => at.actor.isReader || text.publishedAt !== undefined);
}

async function detail(
  desk: LifeDesk,
  { turn, params, query }: Call<z.output<typeof asked>, unknown>,
): Promise<Reply<z.input<typeof versionDetail>>> {
  const at = await before(desk, turn, params.id ?? '');
  const texts = at && mayLook(at) ? await readable(at) : [];
  const find = (version: number | undefined) => texts.find(({ text }) => text.version === version)?.text;
  const text = number.safeParse(params.version).success ? find(Number(params.version)) : undefined;
  if (!at || !text) return refuse('not_found');
  const named = query.against === undefined ? undefined : find(Number(query.against));
  if (query.against !== undefined && !named) return refuse('not_found');
  const other = named ?? find(at.loaded.head.liveVersion);
  const against = other && (named || other.version !== text.version) ? other : undefined;
  return { kind: 'ok', body: await detailOf(at, text, against) };
}

async function detailOf(at: Before, text: AnyVersion, against: AnyVersion | undefined): Promise<VersionDetail> {
  const { book, rulebook } = at.scene;
  const { words } = at.turn;
  const contract = textOf(text);
  const line = await lineOf(at, text);
  if (!against) return { line, contract, difference: [] };
  const other = { line: await lineOf(at, against), contract: textOf(against) };
  return {
    line,
    contract,
    against: other,
    difference: differenceOf(other.contract, contract, { book, rulebook, words }),
  };
}

async function lineOf({ desk, turn, loaded }: Before, text: AnyVersion): Promise<VersionLine> {
  const { head } = loaded;
  const isDraft = text.version === head.draftVersion;
  const isLive = text.version === head.liveVersion;
  const id = isDraft ? (head.draftState ?? 'draft') : isLive ? 'live' : 'earlier';
  return {
    version: text.version,
    state: { id, word: turn.words(`edit.versionState.${id}`) },
    at: text.publishedAt ?? text.updatedAt,
    writtenBy: await nameOf(desk, turn, text.createdBy),
    publishedBy: text.publishedBy ? await nameOf(desk, turn, text.publishedBy) : '',
    changeNote: text.changeNote ?? '',
  };
}

const nameOf = async (desk: LifeDesk, turn: Turn, id: string): Promise<string> =>
  id === 'system' ? turn.words('history.system') : desk.life.nameOf(turn, id);
