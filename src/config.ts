/** The environment as one checked object: the only reader of process.env. A bad configuration names all its problems. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

const blank = (value: unknown) => (value === '' ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blank, schema.optional());
const list = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean)
      : [],
  z.array(z.string()),
);

/** One entry for each variable; env/.env.example explains them in the same order. */
export const variables = z.object({
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
  ),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(z.string()),
  DATA_DIR: optional(z.string()),
  BOT_ID: optional(z.string()),
  BOT_TYPE: optional(z.string()),
  BOT_TENANT_ID: optional(z.string()),
  BOT_PASSWORD: optional(z.string()),
  TAB_APP_ID: optional(z.string()),
  ALLOWED_TENANTS: list,
  OWNER_IDS: list,
  SIGNING_KEY: optional(z.string()),
  SERVICE_URL_HOSTS: list,
  INSTANCES: optional(
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .transform(Number),
  ),
  FIRST_LOAD: optional(z.enum(['none', 'starter', 'demo'])),
  NODE_ENV: optional(z.string()),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Absent in the open mode, which serves loopback only. */
  readonly bot?: BotIdentity;
  readonly allowedTenants: readonly string[];
  /** The tenant that everything belongs to in the open mode when no tenant is listed. */
  readonly localTenant: string;
  readonly owners: readonly { tenantId: string; personId: string }[];
  /** Undefined with SQLite: then a key is made on first start and kept in the data folder. */
  readonly signingKey?: Uint8Array;
  readonly serviceUrlHosts: readonly string[];
  readonly instances: number;
  readonly firstLoad: 'none' | 'starter' | 'demo';
}

export interface BotIdentity {
  readonly id: string;
  readonly type: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
  readonly password?: string;
  readonly tabAppId: string;
}

export type ReadConfig = { kind: 'ok'; config: Config } | { kind: 'bad'; problems: readonly string[] };

export const localTenant = '00000000-0000-4000-8000-000000000001';
const isId = (value: string | undefined): value is string => z.guid().safeParse(value).success;
const isLoopback = (host: string) => ['127.0.0.1', 'localhost', '::1'].includes(host);
const minKeyBytes = 32;
const minPassword = 16;

type Variables = z.infer<typeof variables>;

/** Values never stand in a problem: they may be secrets. */
export function readConfig(environment: Record<string, string | undefined>): ReadConfig {
  const read = variables.safeParse(environment);
  const shape = read.success ? [] : read.error.issues.map((issue) => shapeProblem(String(issue.path[0])));
  const v = read.success ? read.data : variables.parse({ ...environment, ...blanked(read.error) });
  const problems = [...shape, ...bindProblems(v), ...(v.BOT_ID ? botProblems(v) : []), ...commonProblems(v)];
  return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'ok', config: configOf(v) };
}

const blanked = (error: z.ZodError) =>
  Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), undefined]));

const shapes: Record<string, string> = {
  PORT: 'PORT: a number from 0 to 65535',
  INSTANCES: 'INSTANCES: how many instances share the store, a number from 1',
  FIRST_LOAD: 'FIRST_LOAD: none, starter or demo',
};
const shapeProblem = (name: string): string => shapes[name] ?? `${name}: not in the expected form`;

function bindProblems(v: Variables): string[] {
  if (v.BOT_ID) return [];
  return [
    ...(isLoopback(v.HOST ?? '127.0.0.1')
      ? []
      : ['HOST: without BOT_ID nobody proves who they are, so only 127.0.0.1 is served; set BOT_ID or remove HOST']),
    ...(v.NODE_ENV === 'production'
      ? ['BOT_ID: needed with NODE_ENV=production; the open mode is for one machine only']
      : []),
  ];
}

