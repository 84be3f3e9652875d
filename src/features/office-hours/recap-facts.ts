/** What came of a session, part by part, as a recap says it wherever it stands. */
import type { TenantStore } from '../../core/documents.ts';
import { readableDate } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadTopic, outcomesOf } from './documents.ts';
import type { Outcome, Session } from './model.ts';
import { isWorded } from './topic-rules.ts';

/** Figures about people show from so many on (product 7.9). */
const kGroup = 5;

export interface RecapFacts {
  /** The day, and how many were there. */
  readonly about: string;
  readonly settled: readonly Loaded<Outcome>[];
  readonly tryIt: readonly Loaded<Outcome>[];
  readonly toDecide: readonly Loaded<Outcome>[];
  /** With who does it and until when. */
  readonly steps: readonly { readonly outcome: Loaded<Outcome>; readonly text: string }[];
  /** What was on the agenda and went on to another session. */
  readonly nextTime: readonly string[];
  /** Empty while too few said whether it helped. */
  readonly helped: string;
}

export async function recapFacts(desk: Desk, turn: Turn, { id, body }: Loaded<Session>): Promise<RecapFacts> {
  const outcomes = await outcomesOf(turn.store, id);
  const of = (...kinds: readonly Outcome['kind'][]) =>
    outcomes.filter((each) => kinds.includes(each.body.kind) && each.body.state !== 'dropped');
  return {
    about: aboutOf(turn, body),
    settled: of('none', 'flagAnswered'),
    tryIt: of('discovery', 'scenarioEdit'),
    toDecide: of('decisionProposed'),
    steps: await Promise.all(
      of('action').map(async (outcome) => ({ outcome, text: await stepOf(desk, turn, outcome) })),
    ),
    nextTime: await nextTimeOf(turn.store, body, outcomes),
    helped: helpedOf(turn, body),
  };
}

function aboutOf({ words }: Turn, { startsAt, attendance }: Session): string {
  const date = words('recap.on', { date: readableDate(startsAt, words.language) });
  return attendance === undefined ? date : `${date} · ${words('recap.came', { count: attendance })}`;
}

function helpedOf({ words }: Turn, { helped: { yes, no } }: Session): string {
  return yes + no < kGroup ? '' : words('recap.helped', { yes, all: yes + no });
}

async function stepOf(desk: Desk, turn: Turn, { body }: Loaded<Outcome>): Promise<string> {
  const name = body.ownerId ? await desk.nameOf(turn, body.ownerId) : '';
  const date = body.dueAt ? readableDate(body.dueAt, turn.words.language) : '';
  return name && date ? turn.words('recap.step', { text: body.text, name, date }) : body.text;
}

async function nextTimeOf(store: TenantStore, { topicIds }: Session, outcomes: readonly Loaded<Outcome>[]) {
  const settled = new Set(outcomes.map(({ body }) => body.topicId));
  const topics = await Promise.all(topicIds.filter((id) => !settled.has(id)).map((id) => loadTopic(store, id)));
  return topics.flatMap((topic) => (topic && isWorded(topic.body) ? [topic.body.title] : []));
}
