/** Faces of the form that folds a discovery in. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { foldData } from './fold.card.ts';

type FoldData = z.input<typeof foldData>;

const usual: FoldData = {
  summary: 'Fold it in',
  discoveryId: 'discovery-1',
  discoveryTitle: 'Notes to tasks',
  problems: [],
  fold: 'newScenario',
  kinds: [
    { title: 'A new scenario, begun from a copy', choiceId: 'newScenario' },
    { title: 'A variant of a scenario', choiceId: 'variant' },
    { title: 'One more prompt of a scenario', choiceId: 'newPrompt' },
    { title: 'The good example of a scenario', choiceId: 'goodExample' },
  ],
  scenarioId: 'scenario-1',
  scenarios: [{ title: 'Meeting notes into tasks', choiceId: 'scenario-1' }],
  workflowId: 'workflow-1',
  workflows: [{ title: 'Reports', choiceId: 'workflow-1' }],
  title: 'Notes to tasks',
  promptText: 'List the tasks in these notes, each with the role that does it.',
  example: '',
  whyGood: '',
  anonymised: 'false',
};

export const foldSamples: Record<string, FoldData> = {
  usual,
  longest: {
    ...usual,
    problems: lines('The example: please fill this in.', 'Please tick that no real case is in it.'),
    title: filler(80),
    promptText: filler(6_000),
    example: filler(4_000),
    whyGood: filler(400),
    anonymised: 'true',
  },
  rightToLeft: { ...usual, title: 'من الملاحظات إلى المهام', discoveryTitle: 'من الملاحظات إلى المهام' },
};
