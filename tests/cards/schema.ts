/** The official 1.5 schema, where it lies beside the checkout; it is never committed. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { z } from 'zod';

const file = new URL('../../../shared/schemas/adaptive-cards/adaptive-card.1.5.0.json', import.meta.url);
const draft06: unknown = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json');

export const schemaIsHere = existsSync(file);

/** What the schema finds wrong. What it does not know of 1.5 is taken out first. */
export function schemaCheck(): (card: unknown) => string[] {
  const record = z.record(z.string(), z.unknown());
  const { id: _, ...schema } = record.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  ajv.addMetaSchema(record.parse(draft06));
  const validate = ajv.compile(schema);
  return (card) => (validate(plain(card)) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`));
}

const own = new Set(['msteams', 'metadata']);

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !own.has(key));
  return Object.fromEntries(
    kept.map(([key, one]) => {
      if (key === 'firstRowAsHeaders') return ['firstRowAsHeader', one];
      return [key, key === 'style' && one === 'filtered' ? 'compact' : plain(one)];
    }),
  );
}
