/** What must hold for the infrastructure, as problems in words; a planted error shows that each rule can fail. */
import { variables } from '../../src/config.ts';
import { containers } from '../../src/stores/cosmos-containers.ts';
import { type BicepFile, declared, resourcesOf, treeOf } from './bicep-kit.ts';

type Rule = (files: readonly BicepFile[]) => string[];

const syntax: Rule = (files) =>
  files.flatMap(({ name, text }) => (treeOf(text).hasError ? [`${name} is not Bicep`] : []));

const modulePaths: Rule = (files) =>
  files.flatMap(({ text }) =>
    [...text.matchAll(/^module \w+ '([^']+)'/gm)].flatMap(([, path = '']) =>
      files.some(({ name }) => name === path) ? [] : [`module ${path} is not there`],
    ),
  );

/** Beside where it is declared. */
const isUsed = (name: string, text: string): boolean => (text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0) > 1;

const unused: Rule = (files) =>
  files.flatMap(({ name, text }) =>
    (['param', 'var'] as const).flatMap((keyword) =>
      declared(text, keyword).flatMap((each) =>
        isUsed(each, text) ? [] : [`${name}: ${keyword} ${each} is not used`],
      ),
    ),
  );

const outputs: Rule = (files) => {
  const main = files.find(({ name }) => name === 'main.bicep')?.text ?? '';
  return files
    .filter(({ name }) => name !== 'main.bicep')
    .flatMap(({ name, text }) =>
      declared(text, 'output').flatMap((each) =>
        main.includes(`${name.replace(/.*\/|\.bicep/g, '')}.outputs.${each}`) ||
        main.includes(`${name.replace(/.*\/|\.bicep/g, '')}!.outputs.${each}`)
          ? []
          : [`${name}: output ${each} is not used`],
      ),
    );
};

/** Every module gets every parameter that has no default. */
const wiring: Rule = (files) => {
  const main = files.find(({ name }) => name === 'main.bicep')?.text ?? '';
  return [...main.matchAll(/^module \w+ '([^']+)'[\s\S]*?^\}/gm)].flatMap(([block = '', path = '']) => {
    const text = files.find(({ name }) => name === path)?.text ?? '';
    const given = [...(/params: \{([\s\S]*)\n {2}\}/.exec(block)?.[1] ?? '').matchAll(/^ {4}(\w+):/gm)].map(
      ([, n]) => n,
    );
    const wanted = declared(text, 'param');
    return [
      ...wanted.filter((each) => !given.includes(each)).map((each) => `${path}: ${each} is not given`),
      ...given.filter((each) => each && !wanted.includes(each)).map((each) => `${path}: ${each} is no parameter`),
    ];
  });
};

const secrets: Rule = (files) =>
  files.flatMap(({ name, text }) => {
    const code = text.replace(/\/\/.*$/gm, '');
    return [
      ...(/\blist(?:Keys|Secrets|ConnectionStrings)?\w*\(/.test(code) ? [`${name} reads a key`] : []),
      ...(/(?:password|secret|key)\w*\s*:\s*'[^$@'][^']{15,}'/i.test(code) ? [`${name} holds a secret`] : []),
      ...(/^param \w*(?:key|secret|password)\w* string/im.test(code.replace(/@secure\(\)\n(?:@.*\n)*param .*/g, ''))
        ? [`${name}: a secret parameter is not marked @secure()`]
        : []),
    ];
  });

const localAuth: Rule = (files) =>
  files.flatMap(({ name, text }) =>
    resourcesOf(text).flatMap(({ type, body }) =>
      /DocumentDB\/databaseAccounts@|BotService\/botServices@/.test(type) &&
      !JSON.stringify(body).includes('"disableLocalAuth":true')
        ? [`${name}: ${type} still takes keys`]
        : [],
    ),
  );

interface ContainerBody {
  readonly properties: {
    readonly resource: {
      readonly id: string;
      readonly partitionKey: { paths: string[]; kind: string };
      readonly defaultTtl: unknown;
      readonly indexingPolicy: {
        includedPaths: { path: string }[];
        excludedPaths: { path: string }[];
        compositeIndexes: { path: string; order: string }[][];
      };
    };
  };
}

/** In the form of src/stores/cosmos-containers.ts. */
const sameContainers: Rule = (files) => {
  const found = files.flatMap(({ text }) => resourcesOf(text)).filter(({ type }) => type.includes('/containers@'));
  const made = found.map(({ body }) => {
    const { id, partitionKey, defaultTtl, indexingPolicy } = (body as ContainerBody).properties.resource;
    const { includedPaths, excludedPaths, compositeIndexes } = indexingPolicy;
    return {
      id,
      partitionKey: partitionKey.paths,
      defaultTtl: Number(defaultTtl),
      indexing: {
        includedPaths: includedPaths.map(({ path }) => path),
        excludedPaths: excludedPaths.map(({ path }) => path),
        compositeIndexes: compositeIndexes.map((paths) =>
          paths.map(({ path, order }) => (order === 'ascending' ? path : `${path} ${order}`)),
        ),
      },
    };
  });
  const inCode = JSON.stringify(containers, null, 1);
  return JSON.stringify(made, null, 1) === inCode
    ? []
    : [`the containers differ from src/stores/cosmos-containers.ts, which has:\n${inCode}`];
};

/** Of the platform, not of ours. */
const platform = new Set(['SCM_DO_BUILD_DURING_DEPLOYMENT']);

const settings: Rule = (files) => {
  const main = files.find(({ name }) => name === 'main.bicep')?.text ?? '';
  const given = [...(/settings: \{([\s\S]*?)\n {4}\}/.exec(main)?.[1] ?? '').matchAll(/^ {6}([A-Z_]+):/gm)].map(
    ([, n = '']) => n,
  );
  const known = Object.keys(variables.shape);
  const needed = [
    'COSMOS_ENDPOINT',
    'SIGNING_KEY',
    'BOT_ID',
    'BOT_TYPE',
    'TAB_APP_ID',
    'ALLOWED_TENANTS',
    'PUBLIC_URL',
    'NODE_ENV',
  ];
  return [
    ...given
      .filter((name) => !known.includes(name) && !platform.has(name))
      .map((name) => `the server does not read ${name}`),
    ...needed.filter((name) => !given.includes(name)).map((name) => `${name} is not set`),
    ...(given.includes('DATA_DIR') || given.includes('COSMOS_KEY') ? ['a file or a key beside Cosmos DB'] : []),
  ];
};

export const rules: Readonly<Record<string, Rule>> = {
  syntax,
  modulePaths,
  unused,
  outputs,
  wiring,
  secrets,
  localAuth,
  sameContainers,
  settings,
};
