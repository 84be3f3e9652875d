/** The token matrix of the tab's API (reliability.md E2): 30 that must be refused, and one that must pass. */
import { SignJWT, UnsecuredJWT } from 'jose';
import { botId, person, tenantId } from './activities.ts';
import type { Entra } from './entra.ts';
import type { SigningKey } from './openid-stub.ts';

export interface TokenWorld {
  readonly entra: Entra;
  readonly url: string;
  /** Signs as the bot's channel does. */
  readonly channel: SigningKey;
  /** Of nobody we know. */
  readonly foreign: SigningKey;
  readonly tabAppId: string;
  readonly now: Date;
}

/** What is sent beside the path. */
export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: string;
}

export interface TokenRow {
  readonly name: string;
  readonly status: 200 | 401 | 403;
  make(world: TokenWorld): Promise<Asked>;
}

const { aadObjectId } = person(1);
const bearer = (token: string): Asked => ({ headers: { authorization: `Bearer ${token}` } });
const elsewhere = '99999999-9999-4999-8999-999999999999';
/** Where Microsoft keeps personal accounts. */
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
const second = 1;
const minute = 60 * second;
const seconds = ({ now }: TokenWorld) => Math.floor(now.getTime() / 1_000);

const claiming =
  (change: (world: TokenWorld) => Record<string, unknown>) =>
  async (world: TokenWorld): Promise<Asked> =>
    bearer(await world.entra.token(aadObjectId, change(world)));
const changed = (change: Record<string, unknown>) => claiming(() => change);

const row = (name: string, make: TokenRow['make'], status: TokenRow['status'] = 401): TokenRow => ({
  name,
  status,
  make,
});

const claims = (world: TokenWorld) => ({
  iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  ...{ aud: world.tabAppId, tid: tenantId, oid: aadObjectId, scp: 'access_as_user', ver: '2.0', acct: 0 },
  ...{ azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264', iat: seconds(world), exp: seconds(world) + 60 * minute },
});

const signed = async (world: TokenWorld, key: SigningKey, kid: string) =>
  bearer(await new SignJWT(claims(world)).setProtectedHeader({ alg: 'RS256', kid }).sign(key.privateKey));

export const hostileTokens: readonly TokenRow[] = [
  row('no header', async () => ({})),
  row('malformed header', async ({ entra }) => ({
    headers: { authorization: `bearer  ${await entra.token(aadObjectId)}` },
  })),
  row('garbage in three parts', async () => bearer('abc.def.ghi')),
  row('alg none', async (world) => bearer(`${new UnsecuredJWT(claims(world)).encode()}x`)),
  row('HS256 with the public key', async (world) =>
    bearer(
      await new SignJWT(claims(world))
        .setProtectedHeader({ alg: 'HS256', kid: world.entra.key.kid })
        .sign(new TextEncoder().encode(world.entra.key.publicKey)),
    ),
  ),
  row('another key under a known id', (world) => signed(world, world.foreign, world.entra.key.kid)),
  row('unknown key id', (world) => signed(world, world.foreign, 'nobody')),
  row(
    'expired two minutes ago',
    claiming((world) => ({ exp: seconds(world) - 2 * minute })),
  ),
  row(
    'not valid for six minutes yet',
    claiming((world) => ({ nbf: seconds(world) + 6 * minute })),
  ),
  row('no end', changed({ exp: undefined })),
  row('for another API', changed({ aud: elsewhere })),
  row('for the bot', changed({ aud: botId })),
  row('for Graph', changed({ aud: '00000003-0000-0000-c000-000000000000' })),
  row('of the older issuer', changed({ iss: `https://sts.windows.net/${tenantId}/` })),
  row('issuer of another tenant than its own', changed({ iss: `https://login.microsoftonline.com/${elsewhere}/v2.0` })),
  row(
    'of a tenant that is not allowed',
    changed({ tid: elsewhere, iss: `https://login.microsoftonline.com/${elsewhere}/v2.0` }),
  ),
  row('without a tenant', changed({ tid: undefined })),
  row('of a personal account', changed({ tid: personal, iss: `https://login.microsoftonline.com/${personal}/v2.0` })),
  row('version 1.0', changed({ ver: '1.0' })),
  row('without a scope', changed({ scp: undefined }), 403),
  row('with another scope', changed({ scp: 'User.Read' }), 403),
  row('with a scope that only begins alike', changed({ scp: 'access_as_user_x' }), 403),
  row('from an unknown client', changed({ azp: elsewhere })),
  row('without a client', changed({ azp: undefined })),
  row('of a person without a proper id', changed({ oid: 'somebody' })),
  row('of an app alone', changed({ idtyp: 'app', scp: undefined, roles: ['Everything'] })),
  row('an id token', changed({ azp: undefined, scp: undefined, ver: '2.0', nonce: 'n' })),
  row('a token of the bot channel', async (world) =>
    bearer(
      await new SignJWT({ serviceurl: 'https://smba.trafficmanager.net/emea/' })
        .setProtectedHeader({ alg: 'RS256', kid: world.channel.kid })
        .setIssuer('https://api.botframework.com')
        .setAudience(botId)
        .setExpirationTime(seconds(world) + 60 * minute)
        .sign(world.channel.privateKey),
    ),
  ),
  row('in the query, the body or a cookie', async ({ entra }) => {
    const token = await entra.token(aadObjectId);
    return { query: `?access_token=${token}`, headers: { cookie: `token=${token}; authorization=Bearer%20${token}` } };
  }),
  row('of 12 kB', async (world) => bearer(await world.entra.token(aadObjectId, { padding: 'x'.repeat(8_500) }))),
];

export const controlToken = row('a proper one', async ({ entra }) => bearer(await entra.token(aadObjectId)), 200);

/** The same rows in other words: what one of them tries once is tried here in its other forms. */
export const furtherTokens: readonly TokenRow[] = [
  row('without an address of the person', changed({ oid: undefined })),
  row('of no version', changed({ ver: undefined })),
  row('of an app that has a scope too', changed({ idtyp: 'app' })),
  row('for us and signed without the public key service', (world) => signed(world, world.channel, world.channel.kid)),
  row('for an API whose address only begins as ours', changed({ aud: `api://fieldbook.example.com/${tenantId}x` })),
  row('of a list of tenants', changed({ tid: [tenantId] })),
  row('of a scope as a list', changed({ scp: ['access_as_user'] })),
  row(
    'expired a year ago',
    claiming((world) => ({ exp: seconds(world) - 365 * 24 * 60 * minute })),
  ),
  row('in lower case', async ({ entra }) => ({
    headers: { authorization: `bearer ${await entra.token(aadObjectId)}` },
  })),
  row('twice', async ({ entra }) => {
    const token = await entra.token(aadObjectId);
    return { headers: { authorization: `Bearer ${token}, Bearer ${token}` } };
  }),
  row('of the open mode', async () => bearer(`open:${aadObjectId}`)),
];
