/** Brings together what the figures of a view are made of; nothing of it is kept. */
import { isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { weekName, weekOf, weekStart } from '../../core/weeks.ts';
import type { MeasureDeps } from './desk.ts';
import type { Facts, PilotFacts, View } from './facts.ts';

/** Records are kept for 400 days. */
const keptWeeks = 58;
const flagWeeks = 52;

export async function loadFacts(deps: MeasureDeps, turn: Turn, view: View): Promise<Facts> {
  const { now } = turn;
  const week = weekOf(now);
  const isWhole = view.kind === 'weeks' && view.workflowId === undefined && view.departmentId === undefined;
  const [records, work, pilots, crowd, flags, demand, reuses, asks] = await Promise.all([
    deps.records(turn, { from: weekName(week - keptWeeks), to: isoWeekOf(now) }),
    deps.work(turn),
    deps.pilots(turn),
    deps.crowd(turn),
    deps.answeredFlags(turn, weekStart(week - flagWeeks).toISOString()),
    isWhole ? deps.demand(turn, view.weeks) : [],
    deps.reuses(turn),
    deps.asked(turn),
  ]);
  return {
    ...{ now, records, flags, demand, asks },
    workflows: work.workflows,
    scenarios: work.scenarios,
    pilots: pilots.map((pilot) => pilotFacts(deps, turn, pilot)),
    people: peopleOf(crowd, work.roleDepartments),
    reuses: reuses.map(({ personId, ...taken }) => ({ ...taken, personKey: deps.key(turn, personId) })),
  };
}

const pilotFacts = (
  deps: MeasureDeps,
  turn: Turn,
  { id, workflowId, startDate, endDate, joinedIds, leftIds }: Awaited<ReturnType<MeasureDeps['pilots']>>[number],
): PilotFacts => ({
  ...{ id, workflowId, startDate, endDate, joined: joinedIds.length },
  keys: new Set([...joinedIds, ...leftIds].map((personId) => deps.key(turn, personId))),
});

/** A person's department: their own, else that of their first role. */
function peopleOf(
  crowd: Awaited<ReturnType<MeasureDeps['crowd']>>,
  roleDepartments: ReadonlyMap<string, string>,
): Facts['people'] {
  const departments = crowd.map((each) => each.departmentId ?? roleDepartments.get(each.roleIds[0] ?? '') ?? '');
  const byDepartment = new Map([...Map.groupBy(departments, (id) => id)].map(([id, here]) => [id, here.length]));
  return { all: crowd.length, byDepartment };
}
