/** A discovery as others read it, in their chat or on its card in a channel. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './discovery.card.json' with { type: 'json' };
import { discoverySamples } from './discovery.samples.ts';

const line = z.object({ text: z.string() });

export const discoveryData = z.object({
  summary: z.string(),
  discoveryId: z.string(),
  title: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  hasBy: z.boolean(),
  byLine: z.string(),
  what: z.array(textLine),
  hasContext: z.boolean(),
  contextLine: z.string(),
  hasUses: z.boolean(),
  usesLine: z.string(),
  hasStatus: z.boolean(),
  statusLine: z.string(),
  similar: z.array(line),
  hasPrompt: z.boolean(),
  /** Behind the menu, where the playbook's button stands beside the first one. */
  hasPromptAside: z.boolean(),
  prompt: z.array(textLine),
  canReuse: z.boolean(),
  canSee: z.boolean(),
  hasMade: z.boolean(),
  /** The scenario that it became, or became part of. */
  madeId: z.string(),
  canFlag: z.boolean(),
  scenarioId: z.string(),
  toolId: z.string(),
  dataClassId: z.string(),
});
export type DiscoveryData = z.input<typeof discoveryData>;

export const discoveryCard = card('discovery', template, discoveryData, discoverySamples);
