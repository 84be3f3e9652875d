/** A file brought in by an administrator: looked at without writing anything, then written; and how far that is. */
import { deeperThan } from '../../core/depth.ts';
import type { Job } from '../../core/feature.ts';
import { digest } from '../../core/ids.ts';
import { holds } from '../../core/person.ts';
import { type Call, type FieldProblem, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { FileRead, RowProblem } from './arriving.ts';
import { type ImportBody, type ImportReply, importBody, importReply } from './contract.ts';
import { begin, countsOf, importJob, leftOutOf, ruledLines } from './import-begin.ts';
import { mostBytes, textOfBytes, type Wrong, wrong } from './import-bytes.ts';
import { jsonFile } from './import-json.ts';
import { isOver } from './import-model.ts';
import { type ImportDeps, type Plan, planOf } from './import-plan.ts';
import { goOn, loadImport, type Running } from './import-run.ts';
import { tableFile } from './import-table.ts';

const mostRows = 5_000;
/** The file as base64 in JSON, with room to be told that it is too large. */
const longest = { bytes: 3 * mostBytes, code: 'import_too_large' } as const;
/** Of a request: whatever is left, the job does. */
const mostMs = 4_000;
const mostLines = 100;
const mostProblems = 100;

const mayImport = ({ who }: Turn): boolean => holds(who, ['admin']);

export const importRoutes = (deps: ImportDeps): Route[] => [
  route('POST', '/api/playbook/import', { body: importBody, reply: importReply, longest }, (call) =>
    bringIn(deps, call),
  ),
  route('GET', '/api/playbook/imports/:id', { reply: importReply }, async ({ turn, params }) => {
    if (!mayImport(turn)) return refuse('forbidden');
    const found = await loadImport(turn.store, params.id ?? '');
    return found ? { kind: 'ok', body: progressOf(found) } : refuse('not_found');
  }),
];

export const importJobOf = (deps: ImportDeps): Job => ({
  name: importJob,
  async run(turn, { subject }) {
    const until = performance.now() + 10 * mostMs;
    await goOn(deps, turn, subject, () => performance.now() > until);
    const at = await loadImport(turn.store, subject);
    if (at && !isOver(at.doc)) throw new Error('portable: the import goes on at the next look');
    return [];
  },
});

async function bringIn(deps: ImportDeps, { turn, body }: Call<unknown, ImportBody>): Promise<Reply<ImportReply>> {
  if (!mayImport(turn)) return refuse('forbidden');
  const file = fileOf(body);
  if (file.kind === 'wrong') return refused(turn, file);
  const id = `import-${digest(turn.who.tenantId, body.file, body.workflowId ?? '').slice(0, 32)}`;
  const known = await loadImport(turn.store, id);
  if (known) return again(deps, turn, known, body.dryRun);
  const plan = await planOf(deps, turn, { file, workflowId: body.workflowId });
  if (plan.problems.length > 0) return badRows(turn, plan.problems);
  if (body.dryRun) return { kind: 'ok', body: planned(plan, file) };
  if (!(await begin(turn, { id, name: body.name, file, plan })))
    return refused(turn, wrong('already_imported', { batch: id }));
  return further(deps, turn, id);
}

async function further(deps: ImportDeps, turn: Turn, id: string): Promise<Reply<ImportReply>> {
  const until = performance.now() + mostMs;
  await goOn(deps, turn, id, () => performance.now() > until);
  const found = await loadImport(turn.store, id);
  return found ? { kind: 'ok', status: 201, body: progressOf(found) } : refuse('internal');
}

/** The same file goes on where it was cut off; once all of it is here, it says so. */
async function again(deps: ImportDeps, turn: Turn, known: Running, dryRun: boolean): Promise<Reply<ImportReply>> {
  if (known.doc.state === 'done') return refused(turn, wrong('already_imported', { batch: known.id }));
  return dryRun ? { kind: 'ok', body: progressOf(known) } : further(deps, turn, known.id);
}

function fileOf({ file }: ImportBody): FileRead | Wrong {
  const read = textOfBytes(Buffer.from(file, 'base64'));
  if (read.kind === 'wrong') return read;
  const isJson = /^\s*[[{]/.test(read.text);
  if (isJson && deeperThan(read.text, 32)) return wrong('too_deep');
  const found = isJson ? jsonFile(read.text) : tableFile(read.text);
  if (found.kind === 'read' && found.rows + found.ruled.length + found.leftOut > mostRows)
    return wrong('import_too_many_rows');
  return found;
}

const refused = ({ words }: Turn, { code, values }: Wrong): Reply<never> =>
  refuse(code, words(`error.${code}`, values));

/** All of them, by row and column; the first is the message. */
function badRows({ words }: Turn, problems: readonly RowProblem[]): Reply<never> {
  const fields = problems
    .toSorted((a, b) => a.row - b.row)
    .slice(0, mostProblems)
    .map(
      ({ row, column, message }): FieldProblem => ({
        ...{ path: `row.${row}.${column}`, error: 'import_row' },
        message: words('portable.row', { row, column, problem: message }),
      }),
    );
  return { kind: 'refused', code: 'import_row', message: fields[0]?.message ?? '', fields };
}

const planned = (plan: Plan, file: FileRead): ImportReply => ({
  ...{ id: '', state: 'planned', done: 0, total: 0, counts: countsOf(plan), rows: file.rows },
  ...{ leftOut: leftOutOf(plan, file), ruled: ruledLines(plan) },
  items: plan.lines.slice(0, mostLines).map((line) => ({ ...line, missing: [...line.missing] })),
  more: Math.max(0, plan.lines.length - mostLines),
});

/** Done with its last part, whatever marks are still taken off. */
function progressOf({ id, doc }: Running): ImportReply {
  const { counts, lines, ruled, leftOut, done, total } = doc;
  const state = doc.state === 'done' ? 'done' : 'running';
  const all = counts.new + counts.changed + counts.same + counts.busy;
  const rows = all + counts.library;
  return { id, state, done, total, counts, rows, leftOut, ruled, items: lines, more: Math.max(0, all - lines.length) };
}
