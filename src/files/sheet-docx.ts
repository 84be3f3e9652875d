/** A sheet as a Word document: real headings and lists, so that it can be changed and read aloud. */
import type { IParagraphOptions, Paragraph } from 'docx';
import type { Sheet, SheetPart } from '../core/sheet.ts';
import { fitted, leading, page, titleSize } from './sheet-fitted.ts';
import { aboveHeading } from './sheet-lines.ts';

type Docx = typeof import('docx');

interface Writing {
  readonly docx: Docx;
  /** In points. */
  readonly size: number;
}

/** Word counts lengths in twentieths of a point, and letters in halves. */
const twips = (points: number): number => Math.round(points * 20);
const halves = (points: number): number => Math.round(points * 2);
const accent = '3D3F95';
const bullets = 'bullets';
const numbers = 'numbers';

export async function sheetDocx(whole: Sheet): Promise<Uint8Array> {
  const docx = await import('docx');
  const { sheet, size } = await fitted(whole);
  const writing = { docx, size };
  const document = new docx.Document({
    ...{ title: sheet.title, creator: 'Fieldbook', lastModifiedBy: 'Fieldbook' },
    styles: { default: stylesOf(size, sheet.language) },
    numbering: { config: [listOf(writing, bullets), listOf(writing, numbers)] },
    sections: [
      section(writing, 1, [
        heading(writing, docx.HeadingLevel.HEADING_1, sheet.title),
        line(writing, { text: sheet.lead }),
      ]),
      section(
        writing,
        2,
        sheet.parts.flatMap((part) => [
          heading(writing, docx.HeadingLevel.HEADING_2, part.heading),
          ...bodyOf(writing, part),
        ]),
      ),
      section(writing, 1, [
        line(writing, { text: sheet.foot, spacing: { before: twips(aboveHeading * size) } }),
        linkLine(writing, sheet.link),
      ]),
    ],
  });
  return docx.Packer.toBuffer(document);
}

/** One below the other on the same page. */
const section = ({ docx }: Writing, columns: number, children: Paragraph[]) => ({
  properties: {
    type: docx.SectionType.CONTINUOUS,
    column: { count: columns, space: twips(page.gap) },
    page: {
      size: { width: twips(page.width), height: twips(page.height) },
      margin: Object.fromEntries(['top', 'bottom', 'left', 'right'].map((side) => [side, twips(page.margin)])),
    },
  },
  children,
});

function stylesOf(size: number, language: string) {
  const head = (scale: number) => ({
    run: { size: halves(size * scale), bold: true, color: accent },
    paragraph: { keepNext: true },
  });
  return {
    document: { run: { font: 'Arial', size: halves(size), language: { value: language } } },
    heading1: head(titleSize),
    heading2: head(1),
  };
}

const listOf = ({ docx, size }: Writing, reference: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format: reference === bullets ? docx.LevelFormat.BULLET : docx.LevelFormat.DECIMAL,
      text: reference === bullets ? '•' : '%1.',
      style: { paragraph: { indent: { left: twips(1.2 * size), hanging: twips(1.2 * size) } } },
    },
  ],
});

/** Of a fixed height: so it can be told beforehand whether all of it stays on the page. */
const spacing = (size: number, above = 0) => ({
  line: twips(size * leading),
  lineRule: 'exact' as const,
  before: twips(above * size),
  after: 0,
});

const line = ({ docx, size }: Writing, options: IParagraphOptions): Paragraph =>
  new docx.Paragraph({ ...options, spacing: { ...spacing(size), ...options.spacing } });

function heading({ docx, size }: Writing, level: 'Heading1' | 'Heading2', text: string): Paragraph {
  const isTitle = level === docx.HeadingLevel.HEADING_1;
  const room = isTitle ? spacing(size * titleSize) : spacing(size, aboveHeading);
  return new docx.Paragraph({ heading: level, text, spacing: room });
}

function bodyOf(writing: Writing, part: SheetPart): Paragraph[] {
  const { docx, size } = writing;
  switch (part.kind) {
    case 'text':
      return [line(writing, { text: part.text })];
    case 'list':
      return part.lines.map((text) => line(writing, { text, numbering: { reference: bullets, level: 0 } }));
    case 'steps':
      return part.steps.map(({ who, text }) =>
        line(writing, {
          numbering: { reference: numbers, level: 0 },
          children: [new docx.TextRun({ text: `${who} `, bold: true }), new docx.TextRun(text)],
        }),
      );
    case 'prompt':
      return part.text.split('\n').map((text) =>
        line(writing, {
          ...{ text: text.trimEnd(), indent: { left: twips(0.8 * size) } },
          border: { left: { style: docx.BorderStyle.SINGLE, size: 8, color: '8A8886', space: 4 } },
        }),
      );
  }
}

const linkLine = (writing: Writing, { text, url }: Sheet['link']): Paragraph =>
  line(writing, {
    children: [
      new writing.docx.TextRun(`${text} `),
      new writing.docx.ExternalHyperlink({
        link: url,
        children: [new writing.docx.TextRun({ text: url, style: 'Hyperlink' })],
      }),
    ],
  });
