/** A sheet as a PDF of one page: tagged for screen readers, with its own letters (decisions/025). */
import type { Sheet } from '../core/sheet.ts';
import { embedded } from './fonts.ts';
import { layoutOf, page } from './sheet-layout.ts';
import { paint } from './sheet-paint.ts';

export async function sheetPdf(sheet: Sheet): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    ...{ size: [page.width, page.height], margin: 0, tagged: true, lang: sheet.language, pdfVersion: '1.7' },
    ...{ displayTitle: true, autoFirstPage: false, font: embedded.plain },
    info: { Title: sheet.title, Creator: 'Fieldbook', Producer: 'Fieldbook' },
  });
  const parts: Uint8Array[] = [];
  const ended = new Promise<void>((done) => {
    document.on('data', (part: Uint8Array) => parts.push(part)).on('end', done);
  });
  document.addPage();
  paint(document, layoutOf(sheet, document));
  document.end();
  await ended;
  return Buffer.concat(parts);
}
