/** Loads the rules from the store, parsed on the way out. */
import { findAll, type TenantStore } from '../../core/documents.ts';
import { dataClass, decision, guardrail, tool } from './model.ts';
import { type Identified, type Rules, rulesOf } from './rules.ts';

export async function loadRules(store: TenantStore): Promise<Rules> {
  return rulesOf({
    tools: await all(store, 'tool', (body) => tool.parse(body)),
    classes: await all(store, 'dataClass', (body) => dataClass.parse(body)),
    decisions: await all(store, 'decision', (body) => decision.parse(body)),
    guardrails: await all(store, 'guardrail', (body) => guardrail.parse(body)),
  });
}

async function all<T>(store: TenantStore, kind: string, parse: (body: unknown) => T): Promise<Identified<T>[]> {
  const items: Identified<T>[] = [];
  for await (const { id, body } of findAll(store, { kind })) items.push({ ...parse(body), id });
  return items;
}
