/** Text is cleaned once on the way in and escaped for its slot on the way out (reliability 10, T15). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quotedText } from '../../src/core/card-slots.ts';
import { cardText, cleanText, fold, graphemes, isWithin, shorten } from '../../src/core/text.ts';
import { anyCharacters } from '../helpers/any-characters.ts';
import { scaled } from '../helpers/scale.ts';

const astronaut = '👩🏽‍🚀';
const family = '👨‍👩‍👧‍👦';
const anyText = fc.oneof(
  anyCharacters(20),
  fc
    .array(
      fc.constantFrom(
        'a',
        'é',
        'e\u0301',
        '\u200d',
        '\u200b',
        '\u202e',
        '\u0301',
        '\ud83d',
        '\ude00',
        '👩',
        '🚀',
        '🏽',
        '\ufe0f',
        '\r',
        '\n',
        '\t',
        ' ',
        '\0',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('cleanText', () => {
  it.each<[string, string, string]>([
    ['plain text', 'Job ad, draft 2.', 'Job ad, draft 2.'],
    ['nothing', '', ''],
    ['spaces around', '  two words \n', 'two words'],
    ['odd spaces around', '\u00a0\u3000x\u2003', 'x'],
    ['only spaces', ' \t\n ', ''],
    ['only zero width', '\u200b\u200c\u200d\u2060\ufeff', ''],
    ['only direction marks', '\u202e\u202d\u200f\u2066\u2069', ''],
    ['letters in two parts', 'cafe\u0301', 'café'],
    ['letters in two parts with a hidden sign between', 'cafe\u200b\u0301', 'café'],
    ['half a character at the end', 'ok\ud83d', 'ok\ufffd'],
    ['half a character at the start', '\ude00ok', '\ufffdok'],
    ['halves that a hidden sign keeps apart', '\ud83d\u200b\ude00', '\ufffd\ufffd'],
    ['NUL and other controls', 'a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
    ['tab and line feed', 'a\tb\nc', 'a\tb\nc'],
    ['line ends of all kinds', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['vertical tab and form feed', 'a\u000bb\u000cc', 'abc'],
    ['zero width inside a word', 'pass\u200bword', 'password'],
    ['text turned round', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['isolates', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
    ['word joiner and its neighbours', 'a\u2060b\u2061c\u2064d', 'abcd'],
    ['byte order mark', '\ufeffa\ufeffb', 'ab'],
    ['the marks of our own cards', '\ue000a\ue001', 'a'],
    ['an emoji of parts', astronaut, astronaut],
    ['a family', family, family],
    ['a flag of parts', '🏳️‍🌈🏴‍☠️', '🏳️‍🌈🏴‍☠️'],
    ['a heart on fire', '❤️‍🔥', '❤️‍🔥'],
    ['a joiner between letters', 'a\u200db', 'ab'],
    ['a joiner after an emoji', '👩\u200d', '👩'],
    ['a joiner before an emoji', '\u200d👩', '👩'],
    ['two joiners', '👩\u200d\u200d🚀', '👩🚀'],
    ['a joiner between a letter and an emoji', 'a\u200d🚀', 'a🚀'],
    ['other scripts', 'Żółć Ünïcode 日本語 العربية', 'Żółć Ünïcode 日本語 العربية'],
    ['braces and markup stay', '{{DATE(x)}} <at>x</at> [x](y)', '{{DATE(x)}} <at>x</at> [x](y)'],
  ])('%s', (_, raw, expected) => expect(cleanText(raw)).toBe(expected));

  it('comes out the same when cleaned twice, well formed, normal and without what is hidden', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const clean = cleanText(raw);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(clean.trim()).toBe(clean);
        expect(clean).not.toMatch(/[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000\ue001\r]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('graphemes', () => {
  it.each<[string, number]>([
    ['', 0],
    ['abc\n', 4],
    ['é', 1],
    ['e\u0301', 1],
    [astronaut, 1],
    [family, 1],
    ['🇪🇸🇬🇧', 2],
    ['日本', 2],
    ['a\r\nb', 3],
  ])('%j has %i', (value, count) => expect(graphemes(value)).toBe(count));
});

describe('shorten', () => {
  it('cuts a heap of accents on one letter, so that what comes out fits its field', () => {
    const heap = `a${'\u0301'.repeat(5_000)}`;
    expect(isWithin(heap, 120)).toBe(false);
    expect(isWithin(shorten(heap.repeat(3), 120), 120)).toBe(true);
  });

  it.each<[string, number, string]>([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab cd', 4, 'ab…'],
    ['abc', 1, '…'],
    [family.repeat(3), 3, family.repeat(3)],
    [family.repeat(4), 3, `${family.repeat(2)}…`],
    ['', 3, ''],
  ])('%j to %i', (value, max, expected) => expect(shorten(value, max)).toBe(expected));

  it('is never longer than it may be and never cuts a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (raw, max) => {
        const value = cleanText(raw);
        const short = shorten(value, max);
        expect(graphemes(short)).toBeLessThanOrEqual(max);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});

const joiner = '\u2060';
/** Blanks at the start of a line become ones that do not break: four plain ones would make code of it. */
const indented = (value: string): string => value.replace(/^[ \t\u00a0]+/gm, (blanks) => '_'.repeat(blanks.length));

