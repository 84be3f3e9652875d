/** The infrastructure without a compiler: syntax, our own rules, and the containers that the code expects. */
import { describe, expect, it } from '@jest/globals';
import { type BicepFile, bicepFiles } from './bicep-kit.ts';
import { rules } from './bicep-rules.ts';

describe('infra', () => {
  it.each(Object.entries(rules))('%s', (_name, rule) => {
    expect(rule(bicepFiles)).toEqual([]);
  });
});

const changed = (name: string, from: string | RegExp, to: string): BicepFile[] =>
  bicepFiles.map((file) => {
    if (file.name !== name) return file;
    const text = file.text.replace(from, to);
    expect(text).not.toBe(file.text);
    return { ...file, text };
  });

describe('a planted error is caught', () => {
  it.each<[rule: string, file: string, from: string | RegExp, to: string]>([
    ['syntax', 'modules/bot.bicep', "kind: 'azurebot'", "kind: 'azurebot"],
    ['modulePaths', 'main.bicep', 'modules/bot.bicep', 'modules/robot.bicep'],
    ['unused', 'modules/bot.bicep', 'param name string', 'param name string\nparam colour string'],
    ['unused', 'modules/bot.bicep', '  name: name\n', '  name: displayName\n'],
    ['unused', 'main.bicep', '      FIRST_LOAD: firstLoad\n', "      FIRST_LOAD: 'none'\n"],
    ['outputs', 'modules/web.bicep', 'output host string', 'output hosts string'],
    ['wiring', 'main.bicep', '    sku: planSku\n', ''],
    ['wiring', 'main.bicep', '    sku: planSku\n', '    sku: planSku\n    size: planSku\n'],
    [
      'secrets',
      'modules/cosmos.bicep',
      'output endpoint string = account.properties.documentEndpoint',
      'output endpoint string = account.listKeys().primaryMasterKey',
    ],
    ['secrets', 'main.bicep', 'signingKey: signingKey', "signingKey: 'a-secret-of-some-length'"],
    ['secrets', 'modules/keyvault.bicep', '@secure()\n', ''],
    ['secretFlow', 'main.bicep', "      HOST: '0.0.0.0'\n", '      HOST: signingKey\n'],
    ['secretFlow', 'modules/web.bicep', '@secure()\n', ''],
    ['localAuth', 'modules/cosmos.bicep', 'disableLocalAuth: true', 'disableLocalAuth: false'],
    ['localAuth', 'modules/bot.bicep', '    disableLocalAuth: true\n', ''],
    ['localAuth', 'modules/monitoring.bicep', '    DisableLocalAuth: true\n', ''],
    ['localAuth', 'modules/monitoring.bicep', '      disableLocalAuth: true\n', ''],
    ['apiVersions', 'modules/web.bicep', 'serverfarms@2024-11-01', 'serverfarms@2023-12-01'],
    ['apiVersions', 'modules/bot.bicep', 'Microsoft.BotService/botServices@', 'Microsoft.BotServices/botServices@'],
    ['unseen', 'main.bicep', 'param location', "import * as names from 'names.bicep'\nparam location"],
    ['sameContainers', 'modules/cosmos.bicep', "paths: ['/tenantId', '/week']", "paths: ['/tenantId']"],
    ['sameContainers', 'modules/cosmos.bicep', "kind: 'MultiHash'", "kind: 'Hash'"],
    ['sameContainers', 'modules/cosmos.bicep', 'version: 2', 'version: 1'],
    ['sameContainers', 'modules/cosmos.bicep', "path: '/gone/?'", "path: '/goner/?'"],
    ['sameContainers', 'modules/cosmos.bicep', 'defaultTtl: 34560000', 'defaultTtl: 3456000'],
    [
      'sameContainers',
      'modules/cosmos.bicep',
      "'/sort/lastUsedAt', order: 'ascending'",
      "'/sort/lastUsedAt', order: 'descending'",
    ],
    ['sameContainers', 'modules/cosmos.bicep', "          { path: '/body/prompts/*' }\n", ''],
    ['settings', 'main.bicep', '      FIRST_LOAD: firstLoad\n', '      FIRST_LOADS: firstLoad\n'],
    ['settings', 'main.bicep', '      INSTANCES: string(instances)\n', ''],
    ['settings', 'modules/web.bicep', "name: 'SIGNING_KEY'", "name: 'SIGN_KEY'"],
    ['settings', 'main.bicep', '      COSMOS_ENDPOINT: cosmos.outputs.endpoint\n', ''],
    ['settings', 'main.bicep', "      HOST: '0.0.0.0'\n", "      HOST: '0.0.0.0'\n      DATA_DIR: '/home'\n"],
  ])('%s in %s', (rule, file, from, to) => {
    expect(rules[rule]?.(changed(file, from, to))).not.toEqual([]);
  });
});
