/** The filled prompt leaves: into the message box as a card, or as text to copy where there is no box. */

import type { Card } from '../../core/card.ts';
import { textLines } from '../../core/lines.ts';
import { placeOf } from '../../core/place.ts';
import type { VerdictAnswer } from '../../core/rulebook.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { verdictTitle } from '../../core/verdict-lines.ts';
import type { Entry } from './book.ts';
import { doneCard } from './cards/done.card.ts';
import { filledCard } from './cards/filled.card.ts';
import { fill, type Values, withDefaults } from './fill.ts';
import { draftAbove, type Scene } from './view.ts';

export interface Finished {
  readonly entry: Entry;
  readonly scene: Scene;
  readonly turn: Turn;
  readonly text: string;
  readonly values: Values;
  readonly verdict: VerdictAnswer;
  /** The run that waits for a word on how it went. */
  readonly useId?: string;
}

export function finish(finished: Finished): Answer {
  const { entry, scene, turn, text, verdict } = finished;
  const { words } = turn;
  const shared = {
    scenarioId: entry.id,
    title: entry.contract.title,
    verdictShort: verdictTitle(verdict, scene.rulebook, words),
    ...launch(finished),
  };
  const insert = turn.where.surface === 'compose' ? inserted(finished, shared) : undefined;
  if (insert) return { kind: 'closed', insert, text: words('use.inserted') };
  const check = checkPrompt(finished);
  const title = words('use.ready');
  const data = {
    ...shared,
    text,
    summary: title,
    hasCheck: check !== undefined,
    check: check ?? '',
    canSay: finished.useId !== undefined,
    useId: finished.useId ?? '',
  };
  return { kind: 'form', title, card: doneCard.render(data, words, placeOf(turn)), size: 'large' };
}

type Shared = Pick<Parameters<typeof filledCard.render>[0], 'scenarioId' | 'title' | 'verdictShort' | keyof Launch>;

/** The card for the message box; without its copy field when it would be too large, and none at all rather than half a prompt. */
function inserted({ entry, turn: { words }, text }: Finished, shared: Shared): Card | undefined {
  const summary = words('use.filledSummary', { title: entry.contract.title });
  const data = { ...shared, summary, fromLine: words('use.fromPlaybook'), lines: textLines(text) };
  const withCopy = filledCard.render({ ...data, hasCopy: true, text }, words, 'anywhere');
  if (!withCopy.cut) return withCopy;
  const without = filledCard.render({ ...data, hasCopy: false, text: '' }, words, 'anywhere');
  return without.cut ? undefined : without;
}

/** The check prompt with nothing left to type: it speaks of "the draft above" and of what was filled in already. */
function checkPrompt({ entry, values }: Finished): string | undefined {
  const prompt = entry.contract.prompts.find((p) => p.purpose === 'check');
  if (!prompt) return undefined;
  const filled = fill(prompt, withDefaults(prompt, known(prompt.variables, values), draftAbove(entry)));
  return filled.kind === 'filled' ? filled.text : undefined;
}

const known = (variables: readonly { name: string; sameChat?: boolean | undefined }[], values: Values): Values =>
  Object.fromEntries(
    variables.flatMap((v) => (v.sameChat || values[v.name] === undefined ? [] : [[v.name, values[v.name] ?? '']])),
  );

interface Launch {
  readonly canLaunch: boolean;
  readonly launchUrl: string;
}

function launch(finished: Finished): Launch {
  const launchUrl = launchUrlOf(finished);
  return { canLaunch: launchUrl !== undefined, launchUrl: launchUrl ?? 'https://example.com/' };
}

/** "Open in tool" only where governance set an address, and only while the text fits. */
export function launchUrlOf({ scene, verdict, text }: Pick<Finished, 'scene' | 'verdict' | 'text'>) {
  const tool = scene.rulebook.tool(verdict.toolId);
  const fits = text.length <= (tool?.maxPromptChars ?? 1_500);
  if (!tool?.launchUrlTemplate || !fits) return undefined;
  return tool.launchUrlTemplate.replace('{prompt}', encodeURIComponent(text));
}
