/** Reads a JSON body as text: type, encoding and inflated size are judged before anything is parsed. */
import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { ProblemCode } from '../core/errors.ts';

export type ReadBody = { kind: 'text'; text: string } | { kind: 'refused'; code: ProblemCode };

const refused = (code: ProblemCode): ReadBody => ({ kind: 'refused', code });

export async function readBody(request: IncomingMessage, maxBytes: number): Promise<ReadBody> {
  const type = request.headers['content-type'] ?? '';
  const [media = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters
    .find((p) => p.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (media !== 'application/json' || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8'))
    return refused('unsupported_media');
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return refused('too_large');
  const stream = inflated(request, encoding.toLowerCase());
  if (!stream) return refused('unsupported_media');
  return collect(stream, maxBytes);
}

function inflated(request: IncomingMessage, encoding: string): NodeJS.ReadableStream | undefined {
  switch (encoding) {
    case 'identity':
      return request;
    case 'gzip':
      return request.pipe(createGunzip());
    case 'deflate':
      return request.pipe(createInflate());
    case 'br':
      return request.pipe(createBrotliDecompress());
    default:
      return undefined;
  }
}

/** Stops reading at the limit, so a small bomb of compressed bytes never unfolds. */
function collect(stream: NodeJS.ReadableStream, maxBytes: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    stream.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > maxBytes) {
        stream.pause();
        resolve(refused('too_large'));
      } else parts.push(part);
    });
    stream.on('end', () => resolve({ kind: 'text', text: Buffer.concat(parts).toString('utf8') }));
    stream.on('error', () => resolve(refused('bad_encoding')));
  });
}
