/** Faces of the topics of a session. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { topicsData } from './topics.card.ts';

type TopicsData = z.input<typeof topicsData>;

const usual: TopicsData = {
  summary: 'Topics: Recruiting with AI',
  heading: 'Topics: Recruiting with AI',
  sessionId: 'session-1',
  timeLine: 'Thu 26 Nov, 15:00 (London)',
  hasNote: false,
  noteLine: '',
  isEmpty: false,
  topics: [
    {
      ...{ topicId: 'topic-1', title: 'How do you check a summary of interview notes?' },
      ...{ text: 'Question · On the agenda · 4 people want this too', canWant: true, canEdit: false },
    },
    {
      ...{ topicId: 'topic-2', title: 'Notes to tasks', text: 'Something to show · Proposed · Yours' },
      ...{ canWant: false, canEdit: false },
    },
  ],
  canPropose: true,
  canRecap: false,
};

export const topicsSamples: Record<string, TopicsData> = {
  usual,
  empty: { ...usual, isEmpty: true, topics: [] },
  forHosts: {
    ...usual,
    hasNote: true,
    noteLine: 'It is on the agenda.',
    topics: usual.topics.map((topic) => ({ ...topic, canEdit: true })),
    canPropose: false,
    canRecap: true,
  },
  longest: {
    ...usual,
    topics: Array.from({ length: 20 }, (_, at) => ({
      ...{ topicId: `topic-${at}`, title: filler(120), text: filler(120), canWant: true, canEdit: true },
    })),
  },
  rightToLeft: {
    ...usual,
    topics: [{ topicId: 'topic-1', title: 'كيف نراجع الملخص؟', text: 'سؤال · مقترح', canWant: true, canEdit: false }],
  },
};
