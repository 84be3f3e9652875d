/** How far a long move is: one line redrawn at a terminal, a line now and then where the words go to a file. */
import type { Clock } from '../core/clock.ts';
import type { Progress } from './move.ts';

export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Shown {
  readonly show: Progress;
  /** Leaves the redrawn line standing, also when the move failed: what is said next begins a line of its own. */
  end(): void;
}

const width = 30;
const plainEvery = 10_000;

export function progressOn(screen: Screen, clock: Clock, what: string): Shown {
  const began = clock.now().getTime();
  let first: number | undefined;
  let said = 0;
  let isDrawn = false;
  return {
    show(documents, of) {
      // What an earlier run brought is no work of this one.
      first ??= documents;
      const seconds = (clock.now().getTime() - began) / 1_000;
      const line = `${what}${screen.isTTY ? barOf(documents, of) : ''} ${countOf(documents, of)}${rateOf(documents - first, seconds)}`;
      if (screen.isTTY) screen.write(`\r${line}\u001b[K`);
      else if (documents - said >= plainEvery) {
        screen.write(`${line}\n`);
        said = documents;
      }
      isDrawn = screen.isTTY === true;
    },
    end: () => void (isDrawn && screen.write('\n')),
  };
}

function barOf(documents: number, of: number | undefined): string {
  if (!of) return '';
  const filled = Math.min(width, Math.round((documents / of) * width));
  return ` [${'='.repeat(filled)}${' '.repeat(width - filled)}]`;
}

const countOf = (documents: number, of: number | undefined): string =>
  of ? `${documents} of ${of} documents` : `${documents} documents`;

const rateOf = (documents: number, seconds: number): string =>
  documents > 0 && seconds > 0 ? `, ${Math.round(documents / seconds)} a second` : '';
