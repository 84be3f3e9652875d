/** The channel's signing keys: fetched by need, kept through an outage of the key service (reliability.md E1, check 5). */
import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { before, type Deadline, realDeadline } from '../core/deadline.ts';

export interface ChannelKey {
  readonly key: CryptoKey | Uint8Array;
  /** Channels this key may speak for. */
  readonly endorsements: readonly string[];
}

export interface ChannelKeys {
  /** Undefined for an id the service does not know. Throws `KeysUnavailable` when no usable key is known at all. */
  find(keyId: string): Promise<ChannelKey | undefined>;
  /** Rejects with a sentence for the log when no token could be checked now. */
  check(): Promise<void>;
}

export interface KeysOptions {
  /** OpenID metadata of the channel; names the address of the keys. */
  readonly metadataUrl: string;
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
  readonly deadline?: Deadline;
  /** For a stand-in on loopback in tests. */
  readonly plainHttp?: boolean;
}

export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('keys: the key service does not answer and no key of the last 7 days is known', { cause });
    this.name = 'KeysUnavailable';
  }
}

const limitMs = 3_000;
const unknownIdPauseMs = 30_000;
/** With no key at all every request needs one, so we ask again sooner. */
const emptyPauseMs = 1_000;
const freshMs = 24 * 3_600_000;
const usableMs = 7 * freshMs;

type KeySet = ReadonlyMap<string, ChannelKey>;

export function channelKeys(options: KeysOptions): ChannelKeys {
  let known: { keys: KeySet; at: number } | undefined;
  let running: Promise<void> | undefined;
  let tried = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  const now = () => options.clock.now().getTime();
  const usable = () => (known && now() - known.at < usableMs ? known : undefined);

  /** One fetch at a time, none within the pause; its failure is kept, not thrown. */
  async function refresh(): Promise<void> {
    if (running) return running;
    if (now() - tried < (usable() ? unknownIdPauseMs : emptyPauseMs)) return;
    tried = now();
    running = fetchKeys(options)
      .then(
        (keys) => {
          known = { keys, at: now() };
          failure = undefined;
        },
        (error: unknown) => {
          failure = error;
        },
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  async function keySet(): Promise<KeySet> {
    if (!usable()) await refresh();
    const current = usable();
    if (!current) throw new KeysUnavailable(failure);
    if (now() - current.at >= freshMs) void refresh();
    return current.keys;
  }

  return {
    async find(keyId) {
      const found = (await keySet()).get(keyId);
      if (found) return found;
      await refresh();
      return (await keySet()).get(keyId);
    },
    check: async () => void (await keySet()),
  };
}

const metadataShape = z.object({ jwks_uri: z.string() });
const listShape = z.object({ keys: z.array(z.unknown()) });
const keyShape = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

async function fetchKeys(options: KeysOptions): Promise<KeySet> {
  const signal = (options.deadline ?? realDeadline)(limitMs);
  const { jwks_uri } = metadataShape.parse(await fetchJson(options.metadataUrl, signal, options));
  const listed = listShape.parse(await fetchJson(jwks_uri, signal, options)).keys;
  const keys = new Map((await Promise.all(listed.map(importKey))).flat());
  if (keys.size === 0) throw new Error('keys: the key service listed no key we can use');
  return keys;
}

async function fetchJson(url: string, signal: AbortSignal, options: KeysOptions): Promise<unknown> {
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && !(options.plainHttp && protocol === 'http:')) {
    throw new Error('keys: the key service must be reached over https');
  }
  const get = options.fetch ?? fetch;
  const response = await before(signal, get(url, { signal, redirect: 'error' }));
  if (!response.ok) throw new Error(`keys: the key service answered ${response.status}`);
  return before(signal, response.json());
}

/** A list of none or one: a key we cannot read must not cost us the others. */
async function importKey(listed: unknown): Promise<[string, ChannelKey][]> {
  const read = keyShape.safeParse(listed);
  if (!read.success) return [];
  const { kty, kid, n, e, endorsements } = read.data;
  return importJWK({ kty, n, e }, 'RS256').then(
    (key) => [[kid, { key, endorsements }]],
    () => [],
  );
}
