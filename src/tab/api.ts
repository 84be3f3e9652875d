/** The client of our API: one token for each request, versions as tags, refusals as errors with a code and a sentence. */
import { createContext, useContext } from 'react';
import useSWR, { type SWRConfiguration, useSWRConfig } from 'swr';
import type { Host } from './host.ts';

export interface WrongField {
  readonly path: string;
  readonly error: string;
  readonly message: string;
}

export class ApiError extends Error {
  /** A code of the server's catalogue; `offline` when it could not be reached. */
  readonly code: string;
  readonly fields: readonly WrongField[];
  readonly requestId: string | undefined;
  /** 0 where no answer came. */
  readonly status: number;
  /** How long the server asks to wait before the next try. */
  readonly waitSeconds: number;
  constructor(
    code: string,
    message: string,
    {
      fields = [],
      requestId,
      status = 0,
      waitSeconds = 0,
    }: { fields?: readonly WrongField[]; requestId?: string; status?: number; waitSeconds?: number } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.fields = fields;
    this.requestId = requestId;
    this.status = status;
    this.waitSeconds = waitSeconds;
  }
}

export interface Sent {
  readonly method?: 'POST' | 'PATCH' | 'DELETE';
  readonly body?: object;
  readonly version?: string;
}

/** What a request for a file is answered with. */
export interface ApiFile {
  readonly name: string;
  readonly content: Blob;
}

export interface Api {
  get<T>(path: string): Promise<T>;
  file(path: string): Promise<ApiFile>;
  send<T>(path: string, sent: Sent): Promise<T>;
}

export const ApiContext = createContext<Api | undefined>(undefined);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('tab: no API around this part');
  return api;
}

/** What a path answers, kept fresh: on return to the page, and every `everyMs` while it is seen. */
export function useData<T>(
  path: string | undefined,
  { everyMs = 0, ...rest }: { everyMs?: number } & SWRConfiguration = {},
) {
  const api = useApi();
  return useSWR<T, ApiError>(path ?? null, (key: string) => api.get<T>(key), { refreshInterval: everyMs, ...rest });
}

interface Listed {
  readonly items: readonly unknown[];
  readonly next?: string;
}

/** All pages of a list that is short enough to be read whole; what else a page says is that of the last one with it. */
export function useAll<T extends { readonly items: readonly unknown[] }>(path: string) {
  const api = useApi();
  return useSWR<T, ApiError>(path, async (key: string) => {
    const pages: Listed[] = [];
    for (let next: string | undefined = ''; next !== undefined; next = pages.at(-1)?.next)
      pages.push(
        await api.get<Listed>(
          `${key}${key.includes('?') ? '&' : '?'}limit=100${next ? `&cursor=${encodeURIComponent(next)}` : ''}`,
        ),
      );
    return { ...Object.assign({}, ...pages.toReversed()), items: pages.flatMap(({ items }) => items) } as T;
  });
}

/** Asks again for everything whose path begins with one of these. */
export function useRefresh(): (...paths: string[]) => Promise<unknown> {
  const { mutate } = useSWRConfig();
  return (...paths) => mutate((key) => typeof key === 'string' && paths.some((path) => key.startsWith(path)));
}

export function createApi(host: Host): Api {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  async function ask(path: string, { method, body, version }: Sent, isRetry = false): Promise<unknown> {
    const authorization = await host.authorization();
    const response = await fetch(path, {
      method: method ?? 'GET',
      headers: {
        ...(authorization ? { authorization } : {}),
        'accept-language': host.locale,
        'time-zone': zone,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(version ? { 'if-match': `"${version}"` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => undefined);
    if (!response) throw new ApiError('offline', '');
    if (response.status === 401 && !isRetry)
      return ask(
        path,
        { ...(method ? { method } : {}), ...(body ? { body } : {}), ...(version ? { version } : {}) },
        true,
      );
    const file = nameOf(response);
    if (response.ok && file) return { name: file, content: await response.blob() };
    const read: unknown = await response.json().catch(() => undefined);
    if (response.ok && read !== undefined) return read;
    throw errorOf(read, response.status, Number(response.headers.get('retry-after') ?? 0));
  }

  return {
    get: async <T>(path: string) => (await ask(path, {})) as T,
    file: async (path) => (await ask(path, {})) as ApiFile,
    send: async <T>(path: string, sent: Sent) => (await ask(path, { method: 'POST', ...sent })) as T,
  };
}

const nameOf = ({ headers }: Response): string | undefined =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];

function errorOf(read: unknown, status: number, waitSeconds: number): ApiError {
  if (typeof read !== 'object' || read === null || !('error' in read))
    return new ApiError(status >= 500 ? 'offline' : 'internal', '', { status });
  const { error, message, ...more } = read as {
    error: string;
    message: string;
    fields?: WrongField[];
    requestId: string;
  };
  return new ApiError(error, message, { ...more, status, waitSeconds: waitSeconds || 0 });
}
