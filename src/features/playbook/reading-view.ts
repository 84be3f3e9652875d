/** From a scenario and the rules of now to the page that is read: pure, in the reader's words. */
import { holds } from '../../core/person.ts';
import type { GuardrailView, VerdictAnswer } from '../../core/rulebook.ts';
import { lookOf, verdictLines, verdictWord } from '../../core/verdict-lines.ts';
import type { Entry } from './book.ts';
import type { GuardrailReading, PromptReading, ScenarioNeutral, ScenarioWhole, ToolReading } from './contract.ts';
import { exampleValues, withDefaults } from './fill.ts';
import type { Prompt } from './scenario-version.ts';
import { type Neutral, neutralOf, visible } from './sight.ts';
import { packOf } from './use.ts';
import { badgeLine, checkedLine, draftAbove, type Scene, timeLine, toolToUse, toolVerdicts } from './view.ts';

interface Own {
  /** Rules that this reader has not ticked yet. */
  readonly confirms: readonly string[];
  readonly isTimed: boolean;
}

export function wholeOf(entry: Entry, scene: Scene, { confirms, isTimed }: Own): ScenarioWhole {
  const { contract, head } = entry;
  const verdict = toolToUse(entry, scene);
  return {
    kind: 'whole',
    id: entry.id,
    ...textsOf(entry),
    ...placeOf(entry, scene),
    ...peopleOf(entry, scene),
    hold: head.hold?.reason ?? '',
    tools: toolVerdicts(entry, scene).map((answer) => toolOf(answer, scene)),
    alternative: alternativeOf(verdict, scene),
    inputs: contract.inputs.map(({ name, where, dataClassId }) => ({
      name,
      where,
      dataClass: className(dataClassId, scene),
    })),
    dataClass: {
      id: contract.dataClassId,
      name: className(contract.dataClassId, scene),
      description: scene.rulebook.dataClass(contract.dataClassId)?.description ?? '',
    },
    time: { before: contract.time.beforeMinutes, after: contract.time.afterMinutes, line: timeLine(entry, scene) },
    checkedLine: [badgeLine(entry, scene), checkedLine(entry, scene)].filter(Boolean).join(' · '),
    prompts: contract.prompts.map((prompt) => promptOf(prompt, entry, scene)),
    guardrails: scene.rulebook.guardrailsOf(entry.facts).map((guardrail) => guardrailOf(guardrail, scene)),
    next: contract.nextIds.flatMap((id) => nextOf(visible(scene, id))),
    mayUse: head.hold === undefined && visible(scene, entry.id) !== undefined,
    confirms: [...confirms],
    isTimed,
    mayEdit: mayEdit(entry, scene),
  };
}

/** The same for paper, which nobody ticks anything on. */
export function printed(scene: Scene, scenarioId: string): ScenarioWhole | undefined {
  const entry = scene.book.entries.get(scenarioId);
  return entry && !neutralOf(entry, scene) ? wholeOf(entry, scene, { confirms: [], isTimed: false }) : undefined;
}

function textsOf({ contract }: Entry) {
  const { title, helpsYou, problem, task, whenToUse, whenNotToUse, steps, goodExample, weakExample } = contract;
  const { walkthrough, courseUrl, criteria, bar } = contract;
  return {
    title,
    helpsYou,
    problem,
    task,
    whenToUse,
    whenNotToUse,
    steps,
    good: { text: goodExample.text, why: goodExample.whyGood },
    ...(weakExample ? { weak: weakExample } : {}),
    criteria: criteria.map(({ text, kind, hint }) => ({ text, isMust: kind === 'must', ...(hint ? { hint } : {}) })),
    minScore: bar.minScore,
    guide: walkthrough.guide ?? '',
    ...(walkthrough.videoUrl
      ? {
          video: {
            url: walkthrough.videoUrl,
            ...(walkthrough.videoMinutes ? { minutes: walkthrough.videoMinutes } : {}),
          },
        }
      : {}),
    ...(courseUrl ? { courseUrl } : {}),
    edition: {
      number: contract.version,
      ...(contract.publishedAt ? { publishedAt: contract.publishedAt } : {}),
      note: contract.changeNote ?? '',
    },
  };
}

