/** The letters of what we write: measured, embedded, and asked whether they have a sign at all (decisions/025). */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { remember } from '../core/bounded.ts';
import type { Measure } from './sheet-lines.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

export interface Faces {
  readonly plain: string;
  readonly bold: string;
}

/** Latin, Greek and Cyrillic, and the signs of a verdict; free to embed. */
export const embedded: Faces = {
  plain: join(folder, 'DejaVuSansCondensed.ttf'),
  bold: join(folder, 'DejaVuSansCondensed-Bold.ttf'),
};

/** As wide as Arial, letter by letter. */
export const likeArial: Faces = { plain: 'Helvetica', bold: 'Helvetica-Bold' };

/** What measures a text in points. */
interface Drawing {
  font(face: string): Drawing;
  fontSize(size: number): Drawing;
  widthOfString(text: string): number;
}

const perEm = 100;
const maxKnown = 20_000;

/** Words come again and again: most are measured once. */
export function measureWith(drawing: Drawing, faces: Faces): Measure {
  const known = new Map<string, number>();
  return (text, isBold) => {
    const key = `${isBold ? 'b' : 'p'}${text}`;
    const width =
      known.get(key) ??
      drawing
        .font(isBold ? faces.bold : faces.plain)
        .fontSize(perEm)
        .widthOfString(text) / perEm;
    remember(known, key, width, maxKnown);
    return width;
  };
}

/** What pdfkit keeps of a font: the code points that it has a sign for. */
const opened = z.object({ _font: z.object({ font: z.object({ characterSet: z.array(z.number()) }) }) });
let letters: ReadonlySet<string> | undefined;

/** Signs that both embedded faces have; read once. */
export function lettersOf(drawing: Drawing): ReadonlySet<string> {
  const of = (face: string) => opened.parse(drawing.font(face))._font.font.characterSet;
  if (letters) return letters;
  const bold = new Set(of(embedded.bold));
  letters = new Set(of(embedded.plain).flatMap((code) => (bold.has(code) ? [String.fromCodePoint(code)] : [])));
  return letters;
}
