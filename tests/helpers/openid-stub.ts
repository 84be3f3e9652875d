/** A key service on loopback: OpenID metadata and keys over plain HTTP, and pairs to sign with. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK } from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** PEM. */
  readonly publicKey: string;
  readonly listed: JWK;
}

export async function signingKey(kid: string, endorsements: readonly string[] = ['msteams']): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const listed = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256', endorsements };
  return { kid, privateKey, publicKey: await exportSPKI(publicKey), listed };
}

export interface OpenIdStub {
  readonly metadataUrl: string;
  close(): Promise<void>;
}

export async function openIdStub(keys: readonly SigningKey[]): Promise<OpenIdStub> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const metadata = { issuer: 'https://api.botframework.com', jwks_uri: `http://127.0.0.1:${port}/keys` };
    const body = request.url === '/keys' ? { keys: keys.map((key) => key.listed) } : metadata;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    metadataUrl: `http://127.0.0.1:${port}/openid`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
