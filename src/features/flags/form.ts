/** The form of a flag: one question; what it is about comes from where it was asked. */
import { z } from 'zod';
import type { Card } from '../../core/card.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { KeyedHash, Seal } from '../../core/ids.ts';
import type { GrantName } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import type { Rulebook, ScenarioFacts } from '../../core/rulebook.ts';
import { cleanText, safeUrl } from '../../core/text.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { formCard } from './cards/form.card.ts';
import { type Flag, urgencies } from './model.ts';
import { isBeingAsked } from './same-question.ts';

/** The place of a scenario: whose question it is to answer. */
export interface FlagSubject {
  readonly title: string;
  readonly version: number;
  readonly workflowId: string;
  readonly departmentId: string;
  readonly facts: ScenarioFacts;
}

export interface FlagDeps {
  readonly rulebook: (turn: Turn) => Promise<Rulebook>;
  /** A scenario this reader may see. */
  readonly subject: (turn: Turn, scenarioId: string) => Promise<FlagSubject | undefined>;
  /** The tool and the kind of data that a text names. */
  readonly meant: (turn: Turn, text: string) => Promise<{ toolId: string; dataClassId: string } | undefined>;
  readonly departmentOf: (turn: Turn) => Promise<string | undefined>;
  /** Who owns or wrote what a flag is about. */
  readonly makers: (turn: Turn, flag: Flag) => Promise<readonly string[]>;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  /** Who holds one of the grants now, everywhere or in the department. */
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  /** Whom to tell when something went wrong, by id; undefined where nobody is named. */
  readonly contact: (turn: Turn) => Promise<string | undefined>;
  /** One plain thing said to one person. */
  readonly noteCard: (turn: Turn, note: { heading: string; text: string }) => Card;
  /** Sends a scenario to a check, for the write of the answer that says so. */
  readonly outdatedOperations: (turn: Turn, scenarioId: string, flagId: string) => Promise<readonly WriteOperation[]>;
  /** A governance call as documents, to be written with the answers that it gives. */
  readonly rulingOperations: (turn: Turn, call: RulingCall) => Promise<readonly WriteOperation[]>;
  readonly hash: KeyedHash;
  readonly seal: Seal;
}

export interface RulingCall {
  readonly id: string;
  readonly question: string;
  readonly answer: 'yes' | 'yesWithConditions' | 'no' | 'notYet';
  readonly why: string;
  readonly conditions: readonly string[];
  readonly aboutPeople: boolean;
  /** Who proposed and who confirmed it, or the one who did both. */
  readonly decidedBy: readonly string[];
  readonly fromFlagIds: readonly string[];
  readonly toolId?: string;
  readonly dataClassId?: string;
}

/** Card data: an id of ours, or the name of a tool that is not on the list. */
const id = z
  .string()
  .max(200)
  .transform((raw) => cleanText(raw).slice(0, 100).toWellFormed())
  .default('');
export const about = z.object({
  question: z.string().max(20_000).default(''),
  scenarioId: id,
  toolId: id,
  dataClassId: id,
  /** Card data: only a plain https link is taken over. */
  sourceLink: z
    .string()
    .max(2_048)
    .transform((raw) => safeUrl(raw) ?? '')
    .default(''),
  /** The question is asked although it was decided before. */
  anyway: z.string().max(10).catch(''),
});
/** What the form sends. */
export const sent = about.extend({
  urgency: z.enum(urgencies).catch('normal'),
  anonymous: z.string().max(10).catch('false'),
});
export type About = z.infer<typeof about>;

export type Sent = z.infer<typeof sent>;

/** A form that comes back says what is wrong and holds what was typed. */
export async function openForm(
  deps: FlagDeps,
  turn: Turn,
  data: About & Partial<Sent>,
  problemLine = '',
): Promise<Answer> {
  const { words } = turn;
  const contextLine = await contextOf(deps, turn, data);
  const title = words('flag.title');
  const asked = await isBeingAsked(turn, data);
  const card = formCard.render(
    {
      summary: title,
      hasContext: contextLine !== '',
      contextLine,
      hasProblem: problemLine !== '',
      problemLine,
      question: cleanText(data.question),
      urgency: data.urgency ?? 'normal',
      urgencies: urgencies.map((u) => ({ title: words(`flag.urgency.${u}`), choiceId: u })),
      scenarioId: data.scenarioId,
      toolId: data.toolId,
      dataClassId: data.dataClassId,
      sourceUrl: data.sourceLink,
      anonymous: data.anonymous === 'true' ? 'true' : 'false',
      anyway: data.anyway,
      isAsked: asked,
    },
    words,
    placeOf(turn),
  );
  return { kind: 'form', title, card, size: 'medium' };
}

export async function contextOf(
  deps: FlagDeps,
  turn: Turn,
  { scenarioId, toolId, dataClassId }: About,
): Promise<string> {
  const rulebook = await deps.rulebook(turn);
  const subject = scenarioId ? await deps.subject(turn, scenarioId) : undefined;
  const named = [subject?.title, rulebook.tool(toolId)?.name, rulebook.dataClass(dataClassId)?.name].filter(Boolean);
  return named.length > 0 ? turn.words('flag.about', { subject: named.join(' · ') }) : '';
}
