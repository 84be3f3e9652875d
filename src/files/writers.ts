/** What files are written with, as the features ask for it. */
import { writeCsv } from './csv.ts';
import { writeCalendar } from './ics.ts';
import { writeOutline } from './outline.ts';
import { writeSheet } from './sheet.ts';

export const writers = { writeCalendar, writeCsv, writeOutline, writeSheet };
