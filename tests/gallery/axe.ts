/** What is wrong with the card that is drawn: axe (WCAG 2.1 AA), titles that are cut, parts that stick out. */
import type { Page } from 'playwright-core';
import { z } from 'zod';

export interface Finding {
  /** False for what the renderer writes by itself and no card can change. */
  readonly isOurs: boolean;
  readonly text: string;
}

const results = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  ),
});

/** Rules that the renderer breaks whatever the card says, with the reason. */
const ofRenderer: readonly { readonly rule: string; readonly html: RegExp; readonly why: string }[] = [
  { rule: 'label', html: /ac-choiceSetInput-filtered/, why: 'a list with a filter is not tied to its label' },
];

const serious = new Set(['serious', 'critical']);
const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`;

export async function judge(page: Page, name: string): Promise<Finding[]> {
  const { violations } = results.parse(await page.evaluate(run));
  const seen = violations.filter((v) => serious.has(v.impact ?? ''));
  const found = seen.flatMap((v) =>
    v.nodes.map(({ html }) => {
      const known = ofRenderer.find((known) => known.rule === v.id && known.html.test(html));
      return { isOurs: known === undefined, text: known?.why ?? `${name}: ${v.id} ${html.slice(0, 160)}` };
    }),
  );
  const fit = z.object({ cut: z.array(z.string()), wide: z.number() });
  const look = `({ cut: globalThis.cutTitles?.() ?? [], wide: globalThis.overflow?.() ?? 0 })`;
  const { cut, wide } = fit.parse(await page.evaluate(look));
  return [
    ...found,
    ...cut.map((title) => ({ isOurs: true, text: `${name}: the title "${title}" is cut` })),
    ...(wide > 0 ? [{ isOurs: true, text: `${name}: ${wide} pixels too wide` }] : []),
  ];
}
