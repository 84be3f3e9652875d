/** A CSV file: what a spreadsheet opens as columns of texts and numbers and never as a formula (reliability 10). */
import type { CsvValue, WriteCsv } from '../core/csv-file.ts';

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** Zero-width and direction marks, of which a spreadsheet takes no notice. A joiner stays: it holds an emoji together. */
const unseen = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Blanks at the start of a cell; a tab or a line break counts as a sign there. */
const leadingBlanks = /^[\p{Zs}\p{Cf}\u2028\u2029]+/u;
/** `= + - @`, in full width too, where some program may begin a cell: at the start, or after what it takes for an end. */
const formulaSign = /^(?=[=+\-@＝＋－＠\t\r])|(?<=[;\t\r\n][\p{Zs}\p{Cf}]*)(?=[=+\-@＝＋－＠])/gu;

/** One cell of text, always in quotes. */
export const csvCell = (text: string): string =>
  `"${text.replace(unseen, '').replace(leadingBlanks, '').replace(formulaSign, "'").replaceAll('"', '""')}"`;

const cellOf = (value: CsvValue): string => {
  if (typeof value === 'string') return csvCell(value);
  return value === undefined || !Number.isFinite(value) ? '' : String(value);
};

/** UTF-8 with a byte order mark, lines that end as the standard says. */
export const writeCsv: WriteCsv = ({ header, rows }) =>
  BYTE_ORDER_MARK + [header, ...rows].map((row) => row.map(cellOf).join(',') + LINE_END).join('');
