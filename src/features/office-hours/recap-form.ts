/** The one form of a recap: each topic with what became of it, notes, how many came, and what came up besides. */
import { z } from 'zod';
import { date } from '../../core/fields.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { addDays, dayOf } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { recapFormCard } from './cards/recap-form.card.ts';
import { rsvpOf, topicsOf } from './documents.ts';
import { type AddedLine, askedTopics, type Becoming, becomings, lineKinds, mayRecap } from './recap-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { personal, type Sight, sightOf } from './talk-sight.ts';

const maxNotes = 8_000;
const maxLine = 400;
const mostHeads = 10_000;
const linesAsked = 3;
const usualDays = 14;
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

export interface Typed {
  readonly becoming: ReadonlyMap<string, Becoming>;
  readonly lines: readonly AddedLine[];
  readonly notes: string;
  readonly attendance: number | undefined;
}

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
  const { words, now } = turn;
  const topics = askedTopics(await topicsOf(turn.store, sight.session.id));
  const people = await peopleOf(desk, turn, sight);
  const heading = words('recap.formTitle', { title: sight.series.body.title });
  const choices = becomings.map((choiceId) => ({ title: words(`recap.becomes.${choiceId}`), choiceId }));
  const due = addDays(dayOf(now), usualDays);
  const data = {
    ...{ summary: heading, heading, sessionId: sight.session.id, problems: problems.map((text) => ({ text })) },
    hasTopics: topics.length > 0,
    topics: topics.map(({ id, body }) => ({
      ...{ inputId: `what_${id}`, title: body.title, becoming: textAt(sent, `what_${id}`) || 'nextTime', choices },
    })),
    ...{ notes: cleanText(sent.notes), attendance: numberOf(sent.attendance) },
    isOpen: numbers.some((n) => textAt(sent, `line_${n}`) !== ''),
    lines: numbers.map((n) => ({
      ...{ lineId: `line_${n}`, label: words('recap.line', { number: n }), text: textAt(sent, `line_${n}`) },
      ...{ kindId: `kind_${n}`, kindLabel: words('recap.lineKind', { number: n }) },
      kind: textAt(sent, `kind_${n}`) || 'action',
      kinds: lineKinds.map((choiceId) => ({ title: words(`recap.kind.${choiceId}`), choiceId })),
      ...{ ownerId: `owner_${n}`, ownerLabel: words('recap.lineOwner', { number: n }) },
      owner: textAt(sent, `owner_${n}`) || turn.who.personId,
      people,
      ...{ dueId: `due_${n}`, dueLabel: words('recap.lineDue', { number: n }), due: textAt(sent, `due_${n}`) || due },
    })),
  };
  return recapFormCard.render(data, words, placeOf(turn));
}

const numbers = Array.from({ length: linesAsked }, (_, at) => at + 1);
const textAt = (sent: RecapSent, field: string): string => {
  const value = sent[field];
  return typeof value === 'string' ? cleanText(value.slice(0, 60_000)) : '';
};

function numberOf(typed: string): number | null {
  const number = Number(typed);
  return typed.trim() === '' || !Number.isFinite(number) ? null : number;
}

/** Who may be asked to do something: its hosts, and whoever said they would come. */
async function peopleOf(desk: TalkDesk, turn: Turn, { session, series }: Sight) {
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

/** What was typed, or all that is wrong with it. */
export async function readRecap(
  desk: TalkDesk,
  turn: Turn,
  sight: Sight,
  sent: RecapSent,
): Promise<{ kind: 'ok'; typed: Typed } | { kind: 'wrong'; problems: string[] }> {
  const people = new Set((await peopleOf(desk, turn, sight)).map(({ choiceId }) => choiceId));
  const lines = numbers.map((n) => lineOf(turn, sent, n, people));
  const attendance = headsOf(turn, sent.attendance);
  const notes = cleanText(sent.notes);
  const problems = [
    ...(isWithin(notes, maxNotes) ? [] : [tooLong(turn, turn.words('card.recapForm.notes'), maxNotes)]),
    ...(typeof attendance === 'string' ? [attendance] : []),
    ...lines.flatMap((line) => (typeof line === 'string' ? [line] : [])),
  ];
  if (problems.length > 0 || typeof attendance === 'string') return { kind: 'wrong', problems };
  const becoming = new Map(
    Object.keys(sent).flatMap((field) => {
      const [, id] = /^what_([\w-]{1,100})$/.exec(field) ?? [];
      const chosen = becomings.find((each) => each === sent[field]);
      return id && chosen ? [[id, chosen] as const] : [];
    }),
  );
  const added = lines.flatMap((line) => (typeof line === 'object' ? [line] : []));
  return { kind: 'ok', typed: { becoming, notes, attendance, lines: added } };
}

const tooLong = ({ words }: Turn, field: string, max: number): string =>
  words('error.field_length', { field, min: 1, max });

function headsOf({ words }: Turn, typed: string): number | undefined | string {
  if (typed.trim() === '') return undefined;
  const heads = Number(typed);
  const isCount = Number.isInteger(heads) && heads >= 0 && heads <= mostHeads;
  return isCount ? heads : words('error.field_number', { field: words('card.recapForm.attendance') });
}

/** Nothing for a line that was left empty; a sentence for one that cannot be kept. */
function lineOf(turn: Turn, sent: RecapSent, n: number, people: ReadonlySet<string>): AddedLine | string | undefined {
  const text = textAt(sent, `line_${n}`);
  if (text === '') return undefined;
  const { words } = turn;
  if (!isWithin(text, maxLine)) return tooLong(turn, words('recap.line', { number: n }), maxLine);
  const kind = lineKinds.find((each) => each === sent[`kind_${n}`]) ?? 'action';
  if (kind !== 'action') return { kind, text };
  const due = date.safeParse(textAt(sent, `due_${n}`) || addDays(dayOf(turn.now), usualDays));
  if (!due.success) return words('error.field_date', { field: words('recap.lineDue', { number: n }) });
  const asked = textAt(sent, `owner_${n}`);
  return { kind, text, ownerId: people.has(asked) ? asked : turn.who.personId, dueAt: `${due.data}T12:00:00.000Z` };
}
