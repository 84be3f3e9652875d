/** What goes first when a sheet does not fit its page, never without a word: the end of prompts, then of lists, then of sentences. */
import type { Sheet, SheetPart } from '../core/sheet.ts';
import { shorten } from '../core/text.ts';

interface Keep {
  /** Of a prompt, in characters; in a list, in lines; of a sentence, in characters. */
  readonly prompt: number;
  readonly lines: number;
  readonly text: number;
}

/** From the mildest to what fits in any case. */
const steps: readonly Keep[] = [
  ...[4_000, 3_000, 2_400, 1_900, 1_500, 1_200, 900, 600].map((prompt) => ({ prompt, lines: 12, text: 600 })),
  ...[6, 5, 4, 3].map((lines) => ({ prompt: 600, lines, text: 240 })),
  ...[3, 2].map((lines) => ({ prompt: 300, lines, text: 120 })),
];

/** The whole sheet first, then with less and less. */
export function* slimmer(sheet: Sheet): Generator<Sheet> {
  yield sheet;
  for (const keep of steps) {
    const parts = sheet.parts.map((part) => slim(part, keep, sheet.left));
    const isLess = JSON.stringify(parts) !== JSON.stringify(sheet.parts);
    if (isLess) yield { ...sheet, parts, foot: `${sheet.foot} · ${sheet.left.note}` };
  }
}

function slim(part: SheetPart, keep: Keep, left: Sheet['left']): SheetPart {
  switch (part.kind) {
    case 'text':
      return { ...part, text: shorten(part.text, keep.text) };
    case 'list':
      return { ...part, lines: firstLines(part.lines, keep, left) };
    case 'steps': {
      const steps = part.steps.map(({ who, text }) => ({ who, text: shorten(text, keep.text) }));
      const rest = steps.length - keep.lines;
      return {
        ...part,
        steps: rest > 0 ? [...steps.slice(0, keep.lines), { who: '', text: left.lines(rest) }] : steps,
      };
    }
    case 'prompt':
      return { ...part, text: firstOf(part.text, keep.prompt, left.prompt) };
  }
}

function firstLines(lines: readonly string[], keep: Keep, left: Sheet['left']): string[] {
  const kept = lines.slice(0, keep.lines).map((line) => shorten(line, keep.text));
  return lines.length > keep.lines ? [...kept, left.lines(lines.length - keep.lines)] : kept;
}

/** Whole lines where there are some, and what was left out is said in a line of its own. */
function firstOf(text: string, max: number, note: string): string {
  if (text.length <= max) return text;
  const kept: string[] = [];
  let room = max;
  for (const line of text.split('\n')) {
    if (line.length > room) break;
    kept.push(line);
    room -= line.length + 1;
  }
  const first = kept.join('\n').trim();
  return `${first === '' ? shorten(text, max) : first}\n${note}`;
}

/** The same sheet with every text of it changed. */
export const withText = (sheet: Sheet, change: (text: string) => string): Sheet => ({
  ...sheet,
  ...{ title: change(sheet.title), lead: change(sheet.lead), foot: change(sheet.foot) },
  parts: sheet.parts.map((part) => changed(part, change)),
});

function changed(part: SheetPart, change: (text: string) => string): SheetPart {
  const heading = change(part.heading);
  switch (part.kind) {
    case 'text':
    case 'prompt':
      return { ...part, heading, text: change(part.text) };
    case 'list':
      return { ...part, heading, lines: part.lines.map(change) };
    case 'steps':
      return { ...part, heading, steps: part.steps.map(({ who, text }) => ({ who: change(who), text: change(text) })) };
  }
}
