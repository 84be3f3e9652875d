// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of the toolkit are written so
/** The tab's own Entra app: who may ask for its token, with which scope, in which version (reliability E2). */
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { textOf } from './teamsapp-rules.ts';

/** Teams and Office clients that may ask without a question to the person. */
const clients = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
  '3068386c-7a16-4f6a-a664-043b6b232816',
];

const scope = z.strictObject({
  id: z.guid(),
  value: z.literal('access_as_user'),
  type: z.literal('User'),
  isEnabled: z.literal(true),
  adminConsentDisplayName: z.string().min(5).max(100),
  adminConsentDescription: z.string().min(20),
  userConsentDisplayName: z.string().min(5).max(100),
  userConsentDescription: z.string().min(20),
});

const manifest = z.strictObject({
  id: z.literal('${{TAB_APP_OBJECT_ID}}'),
  appId: z.literal('${{TAB_APP_ID}}'),
  displayName: z.string().min(3).max(120),
  signInAudience: z.literal('AzureADMyOrg'),
  identifierUris: z.tuple([z.literal('api://${{PUBLIC_HOST}}/${{TAB_APP_ID}}')]),
  api: z.strictObject({
    requestedAccessTokenVersion: z.literal(2),
    oauth2PermissionScopes: z.tuple([scope]),
    preAuthorizedApplications: z.array(
      z.strictObject({ appId: z.enum(clients), delegatedPermissionIds: z.tuple([z.guid()]) }),
    ),
  }),
  appRoles: z.tuple([
    z.strictObject({
      id: z.guid(),
      value: z.literal('Playbook.Owner'),
      displayName: z.string().min(3),
      description: z.string().min(20),
      allowedMemberTypes: z.tuple([z.literal('User')]),
      isEnabled: z.literal(true),
    }),
  ]),
  /** Tells a guest from a member. */
  optionalClaims: z.strictObject({
    accessToken: z.tuple([z.strictObject({ name: z.literal('acct'), essential: z.boolean() })]),
  }),
  /** Nothing of the directory is read. */
  requiredResourceAccess: z.tuple([]),
});

const text = textOf('infra/entra/aad.manifest.json');

function problems(json: string): string[] {
  const read = manifest.safeParse(JSON.parse(json));
  if (!read.success) return read.error.issues.map(({ path }) => path.join('.'));
  const [{ id }] = read.data.api.oauth2PermissionScopes;
  const named = read.data.api.preAuthorizedApplications;
  return [
    ...clients.filter((client) => !named.some(({ appId }) => appId === client)).map((client) => `${client} is missing`),
    ...named.filter(({ delegatedPermissionIds: [each] }) => each !== id).map(({ appId }) => `${appId} has no scope`),
  ];
}

describe('the Entra app of the tab', () => {
  it('is as the tab needs it', () => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['tokens of version 1', '"requestedAccessTokenVersion": 2', '"requestedAccessTokenVersion": 1'],
    ['another scope', 'access_as_user', 'user_impersonation'],
    ['every organisation', 'AzureADMyOrg', 'AzureADMultipleOrgs'],
    ['another role', 'Playbook.Owner', 'Playbook.Admin'],
    ['the address of another app', '${{PUBLIC_HOST}}/${{TAB_APP_ID}}', '${{PUBLIC_HOST}}/${{BOT_ID}}'],
    ['an unknown client', clients[0] ?? '', '00000000-0000-4000-8000-00000000dead'],
    ['a client without the scope', '"delegatedPermissionIds": ["5d1f', '"delegatedPermissionIds": ["6d1f'],
    ['no sign of a guest', '"acct"', '"upn"'],
    ['rights in the directory', '"requiredResourceAccess": []', '"requiredResourceAccess": [{ "resourceAppId": "x" }]'],
  ])('is refused with %s', (_name, from, to) => {
    expect(text).toContain(from);
    expect(problems(text.replace(from, to))).not.toEqual([]);
  });
});
