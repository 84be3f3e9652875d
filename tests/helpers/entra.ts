/** Entra as far as the tab meets it: a key service on loopback, and access tokens as Teams hands them out. */
import { SignJWT } from 'jose';
import type { Clock } from '../../src/core/clock.ts';
import { hostClients } from '../../src/web/sign-in.ts';
import { tenantId } from './activities.ts';
import { type OpenIdStub, openIdStub, type SigningKey, signingKey } from './openid-stub.ts';

export interface Entra extends OpenIdStub {
  readonly key: SigningKey;
  /** A token for the tab; `claims` replace ours, one that is `undefined` is left out. */
  token(personId: string, claims?: Readonly<Record<string, unknown>>): Promise<string>;
}

export async function entraStub(tabAppId: string, clock: Clock): Promise<Entra> {
  const key = await signingKey('entra-1', []);
  const stub = await openIdStub([key]);
  return {
    ...stub,
    key,
    token(personId, changes = {}) {
      const now = Math.floor(clock.now().getTime() / 1_000);
      const claims = {
        iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
        aud: tabAppId,
        tid: tenantId,
        oid: personId,
        azp: hostClients[0],
        scp: 'access_as_user',
        ver: '2.0',
        acct: 0,
        name: 'A person',
        iat: now,
        nbf: now,
        exp: now + 3_600,
        ...changes,
      };
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(key.privateKey);
    },
  };
}
