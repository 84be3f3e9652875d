/** From a sheet to lines of one width: what a PDF draws, and what tells whether a Word document stays on its page. */
import type { Sheet, SheetPart } from '../core/sheet.ts';

/** The width of a text in ems. */
export type Measure = (text: string, isBold: boolean) => number;

export interface Run {
  readonly text: string;
  readonly isBold: boolean;
}

export interface Block {
  readonly role: 'heading' | 'text' | 'item' | 'prompt';
  /** Stands before the first line, in the room that `indent` leaves. */
  readonly label: string;
  /** In ems, as the room above it. */
  readonly indent: number;
  readonly above: number;
  readonly lines: readonly (readonly Run[])[];
}

export interface Column {
  /** In ems. */
  readonly width: number;
  readonly measure: Measure;
}

export const aboveHeading = 0.65;
const listIndent = 1.2;
const promptIndent = 0.8;

/** The parts in their order, each heading a block of its own. */
export const blocksOf = (sheet: Sheet, column: Column): Block[] =>
  sheet.parts.flatMap((part) => [
    block(column, { role: 'heading', runs: [{ text: part.heading, isBold: true }], above: aboveHeading }),
    ...bodyOf(part, column),
  ]);

function bodyOf(part: SheetPart, column: Column): Block[] {
  switch (part.kind) {
    case 'text':
      return [block(column, { role: 'text', runs: [plain(part.text)] })];
    case 'list':
      return part.lines.map((line) =>
        block(column, { role: 'item', runs: [plain(line)], label: '•', indent: listIndent }),
      );
    case 'steps':
      return part.steps.map(({ who, text }, at) =>
        block(column, {
          ...{ role: 'item', label: `${at + 1}.`, indent: listIndent },
          runs: [{ text: `${who} `, isBold: true }, plain(text)],
        }),
      );
    case 'prompt':
      return [promptBlock(part.text, column)];
  }
}

const plain = (text: string): Run => ({ text, isBold: false });

/** The line breaks of a prompt are its own. */
function promptBlock(text: string, column: Column): Block {
  const within = { ...column, width: column.width - promptIndent };
  const lines = text
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [[]] : linesOf([plain(line.trimEnd())], within)));
  return { role: 'prompt', label: '', indent: promptIndent, above: 0.15, lines };
}

interface Making {
  readonly role: Block['role'];
  readonly runs: readonly Run[];
  readonly label?: string;
  readonly indent?: number;
  readonly above?: number;
}

function block(column: Column, { role, runs, label = '', indent = 0, above = 0 }: Making): Block {
  const lines = linesOf(runs, { ...column, width: column.width - indent });
  return { role, label, indent, above, lines };
}

/** Broken between words; a word that is longer than a line is cut where the line ends. */
export function linesOf(runs: readonly Run[], { width, measure }: Column): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const { text, isBold } of runs)
    for (const word of text.replaceAll('\n', ' ').match(/\s*\S+|\s+$/g) ?? []) {
      const isFitting = used + measure(word, isBold) <= width || word.trim() === '';
      const parts = isFitting ? [word] : cut(used > 0 ? word.trimStart() : word, isBold, { width, measure });
      for (const part of parts) {
        if (!isFitting && used > 0) {
          lines.push([]);
          used = 0;
        }
        add(lines, { text: part, isBold });
        used += measure(part, isBold);
      }
    }
  return lines;
}

function add(lines: Run[][], run: Run): void {
  const line = lines.at(-1);
  const last = line?.at(-1);
  if (line && last && last.isBold === run.isBold) line[line.length - 1] = { ...last, text: last.text + run.text };
  else line?.push(run);
}

function cut(word: string, isBold: boolean, { width, measure }: Column): string[] {
  if (measure(word, isBold) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter, isBold) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** In ems, with lines this many ems high. */
export const heightOf = (blocks: readonly Block[], leading: number): number =>
  blocks.reduce((sum, { above, lines }) => sum + above + lines.length * leading, 0);
