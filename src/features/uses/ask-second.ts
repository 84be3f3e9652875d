/** A second person is asked to look at what came out: by a message, or by the criteria in the chat where it is shown (L15). */
import { z } from 'zod';
import type { WriteOperation } from '../../core/documents.ts';
import { textLines } from '../../core/lines.ts';
import { type NoticeKind, noticeOperation } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText } from '../../core/text.ts';
import { type Answer, message, refused, type Turn } from '../../core/turn.ts';
import { askKind } from './asks.ts';
import { type AskSecondData, askSecondCard } from './cards/ask-second.card.ts';
import { criteriaCard } from './cards/criteria.card.ts';
import { rateCard } from './cards/rate.card.ts';
import type { Desk } from './desk.ts';
import { type RatingAsk, ratingAsk } from './model.ts';
import { rateData } from './rate.ts';
import { criterionLines, type Rateable, rateableOf } from './rateable.ts';

const askNotice = 'secondRating';
const keptDays = 14;
const mostNamed = 6;
const dayMs = 86_400_000;

export const askInput = z.object({
  useId: z.string().max(100),
  personId: z.string().max(100).default(''),
  name: z.string().max(20_000).default(''),
});
type AskInput = z.infer<typeof askInput>;

/** Into the message box where there is one, as a card with the criteria; else to somebody by name. */
export async function secondLook(desk: Desk, turn: Turn, useId: string): Promise<Answer> {
  const rateable = await rateableOf(desk, turn, { useId, askId: '' });
  if (!rateable) return refused(turn, 'not_found');
  if (turn.where.surface !== 'compose') return askForm(desk, turn, rateable, {});
  const { yardstick } = rateable;
  const { words } = turn;
  const data = {
    summary: words('uses.criteria'),
    title: yardstick.title,
    criteria: criterionLines(turn, yardstick),
    goodLines: textLines(yardstick.good.text),
    goodWhy: yardstick.good.whyGood,
  };
  return { kind: 'closed', insert: criteriaCard.render(data, words, 'anywhere'), text: words('uses.criteriaInserted') };
}

interface Person {
  readonly id: string;
  readonly name: string;
}

interface Asked {
  readonly people?: readonly Person[];
  readonly name?: string;
  readonly problemLine?: string;
}

async function askForm(desk: Desk, turn: Turn, { run, yardstick }: Rateable, asked: Asked): Promise<Answer> {
  const { words } = turn;
  const { name = '', problemLine = '' } = asked;
  const people = asked.people ?? (await mayLook(desk, turn, run.body, yardstick.ownerId ? [yardstick.ownerId] : []));
  const data: AskSecondData = {
    summary: words('uses.askSecond'),
    ...{ useId: run.id, title: yardstick.title, name },
    ...{ hasProblem: problemLine !== '', problemLine },
    personId: asked.people ? '' : (people[0]?.id ?? ''),
    people: people.map((person) => ({ title: person.name, choiceId: person.id })),
  };
  return { kind: 'form', title: data.summary, card: askSecondCard.render(data, words, placeOf(turn)), size: 'small' };
}

export async function askSecond(desk: Desk, turn: Turn, { useId, personId, name }: AskInput): Promise<Answer> {
  const rateable = await rateableOf(desk, turn, { useId, askId: '' });
  if (!rateable) return refused(turn, 'not_found');
  const words = cleanText(name);
  const ids =
    words === '' ? [personId] : (await desk.people().named(turn, { q: words, limit: mostNamed })).map(({ id }) => id);
  const people = await mayLook(desk, turn, rateable.run.body, ids);
  const [one] = people;
  if (!one) return askForm(desk, turn, rateable, { name: words, problemLine: turn.words('uses.askNobody') });
  if (people.length > 1) return askForm(desk, turn, rateable, { people, problemLine: turn.words('uses.askSeveral') });
  await turn.store.write(asking(desk, turn, rateable, one.id));
  return message(turn.words('uses.asked', { name: one.name }));
}

/** Known, not who asks, and allowed to read the scenario. */
async function mayLook(
  desk: Desk,
  turn: Turn,
  run: Rateable['run']['body'],
  ids: readonly string[],
): Promise<Person[]> {
  const others = ids.filter((id) => id !== '' && id !== turn.who.personId);
  const people = await desk.people().named(turn, { ids: others });
  const seen = await Promise.all(
    people.map(async ({ id }) => {
      const theirs = await desk.people().asPerson(turn, id);
      return theirs && (await desk.yardstick(theirs, run.scenarioId, run.version))?.isSeen;
    }),
  );
  return people.filter((_, at) => seen[at]);
}

/** One for each person and run: a second press asks nobody twice. */
function asking({ hash }: Desk, { now, who }: Turn, { run }: Rateable, raterId: string): WriteOperation[] {
  const id = hash(askKind, run.id, raterId);
  const body: RatingAsk = { useId: run.id, raterId, askedBy: who.personId, askedAt: now.toISOString() };
  const until = new Date(now.getTime() + keptDays * dayMs);
  return [
    { op: 'create', kind: askKind, id, body: ratingAsk.parse(body), ttlSeconds: (keptDays * dayMs) / 1_000 },
    noticeOperation(now, { kind: askNotice, subject: id, audience: raterId, occurrence: 'asked' }, until),
  ];
}

export const secondAsked = (desk: Desk): NoticeKind => ({
  kind: askNotice,
  lane: 'news',
  recipients: async (_, { audience }) => [audience],
  card: async (turn, { subject }) => {
    const rateable = await rateableOf(desk, turn, { useId: '', askId: subject });
    if (!rateable) return undefined;
    return rateCard.render(await rateData(desk, turn, rateable, {}), turn.words, placeOf(turn));
  },
});
