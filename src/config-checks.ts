/** What may be wrong with a configuration, each as a sentence that says what to do. Values never stand in one: they may be secrets. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Variables } from './config.ts';

const isId = (value: string | undefined): value is string => z.guid().safeParse(value).success;
const isMailbox = (value: string) => z.union([z.guid(), z.email().max(320)]).safeParse(value).success;
const isLoopback = (host: string) => ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(host);
const minKeyBytes = 32;
const minPassword = 16;

export const problemsOf = (v: Variables): string[] => [
  ...bindProblems(v),
  ...(v.BOT_ID ? botProblems(v) : []),
  ...commonProblems(v),
  ...(v.COSMOS_ENDPOINT ? cosmosProblems(v, v.COSMOS_ENDPOINT) : strayProblems(v)),
];

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
      v.GRAPH_CALENDAR_MAILBOX !== undefined && !isMailbox(v.GRAPH_CALENDAR_MAILBOX),
      'GRAPH_CALENDAR_MAILBOX: the address of one mailbox, such as office-hours@example.com, or its object id, a GUID',
    ],
    [
      v.GRAPH_CALENDAR_MAILBOX !== undefined && v.ALLOWED_TENANTS.length > 1,
      'GRAPH_CALENDAR_MAILBOX: one mailbox is of one tenant, so leave it out where ALLOWED_TENANTS names several',
    ],
    [
      !v.COSMOS_ENDPOINT && !isWritable(v.DATA_DIR ?? '.data'),
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

function cosmosProblems(v: Variables, endpoint: string): string[] {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isEmulator = url !== undefined && isLoopback(url.hostname);
  const checks: [boolean, string][] = [
    [v.DATA_DIR !== undefined, 'DATA_DIR: there is one store, so leave out either DATA_DIR or COSMOS_ENDPOINT'],
    [
      url === undefined || (url.protocol !== 'https:' && !isEmulator),
      'COSMOS_ENDPOINT: the https address of the account; http is for an emulator on this machine alone',
    ],
    [
      v.COSMOS_KEY !== undefined && !isEmulator,
      'COSMOS_KEY: for an emulator on this machine alone; in Azure the managed identity signs in, so leave it out',
    ],
    [v.SIGNING_KEY === undefined, 'SIGNING_KEY: needed with COSMOS_ENDPOINT, the same for all instances'],
  ];
  return checks.flatMap(([bad, problem]) => (bad ? [problem] : []));
}

const strayProblems = (v: Variables): string[] =>
  v.COSMOS_KEY || v.COSMOS_DATABASE ? ['COSMOS_ENDPOINT: missing, though another COSMOS variable is set'] : [];
