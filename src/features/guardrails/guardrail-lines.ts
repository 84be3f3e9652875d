/** The library of guardrails: what to do and what not, where each stands by itself, and the watch items for those who look after them. */
import { holds } from '../../core/person.ts';
import type { GuardrailLine } from './decision-contract.ts';
import type { Guardrail } from './model.ts';
import type { Scene } from './scene.ts';

/** The strictest first. */
const levels = ['stop', 'confirm', 'remind'] as const;

export function guardrailLines(scene: Scene): GuardrailLine[] {
  const isKeeper = holds(scene.turn.who, ['governance', 'hrLead']);
  return scene.rules.guardrails
    .filter(({ state }) => state === 'active')
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.name.localeCompare(b.name))
    .map(({ id, name, rule, why, do: toDo, doNot, level, reviewDue, lawNotes, appliesTo }) => ({
      ...{ id, name, rule, why, do: [...toDo], doNot: [...doNot], level, reviewDue },
      levelWord: scene.turn.words(`tools.level.${level}`),
      appliesLine: appliesLine(scene, appliesTo),
      lawNotes: isKeeper
        ? lawNotes.map(({ place, title, status, asOf, sourceUrl }) => ({
            ...{ place, title, status, asOf, ...(sourceUrl ? { sourceUrl } : {}) },
          }))
        : [],
    }));
}

function appliesLine({ rules, scopeNames, turn }: Scene, appliesTo: Guardrail['appliesTo']): string {
  const { words } = turn;
  if (appliesTo.findings.length > 0)
    return words('tools.appliesToFindings', {
      kinds: appliesTo.findings.map((kind) => words(`finding.${kind}`)).join(', '),
    });
  if (appliesTo.all) return words('tools.appliesToAll');
  const names = [
    ...appliesTo.dataClassIds.map((id) => rules.classes.get(id)?.name),
    ...appliesTo.toolIds.map((id) => rules.tools.get(id)?.name),
    ...[...appliesTo.workflowIds, ...appliesTo.departmentIds].map((id) => scopeNames.get(id)),
  ].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' · ') : words('tools.appliesByHand');
}
