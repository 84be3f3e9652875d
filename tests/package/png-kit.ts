/** Writes small PNG files, each row by the filter it is told to. */
import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from '../../src/files/png.ts';

export function writePng({ width, height, channels, pixels }: Picture, filters: readonly number[] = []): Buffer {
  const stride = width * channels;
  const rows = Array.from({ length: height }, (_, y) => row(pixels, y, { stride, channels, filter: filters[y] ?? 0 }));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 4 ? 6 : 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND'),
  ]);
}

interface Row {
  readonly stride: number;
  readonly channels: number;
  readonly filter: number;
}

function row(pixels: Uint8Array, y: number, { stride, channels, filter }: Row): Buffer {
  const bytes = Buffer.alloc(stride + 1);
  bytes[0] = filter;
  for (let x = 0; x < stride; x++) {
    const left = x < channels ? 0 : (pixels[y * stride + x - channels] ?? 0);
    const up = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0);
    const corner = y === 0 || x < channels ? 0 : (pixels[(y - 1) * stride + x - channels] ?? 0);
    const guess =
      [0, left, up, Math.floor((left + up) / 2), nearest(left + up - corner, [left, up, corner])][filter] ?? 0;
    bytes[x + 1] = ((pixels[y * stride + x] ?? 0) - guess) & 255;
  }
  return bytes;
}

const nearest = (to: number, choices: readonly number[]): number =>
  choices.reduce((best, choice) => (Math.abs(to - choice) < Math.abs(to - best) ? choice : best));

function chunk(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const typed = Buffer.concat([Buffer.from(type), body]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(body.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
