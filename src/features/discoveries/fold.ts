/** Folding in: an owner says what a discovery becomes; a draft is made of it in the same write, with its author's credit. */
import { z } from 'zod';
import { placeOf } from '../../core/place.ts';
import type { DraftCall, LiveScenario, WorkflowView } from '../../core/playbook-view.ts';
import { writeStamped } from '../../core/stamp.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { act, type More } from './act.ts';
import { foldCard } from './cards/fold.card.ts';
import type { Desk } from './desk.ts';
import type { Loaded } from './documents.ts';
import { type Look, lookAt } from './look.ts';

export const foldNames = ['newScenario', 'variant', 'newPrompt', 'goodExample'] as const;
const text = z.string().max(60_000).optional();

export const folding = z.object({
  discoveryId: z.string().max(100),
  fold: z.enum(foldNames).optional().catch(undefined),
  scenarioId: z.string().max(100).optional(),
  workflowId: z.string().max(100).optional(),
  title: text,
  promptText: text,
  example: text,
  whyGood: text,
  anonymised: z.string().max(10).catch('false').default('false'),
});
export type Folding = z.infer<typeof folding>;

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
    fold: input.fold ?? (discovery.scenarioId && discovery.promptText ? 'newPrompt' : 'newScenario'),
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

interface Places {
  readonly scenarios: readonly LiveScenario[];
  readonly workflows: readonly WorkflowView[];
  readonly scenarioId: string;
  readonly workflowId: string;
}

/** What it can start from or be added to, with the nearest picked: what it names, what it looks like, what is at home there. */
async function placesOf(desk: Desk, turn: Turn, { loaded, similar }: Look): Promise<Places> {
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

export async function foldIn(desk: Desk, turn: Turn, input: Folding): Promise<Answer> {
  const problems = problemsOf(turn, input);
  const fold = input.fold ?? 'newScenario';
  if (problems.length > 0) return foldForm(desk, turn, input, problems);
  const kind = fold === 'variant' ? 'newScenario' : fold;
  const event = { name: 'accept', kind, scenarioId: '-', version: 0 } as const;
  return act(desk, turn, input.discoveryId, event, (loaded) => draftOf(desk, turn, loaded, { ...input, fold }));
}

type Field = 'title' | 'promptText' | 'example' | 'whyGood';
const limits: Record<Field, number> = { title: 80, promptText: 6_000, example: 4_000, whyGood: 400 };
const fieldWords: Record<Field, string> = {
  title: 'card.discoveryFold.name',
  promptText: 'card.discoveryFold.prompt',
  example: 'card.discoveryFold.example',
  whyGood: 'card.discoveryFold.whyGood',
};
const needs: Record<(typeof foldNames)[number], readonly Field[]> = {
  newScenario: ['title'],
  variant: ['title', 'promptText'],
  newPrompt: ['title', 'promptText'],
  goodExample: ['example', 'whyGood'],
};

function problemsOf(turn: Turn, input: Folding): string[] {
  const { words } = turn;
  if (!input.fold) return [words('error.field_choice', { field: words('card.discoveryFold.kind') })];
  const fields = ['title', 'promptText', 'example', 'whyGood'] as const;
  const texts = fields.flatMap((name) => {
    const value = cleanText(input[name] ?? '');
    const field = words(fieldWords[name]);
    const isNeeded = input.fold !== undefined && needs[input.fold].includes(name);
    if (value === '') return isNeeded ? [words('error.field_required', { field })] : [];
    return isWithin(value, limits[name]) ? [] : [words('error.field_length', { field, min: 1, max: limits[name] })];
  });
  const isUnsure = input.fold === 'goodExample' && input.anonymised !== 'true';
  return [...texts, ...(isUnsure ? [words('discovery.notAnonymised')] : [])];
}

/** The draft for the write that decides; a problem of the playbook brings the form back. */
async function draftOf(
  desk: Desk,
  turn: Turn,
  { id, discovery }: Loaded,
  input: Folding & { fold: DraftCall['kind'] },
): Promise<More | Answer> {
  const scenario = (await desk.live(turn)).find((each) => each.isSeen && each.id === input.scenarioId);
  const isNew = input.fold === 'newScenario';
  const workflowId = isNew ? input.workflowId : scenario?.workflowId;
  const isMine = (await desk.workflows(turn)).some((workflow) => workflow.id === workflowId && workflow.isOwned);
  if (!scenario || !workflowId || !isMine) return foldForm(desk, turn, input, [turn.words('discovery.fold.notYours')]);
  const drafted = await desk.draft(turn, { ...callOf(id, discovery, input), workflowId, scenarioId: scenario.id });
  if (drafted.kind !== 'ok') return foldForm(desk, turn, input, [turn.words(`discovery.fold.${drafted.kind}`)]);
  const { scenarioId: refId, version, operations } = drafted;
  return {
    operations,
    write: (all) => writeStamped(turn.store, ['content'], all),
    patch: ({ outcome, ...rest }) => ({ ...rest, ...(outcome ? { outcome: { ...outcome, refId, version } } : {}) }),
  };
}

/** What the reviewer let stand takes the place of what was shared. */
function callOf(
  discoveryId: string,
  discovery: Loaded['discovery'],
  input: Folding & { fold: DraftCall['kind'] },
): Omit<DraftCall, 'workflowId' | 'scenarioId'> {
  const [title, promptText, example, whyGood] = [input.title, input.promptText, input.example, input.whyGood].map(
    (raw) => cleanText(raw ?? '') || undefined,
  );
  const hasExample = example !== undefined && whyGood !== undefined && input.anonymised === 'true';
  return {
    kind: input.fold,
    discoveryId,
    authorId: discovery.authorId,
    isNamed: discovery.credit === 'named',
    title: title ?? discovery.title,
    what: discovery.what,
    dataClassId: discovery.dataClassId,
    promptText,
    roleId: discovery.roleId,
    toolId: discovery.toolId,
    minutesBefore: discovery.minutesBefore,
    minutesAfter: discovery.minutesAfter,
    ...(hasExample && input.fold !== 'newPrompt' ? { example: { text: example, whyGood } } : {}),
  };
}
