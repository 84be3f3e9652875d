/** Pages behind our own links: no content without sign-in, only how to open the item. */
import type { Express } from 'express';
import { page } from './page.ts';

const kinds: Readonly<Record<string, string>> = {
  s: 'scenario',
  d: 'discovery',
  g: 'decision',
  o: 'session',
  w: 'win',
  t: 'tool',
};

/** Pages of the tab that show one item; each asks for its own sign-in. */
const way = (path: string): string => {
  const [, kind = '', id] = path.split('/');
  const page = pages[kind];
  return page ? `\n<p><a href="/tab/${page}/${id}">Open it in Fieldbook</a></p>` : '';
};

const pages: Readonly<Record<string, string>> = { s: 'playbook/s', o: 'hours' };

export function itemLinks(app: Express): void {
  app.get(/^\/([sdgowt])\/[A-Za-z0-9-]{1,64}\/?$/, (request, response) => {
    const kind = kinds[request.params[0] ?? ''] ?? 'item';
    const body = `<p>This link points to a ${kind} in your organisation's AI playbook.</p>
<p>To read it, paste the link into a chat in Microsoft Teams where Fieldbook is installed, or search for it there.</p>${way(request.path)}`;
    response
      .type('html')
      .set('Cache-Control', 'no-store')
      .set('X-Robots-Tag', 'noindex')
      .send(page('Open in Fieldbook', body));
  });
}
