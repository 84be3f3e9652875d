/** The three ways in which a sheet is written down. Each loads what it needs when it is asked for the first time. */
import type { WriteSheet } from '../core/sheet.ts';

export const writeSheet: WriteSheet = {
  pdf: async (sheet) => (await import('./sheet-pdf.ts')).sheetPdf(sheet),
  docx: async (sheet) => (await import('./sheet-docx.ts')).sheetDocx(sheet),
  markdown: async (sheet) => (await import('./sheet-markdown.ts')).sheetMarkdown(sheet),
};
