/** What axe finds wrong on what a page shows now, by WCAG 2.1 AA and 2.2 AA; and whether it scrolls sideways. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { z } from 'zod';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Marks of the focus keeper that no reader meets. */
const outside = ['[data-tabster-dummy]'];

const results = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** Another theme has other colours and nothing else, so names, roles and order are judged in the first one. */
export async function judged(tab: Frame | Page, coloursAlone = false): Promise<string[]> {
  // As a tag it would be refused by the policy of the page.
  if (!(await tab.evaluate('typeof axe === "object"'))) await tab.evaluate(`${axe};0`);
  const asked = coloursAlone ? { type: 'rule', values: ['color-contrast'] } : rules;
  const run = `axe.run({ exclude: ${JSON.stringify(outside.map((each) => [each]))} }, { runOnly: ${JSON.stringify(asked)}, resultTypes: ['violations'] })`;
  const { violations } = results.parse(await tab.evaluate(run));
  const wide = Number(
    await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
    ...(wide > 0 ? [`${wide} pixels too wide`] : []),
  ];
}
