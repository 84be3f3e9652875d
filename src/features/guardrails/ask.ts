/** "Can I use X with this data?", asked in free words: the result row is the answer (product 8.1, L8). */
import type { SearchCall } from '../../core/feature.ts';
import { placeOf } from '../../core/place.ts';
import { isUsable, type Rulebook, type VerdictAnswer } from '../../core/rulebook.ts';
import { readableDate } from '../../core/time.ts';
import { type Answer, type Result, refused, type Turn } from '../../core/turn.ts';
import {
  clause,
  lookOf,
  reasonText,
  verdictFor,
  verdictLines,
  verdictShort,
  verdictTitle,
  verdictWord,
} from '../../core/verdict-lines.ts';
import { type Ask, nameAsked, undecidedOf, unlisted } from './asks.ts';
import { chooseCard } from './cards/choose.card.ts';
import { nothingCard } from './cards/nothing.card.ts';
import { verdictCard } from './cards/verdict.card.ts';
import { verdictsCard } from './cards/verdicts.card.ts';
import { type Meant, namesTool, resolve } from './resolve.ts';
import type { Rules } from './rules.ts';

export interface RulesDeps {
  readonly load: (turn: Pick<Turn, 'store' | 'stamp'>) => Promise<{ rules: Rules; rulebook: Rulebook }>;
  /** The department that counts for a reader: their own or that of their role. */
  readonly departmentOf: (turn: Turn) => Promise<string | undefined>;
  /** Counts asks that nobody has decided; never fails and never takes long. */
  readonly countAsks: (turn: Turn, asks: readonly Ask[]) => Promise<void>;
}

const maxRows = 5;

/** A turn with the rules that answer it. */
export interface Asking {
  readonly deps: RulesDeps;
  readonly turn: Turn;
  readonly rules: Rules;
  readonly rulebook: Rulebook;
}

/** `canIUse` of the message extension. */
export async function canIUse(deps: RulesDeps, turn: Turn, call: SearchCall): Promise<Answer> {
  const text = call.parameters.q ?? '';
  if (call.skip > 0) return { kind: 'results', results: [] };
  if (text === '') return { kind: 'message', text: turn.words('verdict.howToAsk') };
  const { rules, rulebook } = await deps.load(turn);
  const meant = resolve(rules, text);
  const answers = await answersFor({ deps, turn, rules, rulebook }, meant);
  if (answers.length === 0) return { kind: 'results', results: [nothingRow(turn, meant, text)] };
  // Without a kind of data nobody asked about one of them.
  if (meant.dataClass) await deps.countAsks(turn, undecidedOf(answers));
  return { kind: 'results', results: answers.map((answer) => row(turn, rulebook, answer, text)) };
}

/** `can i use <tool> with <data>`; several meanings come as a list, missing parts as a question. */
export async function canIUseByBot(deps: RulesDeps, turn: Turn, text: string): Promise<Answer> {
  const { rules, rulebook } = await deps.load(turn);
  const meant = resolve(rules, text);
  const answers = text === '' ? [] : await answersFor({ deps, turn, rules, rulebook }, meant);
  const [only] = answers;
  if (!only) return choose(turn, rules, rulebook, meant, text);
  if (meant.dataClass) await deps.countAsks(turn, undecidedOf(answers));
  if (answers.length === 1) return { kind: 'card', card: cardOf(turn, rulebook, only, text, 'message') };
  const heading = turn.words('verdict.several', { words: text });
  const rows = answers.map((answer) => ({
    ...lookOf(answer.verdict),
    verdictWord: verdictWord(answer.verdict, turn.words),
    verdictFor: verdictFor(answer, rulebook, turn.words),
    text: detailOf(answer, turn),
    toolId: answer.toolId,
    dataClassId: answer.dataClassId,
  }));
  return { kind: 'card', card: verdictsCard.render({ summary: heading, heading, rows }, turn.words, placeOf(turn)) };
}

/** Rows above the scenarios of a search that names a tool. */
export async function verdictRows(deps: RulesDeps, turn: Turn, text: string): Promise<Result[]> {
  const { rules, rulebook } = await deps.load(turn);
  if (!namesTool(rules, text)) return [];
  const meant = resolve(rules, text);
  if (!meant.dataClass) return [];
  const answers = await answersFor({ deps, turn, rules, rulebook }, meant);
  return answers.slice(0, 2).map((answer) => row(turn, rulebook, answer, text));
}

/** The verdict for a tool and a class that were picked. */
export async function askVerdict(deps: RulesDeps, turn: Turn, toolId: string, dataClassId: string): Promise<Answer> {
  const { rules, rulebook } = await deps.load(turn);
  if (!rules.tools.has(toolId) || !(rules.classes.has(dataClassId) || dataClassId === 'unknown'))
    return refused(turn, 'not_found');
  const answer = await verdictOf({ deps, turn, rules, rulebook }, toolId, dataClassId);
  await deps.countAsks(turn, undecidedOf([answer]));
  const title = verdictTitle(answer, rulebook, turn.words);
  return { kind: 'form', title, card: cardOf(turn, rulebook, answer, '', placeOf(turn)), size: 'medium' };
}

export async function openChoice(deps: RulesDeps, turn: Turn): Promise<Answer> {
  const { rules, rulebook } = await deps.load(turn);
  return choose(turn, rules, rulebook, { tools: [], dataClass: undefined, rest: '' }, '');
}

