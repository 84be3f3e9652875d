/** A sheet as Markdown; what it says is text and never markup of its own. */
import type { Sheet, SheetPart } from '../core/sheet.ts';
import { fenced, literal } from './literal.ts';
import { fitted } from './sheet-fitted.ts';

/** As much as stays on one page where it is printed as a Word document would be. */
export async function sheetMarkdown(whole: Sheet): Promise<string> {
  const { sheet } = await fitted(whole);
  const { text, url } = sheet.link;
  const parts = sheet.parts.map((part) => `## ${literal(part.heading)}\n\n${bodyOf(part)}`);
  const foot = `${literal(sheet.foot)}\n\n${literal(text)} <${url}>`;
  return `${[`# ${literal(sheet.title)}`, literal(sheet.lead), ...parts, '---', foot].join('\n\n')}\n`;
}

function bodyOf(part: SheetPart): string {
  switch (part.kind) {
    case 'text':
      return literal(part.text);
    case 'list':
      return part.lines.map((line) => `- ${literal(line)}`).join('\n');
    case 'steps':
      return part.steps
        .map(({ who, text }, at) => `${at + 1}. ${who === '' ? '' : `**${literal(who)}** `}${literal(text)}`)
        .join('\n');
    case 'prompt':
      return fenced(part.text);
  }
}
