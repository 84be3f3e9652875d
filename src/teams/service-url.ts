/** Where we may answer: a signed token names the address, this list decides. Asked at receive, at store and at send. */

const plain = /^https?:\/\/[^\s\\@?#]+$/i;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * True for https on a listed host, default port, no user part. The open mode adds loopback, with any port and http;
 * it sends to loopback only, so ask with an empty list before a send there.
 */
export function serviceUrlAllowed(url: unknown, hosts: readonly string[], open: boolean): url is string {
  if (typeof url !== 'string' || !plain.test(url) || !URL.canParse(url)) return false;
  const { protocol, port, hostname } = new URL(url);
  if (open && loopback.has(hostname)) return true;
  return protocol === 'https:' && port === '' && hosts.includes(hostname);
}
