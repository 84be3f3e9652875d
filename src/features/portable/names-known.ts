/** The names that a file may use here: a slug, or what people call it. What is none of them is said by its row and column. */
import { type Copied, type CopyKind, withPointers } from '../../core/copy.ts';
import { fold } from '../../core/text.ts';
import type { Words } from '../../core/words.ts';
import type { FileItem, FileScenario, RowProblem } from './arriving.ts';
import { namedPart } from './parts.ts';

export interface Names {
  idOf(kind: CopyKind, name: string): string | undefined;
  /** As a sentence names them. */
  listOf(kind: CopyKind): readonly string[];
  /** False for a step that this workflow does not have. */
  hasStep(workflowId: string, order: number): boolean;
}

/** `coming` = what the same file brings along. */
export function namesOf(here: readonly Copied[], coming: readonly (FileItem & { readonly id: string })[]): Names {
  const ids = new Map<string, string>();
  for (const { kind, slug, id, body } of [...coming, ...here]) {
    const { name } = namedPart.parse(body);
    for (const each of [name, slug]) if (each !== '') ids.set(`${kind}/${fold(each)}`, id);
  }
  const steps = new Map(
    [...coming, ...here].flatMap(({ kind, id, body }) =>
      kind === 'workflow' ? [[id, namedPart.parse(body).steps.map(({ order }) => order)] as const] : [],
    ),
  );
  return {
    hasStep: (workflowId, order) => steps.get(workflowId)?.includes(order) ?? true,
    idOf: (kind, name) => ids.get(`${kind}/${fold(name)}`),
    listOf: (kind) =>
      here.flatMap((each) => (each.kind === kind ? [namedPart.parse(each.body).name || each.slug] : [])).toSorted(),
  };
}

/** What a table calls the fields that point somewhere. */
const columnOf: Readonly<Partial<Record<CopyKind, string>>> = {
  ...{ role: 'role', dataClass: 'dataClass', tool: 'tool', guardrail: 'guardrail', workflow: 'workflow' },
};
const mostNamed = 12;

interface Resolved {
  readonly contract: object;
  readonly workflowId: string;
  readonly problems: readonly RowProblem[];
}

/** `chosenId` = the workflow of those that name none. */
export function resolved(
  { row, contract, workflow, stepOrder }: FileScenario,
  { names, words, chosenId }: { readonly names: Names; readonly words: Words; readonly chosenId: string | undefined },
): Resolved {
  const problems: RowProblem[] = [];
  const unknown = (kind: CopyKind, name: string) => {
    const column = columnOf[kind];
    // What comes next, a pack or a decision may be missing here: the form lists what a draft needs.
    if (column && name !== '') problems.push({ row, column, message: unknownName(kind, name, names, words) });
  };
  const ids = withPointers(contract, (kind, name) => {
    const id = names.idOf(kind, name);
    if (id === undefined) unknown(kind, name);
    return id;
  });
  const workflowId = workflow === undefined ? chosenId : names.idOf('workflow', workflow);
  if (workflowId === undefined && workflow !== undefined) unknown('workflow', workflow);
  else if (workflowId === undefined) problems.push({ row, column: 'workflow', message: words('portable.noWorkflow') });
  if (workflowId !== undefined && stepOrder !== undefined && !names.hasStep(workflowId, stepOrder))
    problems.push({ row, column: 'step', message: words('portable.badStep', { step: String(stepOrder) }) });
  return { contract: Object(ids), workflowId: workflowId ?? '', problems };
}

function unknownName(kind: CopyKind, name: string, names: Names, words: Words): string {
  const known = names.listOf(kind);
  const first = known.slice(0, mostNamed).join(', ');
  const rest = known.length - mostNamed;
  return words('portable.unknownName', {
    name: name.slice(0, 80),
    known: rest > 0 ? words('portable.andMore', { known: first, count: rest }) : first,
  });
}
