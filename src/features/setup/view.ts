/** The page of the set-up before one reader: what may be chosen, what was prepared, and how far each part is. */
import { isUsable, type Rulebook } from '../../core/rulebook.ts';
import type { StartableWorkflow } from '../../core/set-up-view.ts';
import type { Turn } from '../../core/turn.ts';
import { scoreOf } from '../../core/worksheet-score.ts';
import type { SetUpView } from './contract.ts';
import type { Chair, SetUpDeps } from './desk.ts';
import { linesOf } from './lines.ts';
import { type Part, parts, type SetUp } from './model.ts';
import { sizes } from './problems.ts';
import { mayConfirm, nextPart } from './rights.ts';

export interface Said {
  readonly note?: string;
  readonly problem?: string;
}

export async function viewOf(
  deps: SetUpDeps,
  turn: Turn,
  known: SetUp | undefined,
  said: Said = {},
): Promise<SetUpView> {
  const { words } = turn;
  const [rulebook, workflows] = await Promise.all([deps.rulebook(turn), deps.playbook.startable(turn)]);
  const chairs = await chairsOf(deps, turn);
  const ids = [turn.who.personId, ...Object.values(chairs), ...idsOf(known)].filter((id) => id !== '');
  return {
    ...(known ? { plan: planOf(known) } : {}),
    people: [...(await deps.peopleNamed(turn, { ids: [...new Set(ids)] }))],
    ...{ me: turn.who.personId, chairs, sizes },
    workflows: workflows.map((workflow) => workflowOf(turn, rulebook, workflow)),
    reasons: {
      allowed: words('setup.reason.allowed'),
      withConditions: words('setup.reason.withConditions'),
      notAllowed: words('setup.reason.notAllowed'),
    },
    condition: words('setup.condition'),
    parts: known ? await Promise.all(parts.map((part) => partOf(deps, turn, known, part))) : [],
    ...(known?.pilotId ? { pilotId: known.pilotId } : {}),
    ...said,
  };
}

const idsOf = (known: SetUp | undefined): string[] =>
  known ? [known.ownerId, known.hrLeadId, known.toolsLeadId, known.contactId, ...known.memberIds] : [];

function planOf(known: SetUp): NonNullable<SetUpView['plan']> {
  const { ownerId, hrLeadId, toolsLeadId, workflowId, contactId, toolIds, answers, worksheet, memberIds } = known;
  return { ownerId, hrLeadId, toolsLeadId, workflowId, contactId, toolIds, answers, worksheet, memberIds };
}

/** Where one alone holds a chair, nobody has to be picked; a reader who may own is the owner. */
async function chairsOf(deps: SetUpDeps, turn: Turn): Promise<SetUpView['chairs']> {
  const alone = async (grant: Chair): Promise<string> => {
    const held = await deps.holders(turn, [grant]);
    return held.length === 1 ? (held[0] ?? '') : '';
  };
  const owners = await deps.holders(turn, ['owner']);
  const me = turn.who.personId;
  const ownerId = owners.includes(me) ? me : await alone('owner');
  return { ownerId, hrLeadId: await alone('hrLead'), toolsLeadId: await alone('governance') };
}

function workflowOf(turn: Turn, rulebook: Rulebook, workflow: StartableWorkflow): SetUpView['workflows'][number] {
  const { id, name, department, problem, worksheet, scenarios, toolIds, dataClassIds, departmentId } = workflow;
  const reader = { departmentId, roleIds: [] };
  const isUsed = (toolId: string, dataClassId: string): boolean =>
    isUsable(rulebook.verdict({ toolId, dataClassId, reader, now: turn.now }).verdict);
  const classes = dataClassIds.filter((dataClassId) => !toolIds.every((toolId) => isUsed(toolId, dataClassId)));
  return {
    ...{ id, name, department, problem, scenarios: scenarios.map(({ title }) => title) },
    ...(worksheet ? { worksheet, points: scoreOf(worksheet).points } : {}),
    tools: toolIds.flatMap((toolId) => {
      const tool = rulebook.tool(toolId);
      return tool ? [{ id: toolId, name: tool.name }] : [];
    }),
    classes: classes.flatMap((classId) => {
      const found = rulebook.dataClass(classId);
      return found
        ? [{ id: classId, name: found.name, description: found.description, examples: [...found.examples] }]
        : [];
    }),
  };
}

async function partOf(deps: SetUpDeps, turn: Turn, known: SetUp, part: Part): Promise<SetUpView['parts'][number]> {
  const { words } = turn;
  const done = known.confirmed[part];
  const isNext = nextPart(known) === part;
  const is = done ? 'done' : !isNext ? 'later' : mayConfirm(turn.who, part) ? 'yours' : 'waiting';
  const name = await deps.nameOf(turn, done?.by ?? holderOf(known, part));
  return {
    ...{ part, is, title: words(`setup.part.${part}`), text: words(`setup.is.${is}`, { name }) },
    lines: await linesOf(deps, turn, known, part),
  };
}

/** Who is named for it. */
const holderOf = ({ ownerId, toolsLeadId }: SetUp, part: Part): string => (part === 'tools' ? toolsLeadId : ownerId);
