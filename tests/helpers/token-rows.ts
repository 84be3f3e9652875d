/** The token matrix of reliability.md E1 as data: 25 hostile rows and 2 controls, for the guard alone and for the HTTP door. */
import { SignJWT } from 'jose';
import type { SigningKey } from './openid-stub.ts';

export interface TokenWorld {
  readonly appId: string;
  readonly tenantId: string;
  /** An address on the list of allowed hosts. */
  readonly serviceUrl: string;
  readonly now: Date;
  /** Listed and endorsed; listed without the endorsement; not listed at all. */
  readonly keys: { readonly trusted: SigningKey; readonly unendorsed: SigningKey; readonly foreign: SigningKey };
}

export interface TokenRequest {
  readonly authorization?: string;
  readonly body: Record<string, unknown>;
}

/** The check that must stop the row: the one the log names. */
export type StoppedBy = 'header' | 'body' | 'channel' | 'serviceUrl' | 'token' | 'endorsement' | 'claim' | 'tenant';

export interface TokenRow {
  readonly name: string;
  readonly status: 200 | 400 | 401;
  readonly stoppedBy?: StoppedBy;
  /** Every request of the row must get its status. All are sound but for what the row names. */
  readonly requests: (world: TokenWorld) => Promise<readonly TokenRequest[]> | readonly TokenRequest[];
}

const channelIssuer = 'https://api.botframework.com';
const listed = 'smba.trafficmanager.net';
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

type Place = Pick<TokenWorld, 'tenantId' | 'serviceUrl' | 'appId'>;

export function soundBody({ tenantId, serviceUrl, appId }: Place): Record<string, unknown> {
  return {
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl,
    text: 'help',
    deliveryMode: 'expectReplies',
    from: { id: '29:someone', name: 'Someone', aadObjectId: 'b6a7c1de-0000-4000-8000-000000000001' },
    recipient: { id: `28:${appId}`, name: 'Fieldbook' },
    conversation: { id: 'a:one-to-one', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  };
}

interface Minting {
  readonly key?: SigningKey;
  readonly kid?: string;
  readonly claims?: Record<string, unknown>;
}

/** Claims set to undefined are left out of the token. */
export async function bearer(world: TokenWorld, { key = world.keys.trusted, kid, claims }: Minting = {}) {
  const token = await new SignJWT(claimsOf(world, claims))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: kid ?? key.kid })
    .sign(key.privateKey);
  return `Bearer ${token}`;
}

function claimsOf({ now, appId, serviceUrl }: TokenWorld, claims: Record<string, unknown> = {}) {
  const seconds = Math.floor(now.getTime() / 1000);
  const times = { nbf: seconds - 60, exp: seconds + 3600 };
  return { iss: channelIssuer, aud: appId, serviceurl: serviceUrl, ...times, ...claims };
}

/** A row with a sound body; only the token is wrong. */
const withToken = (name: string, stoppedBy: StoppedBy, minting: (world: TokenWorld) => Minting): TokenRow => ({
  name,
  status: 401,
  stoppedBy,
  requests: async (world) => [{ authorization: await bearer(world, minting(world)), body: soundBody(world) }],
});

/** A row with a sound token; only the header is wrong. */
const withHeaders = (name: string, headers: (world: TokenWorld) => Promise<(string | undefined)[]>): TokenRow => ({
  name,
  status: 401,
  stoppedBy: 'header',
  requests: async (world) =>
    (await headers(world)).map((authorization) => ({
      body: soundBody(world),
      ...(authorization === undefined ? {} : { authorization }),
    })),
});

/** A row whose token fits the body, also where the body is wrong; `undefined` leaves a field out. */
const withBodies = (name: string, stoppedBy: StoppedBy, changes: (world: TokenWorld) => object[]): TokenRow => ({
  name,
  status: 401,
  stoppedBy,
  requests: (world) =>
    Promise.all(
      changes(world).map(async (change) => {
        const body: Record<string, unknown> = { ...soundBody(world), ...change };
        const claims = body.serviceUrl === undefined ? {} : { serviceurl: body.serviceUrl };
        return { body, authorization: await bearer(world, { claims }) };
      }),
    ),
});

const secondsFrom = (world: TokenWorld, seconds: number) => Math.floor(world.now.getTime() / 1000) + seconds;
const entraClaims = (world: TokenWorld, app: string) => ({
  iss: `https://login.microsoftonline.com/${world.tenantId}/v2.0`,
  tid: world.tenantId,
  ver: '2.0',
  azp: app,
  appid: app,
});

