/** Whether a Word document stays on its page: whoever opens it lays it out, so its lines are counted with letters as wide as Arial. */
import type { Sheet } from '../core/sheet.ts';
import { likeArial, measureWith } from './fonts.ts';
import { placed } from './sheet-columns.ts';
import { blocksOf, linesOf, type Measure } from './sheet-lines.ts';
import { slimmer } from './sheet-slim.ts';

/** A4 with its margins and the room between two columns, in points. */
export const page = { width: 595.3, height: 841.9, margin: 34, gap: 18 };
const sizes = [9.5, 9, 8.5, 8, 7.5] as const;
export const leading = 1.2;
export const titleSize = 1.7;
/** Word processors differ a little in where they break lines. */
const most = 0.95;

export interface Fitted {
  readonly sheet: Sheet;
  /** Of its letters, in points. */
  readonly size: number;
}

let measured: Measure | undefined;

export async function fitted(sheet: Sheet): Promise<Fitted> {
  const { default: PDFDocument } = await import('pdfkit');
  measured ??= measureWith(new PDFDocument({ autoFirstPage: false }), likeArial);
  for (const each of slimmer(sheet))
    for (const size of each === sheet ? sizes : sizes.slice(-1))
      if (isFitting(each, size, measured)) return { sheet: each, size };
  throw new Error(`files: the sheet "${sheet.title}" fits no page`);
}

function isFitting(sheet: Sheet, size: number, measure: Measure): boolean {
  const em = (page.width - 2 * page.margin) / size;
  const lines = (text: string, width: number) => linesOf([{ text, isBold: true }], { width, measure }).length;
  const head = lines(sheet.title, em / titleSize) * titleSize + lines(sheet.lead, em);
  const foot = lines(sheet.foot, em) + lines(`${sheet.link.text} ${sheet.link.url}`, em) + 1;
  const room = ((page.height - 2 * page.margin) * most) / size - (head + foot) * leading;
  const width = (page.width - 2 * page.margin - page.gap) / 2 / size;
  return placed(blocksOf(sheet, { width, measure }), leading, room) !== undefined;
}
