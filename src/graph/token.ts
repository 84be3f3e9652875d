/** The token for Graph, kept until five minutes before it ends. */
import type { Clock } from '../core/clock.ts';
import { before } from '../core/deadline.ts';
import { later, Stopped } from './stopped.ts';

const scope = 'https://graph.microsoft.com/.default';
const earlyMs = 5 * 60_000;

export interface Credential {
  getToken(
    scope: string,
    options: { abortSignal: AbortSignal },
  ): Promise<{ token: string; expiresOnTimestamp: number } | null>;
}

export interface Tokens {
  get(signal: AbortSignal): Promise<string>;
  /** The service did not take it: the next one is a new one. */
  forget(): void;
}

export function tokensOf(load: () => Promise<Credential>, clock: Clock): Tokens {
  let credential: Promise<Credential> | undefined;
  let kept: { token: string; until: number } | undefined;
  async function fetchToken(signal: AbortSignal): Promise<string> {
    credential ??= load();
    const made = await before(signal, (await credential).getToken(scope, { abortSignal: signal }));
    if (!made) throw later('noToken');
    kept = { token: made.token, until: made.expiresOnTimestamp - earlyMs };
    return made.token;
  }
  return {
    get(signal) {
      if (kept && clock.now().getTime() < kept.until) return Promise.resolve(kept.token);
      // Whatever keeps us from a token is an outage of somebody else, or is mended by an administrator.
      return fetchToken(signal).catch((error: unknown) => {
        throw error instanceof Stopped ? error : later(kindOf(error));
      });
    },
    forget() {
      kept = undefined;
    },
  };
}

/** Such as `CredentialUnavailableError`; the message may name people and tenants. */
const kindOf = (error: unknown): string =>
  error instanceof Error && /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'noToken';

/** The managed identity of the machine, which is the bot's; on a developer's machine whoever is signed in there. */
export async function azureIdentity(identityId: string | undefined): Promise<Credential> {
  // Loaded only when it is used: the library is large.
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential(identityId ? { managedIdentityClientId: identityId } : {});
}
