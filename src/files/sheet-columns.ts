/** Where the lines of a sheet stand in two columns of one page; undefined when they do not all find a place. */
import type { Block } from './sheet-lines.ts';

/** In ems from the top of its column. */
export interface Placed {
  readonly block: Block;
  readonly spots: readonly { readonly column: number; readonly top: number }[];
}

const columns = 2;

/** As even as they come: the lowest height that holds all of it. */
export function placed(blocks: readonly Block[], leading: number, height: number): Placed[] | undefined {
  const all = blocks.reduce((sum, { above, lines }) => sum + above + lines.length * leading, 0);
  for (let tried = Math.max(all / columns, leading * 4); tried < height; tried += leading / 2) {
    const found = within(blocks, leading, tried);
    if (found) return found;
  }
  return within(blocks, leading, height);
}

function within(blocks: readonly Block[], leading: number, height: number): Placed[] | undefined {
  const found: Placed[] = [];
  let [column, top] = [0, 0];
  for (const [at, block] of blocks.entries()) {
    if (top > 0) top += block.above;
    // A heading alone at the foot of a column heads nothing.
    const needed = block.role === 'heading' ? block.lines.length + Math.min(2, blocks[at + 1]?.lines.length ?? 0) : 1;
    const spots = [];
    for (const line of block.lines.keys()) {
      const room = (line === 0 ? needed : 1) * leading;
      if (top + room > height + 1e-9) [column, top] = [column + 1, 0];
      if (column === columns) return undefined;
      spots.push({ column, top });
      top += leading;
    }
    found.push({ block, spots });
  }
  return found;
}
