/** The environment as one checked object: the only reader of process.env. A bad configuration names all its problems. */
import { z } from 'zod';
import { problemsOf } from './config-checks.ts';

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
  COSMOS_ENDPOINT: optional(z.string()),
  COSMOS_DATABASE: optional(z.string()),
  COSMOS_KEY: optional(z.string()),
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
  GRAPH_CALENDAR_MAILBOX: optional(z.string().trim()),
  NODE_ENV: optional(z.string()),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** Folder of the SQLite file, where no distributed store is configured. */
  readonly dataDir: string;
  /** The distributed store, instead of the file. */
  readonly cosmos?: { readonly endpoint: string; readonly database: string; readonly key?: string };
  /** Absent in the open mode, which serves loopback only. */
  readonly bot?: BotIdentity;
  readonly allowedTenants: readonly string[];
  /** The tenant that everything belongs to in the open mode when no tenant is listed. */
  readonly localTenant: string;
  readonly owners: readonly { tenantId: string; personId: string }[];
  /** Always there with the distributed store; else a key is made on first start and kept in the data folder. */
  readonly signingKey?: Uint8Array;
  readonly serviceUrlHosts: readonly string[];
  readonly instances: number;
  readonly firstLoad: 'none' | 'starter' | 'demo';
  /** Address or object id of the one mailbox whose calendar may hold office hours. */
  readonly calendarMailbox?: string;
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
export type Variables = z.infer<typeof variables>;

/** Values never stand in a problem: they may be secrets. */
export function readConfig(environment: Record<string, string | undefined>): ReadConfig {
  const read = variables.safeParse(environment);
  const shape = read.success ? [] : read.error.issues.map((issue) => shapeProblem(String(issue.path[0])));
  const v = read.success ? read.data : variables.parse({ ...environment, ...blanked(read.error) });
  const problems = [...shape, ...problemsOf(v)];
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
    ...(v.COSMOS_ENDPOINT ? { cosmos: cosmosOf(v, v.COSMOS_ENDPOINT) } : {}),
    ...(v.BOT_ID ? { bot: botOf(v, v.BOT_ID) } : {}),
    allowedTenants: v.ALLOWED_TENANTS.map((id) => id.toLowerCase()),
    localTenant,
    owners: v.OWNER_IDS.map(owner),
    ...(v.SIGNING_KEY ? { signingKey: Buffer.from(v.SIGNING_KEY) } : {}),
    serviceUrlHosts: v.SERVICE_URL_HOSTS.length > 0 ? v.SERVICE_URL_HOSTS : ['smba.trafficmanager.net'],
    instances: v.INSTANCES ?? 1,
    firstLoad: v.FIRST_LOAD ?? (v.BOT_ID ? 'starter' : 'demo'),
    ...(v.GRAPH_CALENDAR_MAILBOX ? { calendarMailbox: v.GRAPH_CALENDAR_MAILBOX } : {}),
  };
}

const cosmosOf = (v: Variables, endpoint: string) => ({
  endpoint,
  database: v.COSMOS_DATABASE ?? 'fieldbook',
  ...(v.COSMOS_KEY ? { key: v.COSMOS_KEY } : {}),
});

const botOf = (v: Variables, id: string): BotIdentity => ({
  id,
  type: v.BOT_TYPE === 'UserAssignedMSI' ? 'UserAssignedMSI' : 'SingleTenant',
  tenantId: v.BOT_TENANT_ID ?? '',
  ...(v.BOT_PASSWORD ? { password: v.BOT_PASSWORD } : {}),
  tabAppId: v.TAB_APP_ID ?? '',
});
