/** Who asks the tab's API: a token of Entra, or in the open mode the id of a person (reliability.md E2). */
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { ProblemCode } from '../core/errors.ts';

export interface SignedIn {
  readonly tenantId: string;
  readonly personId: string;
  readonly name: string;
  /** Roles of the Entra app that the token names; they seed grants and give none. */
  readonly appRoles: readonly string[];
  readonly issuedAt: Date;
}

export type SignIn = (authorization: string | undefined) => Promise<SignInResult>;

/** `why` is for the log; the sender learns the code alone. */
export type SignInResult =
  | { kind: 'in'; person: SignedIn }
  | { kind: 'refused'; code: Extract<ProblemCode, 'unauthorized' | 'scope' | 'members_only' | 'busy'>; why: string };

/** The signing keys of Entra; throws when none could be had. */
export interface TokenKeys {
  find(keyId: string): Promise<{ readonly key: CryptoKey | Uint8Array } | undefined>;
}
type CryptoKey = import('jose').CryptoKey;

export interface EntraRule {
  readonly tabAppId: string;
  /** Its App ID URI, which Teams asks tokens for. */
  readonly appIdUri: string;
  readonly allowedTenants: readonly string[];
  readonly keys: TokenKeys;
  readonly clock: Clock;
  /** The stored membership of somebody whose token does not say it. */
  readonly isKnownMember: (tenantId: string, personId: string) => Promise<boolean>;
}

const maxHeader = 8_192;
const toleranceSeconds = 60;
const scope = 'access_as_user';

/** Web, desktop and mobile clients of Teams, and those of Outlook and of Microsoft 365, which show Teams tabs too. */
export const hostClients: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
];

const refused = (why: string, code: 'unauthorized' | 'scope' | 'members_only' | 'busy' = 'unauthorized') =>
  ({ kind: 'refused', code, why }) as const;

const claims = z.object({
  tid: z.guid().transform((id) => id.toLowerCase()),
  oid: z.guid().transform((id) => id.toLowerCase()),
  ver: z.literal('2.0'),
  azp: z.string(),
  iat: z.number(),
  iss: z.string(),
  scp: z.string().optional(),
  idtyp: z.string().optional(),
  acct: z.union([z.literal(0), z.literal(1)]).optional(),
  name: z.string().max(500).catch(''),
  roles: z.array(z.string()).max(100).catch([]),
});

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

export function entraSignIn(rule: EntraRule): SignIn {
  const clients = new Set([...hostClients, rule.tabAppId]);
  return async (authorization) => {
    const token = authorization && authorization.length <= maxHeader ? bearer.exec(authorization)?.[1] : undefined;
    if (!token) return refused('header');
    const payload = await verified(token, rule);
    if (payload === 'busy') return refused('keys', 'busy');
    const read = claims.safeParse(payload);
    if (!read.success) return refused('claims');
    const { tid, oid, iss, azp, scp, idtyp, acct, name, roles, iat } = read.data;
    if (!rule.allowedTenants.includes(tid)) return refused('tenant');
    if (iss !== `https://login.microsoftonline.com/${tid}/v2.0`) return refused('issuer');
    if (!clients.has(azp)) return refused('client');
    if (idtyp === 'app') return refused('app only');
    if (!(scp ?? '').split(' ').includes(scope)) return refused('scope', 'scope');
    if (acct === 1 || (acct === undefined && !(await rule.isKnownMember(tid, oid))))
      return refused('guest', 'members_only');
    const person = { tenantId: tid, personId: oid, name, appRoles: roles, issuedAt: new Date(iat * 1_000) };
    return { kind: 'in', person };
  };
}

/** The claims of a token that Entra signed for us and that is valid now. */
async function verified(token: string, { tabAppId, appIdUri, keys, clock }: EntraRule): Promise<unknown> {
  let found: Awaited<ReturnType<TokenKeys['find']>>;
  try {
    const { kid } = decodeProtectedHeader(token);
    if (kid === undefined) return undefined;
    found = await keys.find(kid);
  } catch (error) {
    return error instanceof errors.JOSEError || error instanceof TypeError ? undefined : 'busy';
  }
  if (!found) return undefined;
  try {
    const { payload } = await jwtVerify(token, found.key, {
      audience: [tabAppId, appIdUri],
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'tid', 'oid', 'ver', 'azp', 'iss'],
      clockTolerance: toleranceSeconds,
      currentDate: clock.now(),
    });
    return payload;
  } catch {
    return undefined;
  }
}

/** Open mode: nobody proves anything, so the server listens on loopback only. */
export function openSignIn(tenantId: string, clock: Clock): SignIn {
  return async (authorization) => {
    const id = /^Bearer open:(.{36})$/.exec(authorization ?? '')?.[1];
    const personId = z.guid().safeParse(id).data?.toLowerCase();
    if (!personId) return refused('open token');
    return { kind: 'in', person: { tenantId, personId, name: '', appRoles: [], issuedAt: clock.now() } };
  };
}
