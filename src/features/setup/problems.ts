/** What is wrong with what was prepared, all at once: what schemas cannot know. */
import type { ProblemCode } from '../../core/errors.ts';
import type { FieldProblem } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { PrepareBody } from './contract.ts';
import type { SetUpDeps } from './desk.ts';

/** Of a first pilot; other numbers need a reason, which the page of the pilot asks for. */
export const sizes = { least: 5, most: 10 } as const;

const paths = ['ownerId', 'hrLeadId', 'toolsLeadId', 'contactId'] as const;
type Path = (typeof paths)[number] | 'workflowId' | 'toolIds' | 'answers' | 'memberIds' | 'worksheet.judgeable';

export async function prepareProblems(deps: SetUpDeps, turn: Turn, body: PrepareBody): Promise<FieldProblem[]> {
  const { words } = turn;
  const { memberIds, workflowId, toolIds, answers } = body;
  const ids = [...new Set([...paths.map((path) => body[path]), ...memberIds])];
  const known = new Set((await deps.peopleNamed(turn, { ids })).map(({ id }) => id));
  const workflow = (await deps.playbook.startable(turn)).find(({ id }) => id === workflowId);
  const size = new Set(memberIds).size;
  const { least, most } = sizes;
  const said = (path: Path, text: string, error: ProblemCode = 'field_choice'): FieldProblem[] => [
    { path, error, message: text },
  ];
  const unknown = (path: (typeof paths)[number]): FieldProblem[] =>
    known.has(body[path]) ? [] : said(path, words('setup.not.known'));
  const isUnconditional = answers.some(
    ({ verdict, conditions }) => verdict === 'withConditions' && conditions.length === 0,
  );
  return [
    ...paths.flatMap(unknown),
    ...(body.ownerId === body.hrLeadId ? said('hrLeadId', words('setup.not.twoPeople')) : []),
    ...(workflow ? [] : said('workflowId', words('setup.not.workflow'))),
    ...(toolIds.every((id) => workflow?.toolIds.includes(id) ?? true) ? [] : said('toolIds', words('setup.not.tools'))),
    ...(answers.every(({ dataClassId }) => workflow?.dataClassIds.includes(dataClassId) ?? true)
      ? []
      : said('answers', words('setup.not.data'))),
    ...(isUnconditional ? said('answers', words('setup.not.condition'), 'field_required') : []),
    ...(answers.length > 0 && answers.every(({ verdict }) => verdict === 'notAllowed')
      ? said('answers', words('setup.not.noTool'))
      : []),
    ...(body.worksheet.judgeable === 'no' ? said('worksheet.judgeable', words('workflow.missing.notJudgeable')) : []),
    ...(memberIds.every((id) => known.has(id)) ? [] : said('memberIds', words('setup.not.known'))),
    ...(size >= least && size <= most ? [] : said('memberIds', words('setup.not.size', { least, most, size }))),
  ];
}
