// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of the toolkit are written so
/** Provision, deploy and publish as they are written down; nothing of it can be run here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { declared } from './bicep-kit.ts';
import { parameterProblems, plans, prefilled, problemsOf, textOf, untold } from './teamsapp-rules.ts';

const schemaFile = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'shared',
  'schemas',
  'teamsapp-yaml',
  'v1.12.yaml.schema.json',
);

function validator() {
  const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true, validateFormats: false });
  ajv.addKeyword('deprecationMessage');
  return ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
}

describe('the steps', () => {
  it.each(plans)('$yml use what is set by then, and files that are there', (plan) => {
    expect(problemsOf(plan)).toEqual([]);
  });

  it.each(plans)('$yml make what they create, and say what is typed in by hand', (plan) => {
    expect(prefilled(plan)).toEqual([]);
    expect(untold(plan)).toEqual([]);
  });

  it.each(plans)('$yml put the ids they made in the place of the examples', ({ name, yml }) => {
    const text = textOf(yml);
    const made = [...text.matchAll(/: MADE_(\w+)$/gm)].map(([, id]) => id);
    expect(made).toEqual(
      { dev: ['TEAMS_APP_ID', 'TAB_APP_ID'], local: ['TEAMS_APP_ID', 'BOT_ID', 'TAB_APP_ID'] }[name] ?? [],
    );
    for (const id of made) expect(text).toContain(`${id}: \${{MADE_${id}}}`);
  });

  it('fit the official schema, where it lies beside the checkout', () => {
    const isThere = existsSync(schemaFile);
    process.stdout.write(
      `teamsapp: official schema ${isThere ? 'checked' : 'NOT checked, it is not beside the checkout'}\n`,
    );
    if (!isThere) return expect(plans).toHaveLength(3);
    const validate = validator();
    for (const { yml } of plans)
      expect([yml, validate(parse(textOf(yml))), validate.errors]).toEqual([yml, true, null]);
    expect(validate(parse(textOf('teamsapp.yml').replace('teamsApp/create', 'teamsApp/make')))).toBe(false);
  });

  it('give the template its parameters', () => {
    expect(parameterProblems()).toEqual([]);
  });

  it('leave no output of the template unused', () => {
    const used = `${textOf('teamsapp.yml')}${textOf('README.md')}${textOf('appPackage/manifest.json')}`;
    expect(declared(textOf('infra/main.bicep'), 'output').filter((name) => !used.includes(name))).toEqual([]);
  });

  it('keep secrets out of the committed environment files', () => {
    for (const { env } of plans) expect(textOf(env)).not.toMatch(/^(?:SECRET_|.*PASSWORD|SIGNING_KEY)/m);
    expect(textOf('.gitignore')).toContain('env/.env.*.user');
    expect(textOf('.gitignore')).toContain('.localConfigs');
  });
});

const changing = (path: string, from: string, to: string) => (asked: string) => {
  const text = textOf(asked);
  if (asked !== path) return text;
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('a planted error is caught', () => {
  const [dev, local] = plans;
  it.each([
    ['a variable nobody sets', dev, 'teamsapp.yml', '${{SITE_RESOURCE_ID}}', '${{SITE_ID}}'],
    ['an output that is gone', dev, 'infra/main.bicep', 'output SITE_RESOURCE_ID', 'output SITE'],
    ['a variable of the parameters', dev, 'infra/main.parameters.json', '${{PUBLIC_HOST}}', '${{HOST_NAME}}'],
    ['a variable of the Entra app', dev, 'infra/entra/aad.manifest.json', '${{TAB_APP_OBJECT_ID}}', '${{TAB_OBJECT}}'],
    ['a variable of the manifest', dev, 'appPackage/manifest.json', '${{TEAMS_APP_ID}}', '${{APP}}'],
    ['a step that comes too late', local, 'teamsapp.local.yml', 'tenantId: BOT_TENANT_ID', 'tenantId: TENANT'],
    ['a file that is not there', dev, 'teamsapp.yml', './infra/main.bicep', './infra/all.bicep'],
    ['an empty value', local, 'env/.env.local', 'PUBLIC_URL=https://fieldbook-local.example.com', 'PUBLIC_URL='],
    ['an environment without it', local, 'env/.env.local', 'PUBLIC_URL=', 'URL='],
  ])('%s', (_name, plan, path, from, to) => {
    expect(plan && problemsOf(plan, changing(path, from, to))).not.toEqual([]);
  });

  it('an example id that a create step would take for its own', () => {
    const ids = [
      [dev, 'teamsapp.yml', 'teamsAppId: MADE_TEAMS_APP_ID', 'teamsAppId: TEAMS_APP_ID'],
      [local, 'teamsapp.local.yml', 'clientId: MADE_BOT_ID', 'clientId: BOT_ID'],
    ] as const;
    for (const [plan, path, from, to] of ids)
      expect(plan && prefilled(plan, changing(path, from, to))).toEqual([expect.stringContaining('already')]);
  });

  it('a value that nobody is told to type in', () => {
    expect(local && untold(local, changing('env/.env.local', 'OWNER_IDS=', ''))).toEqual([]);
    expect(local && untold(local, () => '')).toEqual(['OWNER_IDS']);
  });

  it('in the parameters', () => {
    expect(parameterProblems(changing('infra/main.parameters.json', '"ownerIds"', '"owners"'))).toHaveLength(2);
  });
});
