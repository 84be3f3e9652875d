/** "Can I use?" in the tab: the rows, reasons and ways on of the verdict card, asked in free words or by ids. */
import type { z } from 'zod';
import { type Reply, type Route, refuse, route } from '../../core/route.ts';
import { isUsable, type ScenarioFacts, type VerdictAnswer } from '../../core/rulebook.ts';
import { cleanText } from '../../core/text.ts';
import { readableDate } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { verdictLines, verdictTitle } from '../../core/verdict-lines.ts';
import { answersFor, type RulesDeps } from './ask.ts';
import { nameAsked, undecidedOf } from './asks.ts';
import { type VerdictAnswerLine, type VerdictReply, verdictQuery, verdictReply } from './contract.ts';
import { resolve } from './resolve.ts';
import { decisionRefs, lookAs, type Scene, type SceneDeps, sceneOf } from './scene.ts';

export interface VerdictDeps extends RulesDeps, SceneDeps {
  /** A scenario this reader may see, as the verdict knows it. */
  readonly scenarioFacts: (turn: Turn, scenarioId: string) => Promise<ScenarioFacts | undefined>;
}

type Asked = z.infer<typeof verdictQuery>;

export const verdictRoute = (deps: VerdictDeps): Route =>
  route('GET', '/api/verdict', { query: verdictQuery, reply: verdictReply }, async ({ turn, query }) =>
    query.q === undefined ? byIds(deps, turn, query) : inWords(deps, turn, cleanText(query.q)),
  );

async function byIds(deps: VerdictDeps, turn: Turn, asked: Asked): Promise<Reply<VerdictReply>> {
  const scene = await sceneOf(deps, turn);
  const { tool: toolId = '', dataClass: dataClassId = '', scenario: scenarioId } = asked;
  const scenario = scenarioId === undefined ? undefined : await deps.scenarioFacts(turn, scenarioId);
  const isKnown = scene.rules.tools.has(toolId) && (dataClassId === 'unknown' || scene.rules.classes.has(dataClassId));
  if (!isKnown || (scenarioId !== undefined && !scenario)) return refuse('not_found');
  const { reader, rulebook } = scene;
  const answer = rulebook.verdict({ toolId, dataClassId, reader, now: turn.now, ...(scenario ? { scenario } : {}) });
  await deps.countAsks(turn, undecidedOf([answer]));
  const heading = verdictTitle(answer, rulebook, turn.words);
  return { kind: 'ok', body: { heading, note: '', answers: [answerLineOf(scene, answer)] } };
}

async function inWords(deps: VerdictDeps, turn: Turn, text: string): Promise<Reply<VerdictReply>> {
  const { words } = turn;
  if (text === '') return { kind: 'ok', body: { heading: '', note: words('verdict.howToAsk'), answers: [] } };
  const scene = await sceneOf(deps, turn);
  const { rules, rulebook } = scene;
  const meant = resolve(rules, text);
  const answers = await answersFor({ deps, turn, rules, rulebook }, meant);
  const heading = words('verdict.several', { words: text });
  if (answers.length === 0)
    return { kind: 'ok', body: { heading, note: words('verdict.nothing', { words: text }), answers: [] } };
  if (meant.dataClass) await deps.countAsks(turn, undecidedOf(answers));
  return {
    kind: 'ok',
    body: { heading, note: '', answers: answers.map((answer) => answerLineOf(scene, answer)) },
  };
}

function answerLineOf(scene: Scene, answer: VerdictAnswer): VerdictAnswerLine {
  const { rulebook, turn } = scene;
  const { words } = turn;
  const lines = verdictLines(answer, rulebook, words);
  const fine = answer.fineWith ? rulebook.dataClass(answer.fineWith)?.name : undefined;
  const tool = rulebook.tool(answer.toolId)?.name;
  return {
    toolId: answer.toolId,
    tool: tool ?? '',
    dataClassId: answer.dataClassId,
    dataClass: rulebook.dataClass(answer.dataClassId)?.name ?? '',
    ...lookAs(answer.verdict, words),
    title: verdictTitle(answer, rulebook, words),
    forLine: lines.verdictFor,
    reasons: lines.reasons.map(({ text }) => text),
    conditions: lines.conditions.map(({ text }) => text),
    alternativeLine: answer.alternative || !isUsable(answer.verdict) ? lines.alternativeLine : '',
    ...(answer.alternative ? { alternativeId: answer.alternative.toolId } : {}),
    fineLine: fine ? words('verdict.fineWith', { dataClass: fine }) : '',
    decidedLine: answer.decidedAt
      ? words('verdict.decided', { date: readableDate(answer.decidedAt, words.language) })
      : '',
    decisions: decisionRefs(scene, answer.decisionIds),
    offersFlag: answer.offerFlag,
    offersRequest: tool === undefined,
    askedTool: nameAsked(answer.toolId),
  };
}
