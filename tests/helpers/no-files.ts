/** For features of which only the lists are read: nothing is written down. */
import type { WriteCsv } from '../../src/core/csv-file.ts';
import type { WriteOutline } from '../../src/core/outline.ts';
import type { WriteSheet } from '../../src/core/sheet.ts';

const never = () => Promise.reject(new Error('no file is written here'));

const writeSheet: WriteSheet = { pdf: never, docx: never, markdown: never };
const writeCsv: WriteCsv = () => '';
const writeOutline: WriteOutline = () => [];

export const noFiles = { writeCalendar: () => '', writeSheet, writeCsv, writeOutline };
