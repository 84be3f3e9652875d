/** Before a prompt leaves: what the local check found, or that the tool may not see this data, and the ways on. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { verdictBlock } from '../../../core/verdict-lines.ts';
import template from './warn.card.json' with { type: 'json' };
import { warnSamples } from './warn.samples.ts';

export const warnData = verdictBlock.extend({
  summary: z.string(),
  scenarioId: z.string(),
  toolId: z.string(),
  dataClassId: z.string(),
  intro: z.string(),
  findings: z.array(z.object({ text: z.string() })),
  canMask: z.boolean(),
  isStopped: z.boolean(),
  stopLine: z.string(),
  goOnTitle: z.string(),
  /** What was typed, as JSON text, carried along so that nothing is lost; never stored. */
  kept: z.string(),
});

export const warnCard = card('warn', template, warnData, warnSamples);