function placeOf({ contract, head, workflow }: Entry, { book, words }: Scene) {
  const { stage, steps, id, name } = workflow;
  return {
    roles: contract.roleIds.flatMap((roleId) => book.roles.get(roleId)?.name ?? []),
    workflow: { id, name },
    stage: { id: stage, word: words(`scenario.stage.${stage}`) },
    step: {
      order: head.stepOrder,
      of: steps.length,
      title: steps.find(({ order }) => order === head.stepOrder)?.title ?? '',
    },
  };
}

function peopleOf({ contract, head, workflow }: Entry, { book }: Scene) {
  const nameOf = (id: string | undefined) => (id ? book.names.get(id) : undefined);
  const owner = nameOf(workflow.ownerId) ?? nameOf(head.ownerId);
  const hrLead = nameOf(workflow.hrLeadId);
  const { who, what, signOffRoleId } = contract.humanCheck;
  return {
    ...(owner ? { owner } : {}),
    ...(hrLead ? { hrLead } : {}),
    foundBy: head.credit.flatMap(({ personId, shown }) => (shown ? (nameOf(personId) ?? []) : [])),
    humanCheck: { who, what, signOff: book.roles.get(signOffRoleId)?.name ?? '' },
  };
}

/** A tool with what may go into it, as a word and a sign. */
export function toolOf(answer: VerdictAnswer, { rulebook, words }: Scene): ToolReading {
  const { reasons, conditions } = verdictLines(answer, rulebook, words);
  return {
    id: answer.toolId,
    name: rulebook.tool(answer.toolId)?.name ?? words('verdict.unknownTool'),
    verdict: answer.verdict,
    sign: lookOf(answer.verdict).sign,
    word: verdictWord(answer.verdict, words),
    reasons: reasons.map(({ text }) => text),
    conditions: conditions.map(({ text }) => text),
  };
}

/** What to use instead, in one line; empty = nothing to say. */
export function alternativeOf(answer: VerdictAnswer, { rulebook, words }: Scene): string {
  const { hasAlternative, alternativeLine } = verdictLines(answer, rulebook, words);
  return hasAlternative ? alternativeLine : '';
}

const className = (id: string, { rulebook }: Scene): string => rulebook.dataClass(id)?.name ?? '';

function promptOf(prompt: Prompt, entry: Entry, scene: Scene): PromptReading {
  const starts = withDefaults(prompt, {}, draftAbove(entry));
  const examples = exampleValues(prompt, packOf(entry, scene));
  const { id, purpose, title, text } = prompt;
  return {
    id,
    purpose,
    title,
    text,
    variables: prompt.variables.map(
      ({ name, label, kind, unit, choices, required, maxChars, help, mayHoldPersonalData }) => ({
        name,
        label,
        kind,
        required,
        maxChars,
        mayHoldPersonalData,
        ...(unit ? { unit } : {}),
        ...(choices ? { choices } : {}),
        ...(help ? { help } : {}),
        start: starts[name] ?? '',
        example: examples[name] ?? '',
      }),
    ),
  };
}

/** Law notes are watch items, not advice: for those who decide with counsel (content 4). */
function guardrailOf(
  { id, name, rule, why, do: does, doNot, lawNotes }: GuardrailView,
  { who }: Scene,
): GuardrailReading {
  const seen = holds(who, ['hrLead', 'governance']) ? lawNotes : [];
  return {
    id,
    name,
    rule,
    why,
    do: [...does],
    doNot: [...doNot],
    lawNotes: seen.map(({ place, title, status, asOf, sourceUrl }) => ({
      place,
      title,
      status,
      asOf,
      ...(sourceUrl ? { sourceUrl } : {}),
    })),
  };
}

const nextOf = (entry: Entry | undefined) =>
  entry ? [{ id: entry.id, title: entry.contract.title, helpsYou: entry.contract.helpsYou }] : [];

const mayEdit = ({ workflow }: Entry, { who }: Scene): boolean =>
  workflow.ownerId === who.personId || holds(who, ['author', 'owner'], workflow.departmentId);

export const neutralReading = ({ heading, text, instead }: Neutral): ScenarioNeutral => ({
  kind: 'neutral',
  heading,
  text,
  ...(instead ? { instead: { id: instead.id, title: instead.contract.title } } : {}),
});
