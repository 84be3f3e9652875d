/** Reads a JSON body as text: type, encoding and inflated size are judged before anything is parsed. */
import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
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
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return refused('too_large');
  if (encoding === 'identity') return collect(request, maxBytes);
  const inflater = inflaters.get(encoding)?.();
  return inflater ? inflated(request, inflater, maxBytes) : refused('unsupported_media');
}

const inflaters = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** Whatever comes after the answer is known must not pile up before the inflater. */
async function inflated(request: IncomingMessage, inflater: Transform, maxBytes: number): Promise<ReadBody> {
  request.once('close', () => request.complete || inflater.destroy());
  const body = await collect(request.pipe(inflater), maxBytes);
  request.unpipe(inflater);
  inflater.destroy();
  return body;
}

/** Stops reading at the limit, so a small bomb of compressed bytes never unfolds. */
function collect(stream: Readable, maxBytes: number): Promise<ReadBody> {
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
    // The sender left before the end: nobody waits for this answer, but the request must not be kept for ever.
    stream.on('close', () => resolve(refused('bad_encoding')));
  });
}
