/** The app package as the tests read it: with the example values of env/.env.dev. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

export const home = join(import.meta.dirname, '../..');
export const folder = join(home, 'appPackage');
export const settingsOf = (name: string) => parseEnv(readFileSync(join(home, 'env', `.env.${name}`), 'utf8'));
export const template = readFileSync(join(folder, 'manifest.json'), 'utf8');
export const spanish = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(join(folder, 'es.json'), 'utf8')));

const described = z.looseObject({ title: z.string(), description: z.string() });
const shape = z.looseObject({
  version: z.string(),
  developer: z.looseObject({
    name: z.string(),
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  name: z.looseObject({ short: z.string(), full: z.string() }),
  description: z.looseObject({ short: z.string(), full: z.string() }),
  bots: z.tuple([
    z.looseObject({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(z.looseObject({ scopes: z.array(z.string()), commands: z.array(described) })),
    }),
  ]),
  composeExtensions: z.tuple([
    z.looseObject({
      commands: z.array(
        described.extend({
          id: z.string(),
          type: z.enum(['query', 'action']),
          context: z.array(z.enum(['compose', 'commandBox', 'message'])),
          initialRun: z.boolean().default(false),
          fetchTask: z.boolean().default(false),
          semanticDescription: z.string().optional(),
          samplePrompts: z.array(z.looseObject({ text: z.string() })).default([]),
          parameters: z.array(described.extend({ name: z.string() })).default([]),
        }),
      ),
      messageHandlers: z.array(
        z.looseObject({
          value: z.looseObject({ domains: z.array(z.string()), supportsAnonymizedPayloads: z.boolean() }),
        }),
      ),
    }),
  ]),
  staticTabs: z.array(z.looseObject({ entityId: z.string(), contentUrl: z.string().optional() })),
  configurableTabs: z.array(z.looseObject({ configurationUrl: z.string() })),
  webApplicationInfo: z.strictObject({ id: z.string(), resource: z.string() }),
  validDomains: z.array(z.string()),
});
export type Manifest = z.infer<typeof shape>;

/** The manifest with the values of one environment. */
export function manifestOf(environment: string): Manifest {
  const values = settingsOf(environment);
  return shape.parse(JSON.parse(template.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')));
}
