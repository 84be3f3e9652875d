/** The key of links and hashes: from the configuration, or made on first start and kept beside the data. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

export function signingKey(config: Config): Uint8Array {
  if (config.signingKey) return config.signingKey;
  if (config.dataDir === ':memory:') return randomBytes(32);
  const file = join(config.dataDir, 'signing.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}
