/** The built tab's files with the headers of a page that Teams shows in a frame (reliability.md E8). */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type RequestHandler, type Response } from 'express';
import { page } from './page.ts';

/** Who may show the tab in a frame: Teams, Outlook and Microsoft 365 on the web. */
const frameAncestors = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];
/** The Teams library asks there for the list of its own domains. */
const connectSrc = ["'self'", 'https://res.cdn.office.net'];

export interface TabOptions {
  /** Folder of the built files. */
  readonly folder: string;
}

const yearMs = 31_536_000_000;
const noncePlace = '%NONCE%';

export function mountTab(app: Express, { folder }: TabOptions): void {
  const files = express.static(join(folder, 'assets'), {
    index: false,
    redirect: false,
    maxAge: yearMs,
    immutable: true,
  });
  app.use(
    '/tab/assets',
    squeezed(join(folder, 'assets')),
    files,
    (_request, response) => void response.status(404).end(),
  );
  app.get(/^\/tab(?:\/[A-Za-z0-9/._:-]*)?$/, (_request, response) => shell(response, folder));
}

/** The compressed copy that the build made, for whoever can read it. */
function squeezed(folder: string): RequestHandler {
  return (request, response, next) => {
    const [, name, kind = ''] = /^\/([\w.-]+\.(js|css))$/.exec(request.path) ?? [];
    if (!name || !request.acceptsEncodings('br') || !existsSync(join(folder, `${name}.br`))) return next();
    request.url = `/${name}.br`;
    response.setHeader('Content-Encoding', 'br');
    response.setHeader('Vary', 'Accept-Encoding');
    response.type(kind);
    next();
  };
}

function shell(response: Response, folder: string): void {
  const nonce = randomBytes(16).toString('base64url');
  response.setHeader('Content-Security-Policy', policy(nonce));
  response.setHeader('Cache-Control', 'no-store');
  response.type('html');
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return void response.status(503).send(page('Being prepared', notBuilt));
  response.send(readFileSync(file, 'utf8').replaceAll(noncePlace, nonce));
}

const notBuilt =
  '<p>The pages of Fieldbook are not built yet. On the server, run <code>npm run build</code> and open this page again.</p>';

const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "img-src 'self' data:",
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src ${connectSrc.join(' ')}`,
    `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ');
