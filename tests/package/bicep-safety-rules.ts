/** What keeps secrets, keys and untested versions out of the infrastructure. */
import { declared, type Rule, resourcesOf } from './bicep-kit.ts';

const secrets: Rule = (files) =>
  files.flatMap(({ name, text }) => {
    const code = text.replace(/(?<!:)\/\/.*$/gm, '');
    return [
      ...(/\blist(?:Keys|Secrets|ConnectionStrings)?\w*\(/.test(code) ? [`${name} reads a key`] : []),
      ...(/(?:password|secret|key)\w*\s*:\s*'[^$@'][^']{15,}'/i.test(code) ? [`${name} holds a secret`] : []),
      ...declared(text, 'param')
        .filter((each) => /key|secret|password/i.test(each.replace(/^use/, '')) && !securesOf(text).includes(each))
        .filter((each) => !new RegExp(`^param ${each} bool`, 'm').test(text))
        .map((each) => `${name}: ${each} is not marked @secure()`),
    ];
  });

/** Parameters marked @secure(), with whatever other decorators between. */
const securesOf = (text: string): string[] =>
  [...text.matchAll(/^@secure\(\)\n(?:@.*\n)*param (\w+)/gm)].map(([, name = '']) => name);

/** A secret given to a parameter that is not secure can be read in the history of deployments. */
const secretFlow: Rule = (files) => {
  const main = files.find(({ name }) => name === 'main.bicep')?.text ?? '';
  const secret = securesOf(main).join('|');
  return [...main.matchAll(/^module \w+ '([^']+)'[\s\S]*?^\}/gm)].flatMap(([block = '', path = '']) => {
    const safe = securesOf(files.find(({ name }) => name === path)?.text ?? '');
    const given = [...block.matchAll(/^ {4}(\w+): ([\s\S]*?)(?=^ {4}\w+: |^ {2}\})/gm)];
    return given
      .filter(([, name = '', value = '']) => new RegExp(`\\b(?:${secret})\\b(?!:)`).test(value) && !safe.includes(name))
      .map(([, name]) => `${path}: a secret goes into ${name}, which is not secure`);
  });
};

/** Kinds of resource that can take a key beside Entra. */
const takesKeys =
  /DocumentDB\/databaseAccounts@|BotService\/botServices@|Insights\/components@|OperationalInsights\/workspaces@/;

const localAuth: Rule = (files) =>
  files.flatMap(({ name, text }) =>
    resourcesOf(text).flatMap(({ type, body }) =>
      takesKeys.test(type) && !/"disableLocalAuth":true/i.test(JSON.stringify(body))
        ? [`${name}: ${type} still takes keys`]
        : [],
    ),
  );

/** The versions whose types were compared with the published ones; another one is compared first, then written here. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.Authorization': ['2022-04-01'],
  'Microsoft.BotService': ['2022-09-15'],
  'Microsoft.DocumentDB': ['2025-04-15'],
  'Microsoft.Insights/components': ['2020-02-02'],
  'Microsoft.Insights/diagnosticSettings': ['2021-05-01-preview'],
  'Microsoft.KeyVault': ['2024-11-01'],
  'Microsoft.ManagedIdentity': ['2024-11-30', '2023-01-31'],
  'Microsoft.OperationalInsights': ['2023-09-01'],
  'Microsoft.Web': ['2024-11-01'],
};

const apiVersions: Rule = (files) =>
  files.flatMap(({ name, text }) =>
    resourcesOf(text).flatMap(({ type }) => {
      const [kind = '', version = ''] = type.split('@');
      const known = Object.entries(versions).find(([begin]) => `${kind}/`.startsWith(`${begin}/`))?.[1];
      return known?.includes(version) ? [] : [`${name}: nobody has checked ${type}`];
    }),
  );

/** What neither the parser nor the check of types can read, so that it would go unseen. */
const unseen: Rule = (files) =>
  files.flatMap(({ name, text }) =>
    [...text.matchAll(/^(?:import|extension|provider|using)\b|\bresource(?:Input|Output)<|'(?:br|ts)[:/]/gm)].map(
      ([word]) => `${name}: ${word} cannot be checked here`,
    ),
  );

export const safetyRules: Readonly<Record<string, Rule>> = { secrets, secretFlow, localAuth, apiVersions, unseen };
