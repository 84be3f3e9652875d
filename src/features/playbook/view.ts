/** From a scenario and the rules of now to what its cards show. Pure: the verdict is computed each time, never copied. */

import { textLines } from '../../core/lines.ts';
import type { Who } from '../../core/person.ts';
import type { Proofs } from '../../core/proof.ts';
import { isUsable, type Rulebook, type VerdictAnswer } from '../../core/rulebook.ts';
import { daysPast, readableDate } from '../../core/time.ts';
import { lookOf, verdictLines, verdictShort } from '../../core/verdict-lines.ts';
import type { Words } from '../../core/words.ts';
import { wordsFor } from '../../text/words.ts';
import type { Book, Entry } from './book.ts';
import type { resultCard } from './cards/result.card.ts';
import type { ScenarioData } from './cards/scenario.card.ts';
import { badgeOf } from './proven.ts';
import { departmentOf, isLate } from './visibility.ts';

/** All a view needs beside the scenario itself. */
export interface Scene {
  readonly book: Book;
  readonly rulebook: Rulebook;
  /** How scenarios have proved themselves, as it stands now. */
  readonly proofs: Proofs;
  readonly who: Who;
  readonly now: Date;
  readonly words: Words;
}

export type ResultData = Parameters<typeof resultCard.render>[0];

/** The verdict for the scenario's own class, for each of its tools, best first: usable tools before the others. */
export function toolVerdicts(entry: Entry, scene: Scene, dataClassId = entry.contract.dataClassId): VerdictAnswer[] {
  const { book, rulebook, who, now } = scene;
  const departmentId = departmentOf(who, book);
  const reader = { roleIds: who.roleIds, ...(departmentId ? { departmentId } : {}) };
  const answers = entry.contract.toolIds.map((toolId) =>
    rulebook.verdict({ toolId, dataClassId, scenario: entry.facts, reader, now }),
  );
  const usable = (a: VerdictAnswer) => Number(isUsable(a.verdict));
  return answers.toSorted((a, b) => usable(b) - usable(a));
}

/** The tool to use now; a contract always names at least one. */
export function toolToUse(entry: Entry, scene: Scene): VerdictAnswer {
  const [best] = toolVerdicts(entry, scene);
  if (!best) throw new Error(`playbook: scenario ${entry.id} names no tool`);
  return best;
}

export function scenarioView(entry: Entry, scene: Scene): ScenarioData {
  const { contract, head, facts } = entry;
  const { rulebook, words } = scene;
  const verdict = toolToUse(entry, scene);
  const people = peopleLine(entry, scene);
  return {
    ...verdictLines(verdict, rulebook, words),
    ...shared(entry, scene),
    toolId: verdict.toolId,
    isHeld: head.hold !== undefined,
    heldLine: head.hold ? words('scenario.held', { reason: head.hold.reason }) : '',
    task: contract.task,
    inputs: contract.inputs.map((i) => ({
      text: words('scenario.input', {
        name: i.name,
        where: i.where,
        dataClass: rulebook.dataClass(i.dataClassId)?.name ?? '',
      }),
    })),
    hasPeople: people !== '',
    peopleLine: people,
    good: textLines(contract.goodExample.text),
    whyGood: words('scenario.whyGood', { why: contract.goodExample.whyGood }),
    criteria: contract.criteria.map((c) => ({ text: words(`scenario.criterion.${c.kind}`, { text: c.text }) })),
    hasWeak: contract.weakExample !== undefined,
    weak: textLines(contract.weakExample?.text ?? ''),
    whyWeak: contract.weakExample ? words('scenario.whyWeak', { why: contract.weakExample.why }) : '',
    hasGuide: contract.walkthrough.guide !== undefined,
    guide: textLines(contract.walkthrough.guide ?? ''),
    steps: contract.steps.map((s) => ({
      text: words(s.byHuman ? 'scenario.step.human' : 'scenario.step.tool', { text: s.text }),
    })),
    whenNot: contract.whenNotToUse.map((text) => ({ text })),
    guardrails: rulebook.guardrailsOf(facts).map(({ name, rule }) => ({ name, rule })),
    humanCheck: words('scenario.humanCheck', { who: contract.humanCheck.who, what: contract.humanCheck.what }),
    prompts: contract.prompts.map((p) => ({
      title: words(`prompt.${p.purpose}`, { title: p.title }),
      lines: textLines(p.text),
    })),
  };
}

