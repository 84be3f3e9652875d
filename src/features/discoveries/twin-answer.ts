/** "This looks like ...": what is there already, unfolded in place so that nothing typed is lost. */
import { textLines } from '../../core/lines.ts';
import { placeOf } from '../../core/place.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { twinCard } from './cards/twin.card.ts';
import { type Desk, readerOf } from './desk.ts';
import { keep, type Typed } from './form.ts';
import { lookOf } from './look.ts';
import type { SimilarItem } from './model.ts';
import { type Seen, sifted } from './twins.ts';
import { byLine, usesLine } from './view.ts';

const detailIds = ['twin-0', 'twin-1', 'twin-2'] as const;

/** Undefined when nothing that this reader may see looks like it. */
export async function twinAnswer(
  desk: Desk,
  turn: Turn,
  form: Typed,
  similar: readonly SimilarItem[],
): Promise<Answer | undefined> {
  const reader = readerOf(turn);
  const twins = (await sifted(desk, reader, similar)).filter(({ isTwin }) => isTwin).slice(0, detailIds.length);
  if (twins.length === 0) return undefined;
  const heading = turn.words('discovery.twinTitle');
  const live = await desk.live(reader);
  const items = twins.map(async (twin, at) => ({
    title: twin.title,
    text: await lineOfTwin(desk, turn, twin),
    detailId: detailIds[at] ?? 'twin-0',
    details: detailsOf(twin, live.find(({ id }) => id === twin.scenarioId)?.what ?? ''),
    isDiscovery: twin.discovery !== undefined && twin.discovery.discovery.authorId !== turn.who.personId,
    discoveryId: twin.discovery?.id ?? '',
  }));
  const data = { summary: heading, items: await Promise.all(items), kept: keep({ ...form }) };
  const card = twinCard.render(data, turn.words, placeOf(turn));
  return { kind: 'form', title: heading, card, size: 'medium' };
}

const detailsOf = ({ discovery }: Seen, what: string) =>
  discovery
    ? [...textLines(discovery.discovery.what), ...textLines(discovery.discovery.promptText ?? '')]
    : textLines(what);

/** Who shared it and how many used it, or that it is in the playbook. */
export async function lineOfTwin(desk: Desk, turn: Turn, { discovery }: Seen): Promise<string> {
  if (!discovery) return turn.words('discovery.state.inPlaybook');
  const look = await lookOf(desk, turn, discovery);
  return look ? [byLine(look), usesLine(turn, look.uses)].filter(Boolean).join(' · ') : '';
}
