/** A workflow as those see it who work on it: steps, worksheet with its score, scenarios, and what they may do. */
import { historyOf } from '../../core/history.ts';
import type { Turn } from '../../core/turn.ts';
import type { WorksheetNumbers } from '../../core/worksheet.ts';
import { scoreOf } from '../../core/worksheet-score.ts';
import { headsThat, versionsOf } from './edit-documents.ts';
import type { Scenario, Workflow, Worksheet } from './model.ts';
import { actionsOf } from './workflow-actions.ts';

import type { AtWorkflow } from './workflow-before.ts';
import type { ScoreView, WorkflowWork } from './workflow-contract.ts';
import { undoOf } from './workflow-undo.ts';
import { gapsIn } from './worksheet.ts';

export async function workOf(at: AtWorkflow, note = ''): Promise<WorkflowWork> {
  const { desk, turn, scene, loaded, actor } = at;
  const { id, workflow } = loaded;
  const { name, problem, stage, steps, worksheet, runCountSource, lessons = [] } = workflow;
  return {
    ...{ id, name, problem, runCountSource },
    department: { id: workflow.departmentId, name: scene.book.departments.get(workflow.departmentId)?.name ?? '' },
    stage: { id: stage, word: turn.words(`scenario.stage.${stage}`) },
    steps: steps.map(({ order: _, ...step }) => ({
      ...step,
      role: scene.book.roles.get(step.roleId ?? '')?.name ?? '',
    })),
    ...(worksheet ? { worksheet: numbersOf(worksheet), score: scoreView(turn, worksheet) } : {}),
    isExample: worksheet?.isExample ?? false,
    missing: missingOf(turn, workflow),
    scenarios: await scenariosOf(at),
    ...(await peopleOf(at)),
    ...retiredOf(at),
    lessons: lessons.map(({ text, at: when }) => ({ text, at: when })),
    mayEdit: actor.isOwner && stage !== 'retired',
    actions: actionsOf(at),
    history: await historyOf(turn, id, { nameOf: (personId) => desk.life.nameOf(turn, personId) }),
    ...(await undoOf(at)),
    ...(note ? { note } : {}),
  };
}

const numbersOf = ({ isExample: _, ...worksheet }: Worksheet): WorksheetNumbers => worksheet;

/** What of its worksheet stands in the way of a pilot. */
export const missingOf = ({ words }: Pick<Turn, 'words'>, { worksheet }: Workflow): string[] =>
  gapsIn(worksheet).map((gap) => words(`workflow.missing.${gap}`));

function scoreView({ words }: Turn, worksheet: Worksheet): ScoreView {
  const { points, word, parts, hours } = scoreOf(worksheet);
  const { runsPerPersonPerMonth: runs, judgeable } = worksheet;
  const texts = {
    often: words('workflow.part.oftenText', { runs }),
    hours: words('workflow.part.hoursText', { hours }),
    judgeable: words(`workflow.judgeable.${judgeable}`),
  };
  return {
    points,
    word: words(`workflow.score.${word}`),
    parts: parts.map((part) => ({
      ...{ label: words(`workflow.part.${part.name}`), text: texts[part.name] },
      ...{ points: part.points, most: part.most },
    })),
  };
}

async function peopleOf({
  desk,
  turn,
  loaded,
}: AtWorkflow): Promise<Pick<WorkflowWork, 'owner' | 'hrLead' | 'signing'>> {
  const { ownerId, hrLeadId, signing } = loaded.workflow;
  const name = (id: string | undefined) => (id ? desk.life.nameOf(turn, id) : Promise.resolve(''));
  const [owner, hrLead, by] = await Promise.all([ownerId, hrLeadId, signing?.by].map(name));
  return {
    ...(ownerId ? { owner: { id: ownerId, name: owner ?? '' } } : {}),
    ...(hrLeadId ? { hrLead: { id: hrLeadId, name: hrLead ?? '' } } : {}),
    ...(signing ? { signing: { by: by ?? '', at: signing.at, isMine: signing.by === turn.who.personId } } : {}),
  };
}

function retiredOf({ scene, loaded }: AtWorkflow): Pick<WorkflowWork, 'retired'> {
  const { retired, stage } = loaded.workflow;
  if (!retired || stage !== 'retired') return {};
  const other = scene.book.workflows.get(retired.replacementId ?? '');
  const replacement = other ? { replacement: { id: other.id, name: other.name } } : {};
  return { retired: { reason: retired.reason, at: retired.at, ...replacement } };
}

/** Those on the way as well, in the order of the steps. */
async function scenariosOf({ turn, scene, loaded }: AtWorkflow): Promise<WorkflowWork['scenarios']> {
  const heads = await headsThat(turn.store, ({ workflowId }) => workflowId === loaded.id);
  const titled = await Promise.all(heads.map(async ({ id, head }) => ({ id, head, title: await titleOf(id) })));
  return titled
    .toSorted((a, b) => a.head.stepOrder - b.head.stepOrder || a.title.localeCompare(b.title))
    .map(({ id, head, title }) => ({ id, title: title || turn.words('edit.untitled'), word: wordOf(turn, head) }));

  async function titleOf(id: string): Promise<string> {
    return scene.book.entries.get(id)?.contract.title ?? (await versionsOf(turn.store, id))[0]?.text.title ?? '';
  }
}

const wordOf = ({ words }: Turn, head: Scenario): string =>
  head.hold ? words('edit.state.held') : words(`edit.state.${head.state}`);
