/** Ids: random where nothing else is asked, derived from a key where a thing must come out the same twice. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';

export const newId = (): string => randomUUID();

/** A UUID that depends on its parts alone (version 8 of RFC 9562): starter content, a session from series and date. */
export function derivedId(...parts: string[]): string {
  const hex = hash('sha256', JSON.stringify(parts), 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-256 in hex of the parts; for dedup rows, never for anything that must stay unlinkable. */
export const digest = (...parts: string[]): string => hash('sha256', JSON.stringify(parts), 'hex');

/** Names a person or tenant without saying who: HMAC-SHA-256 under the deployment's signing key, base64url. */
export type KeyedHash = (...parts: string[]) => string;

export function keyedHash(key: Uint8Array): KeyedHash {
  // Made once: bytes would be turned into a key at each call, which takes seven times as long.
  const secret = createSecretKey(key);
  return (...parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
}

/** What only this deployment can read again: neither an export nor a copy of the database says it. */
export interface Seal {
  /** `context` belongs to it: what was sealed for one thing does not open for another. */
  seal(text: string, context: string): string;
  /** Undefined for what was sealed under another key, or changed. */
  open(sealed: string, context: string): string | undefined;
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

export function sealUnder(key: Uint8Array): Seal {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'fieldbook seal', 32));
  return {
    seal(text, context) {
      const iv = randomBytes(ivBytes);
      const made = createCipheriv(cipher, own, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([made.update(text, 'utf8'), made.final()]);
      return Buffer.concat([iv, made.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const read = createDecipheriv(cipher, own, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
        read.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return read.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + read.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
