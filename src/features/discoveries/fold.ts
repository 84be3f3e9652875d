/** Folding in: an owner says what a discovery becomes; a draft is made of it in the same write, with its author's credit. */
import { z } from 'zod';
import type { DraftCall } from '../../core/playbook-view.ts';
import type { FieldProblem } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import type { Loaded } from './documents.ts';
import type { Discovery } from './model.ts';
import type { More, Pressing, Stopped } from './press.ts';

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

/** What it becomes where nobody says otherwise. */
export const likelyFold = ({ scenarioId, promptText }: Discovery): (typeof foldNames)[number] =>
  scenarioId && promptText ? 'newPrompt' : 'newScenario';

/** To be pressed; the input has no problems of its own. */
export function foldingIn(desk: Desk, turn: Turn, input: Folding): Pressing {
  const fold = input.fold ?? 'newScenario';
  const kind = fold === 'variant' ? 'newScenario' : fold;
  return {
    discoveryId: input.discoveryId,
    event: { name: 'accept', kind, scenarioId: '-', version: 0 },
    more: (loaded) => draftOf(desk, turn, loaded, { ...input, fold }),
  };
}

const fields = ['title', 'promptText', 'example', 'whyGood'] as const;
type Field = (typeof fields)[number];
export const limits: Record<Field, number> = { title: 80, promptText: 6_000, example: 4_000, whyGood: 400 };
const fieldWords: Record<Field, string> = {
  title: 'card.discoveryFold.name',
  promptText: 'card.discoveryFold.prompt',
  example: 'card.discoveryFold.example',
  whyGood: 'card.discoveryFold.whyGood',
};
/** The fields that each of them asks for. */
export const needs: Record<(typeof foldNames)[number], readonly Field[]> = {
  newScenario: ['title'],
  variant: ['title', 'promptText'],
  newPrompt: ['title', 'promptText'],
  goodExample: ['example', 'whyGood'],
};

/** Everything that is wrong, field by field. */
export function foldProblems({ words }: Turn, input: Folding): FieldProblem[] {
  if (!input.fold) {
    const message = words('error.field_choice', { field: words('card.discoveryFold.kind') });
    return [{ path: 'fold', error: 'field_choice', message }];
  }
  const needed = needs[input.fold];
  const texts = fields.flatMap((path): FieldProblem[] => {
    const value = cleanText(input[path] ?? '');
    const field = words(fieldWords[path]);
    const max = limits[path];
    if (value === '' && !needed.includes(path)) return [];
    if (value === '') return [{ path, error: 'field_required', message: words('error.field_required', { field }) }];
    if (isWithin(value, max)) return [];
    return [{ path, error: 'field_length', message: words('error.field_length', { field, min: 1, max }) }];
  });
  if (input.fold !== 'goodExample' || input.anonymised === 'true') return texts;
  return [...texts, { path: 'anonymised', error: 'field_required', message: words('discovery.notAnonymised') }];
}

/** The draft for the write that decides; a problem of the playbook stops it. */
export async function draftOf(
  desk: Desk,
  turn: Turn,
  { id, discovery }: Loaded,
  input: Folding & { fold: DraftCall['kind'] },
): Promise<More | Stopped> {
  const scenario = (await desk.live(turn)).find((each) => each.isSeen && each.id === input.scenarioId);
  const isNew = input.fold === 'newScenario';
  const workflowId = isNew ? input.workflowId : scenario?.workflowId;
  const isMine = (await desk.workflows(turn)).some((workflow) => workflow.id === workflowId && workflow.isOwned);
  if (!scenario || !workflowId || !isMine) return stopped(turn.words('discovery.fold.notYours'));
  const drafted = await desk.draft(turn, { ...callOf(id, discovery, input), workflowId, scenarioId: scenario.id });
  if (drafted.kind !== 'ok') return stopped(turn.words(`discovery.fold.${drafted.kind}`));
  const { scenarioId: refId, version, operations } = drafted;
  return {
    operations,
    write: (all) => writeStamped(turn.store, ['content'], all),
    patch: ({ outcome, ...rest }) => ({ ...rest, ...(outcome ? { outcome: { ...outcome, refId, version } } : {}) }),
  };
}

const stopped = (text: string): Stopped => ({ kind: 'stopped', path: 'scenarioId', text });

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
