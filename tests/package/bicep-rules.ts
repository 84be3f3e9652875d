/** What must hold for the infrastructure, as problems in words; a planted error shows that each rule can fail. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { variables } from '../../src/config.ts';
import { containers } from '../../src/stores/cosmos-containers.ts';
import { declared, type Rule, resourcesOf, treeOf, usesOf } from './bicep-kit.ts';
import { safetyRules } from './bicep-safety-rules.ts';

const syntax: Rule = (files) =>
  files.flatMap(({ name, text }) => (treeOf(text).hasError ? [`${name} is not Bicep`] : []));

const modulePaths: Rule = (files) =>
  files.flatMap(({ text }) =>
    [...text.matchAll(/^module \w+ '([^']+)'/gm)].flatMap(([, path = '']) =>
      files.some(({ name }) => name === path) ? [] : [`module ${path} is not there`],
    ),
  );

const unused: Rule = (files) =>
  files.flatMap(({ name, text }) => {
    const used = usesOf(text);
    return (['param', 'var'] as const).flatMap((keyword) =>
      declared(text, keyword).flatMap((each) => (used.has(each) ? [] : [`${name}: ${keyword} ${each} is not used`])),
    );
  });

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

const containerBody = z.object({ properties: z.object({ resource: z.looseObject({}) }) });

/** What the code names, in the words of the template. */
const wanted = containers.map(({ id, partitionKey, defaultTtl, indexing }) => ({
  id,
  partitionKey: { paths: partitionKey, kind: partitionKey.length > 1 ? 'MultiHash' : 'Hash', version: 2 },
  defaultTtl,
  indexingPolicy: {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: indexing.includedPaths.map((path) => ({ path })),
    excludedPaths: indexing.excludedPaths.map((path) => ({ path })),
    compositeIndexes: indexing.compositeIndexes.map((paths) => paths.map((path) => ({ path, order: 'ascending' }))),
  },
}));

const sameContainers: Rule = (files) => {
  const found = files.flatMap(({ text }) => resourcesOf(text)).filter(({ type }) => type.includes('/containers@'));
  const made = found.map(({ body }) => containerBody.parse(body).properties.resource);
  return isDeepStrictEqual(made, JSON.parse(JSON.stringify(wanted)))
    ? []
    : [`the containers differ from src/stores/cosmos-containers.ts, which wants:\n${JSON.stringify(wanted, null, 1)}`];
};

/** Of the platform, not of ours. */
const platform = ['SCM_DO_BUILD_DURING_DEPLOYMENT'];

/** Variables of the server that Azure leaves out, each with its reason: a new variable is decided on here or set. */
const leftOut: Readonly<Record<string, string>> = {
  DATA_DIR: 'there is one store',
  COSMOS_KEY: 'the identity signs in',
  BOT_PASSWORD: 'the identity signs in',
  SERVICE_URL_HOSTS: 'the built-in host is the one of Teams',
};

const settings: Rule = (files) => {
  const main = files.find(({ name }) => name === 'main.bicep')?.text ?? '';
  const web = files.find(({ name }) => name === 'modules/web.bicep')?.text ?? '';
  const given = [
    ...namesIn(/settings: \{([\s\S]*?)\n {4}\}/.exec(main)?.[1] ?? '', /^ {6}([A-Z_]+):/gm),
    ...namesIn(web, /name: '([A-Z_]+)'/g),
  ];
  const known = Object.keys(variables.shape);
  const expected = [...known.filter((name) => !(name in leftOut)), ...platform];
  return [
    ...given
      .filter((name) => !known.includes(name) && !platform.includes(name))
      .map((name) => `the server does not read ${name}`),
    ...given.filter((name) => name in leftOut).map((name) => `${name} is set, though ${leftOut[name]}`),
    ...expected.filter((name) => !given.includes(name)).map((name) => `${name} is not set`),
  ];
};

const namesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

export const rules: Readonly<Record<string, Rule>> = {
  syntax,
  modulePaths,
  unused,
  outputs,
  wiring,
  sameContainers,
  settings,
  ...safetyRules,
};
