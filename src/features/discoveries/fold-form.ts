/** The card on which an owner says what a discovery becomes. */
import { placeOf } from '../../core/place.ts';
import type { LiveScenario, WorkflowView } from '../../core/playbook-view.ts';
import { cleanText } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { act } from './act.ts';
import { foldCard } from './cards/fold.card.ts';
import type { Desk } from './desk.ts';
import { type Folding, foldingIn, foldNames, foldProblems, likelyFold } from './fold.ts';
import { type Look, lookAt } from './look.ts';

export async function foldForm(
  desk: Desk,
  turn: Turn,
  input: Folding,
  problems: readonly string[] = [],
): Promise<Answer> {
  const look = await lookAt(desk, turn, input.discoveryId);
  if (!look) return refused(turn, 'not_found');
  if (!look.actor.isReviewer || !look.actor.isOwner) return refused(turn, 'forbidden');
  if (look.actor.isAuthor) return refused(turn, 'own_post');
  const { words } = turn;
  const { discovery } = look.loaded;
  const { scenarios, workflows, scenarioId, workflowId } = await placesOf(desk, turn, look);
  const title = words('discovery.foldTitle');
  const data = {
    summary: title,
    discoveryId: input.discoveryId,
    discoveryTitle: discovery.title,
    problems: problems.map((line) => ({ text: line })),
    fold: input.fold ?? likelyFold(discovery),
    kinds: foldNames.map((name) => ({ title: words(`discovery.fold.${name}`), choiceId: name })),
    scenarioId: input.scenarioId ?? scenarioId,
    scenarios: scenarios.map(({ id, title: name }) => ({ title: name, choiceId: id })),
    workflowId: input.workflowId ?? workflowId,
    workflows: workflows.map(({ id, name }) => ({ title: name, choiceId: id })),
    title: cleanText(input.title ?? discovery.title),
    promptText: cleanText(input.promptText ?? discovery.promptText ?? ''),
    example: cleanText(input.example ?? discovery.sampleOutput ?? ''),
    whyGood: cleanText(input.whyGood ?? ''),
    anonymised: input.anonymised === 'true' ? ('true' as const) : ('false' as const),
  };
  return { kind: 'form', title, card: foldCard.render(data, words, placeOf(turn)), size: 'medium' };
}

export interface Places {
  readonly scenarios: readonly LiveScenario[];
  readonly workflows: readonly WorkflowView[];
  readonly scenarioId: string;
  readonly workflowId: string;
}

/** What it can start from or be added to, with the nearest picked: what it names, what it looks like, what is at home there. */
export async function placesOf(desk: Desk, turn: Turn, { loaded, similar }: Look): Promise<Places> {
  const { scenarioId, workflowId } = loaded.discovery;
  const scenarios = (await desk.live(turn)).filter(({ isSeen }) => isSeen);
  const workflows = (await desk.workflows(turn)).filter(({ isOwned }) => isOwned);
  const wanted = [scenarioId, ...similar.map((item) => item.scenarioId)];
  const nearest =
    wanted.map((id) => scenarios.find((scenario) => scenario.id === id)).find((found) => found !== undefined) ??
    scenarios.find((scenario) => scenario.workflowId === workflowId) ??
    scenarios[0];
  const home = [workflowId, nearest?.workflowId].find((id) => workflows.some((workflow) => workflow.id === id));
  return { scenarios, workflows, scenarioId: nearest?.id ?? '', workflowId: home ?? workflows[0]?.id ?? '' };
}

/** A problem, of the form or of the playbook, brings the form back. */
export async function foldIn(desk: Desk, turn: Turn, input: Folding): Promise<Answer> {
  const problems = foldProblems(turn, input);
  if (problems.length > 0)
    return foldForm(
      desk,
      turn,
      input,
      problems.map(({ message }) => message),
    );
  return act(desk, turn, foldingIn(desk, turn, input), ({ text = '' }) => foldForm(desk, turn, input, [text]));
}
