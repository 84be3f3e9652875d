/** Tool requests for tests: a whole one, of which a test names what it is about. */
import type { ToolRequest } from '../../../src/features/tool-requests/model.ts';

export const aRequest = (change: Partial<ToolRequest> = {}): ToolRequest => ({
  toolName: 'Notebot',
  toolKey: 'notebot',
  need: 'To sum up meetings',
  requesterId: 'requester',
  supporterIds: [],
  satisfiedIds: [],
  alsoFor: [],
  dataClassId: 'internal',
  usingCount: 0,
  lane: 'review',
  state: 'submitted',
  dueAt: '2026-11-30T10:00:00.000Z',
  thread: [],
  createdAt: '2026-11-23T10:00:00.000Z',
  createdBy: 'requester',
  updatedAt: '2026-11-23T10:00:00.000Z',
  updatedBy: 'requester',
  ...change,
});
