import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWhiteOutline, type Picture, readPng } from '../../src/files/png.ts';
import { writePng } from './png-kit.ts';

const picture = (channels: 3 | 4, pixels: number[]): Picture => ({
  width: pixels.length / channels,
  height: 1,
  channels,
  pixels: Uint8Array.from(pixels),
});

it('reads every pixel back, whichever filter a row was written by', () => {
  const size = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.constantFrom(3 as const, 4 as const),
      fc.infiniteStream(fc.nat(255)),
      (w, h, n, stream) => {
        const pixels = Uint8Array.from(stream.take(w * h * n));
        const filters = [...stream.take(h)].map((value) => value % 5);
        const drawn = { width: w, height: h, channels: n, pixels };
        expect(readPng(writePng(drawn, filters))).toEqual(drawn);
      },
    ),
  );
});

it('refuses what is no such picture', () => {
  const good = writePng(picture(3, [1, 2, 3]));
  const changed = (at: number, value: number) => Buffer.from(good.map((byte, i) => (i === at ? value : byte)));
  expect(readPng(good)).toBeDefined();
  // signature, bit depth, palette, interlacing, a width of 16 million
  for (const bad of [changed(0, 0), changed(24, 16), changed(25, 3), changed(28, 1), changed(16, 1)]) {
    expect(readPng(bad)).toBeUndefined();
  }
  expect(readPng(Buffer.from('GIF89a'))).toBeUndefined();
});

it.each<[string, Picture, boolean]>([
  ['white and clear', picture(4, [255, 255, 255, 255, 0, 0, 0, 0]), true],
  ['a soft edge', picture(4, [255, 255, 255, 90, 0, 0, 0, 0]), true],
  ['a grey edge', picture(4, [254, 255, 255, 90, 0, 0, 0, 0]), false],
  ['nothing clear', picture(4, [255, 255, 255, 255]), false],
  ['nothing drawn', picture(4, [255, 255, 255, 0]), false],
  ['no alpha', picture(3, [255, 255, 255]), false],
])('tells a white outline: %s', (_, drawn, expected) => expect(isWhiteOutline(drawn)).toBe(expected));
