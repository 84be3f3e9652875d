/** Ids: random where nothing else is asked, derived from a key where a thing must come out the same twice. */
import { createHash, createHmac, randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();

/** A UUID that depends on its parts alone (version 8 of RFC 9562): starter content, a session from series and date. */
export function derivedId(...parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-256 in hex of the parts; for dedup rows, never for anything that must stay unlinkable. */
export const digest = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Names a person or tenant without saying who: HMAC-SHA-256 under the deployment's signing key, base64url. */
export type KeyedHash = (...parts: string[]) => string;

export const keyedHash =
  (key: Uint8Array): KeyedHash =>
  (...parts) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
