/** The two loads of the starter playbook as the features read them, without a store. */
import { starterItems } from '../../src/content/documents.ts';
import { dataClass, decision, guardrail, tool } from '../../src/features/guardrails/model.ts';
import { type Rules, rulesOf } from '../../src/features/guardrails/rules.ts';
import { type Book, bookOf } from '../../src/features/playbook/book.ts';
import { department, pack, role, scenario, workflow } from '../../src/features/playbook/model.ts';
import { scenarioVersion } from '../../src/features/playbook/scenario-version.ts';
import { tenantId, today } from './builders.ts';

export type Load = 'starter' | 'demo';

const itemsOf = (which: Load, kind: string) =>
  starterItems({ which, tenantId, now: today }).filter((item) => item.kind === kind);

/** Documents of one kind, parsed, with their ids. */
function all<T>(which: Load, kind: string, schema: { parse(body: unknown): T }): (T & { id: string })[] {
  return itemsOf(which, kind).map(({ id, body }) => ({ ...schema.parse(body), id }));
}

export const loadedRules = (which: Load): Rules =>
  rulesOf({
    tools: all(which, 'tool', tool),
    classes: all(which, 'dataClass', dataClass),
    decisions: all(which, 'decision', decision),
    guardrails: all(which, 'guardrail', guardrail),
  });

export const loadedBook = (which: Load): Book =>
  bookOf({
    scenarios: all(which, 'scenario', scenario).map((s) => ({ ...s, revision: '1' })),
    versions: all(which, 'scenarioVersion', scenarioVersion).map((v) => ({ ...v, revision: '1' })),
    workflows: all(which, 'workflow', workflow),
    departments: all(which, 'department', department),
    roles: all(which, 'role', role),
    packs: all(which, 'pack', pack),
    names: new Map(),
  });
