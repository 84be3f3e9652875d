/**
 * The local check of filled text (product 7.3): likely personal or secret data, found without a model and without a look
 * at any store. It can miss things, and the form says so. Nothing here keeps or logs the text.
 */
import { contexts } from './findings-context.ts';
import { formats } from './findings-formats.ts';
import { secret } from './findings-secrets.ts';
import { block, type Finder, type FindOptions, type Span, spans } from './findings-spans.ts';
import type { FindingKind } from './model.ts';

export interface Finding {
  readonly kind: FindingKind;
  /** Half open, in UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
  /** What may stand there instead, `[birth date]`. */
  readonly placeholder: string;
}

/** Longer text is read up to here (reliability T13); forms take less. */
export const maxChecked = 20_000;

/** Surest first: what one has taken no later one reads. */
const finders: readonly (readonly [FindingKind, Finder])[] = [
  ['secret', secret],
  ['email', formats.email],
  ['bankNumber', formats.bankNumber],
  ['cardNumber', formats.cardNumber],
  ['nationalId', formats.nationalId],
  ['phone', formats.phone],
  ['birthDate', contexts.birthDate],
  ['pay', contexts.pay],
  ['health', contexts.health],
];

const placeholderOf = (kind: FindingKind): string => `[${kind.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)}]`;

/** Likely personal or secret data, in order and without overlap. */
export function findPersonalData(text: string, options: FindOptions): Finding[] {
  let open = block(plainSigns(text.slice(0, maxChecked)), inBrackets(text));
  const found: Finding[] = [];
  // What was taken parts its neighbours, which may then stand alone: look again until nothing new shows.
  for (let round = 0, more = true; more && round < 5; round++) {
    more = false;
    for (const [kind, find] of finders) {
      const taken = apart(find(open, options));
      for (const { from, to, invented } of taken) {
        if (!invented) found.push({ kind, from, to, placeholder: placeholderOf(kind) });
      }
      more ||= taken.length > 0;
      open = block(open, taken);
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** The text with each finding replaced by its placeholder. */
export function mask(text: string, findings: readonly Finding[]): string {
  let result = '';
  let end = 0;
  for (const { from, to, placeholder } of findings) {
    result += text.slice(end, from) + placeholder;
    end = to;
  }
  return result + text.slice(end);
}

/** The data class that a text with this finding belongs to. */
export function classSlugOf(kind: FindingKind): 'personal' | 'restricted' {
  return kind === 'email' || kind === 'phone' || kind === 'birthDate' ? 'personal' : 'restricted';
}

/** Placeholders and marked gaps: one line, short; a whole pasted list in brackets is still read. */
const inBrackets = (text: string): Span[] => spans(text.slice(0, maxChecked), /\[[^[\]\n]{0,80}\]/g);

/** One sign for one sign, so that places stay: odd spaces, dashes and wide digits become the usual ones. */
function plainSigns(text: string): string {
  return text
    .replace(/[\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

/** One finder's places in order; of two that overlap the longer stays when they start together, else the earlier. */
function apart(places: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const place of places.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (place.to > place.from && place.from >= (kept.at(-1)?.to ?? 0)) kept.push(place);
  }
  return kept;
}
