/** Prints what we make of every row, in a process with a zone of its own. */
import { madeOf, rows } from './recurrence-rows.ts';

process.stdout.write(
  JSON.stringify({ offset: new Date('2027-07-01T00:00:00Z').getTimezoneOffset(), made: rows.map(madeOf) }),
);
