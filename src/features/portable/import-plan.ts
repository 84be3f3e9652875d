/** A file held against the playbook: what would be new, what would change, what stays, and every row that is wrong. */
import type { ArrivalCall, Arrivals, Arriving, Planned, RuleArrivals, Ruled } from '../../core/arrival.ts';
import type { Copied } from '../../core/copy.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { digest } from '../../core/ids.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { FileItem, FileRead, FileScenario, OddRow, RowProblem } from './arriving.ts';
import { type Names, namesOf, resolved } from './names-known.ts';

export interface ImportDeps {
  readonly copied: (turn: Turn, isBeyond: boolean) => Promise<readonly Copied[]>;
  readonly arrivals: Arrivals;
  readonly ruled: RuleArrivals;
}

export interface Line {
  readonly title: string;
  readonly slug: string;
  readonly outcome: 'new' | 'changed' | 'same' | 'busy';
  /** Empty where nothing is stored yet. */
  readonly id: string;
  readonly missing: readonly string[];
}

export interface Plan {
  readonly lines: readonly Line[];
  readonly fresh: readonly Arriving[];
  readonly changes: readonly Arriving[];
  /** Workflows, roles and packs that are not here. */
  readonly library: readonly WriteOperation[];
  /** Decisions and rules, row by row. */
  readonly ruled: readonly Ruled[];
  readonly problems: readonly RowProblem[];
}

export async function planOf(
  { copied, arrivals, ruled }: ImportDeps,
  turn: Turn,
  { file, workflowId }: { readonly file: FileRead; readonly workflowId: string | undefined },
): Promise<Plan> {
  const here = await copied(turn, true);
  const known = new Set(here.map(({ kind, slug }) => `${kind}/${slug}`));
  const coming = file.library.filter(({ kind, slug }) => !known.has(`${kind}/${slug}`));
  const ids = coming.map((item) => ({ ...item, id: libraryDocument(arrivals, turn, item, item.body).id }));
  const names = namesOf(here, ids);
  const library = coming.map((item) => ({ item, ...libraryDocument(arrivals, turn, item, withIds(item, names)) }));
  const calls = file.scenarios.map((each) => callOf(each, { turn, names, file, workflowId }));
  const plans = await arrivals.plan(
    turn,
    calls.map(({ call }) => call),
  );
  return {
    ...sorted(calls, plans),
    ruled: await ruled.plan(turn, file.ruled, names.idOf),
    library: library.flatMap(({ operation }) => operation ?? []),
    problems: [
      ...library.flatMap(({ item, problem }) =>
        problem === undefined ? [] : [{ row: item.row, column: `${item.kind}.${problem}`, message: item.slug }],
      ),
      ...calls.flatMap(({ problems }) => problems),
      ...file.odd.map((each) => oddRow(each, turn)),
      ...badRows(calls, plans),
      ...doubles(calls, turn),
    ],
  };
}

const libraryDocument = (arrivals: Arrivals, turn: Turn, { kind, slug }: FileItem, body: object) =>
  kind === 'workflow' || kind === 'role' || kind === 'pack'
    ? arrivals.libraryOperation(turn, kind, { slug, body })
    : { id: '', problem: kind };

const withIds = ({ body }: FileItem, names: Names): object =>
  resolved({ row: 0, contract: body }, { names, words: silent, chosenId: '' }).contract;
const silent = Object.assign(() => '', { language: 'en', has: () => true });

interface Called {
  readonly row: number;
  readonly call: ArrivalCall;
  readonly title: string;
  readonly problems: readonly RowProblem[];
}

interface Calling {
  readonly turn: Turn;
  readonly names: Names;
  readonly file: FileRead;
  readonly workflowId: string | undefined;
}

function callOf(each: FileScenario, { turn, names, file, workflowId }: Calling): Called {
  const found = resolved(each, { names, words: turn.words, chosenId: workflowId });
  const { title = '' } = each.contract as { title?: unknown };
  const slug = each.slug ?? slugFor(String(title), JSON.stringify(each.contract));
  const isWhole = file.form === 'fieldbook';
  const contract =
    isWhole || 'language' in found.contract ? found.contract : { language: turn.words.language, ...found.contract };
  return {
    ...{ row: each.row, title: String(title), problems: found.problems },
    call: { slug, workflowId: found.workflowId, stepOrder: each.stepOrder, contract, isPartial: !isWhole },
  };
}

/** Readable, and the same for the same prompt. */
const slugFor = (title: string, text: string): string => {
  const words = fold(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 44)
    .replace(/-+$/, '');
  return `${words || 'prompt'}-${digest(text).slice(0, 10)}`;
};

function sorted(calls: readonly Called[], plans: readonly Planned[]): Pick<Plan, 'lines' | 'fresh' | 'changes'> {
  const lines: Line[] = [];
  const [fresh, changes]: [Arriving[], Arriving[]] = [[], []];
  for (const [at, plan] of plans.entries()) {
    const { title = '', call } = calls[at] ?? {};
    const line = { title, slug: call?.slug ?? '' };
    if (plan.kind === 'bad') continue;
    if (plan.kind === 'same' || plan.kind === 'busy')
      lines.push({ ...line, outcome: plan.kind, id: plan.id, missing: [] });
    else {
      (plan.kind === 'new' ? fresh : changes).push(plan.arriving);
      lines.push({ ...line, outcome: plan.kind, id: plan.arriving.scenarioId, missing: plan.missing });
    }
  }
  return { lines, fresh, changes };
}

const badRows = (calls: readonly Called[], plans: readonly Planned[]): RowProblem[] =>
  plans.flatMap((plan, at) =>
    plan.kind === 'bad'
      ? plan.problems.map(({ path, message }) => ({ row: calls[at]?.row ?? 0, column: path, message }))
      : [],
  );

const oddRow = ({ row, column, name }: OddRow, { words }: Turn): RowProblem => ({
  ...{ row, column },
  message: words(column === 'kind' ? 'portable.badKind' : 'portable.lostRow', { name: name.slice(0, 80) }),
});

const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name stands once in a file, and is one that can be. */
function doubles(calls: readonly Called[], { words }: Turn): RowProblem[] {
  const seen = new Set<string>();
  return calls.flatMap(({ row, call: { slug } }) => {
    const isDouble = seen.has(slug);
    seen.add(slug);
    const isName = slugForm.test(slug) && slug.length <= 60;
    if (isName && !isDouble) return [];
    const key = isName ? 'portable.twice' : 'portable.badSlug';
    return [{ row, column: 'scenario', message: words(key, { name: slug.slice(0, 80) }) }];
  });
}