describe('cardText', () => {
  it.each<[string, string, string]>([
    ['plain words', 'Job ad', 'Job ad'],
    ['markdown', '*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
    ['a link', '[x](javascript:1)', '\\[x\\]\\(javascript:1\\)'],
    ['a picture', '![x](y)', '\\!\\[x\\]\\(y\\)'],
    ['a heading and a list', '# a\n- b\n1. c\n+ d', '\\# a\n\\- b\n1\\. c\n\\+ d'],
    ['a quote and a table', '> a | b', '\\> a \\| b'],
    ['a backslash', 'a\\b', 'a\\\\b'],
    ['an escape of somebody else', '\\*', '\\\\\\*'],
    ['an address', 'https://a.example', 'https\\://a\\.example'],
    ['a written sign', '&lt;b&gt; R&D', '\\&lt;b\\&gt; R&D'],
    ['an underline', 'a\n===', 'a\n\\==='],
    ['a placeholder of a prompt', '{{name}}', '{{name}}'],
    ['a card expression', '$\u007bsecret}', '$\u007bsecret}'],
  ])('markdown slot, %s', (_, value, expected) => expect(cardText(value, 'markdown')).toBe(expected));

  it.each([
    ['{{DATE(2026-11-23)}}', `{{${joiner}DATE(2026-11-23)}}`],
    ['{{ time(x) }}', `{{${joiner} time(x) }}`],
    ['{{DATES}}', '{{DATES}}'],
    ['<at>CEO</at>', `<${joiner}at>CEO<${joiner}/at>`],
    ['<AT id="0">CEO</AT>', `<${joiner}AT id="0">CEO<${joiner}/AT>`],
    ['<at/>', `<${joiner}at/>`],
    ['x <at', `x <${joiner}at`],
    ['<atlas> <b>', '<atlas> <b>'],
    ['*a* _b_ [c](d)', '*a* _b_ [c](d)'],
  ])('plain slot: %s', (value, expected) => expect(cardText(value, 'plain')).toBe(expected));

  it('is shown as it is typed once the host has read the escapes', () => {
    fc.assert(
      fc.property(anyText.map(cleanText), (value) => {
        const shown = cardText(value, 'markdown').replace(/\\([\\`*_[\]()#+\-.!|<>~:&=])/g, '$1');
        expect(indented(shown.replaceAll(joiner, ''))).toBe(indented(value));
        expect(cardText(value, 'plain').replaceAll(joiner, '')).toBe(value);
      }),
    );
  });
});

describe('quotedText', () => {
  it('is cardText as JSON has it, for whatever text', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...'\\`*_[]()#+-.!|<>~:&{}"=/ \n\t\u0000',
        '://',
        '{{DATE(',
        '<at>',
        '&amp;',
        '\ud800',
        'é',
        '🙂',
        'word',
      ),
      fc.string(),
    );
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('plain' as const, 'markdown' as const), (value, slot) => {
        expect(JSON.parse(`"${quotedText(value, slot)}"`)).toBe(JSON.parse(JSON.stringify(cardText(value, slot))));
      }),
      { numRuns: scaled(2_000, 20_000) },
    );
  });
});

describe('fold', () => {
  it.each([
    ['Currículum', 'curriculum'],
    ['  Two   WORDS ', 'two words'],
    ['C++ / C# (v2.0)', 'c++ c# v2.0'],
    ['it’s, or "not"?', 'it s or not'],
    ['İstanbul', 'istanbul'],
    ['e\u0301', 'e'],
    ['日本語', '日本語'],
    ['?!', ''],
  ])('%s is %s', (value, expected) => expect(fold(value)).toBe(expected));
});
