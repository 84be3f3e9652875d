/** Faces of the form of a topic. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { topicFormData } from './topic-form.card.ts';

type TopicFormData = z.input<typeof topicFormData>;

const usual: TopicFormData = {
  summary: 'Propose a topic',
  sessionId: 'session-1',
  forLine: 'For Recruiting with AI, Thu 26 Nov, 15:00 (London)',
  hasProblem: false,
  problemLine: '',
  title: '',
  kind: 'question',
  kinds: [
    { title: 'Question', choiceId: 'question' },
    { title: 'Something to show', choiceId: 'show' },
  ],
  isNamed: 'true',
};

export const topicFormSamples: Record<string, TopicFormData> = {
  usual,
  problem: { ...usual, hasProblem: true, problemLine: 'Topic: please fill this in.', isNamed: 'false' },
  longest: { ...usual, title: filler(120), forLine: filler(120) },
  rightToLeft: { ...usual, title: 'كيف نراجع الملخص؟' },
};