export const hostileRows: readonly TokenRow[] = [
  withHeaders('no header', async () => [undefined]),
  withHeaders('malformed header', async (world) => {
    const sound = await bearer(world);
    const [, token] = sound.split(' ');
    return [
      '',
      'Bearer',
      'Bearer ',
      `Basic ${token}`,
      `bearer ${token}`,
      `Bearer  ${token}`,
      `${sound} x`,
      `x${sound}`,
    ];
  }),
  {
    name: 'garbage in three parts',
    status: 401,
    stoppedBy: 'token',
    requests: (world) => [{ authorization: 'Bearer aaa.bbb.ccc', body: soundBody(world) }],
  },
  {
    name: 'alg none',
    status: 401,
    stoppedBy: 'token',
    requests: (world) => {
      const header = base64url({ alg: 'none', typ: 'JWT', kid: world.keys.trusted.kid });
      return [{ authorization: `Bearer ${header}.${base64url(claimsOf(world))}.AAAA`, body: soundBody(world) }];
    },
  },
  {
    name: 'HS256 with the public key',
    status: 401,
    stoppedBy: 'token',
    requests: async (world) => {
      const { kid, publicKey } = world.keys.trusted;
      const token = await new SignJWT(claimsOf(world))
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(new TextEncoder().encode(publicKey));
      return [{ authorization: `Bearer ${token}`, body: soundBody(world) }];
    },
  },
  withToken('other key under a known id', 'token', ({ keys }) => ({ key: keys.foreign, kid: keys.trusted.kid })),
  withToken('unknown key id', 'token', ({ keys }) => ({ key: keys.foreign })),
  withToken('expired 6 min', 'token', (world) => ({ claims: { exp: secondsFrom(world, -360) } })),
  withToken('nbf in 6 min', 'token', (world) => ({ claims: { nbf: secondsFrom(world, 360) } })),
  withToken('no exp', 'token', () => ({ claims: { exp: undefined } })),
  withToken('wrong audience', 'token', () => ({ claims: { aud: 'b6a7c1de-0000-4000-8000-00000000ffff' } })),
  withToken('wrong issuer', 'token', () => ({ claims: { iss: 'https://sts.example.org' } })),
  withToken('serviceUrl not the claim', 'claim', () => ({ claims: { serviceurl: `https://${listed}/other/` } })),
  withBodies('serviceUrl absent, empty or array', 'serviceUrl', ({ serviceUrl }) => [
    { serviceUrl: undefined },
    { serviceUrl: '' },
    { serviceUrl: [serviceUrl] },
  ]),
  withBodies('signed but not on the list', 'serviceUrl', () => [
    { serviceUrl: 'https://evil.example/' },
    { serviceUrl: `https://${listed}.evil.example/` },
    { serviceUrl: `https://${listed}@evil.example/` },
    { serviceUrl: `https://evil.example/?${listed}` },
    { serviceUrl: `https://evil.example\\@${listed}/` },
    { serviceUrl: `https://${listed}:8443/` },
    { serviceUrl: `https://user@${listed}/` },
    { serviceUrl: 'https://127.0.0.1:3979/' },
  ]),
  withBodies('http:', 'serviceUrl', () => [{ serviceUrl: `http://${listed}/emea/` }]),
  withBodies('other channel', 'channel', () => [
    { channelId: 'slack' },
    { channelId: 'emulator' },
    { channelId: 'webchat' },
  ]),
  withBodies('channel empty, null, absent or number', 'channel', () => [
    { channelId: '' },
    { channelId: null },
    { channelId: undefined },
    { channelId: 7 },
  ]),
  withBodies('no tenant', 'tenant', () => [{ conversation: { id: 'a:one-to-one' }, channelData: {} }]),
  withBodies('two tenants', 'tenant', () => [
    { channelData: { tenant: { id: 'b6a7c1de-0000-4000-8000-00000000eeee' } } },
  ]),
  withToken('Entra user token with aud = azp = bot id', 'token', (world) => ({
    claims: { ...entraClaims(world, world.appId), scp: 'access_as_user', oid: 'b6a7c1de-0000-4000-8000-000000000001' },
  })),
  {
    name: 'the same with forged serviceUrl',
    status: 401,
    stoppedBy: 'serviceUrl',
    requests: async (world) => {
      const serviceUrl = 'https://evil.example/';
      const claims = { ...entraClaims(world, world.appId), scp: 'access_as_user', serviceurl: serviceUrl };
      return [{ authorization: await bearer(world, { claims }), body: { ...soundBody(world), serviceUrl } }];
    },
  },
  withToken('foreign app token', 'token', (world) => ({
    claims: { ...entraClaims(world, 'b6a7c1de-0000-4000-8000-00000000dddd'), idtyp: 'app' },
  })),
  withToken('key without the msteams endorsement', 'endorsement', ({ keys }) => ({ key: keys.unendorsed })),
  withHeaders('12 kB token', async (world) => [await bearer(world, { claims: { padding: 'x'.repeat(8_500) } })]),
];

export const controlRows: readonly TokenRow[] = [
  {
    name: 'valid',
    status: 200,
    requests: async (world) => [{ authorization: await bearer(world), body: soundBody(world) }],
  },
  {
    name: 'valid without type',
    status: 400,
    stoppedBy: 'body',
    requests: async (world) => [{ authorization: await bearer(world), body: { ...soundBody(world), type: undefined } }],
  },
];
