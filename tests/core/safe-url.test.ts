/** Which addresses are taken over: plain https links to a named site (reliability 10, T6, cases 36 and 22). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeUrl } from '../../src/core/text.ts';

const taken: readonly (readonly [string, string])[] = [
  ['https://example.com', 'https://example.com/'],
  ['https://example.com/', 'https://example.com/'],
  ['HTTPS://EXAMPLE.COM/Path', 'https://example.com/Path'],
  ['https://example.com:443/a', 'https://example.com/a'],
  ['https://sub.example.co.uk/a/b?c=d&e=%20#f', 'https://sub.example.co.uk/a/b?c=d&e=%20#f'],
  ['https://example.com?q=1', 'https://example.com/?q=1'],
  ['https://example.com#top', 'https://example.com/#top'],
  ['https://example.com/a/../b', 'https://example.com/b'],
  ['https://example.com/mañana', 'https://example.com/ma%C3%B1ana'],
  ['https://example.com/%E2%80%AE', 'https://example.com/%E2%80%AE'],
  ['https://xn--mnchen-3ya.de/', 'https://xn--mnchen-3ya.de/'],
  ['https://a-b.example.com/', 'https://a-b.example.com/'],
  ['https://1password.com/', 'https://1password.com/'],
  ['https://example.com/user@home', 'https://example.com/user@home'],
  ['https://example.com/?next=http://localhost', 'https://example.com/?next=http://localhost'],
  [
    'https://teams.microsoft.com/l/message/19:x@thread.v2/1?context=%7B%7D',
    'https://teams.microsoft.com/l/message/19:x@thread.v2/1?context=%7B%7D',
  ],
];

const refused: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['no scheme', 'example.com'],
  ['scheme of the page', '//example.com'],
  ['http', 'http://example.com'],
  ['script', 'javascript:alert(1)'],
  ['script with a host', 'javascript://example.com/%0aalert(1)'],
  ['data', 'data:text/html,<script>1</script>'],
  ['file', 'file:///etc/passwd'],
  ['ftp', 'ftp://example.com'],
  ['a scheme that starts alike', 'httpsx://example.com'],
  ['spaces around', ' https://example.com'],
  ['a space at the end', 'https://example.com '],
  ['a space inside', 'https://example.com/a b'],
  ['a tab inside the scheme', 'ht\ttps://example.com'],
  ['a line break inside', 'https://exam\nple.com'],
  ['NUL', 'https://example.com/\u0000'],
  ['a backslash for a slash', 'https:\\\\example.com'],
  ['a backslash in the host', 'https://example.com\\@evil.example'],
  ['text turned round', 'https://example.com/\u202efdp'],
  ['a zero-width space', 'https://exam\u200bple.com'],
  ['a byte order mark', '\ufeffhttps://example.com'],
  ['a user', 'https://admin@evil.example.com/'],
  ['a user that looks like a host', 'https://example.com@evil.example/'],
  ['a user with a password', 'https://a:b@example.com/'],
  ['an empty user', 'https://@example.com/'],
  ['another port', 'https://example.com:8443/'],
  ['the port of http', 'https://example.com:80/'],
  ['no host', 'https://'],
  ['three slashes', 'https:///example.com'],
  ['one slash', 'https:/example.com'],
  ['localhost', 'https://localhost/'],
  ['a host without a dot', 'https://intranet/'],
  ['a dot at the end', 'https://example.com./'],
  ['two dots', 'https://example..com/'],
  ['a dot first', 'https://.example.com/'],
  ['an IP', 'https://127.0.0.1/'],
  ['an IP in one number', 'https://2130706433/'],
  ['an IP in hex', 'https://0x7f000001/'],
  ['an IP in octal', 'https://0177.0.0.1/'],
  ['an IP with parts left out', 'https://127.1/'],
  ['an IPv6', 'https://[::1]/'],
  ['an IP in wide digits', 'https://１２７.0.0.1/'],
  ['a wide dot', 'https://example。com/'],
  ['letters that look alike', 'https://exаmple.com/'],
  ['a host of another script', 'https://münchen.de/'],
  ['a host in percent signs', 'https://ex%61mple.com/'],
  ['an underscore', 'https://my_site.example.com/'],
  ['a hyphen first', 'https://-example.com/'],
  ['a star', 'https://*.example.com/'],
  ['a label of 64', `https://${'a'.repeat(64)}.com/`],
  ['a host of 260', `https://${'a.'.repeat(129)}com/`],
  ['3,000 signs', `https://example.com/${'a'.repeat(3_000)}`],
  ['one sign too many', `https://example.com/${'a'.repeat(2_029)}`],
  ['too long once it is written out', `https://example.com/${'ñ'.repeat(1_000)}`],
];

describe('safeUrl', () => {
  it.each(taken.map((row) => [...row]))('takes %s', (raw, stored) => expect(safeUrl(`${raw}`)).toBe(stored));

  it('takes the longest', () => {
    const longest = `https://example.com/${'a'.repeat(2_028)}`;
    expect(longest).toHaveLength(2_048);
    expect(safeUrl(longest)).toBe(longest);
  });

  it.each(refused.map((row) => [...row]))('refuses %s', (_, raw) => expect(safeUrl(`${raw}`)).toBeUndefined());

  it('gives only what it would take again, whatever comes in', () => {
    const parts = fc.constantFrom(
      'https',
      'http',
      '://',
      '//',
      '@',
      ':',
      '.',
      'com',
      'example',
      '443',
      '\\',
      ' ',
      '%',
      '?',
      '#',
      '[',
      '\u202e',
      'а',
    );
    const raw = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.array(parts, { maxLength: 8 }).map((p) => `https://${p.join('')}`),
    );
    fc.assert(
      fc.property(raw, (value) => {
        const safe = safeUrl(value);
        if (safe === undefined) return;
        expect(safeUrl(safe)).toBe(safe);
        const { protocol, username, port, hostname } = new URL(safe);
        expect([protocol, username, port]).toEqual(['https:', '', '']);
        expect(hostname).toMatch(/^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
