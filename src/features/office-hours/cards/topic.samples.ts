/** Faces of a topic before its host. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { topicData } from './topic.card.ts';

type TopicData = z.input<typeof topicData>;

const usual: TopicData = {
  summary: 'Topic: Notes to tasks',
  topicId: 'topic-2',
  sessionId: 'session-1',
  title: 'Notes to tasks',
  about: 'Something to show · Proposed',
  hasName: true,
  nameLine: 'Proposed by Sam Sample',
  hasProblem: false,
  problemLine: '',
  isUnworded: false,
  canAccept: true,
  canSave: false,
  isOpen: true,
  canGoBack: true,
};

export const topicSamples: Record<string, TopicData> = {
  usual,
  unworded: {
    ...usual,
    title: 'An open question about Copilot Chat with personal data',
    about: 'Question from work · For hosts only',
    ...{ hasName: false, nameLine: '', isUnworded: true },
    ...{ hasProblem: true, problemLine: 'Say it in your own words first: the others see that line.' },
  },
  accepted: { ...usual, about: 'Something to show · On the agenda', canAccept: false, canSave: true, canGoBack: false },
  over: { ...usual, about: 'Something to show · Dropped', canAccept: false, isOpen: false },
  longest: { ...usual, title: filler(120), about: filler(120), nameLine: `Proposed by ${filler(120)}` },
  rightToLeft: { ...usual, title: 'من الملاحظات إلى المهام' },
};