/** What the small card shows: at most 3 kB, so each text is a line. */
export function resultView(entry: Entry, scene: Scene): ResultData {
  const verdict = toolToUse(entry, scene);
  return {
    ...shared(entry, scene),
    ...lookOf(verdict.verdict),
    toolId: verdict.toolId,
    toolLine: verdictShort(verdict, scene.rulebook, scene.words),
  };
}

function shared(entry: Entry, scene: Scene) {
  const { contract } = entry;
  const { rulebook, words } = scene;
  return {
    summary: words('scenario.summary', { title: contract.title }),
    scenarioId: entry.id,
    dataClassId: contract.dataClassId,
    title: contract.title,
    helpsYou: contract.helpsYou,
    problem: contract.problem,
    forLine: forLine(entry, scene),
    dataLine: words('scenario.data', { dataClass: rulebook.dataClass(contract.dataClassId)?.name ?? '' }),
    timeLine: timeLine(entry, scene),
    checkedLine: [badgeLine(entry, scene), checkedLine(entry, scene)].filter(Boolean).join(' · '),
  };
}

/** "For recruiters · step 3 of 5 in Sourcing strategy". */
export function forLine({ contract, head, workflow }: Entry, { book, words }: Scene): string {
  const roles = contract.roleIds.map((id) => book.roles.get(id)?.name ?? '').join(', ');
  return words('scenario.for', { roles, step: head.stepOrder, steps: workflow.steps.length, workflow: workflow.name });
}

/** Minutes before and after, and whether they are a guess or measured here. */
export function timeLine(
  { id, contract: { time } }: Entry,
  { proofs, words }: Pick<Scene, 'proofs' | 'words'>,
): string {
  const measured = proofs.get(id)?.measured;
  if (measured) return words('scenario.time.measured', measured);
  return words(`scenario.time.${time.source}`, { before: time.beforeMinutes, after: time.afterMinutes, n: time.n });
}

/** The badge in words; empty where there is none. */
export function badgeLine(entry: Entry, { proofs, words }: Pick<Scene, 'proofs' | 'words'>): string {
  const badge = badgeOf(entry, proofs);
  if (badge.kind === 'none') return '';
  return badge.kind === 'proven' ? words('scenario.proven') : words('scenario.provenBefore', { n: badge.version });
}

/** When somebody last looked whether it still holds. */
export function checkedLine(entry: Entry, { now, words }: Scene): string {
  const { lastReviewedAt } = entry.head;
  if (!lastReviewedAt) return words('scenario.neverChecked');
  const date = readableDate(lastReviewedAt, words.language);
  return isLate(entry, now)
    ? words('scenario.notCheckedSince', { date })
    : words('scenario.checked', { days: Math.max(0, daysPast(lastReviewedAt.slice(0, 10), now)), date });
}

/** Owner and HR lead, reachable from every card (R28), and who found it out, by their choice (R44). */
function peopleLine({ head, workflow }: Entry, { book, words }: Scene): string {
  const name = (id: string | undefined) => (id ? book.names.get(id) : undefined);
  const owner = name(workflow.ownerId) ?? name(head.ownerId);
  const lead = name(workflow.hrLeadId);
  const found = head.credit.flatMap(({ personId, shown }) => (shown ? (name(personId) ?? []) : []));
  return [
    owner && words('scenario.owner', { name: owner }),
    lead && words('scenario.hrLead', { name: lead }),
    found.length > 0 && words('scenario.foundBy', { names: found.join(', ') }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The verdict for the tool that was chosen, else for the one to use now. */
export function verdictFor(entry: Entry, scene: Scene, toolId: string | undefined, dataClassId: string): VerdictAnswer {
  const chosen = toolId && scene.rulebook.tool(toolId) ? toolId : toolToUse(entry, scene).toolId;
  const departmentId = departmentOf(scene.who, scene.book);
  const reader = { roleIds: scene.who.roleIds, ...(departmentId ? { departmentId } : {}) };
  return scene.rulebook.verdict({ toolId: chosen, dataClassId, scenario: entry.facts, reader, now: scene.now });
}

/** What a prompt calls the text that stands above it in the same chat: in the prompt's language, not the reader's. */
export const draftAbove = ({ contract }: Entry): string => wordsFor(contract.language)('use.draftAbove');
