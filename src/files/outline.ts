/** An outline as Markdown, in pieces. */
import type { OutlineBlock, WriteOutline } from '../core/outline.ts';
import { fenced, literal } from './literal.ts';

export const writeOutline: WriteOutline = function* (blocks) {
  for (const block of blocks) yield `${written(block)}\n\n`;
};

function written(block: OutlineBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${literal(block.text)}`;
    case 'text':
      return block.text
        .split(/\n{2,}/)
        .map(literal)
        .join('\n\n');
    case 'fact':
      return `**${literal(block.name)}:** ${literal(block.text)}`;
    case 'list':
      return block.lines.map((line) => `- ${literal(line)}`).join('\n');
    case 'prompt':
      return fenced(block.text);
  }
}
