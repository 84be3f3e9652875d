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
  const isChecked = { ...form, isChecked: 'true' };
  if (go === 'mask') return { kind: 'clear', form: { ...isChecked, ...(await maskedOf(desk, turn, form)) } };
  const findings = await findingsIn(desk, turn, form);
  const isDecided = form.isChecked === 'true' || (go === 'on' && isSure === 'true');
  if (findings.length === 0) return { kind: 'clear', form };
  if (isDecided) return { kind: 'clear', form: isChecked };
  const { words } = turn;
  const heading = words('discovery.warnTitle');
  const data = {
    summary: heading,
    problems: go === 'on' ? [{ text: words('discovery.notSure') }] : [],
    findings: findings.map(({ text }) => ({ text })),
    isSure: 'false' as const,
    kept: keep(form),
  };
  const card = warnCard.render(data, words, placeOf(turn));
  return { kind: 'warn', answer: { kind: 'form', title: heading, card, size: 'medium' } };
}

type Texts = Pick<Typed, (typeof textFields)[number]>;

/** What looks like personal data, by field: kinds and places, never the text itself. */
export async function findingsIn(desk: Desk, turn: Turn, form: Texts): Promise<{ path: string; text: string }[]> {
  const rulebook = await desk.rulebook(turn);
  return textFields.flatMap((path) =>
    findingLines(turn, path, rulebook.check(form[path]).findings).map((text) => ({ path, text })),
  );
}

/** The texts with what was found replaced. */
export async function maskedOf(desk: Desk, turn: Turn, form: Texts): Promise<Texts> {
  const rulebook = await desk.rulebook(turn);
  const masked = (name: (typeof textFields)[number]) => rulebook.check(form[name]).masked;
  return {
    ...{ what: masked('what'), title: masked('title') },
    ...{ promptText: masked('promptText'), sampleOutput: masked('sampleOutput') },
  };
}

/** "E-mail address in "Prompt" (2)". */
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
