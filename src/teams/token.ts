/** The inbound token: proof that Teams sent this, to this bot, from this service URL (reliability.md E1, checks 1 and 5-7). */
import { errors, jwtVerify } from 'jose';
import type { Clock } from '../core/clock.ts';
import type { Activity } from './envelope.ts';
import { type ChannelKey, type ChannelKeys, KeysUnavailable } from './keys.ts';

const issuer = 'https://api.botframework.com';
const toleranceSeconds = 300;
const maxHeader = 8_192;
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

export type Claims = Readonly<Record<string, unknown>>;

export type TokenCheck =
  | { kind: 'proven'; claims: Claims }
  | { kind: 'refused'; why: 'token' | 'endorsement' | 'claim' }
  | { kind: 'unavailable' };

export interface TokenRule {
  readonly appId: string;
  readonly keys: ChannelKeys;
  readonly clock: Clock;
}

/** The token in an Authorization header, if the header has the only form we take. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return authorization && authorization.length <= maxHeader ? bearer.exec(authorization)?.[1] : undefined;
}

export async function checkToken(token: string, activity: Activity, rule: TokenRule): Promise<TokenCheck> {
  try {
    const { claims, endorsements } = await verify(token, rule);
    if (!endorsements.includes(activity.channelId)) return { kind: 'refused', why: 'endorsement' };
    if (claims.serviceurl !== activity.serviceUrl) return { kind: 'refused', why: 'claim' };
    return { kind: 'proven', claims };
  } catch (error) {
    if (error instanceof KeysUnavailable) return { kind: 'unavailable' };
    return { kind: 'refused', why: 'token' };
  }
}

async function verify(token: string, { appId, keys, clock }: TokenRule) {
  let signer: ChannelKey | undefined;
  const { payload } = await jwtVerify(
    token,
    async ({ kid }) => {
      signer = kid ? await keys.find(kid) : undefined;
      if (!signer) throw new errors.JWKSNoMatchingKey();
      return signer.key;
    },
    {
      issuer,
      audience: appId,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'serviceurl'],
      clockTolerance: toleranceSeconds,
      currentDate: clock.now(),
    },
  );
  const claims: Claims = payload;
  return { claims, endorsements: signer?.endorsements ?? [] };
}
