/** What became of scenarios that somebody used: new versions and retired ones of a day on one card (product 8.6). */
import type { Card } from '../../core/card.ts';
import type { Notice } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import type { Turn } from '../../core/turn.ts';
import { listCard } from './cards/list.card.ts';
import { loadScenario } from './edit-documents.ts';
import { versionNotice } from './edit-plan.ts';
import { shownText } from './edit-view.ts';
import type { LifeDesk } from './life-desk.ts';
import { before } from './scenario-before.ts';
import { visible } from './sight.ts';

type News = Pick<Required<Notice>, 'kind' | 'subject' | 'occurrence'>;

interface Line {
  readonly heading: string;
  /** Where it leads: to what replaces it, where there is such a thing. */
  readonly scenarioId: string;
  readonly title: string;
  readonly text: string;
}

const mostLines = 5;

/** Undefined where nothing of it is news any more, or theirs to see. */
export async function newsCard(desk: LifeDesk, turn: Turn, news: readonly News[]): Promise<Card | undefined> {
  const found = await Promise.all(news.map((each) => lineOf(desk, turn, each)));
  const lines = found.filter((line) => line !== undefined);
  const [first] = lines;
  if (!first) return undefined;
  const { words } = turn;
  const heading = lines.length === 1 ? first.heading : words('edit.news.day');
  const rest = lines.slice(mostLines).map(({ title }) => title);
  const note = rest.length > 0 ? words('edit.news.more', { titles: rest.join(', ') }) : '';
  const data = { summary: heading, heading, hasNote: note !== '', note };
  const items = lines.slice(0, mostLines).map(({ heading: _, ...item }) => item);
  return listCard.render({ ...data, items }, words, placeOf(turn));
}

const lineOf = (desk: LifeDesk, turn: Turn, news: News): Promise<Line | undefined> =>
  news.kind === versionNotice ? versionLine(desk, turn, news) : retiredLine(desk, turn, news.subject);

/** Of the version that is live now; one that a newer one has taken the place of is not told any more. */
async function versionLine(desk: LifeDesk, turn: Turn, { subject, occurrence }: News): Promise<Line | undefined> {
  const loaded = await loadScenario(turn.store, subject);
  const entry = visible(await desk.shelf.scene(turn), subject);
  if (!entry || !loaded?.live || String(loaded.head.liveVersion) !== occurrence) return undefined;
  const { title, changeNote = '' } = loaded.live.text;
  return { heading: turn.words('edit.news.newVersion'), scenarioId: subject, title, text: changeNote };
}

async function retiredLine(desk: LifeDesk, turn: Turn, subject: string): Promise<Line | undefined> {
  const at = await before(desk, turn, subject);
  const retired = at?.loaded.head.state === 'retired' ? at.loaded.head.retired : undefined;
  if (!at || !retired || !at.actor.seesLive) return undefined;
  const { words } = turn;
  const { reason } = retired;
  const other = visible(at.scene, retired.replacementId ?? '');
  return {
    ...{ heading: words('edit.news.retired'), scenarioId: other?.id ?? subject, title: shownText(at)?.title ?? '' },
    text: other
      ? words('edit.news.retiredInstead', { reason, title: other.contract.title })
      : words('edit.news.retiredLine', { reason }),
  };
}
