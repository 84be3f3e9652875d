/** What a session would have talked about and does not: it waits for another one. */
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { replaced, topicsOf } from './documents.ts';
import { topic } from './model.ts';

const open: ReadonlySet<string> = new Set(['proposed', 'accepted']);

export async function carriedTopics({ store, now, who }: Turn, ofSession: string): Promise<WriteOperation[]> {
  const topics = await topicsOf(store, ofSession);
  return topics
    .filter(({ body }) => open.has(body.state))
    .map((loaded) => {
      const { sessionId: _, ...rest } = loaded.body;
      const stamp = { updatedAt: now.toISOString(), updatedBy: who.personId };
      return replaced('topic', loaded, topic.parse({ ...rest, ...stamp, state: 'carriedOver' }));
    });
}
