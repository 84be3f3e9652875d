/** For features of which only the lists are read: nothing is written down. */
import type { WriteSheet } from '../../src/core/sheet.ts';

const never = () => Promise.reject(new Error('no file is written here'));

export const writeSheet: WriteSheet = { pdf: never, docx: never, markdown: never };
