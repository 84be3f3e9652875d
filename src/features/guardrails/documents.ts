/** Loads the rules from the store, parsed on the way out. */
import { loadAll, type TenantStore } from '../../core/documents.ts';
import { dataClass, decision, guardrail, tool } from './model.ts';
import { type Rules, rulesOf } from './rules.ts';

export async function loadRules(store: TenantStore): Promise<Rules> {
  return rulesOf({
    tools: await loadAll(store, 'tool', (body) => tool.parse(body)),
    classes: await loadAll(store, 'dataClass', (body) => dataClass.parse(body)),
    decisions: await loadAll(store, 'decision', (body) => decision.parse(body)),
    guardrails: await loadAll(store, 'guardrail', (body) => guardrail.parse(body)),
  });
}
