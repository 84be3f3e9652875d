/** Where everything of a sheet stands on one page of a PDF. */
import type PDFDocument from 'pdfkit';
import type { Sheet } from '../core/sheet.ts';
import { embedded, lettersOf, measureWith } from './fonts.ts';
import { type Placed, placed } from './sheet-columns.ts';
import { blocksOf, linesOf, type Measure, type Run } from './sheet-lines.ts';
import { slimmer, withText } from './sheet-slim.ts';

export type Document = InstanceType<typeof PDFDocument>;

/** A4 in points, with 11 mm around. */
export const page = { width: 595.28, height: 841.89, margin: 31.2, gap: 20 };
const wide = page.width - 2 * page.margin;
export const columnWidth = (wide - page.gap) / 2;
/** The longer the text, the smaller the print; before it would be smaller than the last, something is left out. */
const sizes = [10, 9.5, 9, 8.5, 8, 7.5, 7.1] as const;
export const leading = 1.32;
export const titleSize = 1.7;
export const leadSize = 1.1;

export interface Layout {
  readonly sheet: Sheet;
  readonly size: number;
  readonly measure: Measure;
  /** From the top of the page, in points. */
  readonly head: { readonly title: readonly Run[][]; readonly lead: readonly Run[][]; readonly end: number };
  readonly body: readonly Placed[];
  readonly foot: { readonly lines: readonly Run[][]; readonly top: number };
}

/** The first that fits: all of it in the largest print, at last the shortest in the smallest. */
let measured: Measure | undefined;

export function layoutOf(sheet: Sheet, document: Document): Layout {
  measured ??= measureWith(document, embedded);
  const measure = measured;
  const letters = lettersOf(document);
  const shown = withText(sheet, (text) => text.replaceAll(/[^\s]/gu, (sign) => (letters.has(sign) ? sign : '□')));
  for (const each of slimmer(shown))
    for (const size of each === shown ? sizes : sizes.slice(-1)) {
      const layout = tried(each, size, measure);
      if (layout) return layout;
    }
  throw new Error(`files: the sheet "${sheet.title}" fits no page`);
}

function tried(sheet: Sheet, size: number, measure: Measure): Layout | undefined {
  const em = wide / size;
  const column = (width: number) => ({ width, measure });
  const title = linesOf([{ text: sheet.title, isBold: true }], column(em / titleSize));
  const lead = linesOf([{ text: sheet.lead, isBold: false }], column(em / leadSize));
  const end = page.margin + size * leading * (title.length * titleSize + lead.length * leadSize + 0.4);
  const lines = linesOf([{ text: sheet.foot, isBold: false }], column(em));
  const top = page.height - page.margin - (lines.length + 1) * size * leading;
  const room = (top - end) / size - 0.8;
  const body = placed(blocksOf(sheet, column(columnWidth / size)), leading, room);
  return body && { sheet, size, measure, head: { title, lead, end }, body, foot: { lines, top } };
}
