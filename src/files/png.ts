/** As much of PNG as icons need: size and pixels of an 8-bit picture without interlacing. */
import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 3 = red, green, blue; 4 = with alpha. */
  readonly channels: 3 | 4;
  readonly pixels: Uint8Array;
}

const signature = '89504e470d0a1a0a';

/** The picture, or undefined when the bytes are not such a PNG. */
export function readPng(bytes: Buffer): Picture | undefined {
  if (bytes.length < 33 || bytes.toString('hex', 0, 8) !== signature || bytes.toString('latin1', 12, 16) !== 'IHDR') {
    return undefined;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth, colours, , , interlaced] = bytes.subarray(24, 29);
  const channels = colours === 6 ? 4 : 3;
  if (depth !== 8 || (colours !== 2 && colours !== 6) || interlaced !== 0 || width > 512 || height > 512)
    return undefined;
  const rows = inflateSync(chunks(bytes, 'IDAT'), { maxOutputLength: height * (width * channels + 1) });
  return { width, height, channels, pixels: unfilter(rows, width * channels, channels) };
}

/** White where it is not see-through, and see-through somewhere: what Teams may paint in its own colour. */
export function isWhiteOutline({ channels, pixels }: Picture): boolean {
  let clear = 0;
  for (let i = 0; i < pixels.length; i += channels) {
    const alpha = pixels[i + 3];
    if (channels === 3 || alpha === undefined) return false;
    if (alpha === 0) clear++;
    else if (pixels[i] !== 255 || pixels[i + 1] !== 255 || pixels[i + 2] !== 255) return false;
  }
  return clear > 0 && clear < pixels.length / channels;
}

function chunks(bytes: Buffer, type: string): Buffer {
  const found: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === type) found.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(found);
}

/** Each row begins with the rule that its bytes were written by: against the left, the upper or both neighbours. */
function unfilter(rows: Uint8Array, stride: number, step: number): Uint8Array {
  const pixels = new Uint8Array(rows.length - Math.ceil(rows.length / (stride + 1)));
  for (let at = 0; at < pixels.length; at++) {
    const row = Math.floor(at / stride);
    const column = at % stride;
    const left = column >= step ? (pixels[at - step] ?? 0) : 0;
    const up = pixels[at - stride] ?? 0;
    const corner = column >= step ? (pixels[at - stride - step] ?? 0) : 0;
    const guess = guesses[rows[row * (stride + 1)] ?? 0]?.(left, up, corner) ?? 0;
    pixels[at] = (rows[row * (stride + 1) + 1 + column] ?? 0) + guess;
  }
  return pixels;
}

const guesses: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
    if (a <= b && a <= c) return left;
    return b <= c ? up : corner;
  },
];
