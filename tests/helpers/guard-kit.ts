/** A guard with everything around it replaced by what the test can see and steer. */
import { importSPKI } from 'jose';
import type { LogFields } from '../../src/core/log.ts';
import { createGuard, type GuardOptions } from '../../src/teams/guard.ts';
import type { ChannelKeys } from '../../src/teams/keys.ts';
import type { Members, Standing } from '../../src/teams/members.ts';
import { memoryRates } from '../../src/teams/rates.ts';
import { movingClock } from './moving-clock.ts';
import type { SigningKey } from './openid-stub.ts';
import { soundBody, type TokenWorld } from './token-rows.ts';

export const appId = 'b6a7c1de-0000-4000-8000-00000000b071';
export const local = 'b6a7c1de-0000-4000-8000-0000000000aa';
export const ours = 'b6a7c1de-0000-4000-8000-0000000000bb';
export const theirs = 'b6a7c1de-0000-4000-8000-0000000000cc';
export const listedHost = 'smba.trafficmanager.net';

export const everyone = (standing: Standing): Members => ({ standing: async () => standing });

/** A key service without a network, of one endorsed key. */
export const servedKeys = (key: SigningKey): ChannelKeys => ({
  find: async (kid) =>
    kid === key.kid ? { key: await importSPKI(key.publicKey, 'RS256'), endorsements: ['msteams'] } : undefined,
  check: async () => {},
});

/** Where every token and body of a test fits together, at the time of a fresh moving clock. */
export const worldOf = (key: SigningKey, serviceUrl = `https://${listedHost}/emea/`): TokenWorld => ({
  appId,
  tenantId: ours,
  serviceUrl,
  now: movingClock().now(),
  keys: { trusted: key, unendorsed: key, foreign: key },
});

/** A message as the open mode gets it from a tool on loopback. */
export const openBody = (change: object = {}): Record<string, unknown> => ({
  ...soundBody({ appId, tenantId: ours, serviceUrl: 'http://localhost:3979/_connector' }),
  ...change,
});

export function guardKit(options: Partial<GuardOptions> = {}) {
  const clock = movingClock();
  const refusals: LogFields[] = [];
  const guard = createGuard({
    allowedTenants: [],
    localTenant: local,
    serviceUrlHosts: [listedHost],
    rates: memoryRates(),
    clock,
    log: { info: (_event, fields = {}) => void refusals.push(fields), warn() {}, error() {} },
    ...options,
  });
  const admit = (body: unknown, authorization?: string) =>
    guard.admit({
      text: typeof body === 'string' ? body : JSON.stringify(body),
      requestId: 'r1',
      ...(authorization === undefined ? {} : { authorization }),
    });
  return { guard, clock, refusals, admit };
}
