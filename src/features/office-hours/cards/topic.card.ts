/** One topic before its host: said in other words, accepted, put in order, dropped or kept for the next time. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './topic.card.json' with { type: 'json' };
import { topicSamples } from './topic.samples.ts';

export const topicData = z.object({
  summary: z.string(),
  topicId: z.string(),
  sessionId: z.string(),
  title: z.string(),
  about: z.string(),
  hasName: z.boolean(),
  nameLine: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  isUnworded: z.boolean(),
  canAccept: z.boolean(),
  /** On the agenda already: its words and its place may change. */
  canSave: z.boolean(),
  isOpen: z.boolean(),
  canGoBack: z.boolean(),
});

export const topicCard = card('topic', template, topicData, topicSamples);
