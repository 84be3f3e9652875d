/** Reads CSV as the standard says (RFC 4180), apart from the writer. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('csv: no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const body = text.slice(1);
  for (let at = 0; at < body.length; at++) {
    const char = body[at];
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (body[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ',' || (char === '\r' && body[at + 1] === '\n')) {
      row.push(cell);
      cell = '';
      if (char === ',') continue;
      rows.push(row);
      row = [];
      at++;
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) throw new Error('csv: the last line has no end');
  return rows;
}
