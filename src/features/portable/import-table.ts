/** A table as a file to import: our own, that of Prompt Pulse, or one with the columns of Prompt Buddy. */
import type { FileRead, FileScenario } from './arriving.ts';
import { buddyScenarios, promptContract, variablesIn } from './foreign.ts';
import { type Wrong, wrong } from './import-bytes.ts';
import { readCsv, type TableRecord, unguarded } from './read-csv.ts';
import { between, columns } from './table.ts';

const pulse = ['PromptTitle', 'Prompt'];
const buddy = ['Title', 'Prompt', 'Category', 'Description', 'ID'];
/** Without these a table of ours says nothing. */
const needed = ['kind', 'scenario', 'title'];

type Cells = ReadonlyMap<string, string>;
interface Row {
  readonly row: number;
  readonly cells: Cells;
}

export function tableFile(text: string): FileRead | Wrong {
  const [head, ...records] = readCsv(text);
  const header = head?.cells.map((cell) => cell.trim()) ?? [];
  const [form, known, must] = header.includes('PromptTitle')
    ? (['promptPulse', pulse, pulse] as const)
    : header.includes('Prompt')
      ? (['promptBuddy', buddy, ['Title', 'Prompt']] as const)
      : (['table', columns, needed] as const);
  const problem = columnProblem(header, known, must);
  if (problem) return problem;
  if (records.length === 0) return wrong('import_empty');
  const rows = records.map((record) => ({ row: record.row, cells: cellsOf(header, record, form === 'table') }));
  const read = { ...({ kind: 'read', form, rows: rows.length } as const), library: [], ruled: [], leftOut: 0, odd: [] };
  switch (form) {
    case 'promptPulse':
      return { ...read, scenarios: rows.map(pulseScenario) };
    case 'promptBuddy':
      return {
        ...read,
        scenarios: buddyScenarios(rows.map(({ row, cells }) => ({ row, item: Object.fromEntries(cells) }))),
      };
    case 'table':
      return { ...read, ...ownScenarios(rows) };
  }
}

/** All that is wrong with the columns, at once. */
function columnProblem(
  header: readonly string[],
  known: readonly string[],
  must: readonly string[],
): Wrong | undefined {
  const missing = must.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !known.includes(name));
  const double = header.filter((name, at) => header.indexOf(name) !== at);
  const said = [...missing.map((name) => `-${name}`), ...unknown.map((name) => `?${name}`), ...double];
  if (said.length === 0) return undefined;
  const list = (names: readonly string[]) => (names.length === 0 ? '–' : [...new Set(names)].slice(0, 20).join(', '));
  return wrong('import_columns', { missing: list(missing), unknown: list(unknown), double: list(double) });
}

function cellsOf(header: readonly string[], { cells }: TableRecord, isOurs: boolean): Cells {
  return new Map(header.map((name, at) => [name, isOurs ? unguarded(cells[at] ?? '') : (cells[at] ?? '')]));
}

const pulseScenario = ({ row, cells }: Row): FileScenario => ({
  row,
  contract: promptContract({ title: cells.get('PromptTitle') ?? '', text: cells.get('Prompt') ?? '' }),
});

/** Made here by those who may; a note says how far a table goes. */
const ruled = ['decision', 'guardrail', 'toolRule', 'note'];

/** Rows of one scenario belong together, wherever they stand. */
function ownScenarios(rows: readonly Row[]): Pick<FileRead, 'scenarios' | 'leftOut' | 'odd'> {
  const kindOf = ({ cells }: Row) => cells.get('kind') ?? '';
  const slugOf = ({ cells }: Row) => cells.get('scenario') ?? '';
  const ofKind = (...kinds: string[]) => rows.filter((row) => kinds.includes(kindOf(row)));
  const [heads, parts] = [ofKind('scenario'), ofKind('prompt', 'goodExample')];
  const scenarios = heads.map((head) => {
    const own = slugOf(head) === '' ? [] : parts.filter((part) => slugOf(part) === slugOf(head));
    return ownScenario(head, own);
  });
  const slugs = new Set(heads.map(slugOf));
  const others = rows.filter((row) => !['scenario', 'prompt', 'goodExample'].includes(kindOf(row)));
  const odd = [
    ...parts
      .filter((part) => slugOf(part) === '' || !slugs.has(slugOf(part)))
      .map((part) => ({ row: part.row, column: 'scenario', name: slugOf(part) }) as const),
    ...others
      .filter((row) => !ruled.includes(kindOf(row)))
      .map((row) => ({ row: row.row, column: 'kind', name: kindOf(row) }) as const),
  ];
  return { scenarios, leftOut: others.length, odd };
}

