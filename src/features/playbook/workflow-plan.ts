/** Workflows as whoever plans a pilot needs them, always with what this reader may see of each. */
import type { PlannedScenario, PlannedWorkflow } from '../../core/playbook-view.ts';
import { isUsable } from '../../core/rulebook.ts';
import type { Turn } from '../../core/turn.ts';
import { scoreOf } from '../../core/worksheet-score.ts';
import type { Entry, Identified } from './book.ts';
import type { Workflow } from './model.ts';

import { isDue, isLive } from './scenario-rules.ts';
import { type Scene, toolVerdicts } from './view.ts';
import { isInScope } from './visibility.ts';
import { isOwnerOf } from './workflow-before.ts';
import { missingOf } from './workflow-work.ts';

export const plannedWorkflows = (turn: Turn, scene: Scene): PlannedWorkflow[] =>
  [...scene.book.workflows.values()]
    .map((workflow) => plannedOf(turn, scene, workflow))
    .toSorted((a, b) => a.name.localeCompare(b.name));

function plannedOf(turn: Turn, scene: Scene, workflow: Identified<Workflow>): PlannedWorkflow {
  const { id, name, departmentId, stage, ownerId, hrLeadId, worksheet } = workflow;
  const entries = [...scene.book.entries.values()].filter((entry) => entry.workflow.id === id && isLive(entry.head));
  return {
    ...{ id, name, departmentId, stage, department: scene.book.departments.get(departmentId)?.name ?? '' },
    ...(ownerId ? { ownerId } : {}),
    ...(hrLeadId ? { hrLeadId } : {}),
    isOwned: isOwnerOf(workflow, turn.who),
    isReader: isInScope(workflow, turn.who),
    ...(worksheet ? { points: scoreOf(worksheet).points } : {}),
    missing: missingOf(turn, workflow),
    scenarios: entries.toSorted((a, b) => a.head.stepOrder - b.head.stepOrder).map((entry) => scenarioOf(entry, scene)),
  };
}

function scenarioOf(entry: Entry, scene: Scene): PlannedScenario {
  const { id, head, contract, department } = entry;
  // By the rules of the department that will use it, whoever looks.
  const reader = { ...scene.who, departmentId: department.id, roleIds: [] };
  const verdicts = toolVerdicts({ ...entry, facts: withoutHold(entry) }, { ...scene, who: reader });
  return {
    ...{ id, title: contract.title, isHeld: head.hold !== undefined, isInDate: !isDue(head, scene.now) },
    hasTool: verdicts.some(({ verdict }) => isUsable(verdict)),
    hasGood: contract.goodExample.text !== '' && contract.criteria.length > 0,
    hasGuide: Boolean(contract.walkthrough.guide || contract.walkthrough.videoUrl),
    rules: scene.rulebook.guardrailsOf(entry.facts).map(({ name, rule }) => ({ name, rule })),
  };
}

/** What is on hold is said as such: its tools may be fine. */
const withoutHold = ({ facts: { hold: _, ...facts } }: Entry): Entry['facts'] => facts;
