/** The steps of provisioning as problems in words: every variable comes from somewhere, every file that is named is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { declared } from './bicep-kit.ts';

const root = join(import.meta.dirname, '..', '..');
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const step = z.looseObject({
  uses: z.string(),
  with: z.record(z.string(), z.unknown()).default({}),
  writeToEnvironmentFile: z.record(z.string(), z.string()).default({}),
});
const project = z.looseObject({
  version: z.literal('v1.12'),
  provision: z.array(step).default([]),
  deploy: z.array(step).default([]),
  publish: z.array(step).default([]),
});
type Step = z.infer<typeof step>;

export interface Plan {
  readonly name: string;
  readonly yml: string;
  readonly env: string;
}

export const plans: readonly Plan[] = [
  { name: 'dev', yml: 'teamsapp.yml', env: 'env/.env.dev' },
  { name: 'local', yml: 'teamsapp.local.yml', env: 'env/.env.local' },
  { name: 'testtool', yml: 'teamsapp.testtool.yml', env: 'env/.env.testtool' },
];

const variable = /\$\{\{(\w+)\}\}/g;
const namesIn = (text: string): string[] => [...text.matchAll(variable)].map(([, name = '']) => name);

/** What a step reads beside its own lines. */
function filesOf({ uses, with: given }: Step): string[] {
  const plain = (path: unknown) => (typeof path === 'string' ? [path.replace(/^\.\//, '')] : []);
  const paths = ['manifestPath', 'ignoreFile'].flatMap((key) => plain(given[key]));
  const templates = z
    .array(z.object({ path: z.string(), parameters: z.string() }))
    .catch([])
    .parse(given.templates);
  return [
    ...paths,
    ...templates.flatMap(({ path, parameters }) => (uses === 'arm/deploy' ? [path, parameters].flatMap(plain) : [])),
  ];
}

/** The toolkit stops at an empty value. Who installs fills these in; secrets in env/.env.<name>.user, which git ignores. */
const typedByHand: Readonly<Record<string, readonly string[]>> = {
  dev: ['SECRET_SIGNING_KEY', 'OWNER_IDS', 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME'],
  local: ['OWNER_IDS'],
};

/** What has to be typed in and nobody is told of. */
export const untold = ({ name, env }: Plan, read: (path: string) => string = textOf): string[] =>
  (typedByHand[name] ?? []).filter((each) => ![read(env), read('README.md')].some((text) => text.includes(each)));

/** A create step that finds its id takes it for its own and makes nothing: the example ids of the file must not be found. */
export function prefilled({ yml, env }: Plan, read: (path: string) => string = textOf): string[] {
  const { provision } = project.parse(parse(read(yml)));
  const values = parseEnv(read(env));
  return provision
    .filter(({ uses }) => uses.endsWith('/create'))
    .flatMap(({ uses, writeToEnvironmentFile }) =>
      Object.values(writeToEnvironmentFile)
        .filter((each) => values[each])
        .map((each) => `${yml}, ${uses}: ${each} has a value in ${env} already`),
    );
}

/** `read` gives the text of a file of the project. */
export function problemsOf({ name, yml, env }: Plan, read: (path: string) => string = textOf): string[] {
  const { provision, deploy, publish } = project.parse(parse(read(yml)));
  const values = parseEnv(read(env));
  const known = new Set([...Object.keys(values).filter((each) => values[each]), ...(typedByHand[name] ?? [])]);
  const problems: string[] = [];
  for (const each of [...provision, ...deploy, ...publish]) {
    const files = filesOf(each);
    for (const path of files) if (!existsSync(join(root, path))) problems.push(`${yml}: ${path} is not there`);
    const texts = [
      JSON.stringify(each),
      ...files.filter((path) => /\.json$/.test(path) && existsSync(join(root, path))).map(read),
    ];
    for (const used of texts.flatMap(namesIn))
      if (!known.has(used)) problems.push(`${yml}, ${each.uses}: nobody has set ${used} yet`);
    for (const written of Object.values(each.writeToEnvironmentFile)) known.add(written);
    if (each.uses === 'arm/deploy')
      for (const output of declared(read('infra/main.bicep'), 'output')) known.add(output);
  }
  return problems;
}

/** Parameters of the template and of its file, both ways. */
export function parameterProblems(read: (path: string) => string = textOf): string[] {
  const template = read('infra/main.bicep');
  const given = Object.keys(
    z.object({ parameters: z.record(z.string(), z.unknown()) }).parse(JSON.parse(read('infra/main.parameters.json')))
      .parameters,
  );
  const params = declared(template, 'param');
  const needed = params.filter((each) => !new RegExp(`^param ${each} .*=`, 'm').test(template));
  return [
    ...needed.filter((each) => !given.includes(each)).map((each) => `${each} has no value`),
    ...given.filter((each) => !params.includes(each)).map((each) => `${each} is no parameter`),
  ];
}
