/** The store that the configuration names: a file on this machine, or the distributed one. */
import type { Clock } from '../core/clock.ts';
import type { Store } from '../core/documents.ts';
import type { Log } from '../core/log.ts';
import { openSqlite } from './sqlite.ts';

export interface StoreConfig {
  readonly dataDir: string;
  readonly cosmos?: { readonly endpoint: string; readonly database: string; readonly key?: string };
  readonly instances: number;
  /** Of the managed identity, which is the bot's. */
  readonly identityId?: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

export async function openStore({ cosmos, identityId, ...options }: StoreConfig): Promise<Store> {
  if (!cosmos) return openSqlite(options);
  // Loaded only here: the client takes a tenth of a second and 40 MB.
  const { openCosmos } = await import('./cosmos.ts');
  return openCosmos({ ...options, ...cosmos, ...(identityId ? { identityId } : {}) });
}
