/**
 * The tab's API as a page calls it:
 *
 *   const hr = asPerson(world, 5);
 *   const { status, body, tag } = await hr.get('/api/flags');
 *   await hr.post(`/api/flags/${id}/claim`, {}, body.version);
 */
import { person } from './activities.ts';
import { send } from './sent.ts';
import type { World } from './world.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asserts of a body is its own schema
  readonly body: any;
  /** Of a file. */
  readonly bytes: Uint8Array;
}

export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  post(path: string, body?: object, version?: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  patch(path: string, body: object, version?: string): Promise<ApiAnswer>;
  remove(path: string, version?: string): Promise<ApiAnswer>;
}

/** `person(number)` of the activities, or a directory id. */
export const asPerson = (world: Pick<World, 'url'>, who: number | string): Caller =>
  caller(world, `Bearer open:${typeof who === 'number' ? person(who).aadObjectId : who}`);

export function caller({ url }: Pick<World, 'url'>, authorization: string | undefined): Caller {
  async function ask(method: string, path: string, headers: Record<string, string>, body?: object): Promise<ApiAnswer> {
    const {
      status,
      headers: got,
      bytes,
    } = await send(`${url}${path}`, {
      method,
      headers: {
        ...(authorization ? { authorization } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const isFile = got.has('content-disposition');
    const parsed = bytes.length === 0 || isFile ? undefined : JSON.parse(new TextDecoder().decode(bytes));
    return { status, headers: got, body: parsed, bytes };
  }
  const ifMatch = (version?: string): Record<string, string> => (version ? { 'if-match': `"${version}"` } : {});
  return {
    get: (path, headers = {}) => ask('GET', path, headers),
    post: (path, body = {}, version, headers = {}) => ask('POST', path, { ...ifMatch(version), ...headers }, body),
    patch: (path, body, version) => ask('PATCH', path, ifMatch(version), body),
    remove: (path, version) => ask('DELETE', path, ifMatch(version)),
  };
}
