/** What was typed into the form of a recap: read, or all that is wrong with it said at once. */
import { date } from '../../core/fields.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { numbers, peopleOf, type RecapSent, textAt, usualDays } from './recap-form.ts';
import { type AddedLine, type Becoming, becomings, lineKinds } from './recap-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import type { Sight } from './talk-sight.ts';

const maxNotes = 8_000;
const maxLine = 400;
const mostHeads = 10_000;

export interface Typed {
  readonly becoming: ReadonlyMap<string, Becoming>;
  readonly lines: readonly AddedLine[];
  readonly notes: string;
  readonly attendance: number | undefined;
}

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
