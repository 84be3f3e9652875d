/** Asked before: what was decided about a tool with a kind of data answers at once; the question can still be asked. */
import { placeOf } from '../../core/place.ts';
import { cleanText } from '../../core/text.ts';
import { readableDate } from '../../core/time.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { verdictLines } from '../../core/verdict-lines.ts';
import { precedentCard } from './cards/precedent.card.ts';
import { type About, contextOf, type FlagDeps, openForm, type Sent } from './form.ts';

/** What a question is about: as its card says, else as its words say. */
export async function inContext<T extends About>(deps: FlagDeps, turn: Turn, data: T): Promise<T> {
  if (data.toolId || data.dataClassId || data.scenarioId) return data;
  const meant = await deps.meant(turn, data.question);
  return meant ? { ...data, ...meant } : data;
}

export async function openFormOrPrecedent(deps: FlagDeps, turn: Turn, asked: About & Partial<Sent>): Promise<Answer> {
  const data = await inContext(deps, turn, asked);
  return (await precedentFor(deps, turn, data)) ?? openForm(deps, turn, data);
}

/** The decision in force, unless the question is asked all the same. */
export async function precedentFor(
  deps: FlagDeps,
  turn: Turn,
  data: About & Partial<Sent>,
): Promise<Answer | undefined> {
  const decided = data.anyway === 'true' ? undefined : await decidedBefore(deps, turn, data);
  if (!decided) return undefined;
  const { words } = turn;
  const { verdict, rulebook } = decided;
  const summary = words('flag.precedent');
  const decidedLine = verdict.decidedAt
    ? words('flag.decidedOn', { date: readableDate(verdict.decidedAt, words.language) })
    : '';
  const card = precedentCard.render(
    {
      ...verdictLines(verdict, rulebook, words),
      ...{ summary, contextLine: await contextOf(deps, turn, data), hasDecided: decidedLine !== '', decidedLine },
      ...{ scenarioId: data.scenarioId, toolId: data.toolId, dataClassId: data.dataClassId },
      question: cleanText(data.question),
      urgency: data.urgency ?? 'normal',
      anonymous: data.anonymous === 'true' ? 'true' : 'false',
      sourceUrl: data.sourceLink,
    },
    words,
    placeOf(turn),
  );
  return { kind: 'form', title: summary, card, size: 'medium' };
}

export const isDecidedBefore = async (deps: FlagDeps, turn: Turn, data: About): Promise<boolean> =>
  data.anyway !== 'true' && (await decidedBefore(deps, turn, data)) !== undefined;

async function decidedBefore(deps: FlagDeps, turn: Turn, { toolId, dataClassId }: About) {
  const rulebook = await deps.rulebook(turn);
  if (!rulebook.tool(toolId) || !rulebook.dataClass(dataClassId)) return undefined;
  const departmentId = await deps.departmentOf(turn);
  const reader = { roleIds: turn.who.roleIds, ...(departmentId ? { departmentId } : {}) };
  const verdict = rulebook.verdict({ toolId, dataClassId, reader, now: turn.now });
  return verdict.decisionIds.length > 0 && verdict.verdict !== 'undecided' ? { verdict, rulebook } : undefined;
}
