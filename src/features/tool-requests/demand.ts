/** `demand`: which tools people ask for with which data, the most asked first. Counts alone (product 7.8, M9). */
import { findAll } from '../../core/documents.ts';
import { itemsShown } from '../../core/items.ts';
import { holds } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import { isoWeekOf } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { verdictWord } from '../../core/verdict-lines.ts';
import { askCount, askKind, unlistedTools } from './asks.ts';
import { type DemandData, demandCard } from './cards/demand.card.ts';
import { kind, loadedOf } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { demandOf, isOpen, openStates } from './model.ts';
import { toolMeant } from './tool.ts';

export const weeksShown = 12;
/** From so many people on who uses a tool already is shown (product 7.9). */
const leastUsing = 5;
const weekMs = 7 * 86_400_000;

/** What is asked for one tool with one kind of data. */
interface Wanted {
  readonly toolKey: string;
  /** Missing where people do not know the kind of data. */
  readonly dataClassId?: string | undefined;
  readonly toolName?: string | undefined;
  readonly asks: number;
  readonly requests: number;
  readonly people: number;
  readonly using: number;
}

export async function openDemand(deps: RequestDeps, turn: Turn): Promise<Answer> {
  if (!holds(turn.who, ['governance'])) return refused(turn, 'forbidden');
  const { words } = turn;
  const rulebook = await deps.rulebook(turn);
  const wanted = await wantedBy(turn, rulebook);
  const rows = wanted
    .map((each) => ({ each, title: titleOf(turn, rulebook, each) }))
    .toSorted((a, b) => weight(b.each) - weight(a.each) || a.title.localeCompare(b.title));
  const heading = words('demand.heading');
  const key = rows.length === 0 ? 'demand.none' : rows.length > itemsShown ? 'demand.noteFirst' : 'demand.note';
  const data = {
    summary: heading,
    heading,
    note: words(key, { weeks: weeksShown, shown: itemsShown, all: rows.length }),
    rows: rows.slice(0, itemsShown).map(({ each, title }) => ({ title, ...rowOf(turn, each) })),
  };
  const card = demandCard.render(data, words, placeOf(turn));
  if (turn.where.conversation === 'personal' || turn.where.surface !== 'bot') return { kind: 'card', card };
  return { kind: 'personal', card, note: words('items.moved') };
}

const weight = ({ asks, people }: Wanted): number => asks + people;

/** What is asked for, with the verdict of now, for figures: counts alone. */
export async function demandRows({ rulebook: rules }: Pick<RequestDeps, 'rulebook'>, turn: Turn, weeks: number) {
  const rulebook = await rules(turn);
  const wanted = await wantedBy(turn, rulebook, weeks);
  return wanted.map((each) => {
    const { toolKey: toolId, dataClassId = 'unknown', asks, requests } = each;
    const { verdict } = rulebook.verdict({ toolId, dataClassId, reader: { roleIds: [] }, now: turn.now });
    return { title: `${titleOf(turn, rulebook, each)} · ${verdictWord(verdict, turn.words)}`, asks, requests };
  });
}

async function wantedBy(turn: Turn, rulebook: Rulebook, weeks = weeksShown): Promise<Wanted[]> {
  const [asks, requests] = await Promise.all([askedOf(turn, weeks), requestedOf(turn, rulebook, weeks)]);
  const named = new Map(requests.map(({ toolKey, toolName }) => [toolKey, toolName]));
  const sums = new Map<string, Wanted>();
  for (const each of [...requests, ...asks.map((ask) => ({ ...ask, toolName: named.get(ask.toolKey) }))]) {
    const key = JSON.stringify([each.toolKey, each.dataClassId]);
    const sum = sums.get(key);
    sums.set(key, sum ? added(sum, each) : each);
  }
  return [...sums.values()];
}

const added = (a: Wanted, b: Wanted): Wanted => ({
  ...a,
  asks: a.asks + b.asks,
  requests: a.requests + b.requests,
  people: a.people + b.people,
  using: a.using + b.using,
});

async function askedOf({ store, now }: Turn, weeks: number): Promise<Wanted[]> {
  const from = isoWeekOf(new Date(now.getTime() - (weeks - 1) * weekMs));
  const found: Wanted[] = [];
  for await (const { body } of findAll(store, {
    kind: askKind,
    where: [['isoWeek', '>=', from]],
    orderBy: { field: 'isoWeek', direction: 'desc' },
  })) {
    const { toolKey, dataClassId, count } = askCount.parse(body);
    found.push({ toolKey, dataClassId, asks: count, requests: 0, people: 0, using: 0 });
  }
  return found;
}

/** Open ones, and those of the last weeks for which the alternative was enough. */
async function requestedOf({ store, now }: Turn, rulebook: Rulebook, weeks: number): Promise<Wanted[]> {
  const since = new Date(now.getTime() - weeks * weekMs).toISOString();
  const found: Wanted[] = [];
  for await (const document of findAll(store, { kind, where: [['state', 'in', [...openStates, 'solved']]] })) {
    const { request } = loadedOf(document);
    if (!isOpen(request) && request.createdAt < since) continue;
    const { toolName, dataClassId, usingCount } = request;
    // It may have come onto the list since, for other data.
    const toolKey = toolMeant(rulebook, toolName, request.accountKind)?.id ?? request.toolKey;
    found.push({ toolKey, toolName, dataClassId, asks: 0, requests: 1, people: demandOf(request), using: usingCount });
  }
  return found;
}

function titleOf({ words }: Turn, rulebook: Rulebook, { toolKey, toolName, dataClassId }: Wanted): string {
  const isUnnamed = toolKey === unlistedTools || toolName === undefined;
  const tool = rulebook.tool(toolKey)?.name ?? (isUnnamed ? words('demand.unlisted') : toolName);
  return words('demand.row', {
    tool,
    dataClass: rulebook.dataClass(dataClassId ?? '')?.name ?? words('request.classOpen'),
  });
}

function rowOf({ words }: Turn, { asks, requests, people, using }: Wanted): Omit<DemandData['rows'][number], 'title'> {
  const counts = [
    ...(asks > 0 ? [words('demand.asks', { count: asks })] : []),
    ...(requests > 0 ? [words('demand.requests', { count: requests }), words('demand.people', { count: people })] : []),
  ];
  const hasUsing = using >= leastUsing;
  return {
    text: counts.join(' · '),
    hasUsing,
    usingLine: hasUsing ? words('demand.using', { count: using }) : '-',
  };
}