const linesOf = (cell: string): string[] =>
  cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const piecesOf = (line: string): string[] => line.split(between).map((piece) => piece.trim());

function ownScenario({ row, cells }: Row, parts: readonly Row[]): FileScenario {
  const cell = (name: string): string => (cells.get(name) ?? '').trim();
  const example = parts.find((part) => part.cells.get('kind') === 'goodExample')?.cells;
  const prompts = parts.filter((part) => part.cells.get('kind') === 'prompt').map(({ cells: its }) => promptOf(its));
  return {
    row,
    ...(cell('scenario') === '' ? {} : { slug: cell('scenario') }),
    ...(cell('workflow') === '' ? {} : { workflow: cell('workflow') }),
    ...(cell('step') === '' ? {} : { stepOrder: numberOf(cell('step')) }),
    contract: {
      ...given(cells, ['title', 'helpsYou', 'problem', 'task', 'language'], (cell) => cell),
      ...given(cells, ['tags', 'whenToUse', 'whenNotToUse'], linesOf),
      ...renamed(given(cells, ['roles', 'tools', 'guardrails'], linesOf)),
      ...renamed(given(cells, ['dataClass'], (cell) => cell)),
      ...given(cells, ['inputs'], (cell) => linesOf(cell).map((line) => inputOf(piecesOf(line)))),
      ...given(cells, ['steps'], (cell) => linesOf(cell).map((line) => stepOf(piecesOf(line)))),
      ...given(cells, ['criteria'], (cell) => linesOf(cell).map((line) => criterionOf(piecesOf(line)))),
      ...given(cells, ['humanCheck'], (cell) => humanCheckOf(piecesOf(cell))),
      ...timeOf(given(cells, ['beforeMinutes', 'afterMinutes'], numberOf)),
      ...(prompts.length === 0 ? {} : { prompts }),
      ...(example ? { goodExample: { text: example.get('text') ?? '', whyGood: example.get('why') ?? '' } } : {}),
    },
  };
}

/** The columns of these names that say something. */
function given<T>(cells: Cells, names: readonly string[], read: (cell: string) => T): Record<string, T> {
  const said = names.map((name) => [name, (cells.get(name) ?? '').trim()] as const);
  return Object.fromEntries(said.filter(([, cell]) => cell !== '').map(([name, cell]) => [name, read(cell)]));
}

const fields: Readonly<Record<string, string>> = {
  ...{ roles: 'roleIds', tools: 'toolIds', guardrails: 'guardrailIds', dataClass: 'dataClassId' },
};
const renamed = (columnsGiven: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(columnsGiven).map(([name, value]) => [fields[name] ?? name, value]));
const numberOf = (cell: string): number => Number(cell.replace(',', '.'));
const timeOf = (minutes: object): object => (Object.keys(minutes).length === 0 ? {} : { time: minutes });
const humanCheckOf = ([who = '', ...what]: readonly string[]) => ({ who, what: what.join(between) });

const inputOf = ([name = '', where = '', dataClassId = '']: readonly string[]) => ({ name, where, dataClassId });
const stepOf = ([who = '', ...text]: readonly string[]) =>
  who === 'human' || who === 'tool'
    ? { text: text.join(between), byHuman: who === 'human' }
    : { text: [who, ...text].join(between), byHuman: false };
const criterionOf = ([kind = '', ...text]: readonly string[]) =>
  kind === 'must' || kind === 'should'
    ? { text: text.join(between), kind }
    : { text: [kind, ...text].join(between), kind: 'should' };

function promptOf(cells: Cells) {
  const text = cells.get('text') ?? '';
  const labels = linesOf(cells.get('variables') ?? '').map((line) => {
    const [name = '', ...label] = line.split(':');
    return { name: name.trim(), label: label.join(':').trim() || name.trim() };
  });
  const variables = labels.length > 0 ? labels : variablesIn(text);
  return { purpose: cells.get('purpose') ?? '', title: cells.get('title') ?? '', text, variables };
}