function botProblems(v: Variables): string[] {
  const checks: [boolean, string][] = [
    [!isId(v.BOT_ID), 'BOT_ID: the app id of the bot, a GUID'],
    [
      v.BOT_TYPE !== 'SingleTenant' && v.BOT_TYPE !== 'UserAssignedMSI',
      'BOT_TYPE: SingleTenant (with BOT_PASSWORD) or UserAssignedMSI',
    ],
    [v.BOT_TYPE === 'SingleTenant' && !v.BOT_PASSWORD, 'BOT_PASSWORD: needed with BOT_TYPE=SingleTenant'],
    [
      v.BOT_PASSWORD !== undefined && v.BOT_PASSWORD.length < minPassword,
      `BOT_PASSWORD: at least ${minPassword} characters`,
    ],
    [!isId(v.BOT_TENANT_ID), 'BOT_TENANT_ID: the tenant of the bot, a GUID'],
    [v.ALLOWED_TENANTS.length === 0, 'ALLOWED_TENANTS: at least one tenant id; without it anybody could be let in'],
    [!v.TAB_APP_ID, 'TAB_APP_ID: the app id of the tab, an Entra app of its own'],
    [v.TAB_APP_ID !== undefined && !isId(v.TAB_APP_ID), 'TAB_APP_ID: a GUID'],
    [
      v.TAB_APP_ID !== undefined && v.TAB_APP_ID.toLowerCase() === v.BOT_ID?.toLowerCase(),
      'TAB_APP_ID: must differ from BOT_ID, tab and bot are two registrations',
    ],
    [!isPublic(v.PUBLIC_URL), 'PUBLIC_URL: the https address under which Teams reaches this server, with a host name'],
  ];
  return checks.flatMap(([bad, problem]) => (bad ? [problem] : []));
}

function isPublic(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const isNamed = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.');
  return protocol === 'https:' && isNamed && !hostname.endsWith('.localhost');
}

const isWeb = (url: string | undefined): boolean =>
  url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));

function commonProblems(v: Variables): string[] {
  const bare = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
  const checks: [boolean, string][] = [
    [!v.BOT_ID && !isWeb(v.PUBLIC_URL), 'PUBLIC_URL: an address that begins with http:// or https://'],
    [v.ALLOWED_TENANTS.some((id) => !isId(id)), 'ALLOWED_TENANTS: tenant ids (GUIDs) separated by commas, no wildcard'],
    [
      v.OWNER_IDS.some((id) => !id.split('/').every(isId) || id.split('/').length > 2),
      'OWNER_IDS: Entra object ids separated by commas, tenant/id when there are several tenants',
    ],
    [
      v.OWNER_IDS.some((id) => !id.includes('/')) && v.ALLOWED_TENANTS.length > 1,
      'OWNER_IDS: tenant/id for each owner, since several tenants are allowed',
    ],
    [
      v.SIGNING_KEY !== undefined && Buffer.byteLength(v.SIGNING_KEY) < minKeyBytes,
      `SIGNING_KEY: at least ${minKeyBytes} bytes`,
    ],
    [
      v.SERVICE_URL_HOSTS.some((host) => !bare.test(host)),
      'SERVICE_URL_HOSTS: bare host names separated by commas: no wildcard, scheme or path',
    ],
    [
      !isWritable(v.DATA_DIR ?? '.data'),
      'DATA_DIR: this folder cannot be made or written; choose another or change its rights',
    ],
  ];
  return checks.flatMap(([bad, problem]) => (bad ? [problem] : []));
}

function isWritable(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function configOf(v: Variables): Config {
  const host = v.HOST ?? '127.0.0.1';
  const port = v.PORT ?? 3978;
  const home = v.ALLOWED_TENANTS[0] ?? localTenant;
  const owner = (entry: string) => {
    const [first = '', second] = entry.toLowerCase().split('/');
    return second ? { tenantId: first, personId: second } : { tenantId: home, personId: first };
  };
  return {
    port,
    host,
    publicUrl: (v.PUBLIC_URL ?? `http://${host === '::1' ? '[::1]' : host}:${port}`).replace(/\/+$/, ''),
    dataDir: v.DATA_DIR ?? '.data',
    ...(v.BOT_ID ? { bot: botOf(v, v.BOT_ID) } : {}),
    allowedTenants: v.ALLOWED_TENANTS.map((id) => id.toLowerCase()),
    localTenant,
    owners: v.OWNER_IDS.map(owner),
    ...(v.SIGNING_KEY ? { signingKey: Buffer.from(v.SIGNING_KEY) } : {}),
    serviceUrlHosts: v.SERVICE_URL_HOSTS.length > 0 ? v.SERVICE_URL_HOSTS : ['smba.trafficmanager.net'],
    instances: v.INSTANCES ?? 1,
    firstLoad: v.FIRST_LOAD ?? (v.BOT_ID ? 'starter' : 'demo'),
  };
}

const botOf = (v: Variables, id: string): BotIdentity => ({
  id,
  type: v.BOT_TYPE === 'UserAssignedMSI' ? 'UserAssignedMSI' : 'SingleTenant',
  tenantId: v.BOT_TENANT_ID ?? '',
  ...(v.BOT_PASSWORD ? { password: v.BOT_PASSWORD } : {}),
  tabAppId: v.TAB_APP_ID ?? '',
});
