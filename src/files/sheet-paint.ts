/** Draws a laid out sheet, and says of each piece what it is: a heading, a paragraph, a list with its items, a link. */
import { embedded } from './fonts.ts';
import type { Placed } from './sheet-columns.ts';
import { columnWidth, type Document, type Layout, leading, leadSize, page, titleSize } from './sheet-layout.ts';
import type { Block, Run } from './sheet-lines.ts';

type Element = ReturnType<Document['struct']>;
interface Drawing {
  readonly document: Document;
  readonly layout: Layout;
}

const ink = '#1b1a19';
const accent = '#3d3f95';
const rule = '#8a8886';

export function paint(document: Document, layout: Layout): void {
  const drawing = { document, layout };
  const root = document.struct('Document');
  document.addStructure(root);
  paintHead(drawing, root);
  paintBody(drawing, root);
  paintFoot(drawing, root);
  root.end();
}

function each(lines: readonly (readonly Run[])[], draw: (runs: readonly Run[], at: number) => void): void {
  for (const [at, runs] of lines.entries()) draw(runs, at);
}

function paintHead(drawing: Drawing, root: Element): void {
  const { document, layout } = drawing;
  const { size, head } = layout;
  const line = (at: number, runs: readonly Run[], scale: number, top: number) =>
    write(drawing, runs, { x: page.margin, y: top + at * size * leading * scale, size: size * scale, color: ink });
  root.add(document.struct('H1', {}, () => each(head.title, (runs, at) => line(at, runs, titleSize, page.margin))));
  const below = page.margin + head.title.length * size * leading * titleSize;
  root.add(document.struct('P', {}, () => each(head.lead, (runs, at) => line(at, runs, leadSize, below))));
}

/** Each heading with what stands below it; items that follow one another are one list. */
function paintBody(drawing: Drawing, root: Element): void {
  const { document, layout } = drawing;
  let section: Element | undefined;
  let list: Element | undefined;
  for (const each of layout.body) {
    const { role } = each.block;
    if (role !== 'item') list = endOf(list);
    if (role === 'heading') {
      section = endOf(section) ?? document.struct('Sect');
      root.add(section);
    }
    const parent = section ?? root;
    if (role === 'item') {
      if (!list) {
        list = document.struct('L');
        parent.add(list);
      }
      list.add(item(drawing, each));
    } else parent.add(document.struct(role === 'heading' ? 'H2' : 'P', {}, () => paintLines(drawing, each)));
  }
  endOf(list);
  endOf(section);
}

const endOf = (element: Element | undefined): undefined => void element?.end();

function item(drawing: Drawing, each: Placed): Element {
  const { document, layout } = drawing;
  const [first] = each.spots;
  const made = document.struct('LI');
  made.add(
    document.struct('Lbl', {}, () => {
      if (first) write(drawing, [{ text: each.block.label, isBold: false }], { ...at(layout, first), color: accent });
    }),
  );
  made.add(document.struct('LBody', {}, () => paintLines(drawing, each)));
  made.end();
  return made;
}

/** Top left of a line. */
const at = ({ size, head }: Layout, { column, top }: Placed['spots'][number]) => ({
  x: page.margin + column * (columnWidth + page.gap),
  y: head.end + (top + 0.8) * size,
  size,
});

function paintLines(drawing: Drawing, { block, spots }: Placed): void {
  const { document, layout } = drawing;
  block.lines.forEach((runs, line) => {
    const spot = spots[line];
    if (!spot) return;
    const { x, y, size } = at(layout, spot);
    if (block.role === 'prompt') document.rect(x, y - 0.1 * size, 1.2, leading * size).fill(rule);
    write(drawing, runs, { x: x + block.indent * size, y, size, color: colorOf(block) });
  });
}

const colorOf = ({ role }: Block): string => (role === 'heading' ? accent : ink);

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
}

/** Ends with a blank, so that whoever reads the text finds the last word of a line apart from the first of the next. */
function write({ document, layout: { measure } }: Drawing, runs: readonly Run[], { x, y, size, color }: Spot): void {
  let left = x;
  runs.forEach(({ text, isBold }, index) => {
    const shown = index === 0 ? text.trimStart() : text;
    document
      .font(isBold ? embedded.bold : embedded.plain)
      .fontSize(size)
      .fillColor(color);
    document.text(index === runs.length - 1 ? `${shown} ` : shown, left, y, { lineBreak: false });
    left += measure(shown, isBold) * size;
  });
}

function paintFoot(drawing: Drawing, root: Element): void {
  const { document, layout } = drawing;
  const { size, foot, sheet } = layout;
  document.markContent('Artifact', { type: 'Layout' });
  document
    .moveTo(page.margin, foot.top - 0.4 * size)
    .lineTo(page.width - page.margin, foot.top - 0.4 * size)
    .lineWidth(0.5)
    .stroke(rule);
  document.endMarkedContent();
  const spot = { x: page.margin, size, color: ink };
  root.add(
    document.struct('P', {}, () =>
      each(foot.lines, (runs, line) => write(drawing, runs, { ...spot, y: foot.top + line * size * leading })),
    ),
  );
  const y = foot.top + foot.lines.length * size * leading;
  const { text, url } = sheet.link;
  const link = document.struct('Link', { alt: text }, () => {
    document.font(embedded.plain).fontSize(size).fillColor(accent);
    document.text(`${text} ${url}`, page.margin, y, { lineBreak: false, link: url, underline: true });
  });
  root.add(link);
}
