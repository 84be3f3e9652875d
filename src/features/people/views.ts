/** Views of the tab's lists that a person saved: a name for what a list is narrowed to (product 4.6). */
import { z } from 'zod';
import { text } from '../../core/fields.ts';
import { derivedId } from '../../core/ids.ts';
import { type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { readPerson, savePerson } from './documents.ts';

const most = 20;
const viewBody = z.strictObject({
  page: z.string().max(40).default('review'),
  name: text(40),
  query: z.string().max(400),
});
type View = z.infer<typeof viewBody>;
const viewList = z.strictObject({ items: z.array(viewBody.extend({ id: z.string() })) });

export const viewRoutes: Route[] = [
  route('GET', '/api/me/views', { reply: viewList }, async ({ turn }) => listed(await viewsOf(turn))),
  route('POST', '/api/me/views', { body: viewBody, reply: viewList }, ({ turn, body }) =>
    saved(turn, (views) => [...views.filter((view) => idOf(view) !== idOf(body)), body]),
  ),
  route('DELETE', '/api/me/views/:id', { reply: viewList }, ({ turn, params }) =>
    saved(turn, (views) => views.filter((view) => idOf(view) !== params.id)),
  ),
];

/** One of a name for each page. */
const idOf = ({ page, name }: View): string => derivedId('view', page, name);

const viewsOf = async ({ store, who }: Turn): Promise<readonly View[]> =>
  (await readPerson(store, who.personId))?.person.savedViews ?? [];

async function saved(turn: Turn, change: (views: readonly View[]) => View[]): Promise<Reply<z.infer<typeof viewList>>> {
  const views = change(await viewsOf(turn));
  if (views.length > most) return refuse('too_many_views', turn.words('error.too_many_views', { max: most }));
  const result = await savePerson(turn.store, turn.who, turn.now, { savedViews: views });
  return result.kind === 'ok' ? listed(views) : refuse('stale');
}

const listed = (views: readonly View[]): Reply<z.infer<typeof viewList>> => ({
  kind: 'ok',
  body: { items: views.map((view) => ({ ...view, id: idOf(view) })) },
});
