/** The local check of a filled prompt (product 7.3): it may miss things and says so; only a stop rule refuses. */
import { z } from 'zod';
import { placeOf } from '../../core/place.ts';
import { isUsable, type TextCheck, type VerdictAnswer } from '../../core/rulebook.ts';
import { cleanText } from '../../core/text.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { verdictLines } from '../../core/verdict-lines.ts';
import type { Entry } from './book.ts';
import { warnCard } from './cards/warn.card.ts';
import { fill, type Values } from './fill.ts';
import type { Prompt } from './scenario-version.ts';
import { type Scene, verdictFor } from './view.ts';

export interface Check {
  readonly entry: Entry;
  readonly scene: Scene;
  readonly turn: Turn;
  readonly prompt: Prompt;
  readonly filled: string;
  readonly values: Values;
  readonly dataClassId: string;
  readonly input: { readonly toolId?: string; readonly go?: 'mask' | 'on' | 'back' };
  /** What was typed, carried along in the card. */
  readonly keep: string;
}

export interface Clear {
  readonly kind: 'clear';
  readonly text: string;
  /** What may leave: masked where that was asked for. */
  readonly values: Values;
  readonly verdict: VerdictAnswer;
  /** What the person went on past, how often of each kind. */
  readonly passed: Readonly<Record<string, number>>;
}

interface Found {
  readonly kind: 'found';
  /** As it was judged: masked where that was asked for. */
  readonly check: Check;
  readonly findings: TextCheck['findings'];
  readonly verdict: VerdictAnswer;
  readonly stop: string | undefined;
}

export type Warned = Clear | { kind: 'warn'; answer: Answer };

/** Clear to go, or the card that says what was found and the ways on. */
export function warning(check: Check): Warned {
  const judged = judge(check);
  return judged.kind === 'clear' ? judged : { kind: 'warn', answer: warnAnswer(judged) };
}

/** Clear to go, or what was found. */
export function judge(check: Check): Clear | Found {
  const { entry, scene, values, input } = check;
  const { findings, ...found } = checkValues(values, scene);
  const rank = (id: string | undefined) => scene.rulebook.dataClass(id ?? '')?.rank ?? -1;
  const dataClassId =
    found.dataClassId && rank(found.dataClassId) > rank(check.dataClassId) ? found.dataClassId : check.dataClassId;
  const verdict = verdictFor(entry, scene, input.toolId, dataClassId);
  const stop = stopRule(entry, scene, findings);
  if (input.go === 'mask') return judge(masked(check));
  if (!stop && (isUsable(verdict.verdict) || input.go === 'on'))
    return { kind: 'clear', text: check.filled, values, verdict, passed: input.go === 'on' ? counted(findings) : {} };
  return { kind: 'found', check, findings, verdict, stop };
}

const counted = (findings: TextCheck['findings']): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]));

/**
 * Only what was typed is checked: the prompt's own words may speak of health or pay. All together, since one field may
 * explain the next, and each on its own, since a check reads only so far into a text.
 */
function checkValues(values: Values, { rulebook }: Scene): Omit<TextCheck, 'masked'> {
  const typed = Object.values(values);
  const checks = [typed.join('\n'), ...(typed.length > 1 ? typed : [])].map((text) => rulebook.check(text));
  const rank = (id: string | undefined) => rulebook.dataClass(id ?? '')?.rank ?? -1;
  const [worst] = checks.toSorted((a, b) => rank(b.dataClassId) - rank(a.dataClassId));
  return {
    findings: checks.flatMap((c) => c.findings),
    ...(worst?.dataClassId ? { dataClassId: worst.dataClassId } : {}),
  };
}

/** The same with every finding replaced, to be checked again: what is left may still be more than the tool may see. */
function masked(check: Check): Check {
  const { prompt, scene, input } = check;
  const { go: _, ...rest } = input;
  const values = Object.fromEntries(
    Object.entries(check.values).map(([name, value]) => [name, scene.rulebook.check(value).masked]),
  );
  const filled = fill(prompt, values);
  const { values: _typed, ...state } = kept(check.keep);
  if (filled.kind === 'incomplete') return { ...check, input: rest };
  return { ...check, values, filled: filled.text, input: rest, keep: keep({ ...state, values }) };
}

/** The rule of a `stop` guardrail that names one of the findings. */
function stopRule(entry: Entry, { rulebook }: Scene, findings: TextCheck['findings']): string | undefined {
  const kinds = new Set(findings.map((f) => f.kind));
  return rulebook
    .guardrailsOf(entry.facts)
    .find((g) => g.level === 'stop' && g.findings.some((kind) => kinds.has(kind)))?.rule;
}

/** What a warning says first, and how its way on is called. */
export function warnWords({ findings, check }: Pick<Found, 'findings' | 'check'>) {
  const { words } = check.turn;
  const any = findings.length > 0;
  return {
    heading: words('warn.title'),
    intro: words(any ? 'warn.found' : 'warn.verdict'),
    goOn: words(any ? 'warn.notPersonal' : 'warn.goOn'),
  };
}

function warnAnswer(found: Found): Answer {
  const { check, verdict, stop, findings } = found;
  const { turn, scene, entry } = check;
  const { words } = turn;
  const { heading, intro, goOn } = warnWords(found);
  const data = {
    ...verdictLines(verdict, scene.rulebook, words),
    summary: heading,
    scenarioId: entry.id,
    toolId: verdict.toolId,
    dataClassId: verdict.dataClassId,
    intro,
    findings: findingLines(found).map((text) => ({ text })),
    canMask: findings.length > 0,
    isStopped: stop !== undefined,
    stopLine: stop ?? '',
    goOnTitle: goOn,
    kept: check.keep,
  };
  return { kind: 'form', title: heading, card: warnCard.render(data, words, placeOf(turn)), size: 'medium' };
}

/** "2 e-mail addresses in Facts": kinds and places, never the text itself. */
export function findingLines({ check, findings }: Pick<Found, 'check' | 'findings'>): string[] {
  if (findings.length === 0) return [];
  const { prompt, values, scene, turn } = check;
  return prompt.variables.flatMap((v) => {
    const kinds = scene.rulebook.check(values[v.name] ?? '').findings.map((f) => f.kind);
    return [...new Set(kinds)].map((kind) =>
      turn.words('warn.finding', {
        what: turn.words(`finding.${kind}`),
        count: kinds.filter((k) => k === kind).length,
        field: v.label,
      }),
    );
  });
}

/** What comes back is cleaned like typed text: it was in other hands. */
const keptState = z.object({
  values: z.record(z.string(), z.string().transform(cleanText)),
  toolId: z.string().max(100).optional(),
  confirmed: z.boolean().default(false),
  isTimed: z.boolean().optional(),
});

/** The form as JSON text inside the warning card: pressing Back loses nothing, and nothing is stored. */
export const keep = (state: z.input<typeof keptState>): string => JSON.stringify(keptState.parse(state));

export function kept(json: string): z.infer<typeof keptState> {
  try {
    return keptState.parse(JSON.parse(json));
  } catch {
    return { values: {}, confirmed: false };
  }
}
