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

export function itemLinks(app: Express): void {
  app.get(/^\/([sdgowt])\/[A-Za-z0-9-]{1,64}\/?$/, (request, response) => {
    const kind = kinds[request.params[0] ?? ''] ?? 'item';
    const body = `<p>This link points to a ${kind} in your organisation's AI playbook.</p>
<p>To read it, paste the link into a chat in Microsoft Teams where Fieldbook is installed, or search for it there.</p>`;
    response
      .type('html')
      .set('Cache-Control', 'no-store')
      .set('X-Robots-Tag', 'noindex')
      .send(page('Open in Fieldbook', body));
  });
}
