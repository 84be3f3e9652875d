/** What a CSV file is made of: plain data that `files/` writes down. */

/** A number stays one; a text is shown as a text, whatever it begins with. Undefined is an empty cell. */
export type CsvValue = string | number | undefined;

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** The same table gives the same text, byte by byte. */
export type WriteCsv = (table: CsvTable) => string;
