/** Text of any code points, halves of characters among them. (`fc.string({ unit: 'binary' })` takes a second to make ready.) */
import fc from 'fast-check';

export const anyCharacters = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.nat({ max: 0x10ffff }), { maxLength }).map((points) => String.fromCodePoint(...points));
