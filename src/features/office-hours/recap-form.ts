/** The one form of a recap: each topic with what became of it, notes, how many came, and what came up besides. */
import { z } from 'zod';
import { placeOf } from '../../core/place.ts';
import { cleanText } from '../../core/text.ts';
import { addDays, dayOf } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { recapFormCard } from './cards/recap-form.card.ts';
import { rsvpOf, topicsOf } from './documents.ts';
import { askedTopics, becomings, lineKinds, mayRecap } from './recap-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { personal, type Sight, sightOf } from './talk-sight.ts';

const linesAsked = 3;
export const usualDays = 14;
const peopleOffered = 40;

/** `what_<topic>` for each topic, and `line_1`, `kind_1`, `owner_1`, `due_1` for each line. */
export const recapSent = z.looseObject({
  sessionId: z.string().max(100),
  notes: z.string().max(60_000).default(''),
  attendance: z
    .union([z.string().max(20), z.number()])
    .transform(String)
    .catch('')
    .default(''),
});
export type RecapSent = z.infer<typeof recapSent>;

export async function recapForm(
  desk: TalkDesk,
  turn: Turn,
  sent: RecapSent,
  problems: readonly string[] = [],
): Promise<Answer> {
  const sight = await sightOf(desk, turn, sent.sessionId);
  if (!sight) return refused(turn, 'not_found');
  if (!sight.isHost) return refused(turn, 'forbidden');
  if (!mayRecap(sight.session.body, turn.now)) return refused(turn, 'already_done');
  const card = await formOf(desk, turn, sight, { sent, problems });
  return personal(turn, card, card.summary, 'medium');
}

interface Filled {
  readonly sent: RecapSent;
  readonly problems: readonly string[];
}

async function formOf(desk: TalkDesk, turn: Turn, sight: Sight, { sent, problems }: Filled) {
  const { words } = turn;
  const topics = askedTopics(await topicsOf(turn.store, sight.session.id));
  const people = await peopleOf(desk, turn, sight);
  const heading = words('recap.formTitle', { title: sight.series.body.title });
  const choices = becomings.map((choiceId) => ({ title: words(`recap.becomes.${choiceId}`), choiceId }));
  const data = {
    ...{ summary: heading, heading, sessionId: sight.session.id, problems: problems.map((text) => ({ text })) },
    hasTopics: topics.length > 0,
    topics: topics.map(({ id, body }) => ({
      ...{ inputId: `what_${id}`, title: body.title, becoming: textAt(sent, `what_${id}`) || 'nextTime', choices },
    })),
    ...{ notes: cleanText(sent.notes), attendance: numberOf(sent.attendance) },
    isOpen: numbers.some((n) => textAt(sent, `line_${n}`) !== ''),
    lines: numbers.map((n) => lineFields(turn, sent, n, people)),
  };
  return recapFormCard.render(data, words, placeOf(turn));
}

type People = Awaited<ReturnType<typeof peopleOf>>;

/** What came up besides: a next step of the host's own, unless something else is picked. */
const lineFields = ({ words, now, who }: Turn, sent: RecapSent, n: number, people: People) => ({
  ...{ lineId: `line_${n}`, label: words('recap.line', { number: n }), text: textAt(sent, `line_${n}`) },
  ...{ kindId: `kind_${n}`, kindLabel: words('recap.lineKind', { number: n }) },
  kind: textAt(sent, `kind_${n}`) || 'action',
  kinds: lineKinds.map((choiceId) => ({ title: words(`recap.kind.${choiceId}`), choiceId })),
  ...{ ownerId: `owner_${n}`, ownerLabel: words('recap.lineOwner', { number: n }), people },
  owner: textAt(sent, `owner_${n}`) || who.personId,
  ...{ dueId: `due_${n}`, dueLabel: words('recap.lineDue', { number: n }) },
  due: textAt(sent, `due_${n}`) || addDays(dayOf(now), usualDays),
});

export const numbers = Array.from({ length: linesAsked }, (_, at) => at + 1);
export const textAt = (sent: RecapSent, field: string): string => {
  const value = sent[field];
  return typeof value === 'string' ? cleanText(value.slice(0, 60_000)) : '';
};

function numberOf(typed: string): number | null {
  const number = Number(typed);
  return typed.trim() === '' || !Number.isFinite(number) ? null : number;
}

/** Who may be asked to do something: its hosts, and whoever said they would come. */
export async function peopleOf(desk: TalkDesk, turn: Turn, { session, series }: Pick<Sight, 'session' | 'series'>) {
  const where = [
    ['sessionId', '=', session.id],
    ['answer', 'in', ['yes', 'maybe']],
  ] as const;
  const { items } = await turn.store.find({ kind: 'rsvp', where, limit: peopleOffered });
  const ids = [turn.who.personId, session.body.hostId, ...series.body.hostIds];
  const all = [...new Set([...ids, ...items.map((found) => rsvpOf(found).body.personId)])];
  const named = await Promise.all(
    all.map(async (choiceId) => ({ choiceId, title: await desk.nameOf(turn, choiceId) })),
  );
  return named.map(({ choiceId, title }) => ({ choiceId, title: title || turn.words('recap.me') }));
}
