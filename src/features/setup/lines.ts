/** What each part says of itself: on the page and on the card of who confirms it. */
import type { Turn } from '../../core/turn.ts';
import type { SetUpDeps } from './desk.ts';
import type { Part, SetUp } from './model.ts';

export async function linesOf(deps: SetUpDeps, turn: Turn, known: SetUp, part: Part): Promise<string[]> {
  switch (part) {
    case 'people':
      return peopleLines(deps, turn, known);
    case 'tools':
      return toolLines(deps, turn, known);
    case 'pilot':
      return pilotLines(deps, turn, known);
  }
}

async function peopleLines(deps: SetUpDeps, turn: Turn, known: SetUp): Promise<string[]> {
  const [owner, hrLead, toolsLead] = await Promise.all(
    [known.ownerId, known.hrLeadId, known.toolsLeadId].map((id) => deps.nameOf(turn, id)),
  );
  const { words } = turn;
  return [
    words('setup.line.owner', { name: owner ?? '' }),
    words('setup.line.hrLead', { name: hrLead ?? '' }),
    words('setup.line.toolsLead', { name: toolsLead ?? '' }),
    ...(known.hrLeadId === known.toolsLeadId ? [words('setup.line.both')] : []),
  ];
}

async function toolLines(deps: SetUpDeps, turn: Turn, { toolIds, answers }: SetUp): Promise<string[]> {
  const { words } = turn;
  const rulebook = await deps.rulebook(turn);
  const tools = toolIds.map((id) => rulebook.tool(id)?.name ?? '').join(', ');
  return [
    words('setup.line.tools', { tools }),
    ...answers.map(({ dataClassId, verdict, conditions, reason }) => {
      const data = rulebook.dataClass(dataClassId)?.name ?? '';
      const more = [...conditions, reason].join(' ');
      return words('setup.line.answer', { data, verdict: words(`verdict.${verdict}`), more });
    }),
  ];
}

async function pilotLines(deps: SetUpDeps, turn: Turn, known: SetUp): Promise<string[]> {
  const { words } = turn;
  const workflow = (await deps.playbook.startable(turn)).find(({ id }) => id === known.workflowId);
  const titles = (workflow?.scenarios ?? []).filter(({ isLive }) => !isLive).map(({ title }) => title);
  const contact = await deps.nameOf(turn, known.contactId);
  return [
    ...(workflow ? [words('setup.line.workflow', { name: workflow.name, department: workflow.department })] : []),
    ...(titles.length > 0 ? [words('setup.line.publish', { titles: titles.join(', ') })] : []),
    words('setup.line.members', { count: known.memberIds.length }),
    words('setup.line.contact', { name: contact }),
  ];
}
