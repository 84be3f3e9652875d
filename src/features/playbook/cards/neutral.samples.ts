/** Faces of the card that tells no title. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { neutralData } from './neutral.card.ts';

type NeutralData = z.input<typeof neutralData>;

const usual: NeutralData = {
  summary: 'In a pilot',
  heading: 'In a pilot',
  text: 'This scenario is not open to everyone yet.',
  hasStart: false,
  scenarioId: '',
};

export const neutralSamples: Record<string, NeutralData> = {
  usual,
  retired: {
    ...usual,
    summary: 'Retired',
    heading: 'Retired',
    text: 'No longer used: the report now writes itself. Instead: Weekly report from a table',
    hasStart: true,
    scenarioId: 'scenario-2',
  },
  nothingFound: {
    ...usual,
    summary: 'Nothing found',
    heading: 'Nothing found',
    text: 'Nothing found for "fleet". Try other or fewer words, or begin with "Is this a good task for AI?".',
    hasStart: true,
    scenarioId: 'scenario-1',
  },
  longest: { ...usual, heading: 'In another department', text: filler(500), hasStart: true, scenarioId: 'scenario-1' },
  rightToLeft: { ...usual, heading: 'قيد التجربة', text: 'هذا السيناريو غير متاح للجميع بعد.' },
};
