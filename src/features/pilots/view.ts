/** One pilot before one reader, as the tab shows it: what everybody in it may know. */
import { historyOf } from '../../core/history.ts';
import type { Turn } from '../../core/turn.ts';
import { actionsOf, isAskedOne } from './actions.ts';
import { weekOf } from './calendar.ts';
import { cockpitOf } from './cockpit.ts';
import type { PilotDetail, PilotLine } from './contract.ts';
import { type AtPilot, knownOf } from './facts.ts';
import { stateOf, weekLine } from './sentences.ts';
import { undoOf } from './undo.ts';

export function lineOf(at: AtPilot): PilotLine {
  const { turn, loaded, workflow } = at;
  const { pilot } = loaded;
  return {
    ...{ id: loaded.id, name: pilot.name, version: loaded.version },
    workflow: { id: pilot.workflowId, name: workflow?.name ?? '' },
    department: workflow?.department ?? '',
    state: stateOf(turn, pilot),
    weekLine: weekLine(turn, pilot),
    mine: mineOf(at),
  };
}

function mineOf(at: AtPilot): PilotLine['mine'] {
  const { actor, loaded } = at;
  if (isAskedOne(at) && (loaded.pilot.state === 'baseline' || loaded.pilot.state === 'running')) return 'asked';
  if (actor.isOwner || actor.isHrLead) return 'lead';
  const isIn = loaded.pilot.roster.some(({ personId, leftAt }) => personId === actor.personId && !leftAt);
  return isIn ? 'member' : 'reader';
}

export async function detailOf(at: AtPilot, note = ''): Promise<PilotDetail> {
  const { deps, turn, loaded, workflow, isLead } = at;
  const { pilot } = loaded;
  const known = await knownOf(at);
  const { version: _, ...line } = lineOf(at);
  const named = async (id: string) => ({ id, name: await deps.nameOf(turn, id) });
  const week = weekOf(pilot, turn.now);
  const hasBegun = pilot.state !== 'draft' && pilot.state !== 'baseline';
  const [owner, hrLead] = await Promise.all([named(pilot.ownerId), named(pilot.hrLeadId)]);
  const contactId = await deps.contact(turn);
  return {
    ...{ ...line, goal: pilot.goal, owner, hrLead, zone: pilot.zone },
    ...(hasBegun && week ? { week } : {}),
    ...(pilot.startDate ? { startDate: pilot.startDate } : {}),
    ...(pilot.endDate ? { endDate: pilot.endDate } : {}),
    scenarios: pilot.scenarioIds.map((id) => scenarioOf(turn, workflow, id, isLead)),
    rules: rulesOf(at),
    ...(contactId ? { toTell: (await named(contactId)).name } : {}),
    recorded: recordedLines(turn),
    ...(isLead ? { cockpit: await cockpitOf(at, known) } : {}),
    actions: actionsOf(at, known),
    history: isLead ? await historyOf(turn, loaded.id, { nameOf: (id) => deps.nameOf(turn, id) }) : [],
    ...(await undoOf(at)),
    ...(note ? { note } : {}),
  };
}

/** Those that several scenarios share stand once. */
function rulesOf({ workflow, loaded }: AtPilot): PilotDetail['rules'] {
  const tried = (workflow?.scenarios ?? []).filter(({ id }) => loaded.pilot.scenarioIds.includes(id));
  const byName = new Map(tried.flatMap(({ rules }) => rules.map((each) => [each.name, { ...each }] as const)));
  return [...byName.values()];
}

function scenarioOf(
  { words }: Turn,
  workflow: AtPilot['workflow'],
  id: string,
  isLead: boolean,
): PilotDetail['scenarios'][number] {
  const scenario = workflow?.scenarios.find((each) => each.id === id);
  const title = scenario?.title ?? words('pilot.scenarioGone');
  if (!isLead) return { id, title };
  const problem = !scenario
    ? words('pilot.blocked.notLive')
    : scenario.isHeld
      ? words('pilot.blocked.held', { title })
      : scenario.hasTool
        ? undefined
        : words('pilot.blocked.noTool', { title });
  return { id, title, ...(problem ? { problem } : {}) };
}

/** What is recorded of people in a pilot, before anybody says yes. */
export const recorded = ['uses', 'result', 'groups', 'never', 'leave'] as const;
export const recordedLines = ({ words }: Pick<Turn, 'words'>): string[] =>
  recorded.map((line) => words(`pilot.recorded.${line}`));
