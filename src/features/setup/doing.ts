/** A part done, by who confirms it and by the rules of the feature whose it is. */
import { readStamp } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import type { Chair, SetUpDeps } from './desk.ts';
import type { Part, SetUp } from './model.ts';

/** What of the document it adds, or a sentence that says what is in the way. */
export type DonePart = { kind: 'done'; pilotId?: string } | { kind: 'refused'; problem: string };

const done: DonePart = { kind: 'done' };
const problem = (text: string): DonePart => ({ kind: 'refused', problem: text });

/** What was written a moment ago counts. */
export const afresh = async (turn: Turn): Promise<Turn> => ({ ...turn, stamp: await readStamp(turn.store) });

export async function doPart(deps: SetUpDeps, turn: Turn, known: SetUp, part: Part): Promise<DonePart> {
  switch (part) {
    case 'people':
      return givePeople(deps, turn, known);
    case 'tools':
      return setTools(deps, turn, known);
    case 'pilot':
      return openPilot(deps, turn, known);
  }
}

/** The three chairs; who holds one already keeps it. */
async function givePeople(deps: SetUpDeps, turn: Turn, known: SetUp): Promise<DonePart> {
  const chairs: readonly (readonly [string, Chair])[] = [
    [known.ownerId, 'admin'],
    [known.ownerId, 'owner'],
    [known.hrLeadId, 'hrLead'],
    [known.toolsLeadId, 'governance'],
  ];
  for (const [personId, grant] of chairs) {
    const held = await deps.holders(await afresh(turn), [grant]);
    if (held.includes(personId)) continue;
    const why = await deps.giveRight(turn, { personId, grant });
    if (why) return problem(why);
  }
  return done;
}

async function setTools(deps: SetUpDeps, turn: Turn, { toolIds, answers }: SetUp): Promise<DonePart> {
  const set = await deps.setRules(turn, { toolIds, answers });
  return set.kind === 'refused' ? problem(set.message ?? turn.words('error.stale')) : done;
}

/** Worksheet and texts of the workflow, then a pilot with what is usual, whose people are asked. */
async function openPilot(deps: SetUpDeps, turn: Turn, known: SetUp): Promise<DonePart> {
  const { workflowId, ownerId, hrLeadId, worksheet } = known;
  const started = await deps.playbook.start(await afresh(turn), { workflowId, ownerId, hrLeadId, worksheet });
  if (started.kind === 'refused') return problem(started.problem);
  const planned = await plannedPilot(deps, await afresh(turn), known);
  if (planned.kind === 'refused') return problem(planned.message ?? turn.words('error.stale'));
  const why = await deps.askPeople(await afresh(turn), planned.id);
  return why ? problem(why) : { kind: 'done', pilotId: planned.id };
}

async function plannedPilot(deps: SetUpDeps, turn: Turn, { workflowId, memberIds, hrLeadId }: SetUp) {
  const workflow = (await deps.playbook.startable(turn)).find(({ id }) => id === workflowId)?.name ?? '';
  const name = turn.words('setup.pilotName', { workflow });
  const goal = turn.words('setup.pilotGoal', { workflow });
  return deps.planPilot(turn, { workflowId, name, goal, memberIds: [...memberIds], hrLeadId });
}
