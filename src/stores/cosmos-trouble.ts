/** What an answer of the distributed store means, and whether the same call is worth another try (reliability.md 7). */
import { z } from 'zod';
import { StoreError } from '../core/errors.ts';

export type Trouble =
  /** The service answered; `retryAfterMs` is what it asked us to wait. */
  | { kind: 'status'; status: number; retryAfterMs?: number }
  /** The line broke, or nothing came in time: the call may have been carried out. */
  | { kind: 'unclear'; code: string }
  /** The service could not be reached: nothing was carried out. */
  | { kind: 'unreachable'; code: string };

const answered = z.looseObject({ code: z.number(), retryAfterInMs: z.number().optional() });
const broken = z.looseObject({ code: z.string() });
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPROTO']);

/** Nobody to sign in as: no managed identity, no developer's sign-in. */
const noCredential = /^(?:Aggregate)?Authentication(?:Required)?Error$|^CredentialUnavailableError$/;

export class AttemptTimeout extends Error {}

/** Undefined for what is no trouble of the store: a bug of ours, or an error that has been judged already. */
export function troubleOf(caught: unknown): Trouble | undefined {
  const error = innermost(caught);
  if (error instanceof StoreError) return undefined;
  if (error instanceof AttemptTimeout) return { kind: 'unclear', code: 'timeout' };
  const status = answered.safeParse(error);
  if (status.success) {
    const { code, retryAfterInMs } = status.data;
    return { kind: 'status', status: code, ...(retryAfterInMs === undefined ? {} : { retryAfterMs: retryAfterInMs }) };
  }
  const code = broken.safeParse(error).data?.code.replace(/^line /, '');
  if (code !== undefined && (unreachable.has(code) || /CERT|TLS|SSL/.test(code))) return { kind: 'unreachable', code };
  if (code !== undefined) return { kind: 'unclear', code };
  if (!(error instanceof Error)) return undefined;
  if (noCredential.test(error.name)) return { kind: 'status', status: 401 };
  return error.name === 'AbortError' ? { kind: 'unclear', code: 'aborted' } : undefined;
}

/** The client wraps what a batch met in an error that says nothing. */
function innermost(error: unknown): unknown {
  if (!(error instanceof Error) || error.cause === undefined || 'code' in error) return error;
  return innermost(error.cause);
}

/** After these the service may or may not have done it: only a look at what is stored tells. */
export const isUnclear = (trouble: Trouble): boolean =>
  trouble.kind === 'unclear' || (trouble.kind === 'status' && unclearStatuses.has(trouble.status));
const unclearStatuses = new Set([408, 410, 500, 502, 503, 504]);

/** Slowness is no broken line, by our clock or the client's own: one slow call must not stop all others. */
export const isBrokenLine = ({ kind, ...trouble }: Trouble): boolean =>
  kind === 'unreachable' ||
  (kind === 'unclear' && 'code' in trouble && !/^(?:timeout|aborted|TimeoutError)$/.test(trouble.code));

/** Milliseconds until the next try, or undefined when there must be none. `tries` counts those made, `chance` is 0 to 1. */
export function waitBefore(trouble: Trouble, tries: number, chance: number): number | undefined {
  if (trouble.kind === 'unreachable') return tries === 1 ? 200 : undefined;
  if (isUnclear(trouble)) return 50 + chance * 750;
  if (trouble.kind !== 'status') return undefined;
  if (trouble.status === 429) return trouble.retryAfterMs ?? chance * 100 * 2 ** (tries - 1);
  return trouble.status === 449 ? 10 + chance * 40 : undefined;
}

export function faultOf(trouble: Trouble, cause: unknown): StoreError {
  const options = { cause };
  if (trouble.kind === 'unreachable')
    return new StoreError(
      'storeDown',
      `Cosmos DB cannot be reached (${trouble.code}): look at COSMOS_ENDPOINT and the network`,
      options,
    );
  if (trouble.kind === 'unclear')
    return new StoreError('storeDown', `Cosmos DB does not answer (${trouble.code})`, options);
  switch (trouble.status) {
    case 400:
      return new StoreError('badRequest', 'Cosmos DB does not take this request', options);
    case 401:
    case 403:
      return new StoreError(
        'storeDown',
        'Cosmos DB does not let us in: look at the managed identity and its role assignment, or at COSMOS_KEY of an emulator',
        options,
      );
    case 404:
      return new StoreError(
        'storeDown',
        'the database or a container is not there: COSMOS_DATABASE, or the infrastructure was not made',
        options,
      );
    case 413:
      return new StoreError('tooLarge', 'a document is larger than the store takes', options);
    case 429:
    case 449:
      return new StoreError('busy', 'Cosmos DB is asked too much at once', options);
    default:
      return new StoreError('storeDown', `Cosmos DB answers ${trouble.status}`, options);
  }
}
