/** A discovery as somebody shared it. */
import type { Discovery } from '../../src/features/discoveries/model.ts';
import { stamps } from './builders.ts';

export const aDiscovery = (change: Partial<Discovery> = {}): Discovery => ({
  ...stamps,
  title: 'Notes to tasks',
  what: 'I gave it the notes of our planning and asked for tasks by role.',
  dataClassId: 'internal',
  authorId: 'author',
  credit: 'named',
  surface: 'bot',
  state: 'submitted',
  dueAt: '2026-11-30T10:00:00.000Z',
  similar: [],
  ...change,
});
