/** The local check before a text is shared (product 7.3): it may miss things and says so; the person decides. */
import { placeOf } from '../../core/place.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { warnCard } from './cards/warn.card.ts';
import type { Desk } from './desk.ts';
import { keep, type Sent, type Typed } from './form.ts';
import { fieldName, textFields } from './read.ts';

export type CheckedForm = { kind: 'clear'; form: Typed } | { kind: 'warn'; answer: Answer };

/** Clear to go, masked where that was asked for, or the card that says what was found. Asked once. */
export async function checkedForm(desk: Desk, turn: Turn, form: Typed, { go, isSure }: Sent): Promise<CheckedForm> {
  const rulebook = await desk.rulebook(turn);
  const isChecked = { ...form, isChecked: 'true' };
  if (go === 'mask') {
    const masked = Object.fromEntries(textFields.map((name) => [name, rulebook.check(form[name]).masked]));
    return { kind: 'clear', form: { ...isChecked, ...masked } };
  }
  const findings = textFields.flatMap((name) => findingLines(turn, name, rulebook.check(form[name]).findings));
  const isDecided = form.isChecked === 'true' || (go === 'on' && isSure === 'true');
  if (findings.length === 0) return { kind: 'clear', form };
  if (isDecided) return { kind: 'clear', form: isChecked };
  const { words } = turn;
  const heading = words('discovery.warnTitle');
  const data = {
    summary: heading,
    problems: go === 'on' ? [{ text: words('discovery.notSure') }] : [],
    findings: findings.map((text) => ({ text })),
    isSure: 'false' as const,
    kept: keep(form),
  };
  const card = warnCard.render(data, words, placeOf(turn));
  return { kind: 'warn', answer: { kind: 'form', title: heading, card, size: 'medium' } };
}

/** "E-mail address in "Prompt" (2)": kinds and places, never the text itself. */
function findingLines(
  turn: Turn,
  name: (typeof textFields)[number],
  findings: readonly { readonly kind: string }[],
): string[] {
  const kinds = findings.map(({ kind }) => kind);
  return [...new Set(kinds)].map((kind) =>
    turn.words('warn.finding', {
      what: turn.words(`finding.${kind}`),
      count: kinds.filter((each) => each === kind).length,
      field: fieldName(turn, name),
    }),
  );
}
