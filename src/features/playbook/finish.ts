/** The filled prompt leaves: into the message box as a card, or as text to copy where there is no box. */

import { textLines } from '../../core/lines.ts';
import { placeOf } from '../../core/place.ts';
import type { VerdictAnswer } from '../../core/rulebook.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { verdictTitle } from '../../core/verdict-lines.ts';
import type { Entry } from './book.ts';
import { doneCard } from './cards/done.card.ts';
import { filledCard } from './cards/filled.card.ts';
import { fill, type Values, withDefaults } from './fill.ts';
import type { Scene } from './view.ts';

export interface Finished {
  readonly entry: Entry;
  readonly scene: Scene;
  readonly turn: Turn;
  readonly text: string;
  readonly values: Values;
  readonly verdict: VerdictAnswer;
}

/** Above this an inserted card would repeat its text past the 28 kB that a host takes; then it has no copy field. */
const copyLimit = 5_000;

export function finish(finished: Finished): Answer {
  const { entry, scene, turn, text, verdict } = finished;
  const { words } = turn;
  const shared = {
    scenarioId: entry.id,
    title: entry.contract.title,
    verdictShort: verdictTitle(verdict, scene.rulebook, words),
    text,
    ...launch(finished),
  };
  if (turn.where.surface === 'compose') {
    const summary = words('use.filledSummary', { title: entry.contract.title });
    const data = {
      ...shared,
      summary,
      fromLine: words('use.fromPlaybook'),
      lines: textLines(text),
      hasCopy: text.length <= copyLimit,
    };
    return { kind: 'closed', insert: filledCard.render(data, words, 'anywhere'), text: words('use.inserted') };
  }
  const check = checkPrompt(finished);
  const title = words('use.ready');
  const data = {
    ...shared,
    summary: title,
    hasCheck: check !== undefined,
    checkHeading: words('use.checkNext'),
    check: check ?? '',
  };
  return { kind: 'form', title, card: doneCard.render(data, words, placeOf(turn)), size: 'large' };
}

/** The check prompt with nothing left to type: it speaks of "the draft above" and of what was filled in already. */
function checkPrompt({ entry, values, turn }: Finished): string | undefined {
  const prompt = entry.contract.prompts.find((p) => p.purpose === 'check');
  if (!prompt) return undefined;
  const filled = fill(prompt, withDefaults(prompt, known(prompt.variables, values), turn.words('use.draftAbove')));
  return filled.kind === 'filled' ? filled.text : undefined;
}

const known = (variables: readonly { name: string; sameChat?: boolean | undefined }[], values: Values): Values =>
  Object.fromEntries(
    variables.flatMap((v) => (v.sameChat || values[v.name] === undefined ? [] : [[v.name, values[v.name] ?? '']])),
  );

/** "Open in tool" only where governance set an address, and only while the text fits. */
function launch({ scene, verdict, text }: Finished): { canLaunch: boolean; launchUrl: string } {
  const tool = scene.rulebook.tool(verdict.toolId);
  const fits = text.length <= (tool?.maxPromptChars ?? 1_500);
  if (!tool?.launchUrlTemplate || !fits) return { canLaunch: false, launchUrl: 'https://example.com/' };
  return { canLaunch: true, launchUrl: tool.launchUrlTemplate.replace('{prompt}', encodeURIComponent(text)) };
}
