/** A calendar that others read by a secret link (reliability E4): found by the hash of its token, written for whoever it belongs to. */
import { createHash } from 'node:crypto';
import type { TenantStore } from './documents.ts';
import type { Turn } from './turn.ts';

export interface FeedSource {
  /** Whose feed this is; undefined where there is none. */
  owner(store: TenantStore, hash: string): Promise<string | undefined>;
  /** The file as its owner may see it now; undefined when it has ended since. */
  text(turn: Turn, hash: string): Promise<string | undefined>;
}

/** All that is kept of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
