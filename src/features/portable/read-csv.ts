/** Reads a table that somebody saved from a spreadsheet: commas or semicolons, any line ends, quotes where they are needed. */

export interface TableRecord {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows without anything in them are left out, and keep their number. */
export function readCsv(text: string): TableRecord[] {
  const rows = split(text, delimiterOf(text));
  return rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  return !first.includes(',') && first.includes(';') ? ';' : ',';
}

function split(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text.charAt(at++);
      else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (sign === delimiter) endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at++;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows;
}

/** Our own tables keep formulas from being one by this sign. */
const guard = /(^|[;\t\r\n][\p{Zs}\p{Cf}]*)'(?=[=+\-@＝＋－＠\t\r])/gu;
export const unguarded = (cell: string): string => cell.replace(guard, '$1');
