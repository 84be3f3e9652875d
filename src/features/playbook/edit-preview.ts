/** The scenario card that a draft would make: what is missing stands as a gap, so that its writer sees where. */
import type { Entry } from './book.ts';
import { atGate, shownText } from './edit-view.ts';
import { factsOf } from './publish-gate.ts';
import type { Before } from './scenario-before.ts';
import type { ScenarioVersion } from './scenario-version.ts';

/** Undefined where the workflow's department is gone. */
export function draftEntry(at: Before): Entry | undefined {
  const { loaded, workflow, scene, turn } = at;
  const text = shownText(at);
  const department = scene.book.departments.get(workflow.departmentId);
  if (!text || !department) return undefined;
  return {
    id: loaded.id,
    head: loaded.head,
    contract: filledOut(text, turn.words('edit.gap')),
    workflow,
    department,
    facts: factsOf(atGate(at, text)),
    revision: loaded.version,
  };
}

type Text = NonNullable<ReturnType<typeof shownText>>;

function filledOut(text: Text, gap: string): ScenarioVersion {
  const said = (value: string | undefined): string => value || gap;
  const { goodExample, weakExample, humanCheck, time, walkthrough, toolIds = [], inputs = [] } = text;
  const { createdAt, createdBy, updatedAt, updatedBy, scenarioId, version, answersFeedback } = text;
  return {
    ...{ createdAt, createdBy, updatedAt, updatedBy, scenarioId, version, answersFeedback },
    ...{ title: said(text.title), helpsYou: said(text.helpsYou), problem: said(text.problem), task: said(text.task) },
    ...{ roleIds: text.roleIds ?? [], language: text.language ?? 'en', tags: text.tags ?? [] },
    ...{ whenToUse: text.whenToUse ?? [], whenNotToUse: text.whenNotToUse ?? [] },
    inputs: inputs.map((input) => ({ ...input, name: said(input.name), where: said(input.where) })),
    dataClassId: text.dataClassId ?? '',
    // A tool that nobody knows: its verdict says that it is not on the list.
    toolIds: toolIds.length > 0 ? toolIds : [''],
    prompts: (text.prompts ?? []).map((prompt) => ({ ...prompt, title: said(prompt.title), text: said(prompt.text) })),
    steps: (text.steps ?? []).map((step) => ({ ...step, text: said(step.text) })),
    goodExample: {
      ...{ text: said(goodExample?.text), whyGood: said(goodExample?.whyGood) },
      ...{ source: goodExample?.source ?? 'written', anonymised: true },
    },
    ...(weakExample?.text ? { weakExample: { text: weakExample.text, why: said(weakExample.why) } } : {}),
    criteria: (text.criteria ?? []).map((criterion) => ({ ...criterion, text: said(criterion.text) })),
    bar: text.bar ?? { minScore: 80 },
    ...{ guardrailIds: text.guardrailIds ?? [], decisionIds: [], nextIds: [] },
    humanCheck: {
      ...{ who: said(humanCheck?.who), what: said(humanCheck?.what), signOffRoleId: humanCheck?.signOffRoleId ?? '' },
    },
    time: {
      ...{ beforeMinutes: time?.beforeMinutes ?? 0, afterMinutes: time?.afterMinutes ?? 0 },
      ...{ source: time?.source ?? 'assumption', n: time?.n ?? 0 },
    },
    walkthrough: { ...(walkthrough?.guide ? { guide: walkthrough.guide } : {}) },
  };
}
