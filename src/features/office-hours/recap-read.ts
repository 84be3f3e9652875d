/** What was typed into the form of a recap: read, or all that is wrong with it said at once. */
import { date } from '../../core/fields.ts';
import type { FieldProblem } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { numbers, peopleOf, type RecapSent, textAt, usualDays } from './recap-form.ts';
import { type AddedLine, type Becoming, becomings, lineKinds } from './recap-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import type { Sight } from './talk-sight.ts';
import { textProblem } from './text-problem.ts';

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
): Promise<{ kind: 'ok'; typed: Typed } | { kind: 'wrong'; problems: readonly FieldProblem[] }> {
  const people = new Set((await peopleOf(desk, turn, sight)).map(({ choiceId }) => choiceId));
  const lines = numbers.map((n) => lineOf(turn, sent, n, people));
  const attendance = headsOf(turn, sent.attendance);
  const notes = cleanText(sent.notes);
  const name = turn.words('card.recapForm.notes');
  const tooLong = textProblem(turn, { path: 'notes', name, text: notes, max: maxNotes, isOptional: true });
  const problems = [
    ...(tooLong ? [tooLong] : []),
    ...(typeof attendance === 'object' ? [attendance] : []),
    ...lines.flatMap((line) => (line && 'path' in line ? [line] : [])),
  ];
  if (problems.length > 0 || typeof attendance === 'object') return { kind: 'wrong', problems };
  const becoming = new Map(
    Object.keys(sent).flatMap((field) => {
      const [, id] = /^what_([\w-]{1,100})$/.exec(field) ?? [];
      const chosen = becomings.find((each) => each === sent[field]);
      return id && chosen ? [[id, chosen] as const] : [];
    }),
  );
  const added = lines.flatMap((line) => (line && 'kind' in line ? [line] : []));
  return { kind: 'ok', typed: { becoming, notes, attendance, lines: added } };
}

function headsOf({ words }: Turn, typed: string): number | undefined | FieldProblem {
  if (typed.trim() === '') return undefined;
  const heads = Number(typed);
  if (Number.isInteger(heads) && heads >= 0 && heads <= mostHeads) return heads;
  const message = words('error.field_number', { field: words('card.recapForm.attendance') });
  return { path: 'attendance', error: 'field_number', message };
}

/** Nothing for a line that was left empty; the problem of one that cannot be kept. */
function lineOf(
  turn: Turn,
  sent: RecapSent,
  n: number,
  people: ReadonlySet<string>,
): AddedLine | FieldProblem | undefined {
  const path = `line_${n}`;
  const text = textAt(sent, path);
  if (text === '') return undefined;
  const { words } = turn;
  const tooLong = textProblem(turn, { path, name: words('recap.line', { number: n }), text, max: maxLine });
  if (tooLong) return tooLong;
  const kind = lineKinds.find((each) => each === sent[`kind_${n}`]) ?? 'action';
  if (kind !== 'action') return { kind, text };
  const due = date.safeParse(textAt(sent, `due_${n}`) || addDays(dayOf(turn.now), usualDays));
  if (!due.success) {
    const message = words('error.field_date', { field: words('recap.lineDue', { number: n }) });
    return { path: `due_${n}`, error: 'field_date', message };
  }
  const asked = textAt(sent, `owner_${n}`);
  return { kind, text, ownerId: people.has(asked) ? asked : turn.who.personId, dueAt: `${due.data}T12:00:00.000Z` };
}
