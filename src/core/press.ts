/** An event of an item, done by its own route from somewhere else than the tab: the same rights, limits and words. */
import { type Reply, type Route, refuse } from './route.ts';
import type { Turn } from './turn.ts';

export interface Pressing {
  /** As in the path of its API. */
  readonly kind: string;
  readonly id: string;
  /** One that takes nothing to fill in. */
  readonly event: string;
  readonly version: string;
}

export const pressedBy =
  (routes: () => readonly Route[]) =>
  async (turn: Turn, { kind, id, event, version }: Pressing): Promise<Reply> => {
    const path = `/api/${kind}/:id/${event}`;
    const found = routes().find((each) => each.method === 'POST' && each.path === path);
    const body = found?.body ? found.body.safeParse({}) : { success: true, data: undefined };
    if (!found || !body.success) return refuse('not_found');
    return found.run({ turn, params: { id }, query: {}, body: body.data, version, page: { limit: 50 } });
  };
