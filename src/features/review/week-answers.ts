/** The card of the owner's week, and what its buttons do: each acts, and the card comes back without what is done. */
import { z } from 'zod';
import type { Card, Place } from '../../core/card.ts';
import { type Action, action, type Command } from '../../core/feature.ts';
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { WorkLine } from '../../core/work-item.ts';
import { type WeekData, weekCard } from './cards/week.card.ts';
import { maySnooze, snoozeIt } from './snooze.ts';
import { weekOf } from './week.ts';
import type { WeekDeps } from './week-desk.ts';
import { isLead, linesOf } from './week-load.ts';
import { rowText, type WeekWords, weekWords } from './week-view.ts';

const named = z.object({ itemKind: z.string().max(40), itemId: z.string().max(200) });

export const weekActions = (deps: WeekDeps): Action[] => [
  action('weekPress', named, (turn, asked) => pressOne(deps, turn, asked)),
  action('weekAll', z.object({}), (turn) => pressAll(deps, turn)),
];

export const weekCommand = (deps: WeekDeps): Command => ({
  ...{ name: 'week', scopes: ['personal', 'groupChat', 'channel'], listed: false },
  run: (turn) => openWeek(deps, turn),
});

export async function openWeek(deps: WeekDeps, turn: Turn, note = ''): Promise<Answer> {
  if (!(await isLead(deps, turn))) return refused(turn, 'forbidden');
  const said = await weekWords(deps, turn);
  const card = cardOf(deps, turn, said, placeOf(turn), note);
  const isShared = turn.where.conversation !== 'personal' && ['bot', 'card'].includes(turn.where.surface);
  if (isShared) return { kind: 'personal', card, note: turn.words('items.moved') };
  return { kind: 'form', title: card.summary, card, size: 'large' };
}

/** What stands there now is acted on, whatever the card showed; what is gone is done already. */
async function pressOne(deps: WeekDeps, turn: Turn, { itemKind, itemId }: z.infer<typeof named>): Promise<Answer> {
  const line = (await linesOf(deps, turn)).find(({ kind, id }) => kind === itemKind && id === itemId);
  if (!line) return openWeek(deps, turn, turn.words('week.gone'));
  const done = await pressed(deps, turn, line);
  return openWeek(deps, turn, done ?? turn.words('week.done', { title: line.title }));
}

async function pressAll(deps: WeekDeps, turn: Turn): Promise<Answer> {
  const { together } = weekOf(await linesOf(deps, turn));
  let missed = 0;
  for (const line of together) if (await pressed(deps, turn, line)) missed++;
  if (together.length === 0) return openWeek(deps, turn, turn.words('week.gone'));
  const done = turn.words('week.allDone', { count: together.length - missed });
  return openWeek(deps, turn, missed === 0 ? done : `${done} ${turn.words('week.missed', { count: missed })}`);
}

/** Undefined when it is done, else why not. */
async function pressed(deps: WeekDeps, turn: Turn, line: WorkLine): Promise<string | undefined> {
  const event = pressOf(line)?.event;
  if (!event) return turn.words('week.gone');
  if (event === 'snooze')
    return maySnooze(line) && (await snoozeIt(deps.hash, turn, line)) ? undefined : turn.words('error.stale');
  const reply = await deps.press(turn, { kind: line.kind, id: line.id, event, version: line.version });
  return reply.kind === 'refused' ? (reply.message ?? turn.words(`error.${reply.code}`)) : undefined;
}

/** The one event of a line that needs nothing typed. */
export const pressOf = ({ press, bulk }: WorkLine): WorkLine['press'] =>
  press ?? bulk.find(({ event }) => event === 'confirm');

/** As the bot opens them in a chat. */
const itemKinds: Readonly<Record<string, string>> = {
  ...{ flags: 'flag', discoveries: 'discovery', requests: 'request', scenarios: 'scenario' },
  ...{ sessions: 'session', pilots: 'pilot' },
};

export function cardOf(deps: WeekDeps, turn: Turn, said: WeekWords, place: Place, note = ''): Card {
  const { words } = turn;
  const { together, rows, more, due } = said.week;
  // What pops up on a screen holds nobody's question (product 8.6).
  const summary = due > 0 ? words('week.summary', { count: due }) : said.first;
  const heading = words('week.heading');
  const data: WeekData = {
    ...{ summary, heading, first: said.first, hasNote: note !== '', note },
    lines: said.lines.map((text) => ({ text })),
    hasTogether: together.length > 0,
    together: words('week.together', { count: together.length }),
    togetherTitles: together.map(({ title }) => title).join(' · '),
    allLabel: words('week.all', { count: together.length }),
    rows: rows.map((line) => rowOf(deps, turn, line)),
    hasMore: more > 0,
    more: words('week.more', { count: more }),
    pageUrl: `${deps.publicUrl}/tab/review`,
  };
  return weekCard.render(data, words, place);
}

function rowOf({ publicUrl }: WeekDeps, turn: Turn, line: WorkLine): WeekData['rows'][number] {
  const press = pressOf(line);
  const openKind = itemKinds[line.kind];
  const path = line.path ?? `/review/${line.kind}/${encodeURIComponent(line.id)}`;
  return {
    ...{ title: line.title, text: rowText(turn, line), label: press?.label ?? '' },
    ...{ hasPress: press !== undefined, hasOpen: press === undefined && openKind !== undefined },
    ...{ hasLink: press === undefined && openKind === undefined, pathUrl: `${publicUrl}/tab${path}` },
    ...{ itemKindId: line.kind, openKindId: openKind ?? '', itemId: line.id },
  };
}
