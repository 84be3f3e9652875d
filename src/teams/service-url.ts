/** Where we may answer: a signed token names the address, this list decides. Asked at receive, at store and at send. */
import { remember } from '../core/bounded.ts';

const plain = /^https?:\/\/[^\s\\@?#]+$/i;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reading an address takes as long as the rest of the check, and the same few come again and again. */
const read = new Map<string, { protocol: string; port: string; hostname: string } | undefined>();
const mostRead = 200;

function parts(url: string) {
  if (read.has(url)) return read.get(url);
  const made = plain.test(url) && URL.canParse(url) ? new URL(url) : undefined;
  remember(read, url, made, mostRead);
  return made;
}

/**
 * True for https on a listed host, default port, no user part. The open mode adds loopback, with any port and http;
 * it sends to loopback only, so ask with an empty list before a send there.
 */
export function serviceUrlAllowed(url: unknown, hosts: readonly string[], open: boolean): url is string {
  const address = typeof url === 'string' ? parts(url) : undefined;
  if (!address) return false;
  const { protocol, port, hostname } = address;
  if (open && loopback.has(hostname)) return true;
  return protocol === 'https:' && port === '' && hosts.includes(hostname);
}
