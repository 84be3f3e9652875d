/** The matrix of reliability.md 5 as data, and the people that its columns stand for. */
import { readFileSync } from 'node:fs';
import type { GrantName } from '../../src/core/person.ts';

/** The six principals of the bar are the first six; then tools people, and every grant by itself. */
export const grantsOf: Readonly<Record<string, readonly GrantName[]>> = {
  employee: [],
  curator: ['author', 'host'],
  manager: ['manager', 'hrLead'],
  owner: ['owner', 'admin'],
  governance: ['governance'],
  author: ['author'],
  host: ['host'],
  managerAlone: ['manager'],
  hrLead: ['hrLead'],
  ownerAlone: ['owner'],
  admin: ['admin'],
};
export const members = Object.keys(grantsOf);
/** A grant that a column of the bar holds with another one, by itself. */
export const isAlone = (column: string): boolean => members.indexOf(column) > members.indexOf('governance');
/** These grants hold in one department. */
export const inDepartment: ReadonlySet<string> = new Set(['author', 'host', 'manager']);

export const cellKinds = ['A', 'own', 'rev', '401', '403', '404', '403/404', 'X'] as const;
export type Cell = (typeof cellKinds)[number];

export interface Row {
  readonly row: number;
  readonly action: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

const field = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/y;

function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < line.length) {
    const [, raw = ''] = field.exec(line) ?? [];
    fields.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
  }
  return fields;
}

const isCell = (text: string): text is Cell => cellKinds.some((kind) => kind === text);

function readRows(): Row[] {
  const text = readFileSync(new URL('./roles.csv', import.meta.url), 'utf8');
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = fieldsOf(head).slice(2);
  return lines.map((line) => {
    const [row = '', action = '', ...cells] = fieldsOf(line);
    const named = columns.map((column, at): [string, Cell] => {
      const cell = cells[at] ?? '';
      if (!isCell(cell)) throw new Error(`roles.csv: row ${row}, ${column}: "${cell}" is no cell`);
      return [column, cell];
    });
    return { row: Number(row), action, cells: Object.fromEntries(named) };
  });
}

export const rows: readonly Row[] = readRows();