/** One answer for each tool and class that is meant; a missing class gives one for each class, a missing tool the usable tools. */
export async function answersFor(asking: Asking, { tools, dataClass, rest }: Meant): Promise<VerdictAnswer[]> {
  const { rules, rulebook } = asking;
  const answers = (toolIds: readonly string[], classIds: readonly string[]) =>
    Promise.all(toolIds.flatMap((toolId) => classIds.map((id) => verdictOf(asking, toolId, id))));
  if (tools.length > 0) {
    const ids = tools
      .toSorted((a, b) => Number(a.accountKind === 'personal') - Number(b.accountKind === 'personal'))
      .map((t) => t.id);
    const found = dataClass
      ? answers(ids, [dataClass.id])
      : answers(
          ids.slice(0, 1),
          rulebook.classes().map((c) => c.id),
        );
    return (await found).slice(0, maxRows);
  }
  if (!dataClass) return [];
  if (rest !== '') return answers([unlisted(rest)], [dataClass.id]);
  const usable = (await answers([...rules.tools.keys()], [dataClass.id])).filter((a) => isUsable(a.verdict));
  return usable.toSorted((a, b) => Number(a.verdict !== 'allowed') - Number(b.verdict !== 'allowed')).slice(0, maxRows);
}

async function verdictOf(
  { deps, turn, rulebook }: Asking,
  toolId: string,
  dataClassId: string,
): Promise<VerdictAnswer> {
  const departmentId = await deps.departmentOf(turn);
  const reader = { roleIds: turn.who.roleIds, ...(departmentId ? { departmentId } : {}) };
  return rulebook.verdict({ toolId, dataClassId, reader, now: turn.now });
}

const row = (turn: Turn, rulebook: Rulebook, answer: VerdictAnswer, question: string): Result => ({
  title: verdictTitle(answer, rulebook, turn.words),
  text: rowText(answer, rulebook, turn),
  card: cardOf(turn, rulebook, answer, question, 'anywhere'),
});

/** Nothing is known, and the way on: ask for the tool, or ask the question. */
function nothingRow({ words }: Turn, { rest }: Meant, text: string): Result {
  const note = words('verdict.nothing', { words: text });
  const data = { summary: note, note, question: text, askedTool: rest };
  const card = nothingCard.render(data, words, 'anywhere');
  return { title: words('card.verdictNothing.heading'), text: note, card };
}

function rowText(answer: VerdictAnswer, rulebook: Rulebook, turn: Turn): string {
  const other = answer.alternative && rulebook.tool(answer.alternative.toolId)?.name;
  const detail = detailOf(answer, turn);
  return other && !isUsable(answer.verdict)
    ? turn.words('verdict.rowWithAlternative', { detail: clause(detail), tool: other })
    : detail;
}

function detailOf(answer: VerdictAnswer, turn: Turn): string {
  const [first] = answer.verdict === 'withConditions' ? answer.conditions : answer.reasons;
  return first ? reasonText(first, turn.words) : '';
}

function cardOf(
  turn: Turn,
  rulebook: Rulebook,
  answer: VerdictAnswer,
  question: string,
  place: 'message' | 'dialog' | 'anywhere',
) {
  const { words } = turn;
  const fine = answer.fineWith ? rulebook.dataClass(answer.fineWith)?.name : undefined;
  const data = {
    ...verdictLines(answer, rulebook, words),
    summary: verdictShort(answer, rulebook, words),
    questionLine: question === '' ? words('verdict.asked') : words('verdict.askedFor', { words: question }),
    question,
    toolId: answer.toolId,
    dataClassId: answer.dataClassId,
    alternativeId: answer.alternative?.toolId ?? '',
    hasAlternative: answer.alternative !== undefined && answer.verdict !== 'allowed',
    hasFine: fine !== undefined,
    fineLine: fine ? words('verdict.fineWith', { dataClass: fine }) : '',
    hasDecided: answer.decidedAt !== undefined,
    decidedLine: answer.decidedAt
      ? words('verdict.decided', { date: readableDate(answer.decidedAt, words.language) })
      : '',
    offersFlag: answer.offerFlag,
    offersRequest: rulebook.tool(answer.toolId) === undefined,
    askedTool: nameAsked(answer.toolId),
  };
  return verdictCard.render(data, words, place);
}

function choose(turn: Turn, rules: Rules, rulebook: Rulebook, meant: Meant, text: string): Answer {
  const { words } = turn;
  const heading = words('verdict.chooseHeading');
  const tools = [...rules.tools.values()]
    .map((t) => ({ title: t.name, choiceId: t.id }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const classes = rulebook.classes().map((c) => ({
    choiceId: c.id,
    title: words('verdict.classChoice', { name: c.name, examples: c.examples.slice(0, 3).join(', ') }),
  }));
  const data = {
    summary: heading,
    heading,
    note: text === '' ? words('verdict.chooseNote') : words('verdict.notUnderstood', { words: text }),
    toolId: meant.tools[0]?.id ?? '',
    dataClassId: meant.dataClass?.id ?? '',
    tools,
    classes: [...classes, { title: words('verdict.dontKnow'), choiceId: 'unknown' }],
    offersRequest: meant.tools.length === 0 && meant.rest !== '',
    askedTool: meant.rest,
  };
  return { kind: 'card', card: chooseCard.render(data, words, placeOf(turn)) };
}
