/** A file as an answer: under its name, in pieces, never faster than it is read. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Download } from '../core/download.ts';

export async function sendFile(response: ServerResponse, { name, type, content }: Download): Promise<void> {
  const plain = name.normalize('NFD').replaceAll(/[^\w.-]+/g, '-');
  response.statusCode = 200;
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', `attachment; filename="${plain}"`);
  response.setHeader('cache-control', 'no-store');
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  await pipeline(Readable.from(pieces), response).catch((error: unknown) => {
    // Whoever asked has gone: nobody waits for the rest.
    if (!hasLeft(error)) throw error;
  });
}

const hasLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && `${error.code}` === 'ERR_STREAM_PREMATURE_CLOSE';
