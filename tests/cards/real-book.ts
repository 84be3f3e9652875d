/** The starter playbook as the cards see it: documents made by the loader, no store between. */
import { starterItems } from '../../src/content/documents.ts';
import type { TenantStore } from '../../src/core/documents.ts';
import type { Who } from '../../src/core/person.ts';
import type { Turn } from '../../src/core/turn.ts';
import { dataClass, decision, guardrail, tool } from '../../src/features/guardrails/model.ts';
import { rulebookOf } from '../../src/features/guardrails/rulebook.ts';
import { rulesOf } from '../../src/features/guardrails/rules.ts';
import { bookOf } from '../../src/features/playbook/book.ts';
import { department, pack, role, scenario, workflow } from '../../src/features/playbook/model.ts';
import { scenarioVersion } from '../../src/features/playbook/scenario-version.ts';
import type { Scene } from '../../src/features/playbook/view.ts';
import { wordsFor } from '../../src/text/words.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const tenantId = 'tenant-1';

const who: Who = {
  tenantId,
  personId: 'person-1',
  name: 'Example Person',
  roleIds: [],
  grants: [],
  locale: 'en',
  zone: 'Europe/Madrid',
};

const nothing: TenantStore = {
  tenantId,
  get: async () => undefined,
  find: async () => ({ items: [] }),
  write: async () => ({ kind: 'ok', documents: [] }),
};

export function realScene(which: 'starter' | 'demo', language: string): Scene {
  const items = starterItems({ which, tenantId, now });
  const all = <T extends object>(kind: string, parse: (body: unknown) => T): (T & { id: string })[] =>
    items.filter((i) => i.kind === kind).map((i) => ({ ...parse(i.body), id: i.id }));
  const rules = rulesOf({
    tools: all('tool', (body) => tool.parse(body)),
    classes: all('dataClass', (body) => dataClass.parse(body)),
    decisions: all('decision', (body) => decision.parse(body)),
    guardrails: all('guardrail', (body) => guardrail.parse(body)),
  });
  const book = bookOf({
    departments: all('department', (body) => department.parse(body)),
    workflows: all('workflow', (body) => workflow.parse(body)),
    roles: all('role', (body) => role.parse(body)),
    packs: all('pack', (body) => pack.parse(body)),
    versions: all('scenarioVersion', (body) => ({ ...scenarioVersion.parse(body), revision: '1' })),
    scenarios: all('scenario', (body) => scenario.parse(body)).map((s) => ({ ...s, revision: '1' })),
    names: new Map(),
  });
  return { book, rulebook: rulebookOf(rules, ['US']), proofs: new Map(), who, now, words: wordsFor(language) };
}

export const turnOf = ({ words }: Scene, surface: Turn['where']['surface']): Turn => ({
  requestId: 'request-1',
  who,
  where: { surface, conversation: 'personal', conversationId: 'conversation-1' },
  now,
  stamp: { content: 1, tools: 1, people: 1 },
  store: nothing,
  words,
});
