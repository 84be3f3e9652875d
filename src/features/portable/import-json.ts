/** JSON as a file to import: our own, or the list of Prompt Buddy. */
import { z } from 'zod';
import type { CopyKind } from '../../core/copy.ts';
import type { FileItem, FileRead, FileScenario } from './arriving.ts';
import { format, formatVersion, listNames } from './copy.ts';
import { buddyScenarios, isBuddyItem } from './foreign.ts';
import { type Wrong, wrong } from './import-bytes.ts';

const listed = z.array(z.looseObject({ slug: z.string().max(60) })).default([]);
const ours = z.looseObject({
  format: z.literal(format),
  formatVersion: z.literal(formatVersion),
  ...{ roles: listed, workflows: listed, packs: listed, scenarios: listed },
  ...{ decisions: listed, guardrails: listed, tools: listed, dataClasses: listed, departments: listed },
});
const brought: readonly CopyKind[] = ['role', 'workflow', 'pack'];
/** Decided here by those who may. */
const decided: readonly CopyKind[] = ['decision', 'guardrail', 'tool', 'dataClass', 'department'];

export function jsonFile(text: string): FileRead | Wrong {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('bad_json');
  }
  if (Array.isArray(value)) return buddyFile(value);
  const read = ours.safeParse(value);
  if (!read.success) {
    const missing = [...new Set(read.error.issues.map(({ path }) => path.slice(0, 3).join('.')))]
      .slice(0, 20)
      .join(', ');
    return wrong('import_columns', { missing: missing || 'format', unknown: '–', double: '–' });
  }
  const lists = read.data as Readonly<Record<string, unknown>>;
  const of = (kind: CopyKind) => listed.parse(lists[listNames[kind]] ?? []);
  const library = brought.flatMap((kind) => of(kind).map((each, at) => itemOf(kind, each, at)));
  const scenarios = of('scenario').map(scenarioOf);
  const rows = library.length + scenarios.length;
  const ruled = decided.flatMap((kind) => of(kind).map(({ slug, id: _, ...body }) => ({ kind, slug, body })));
  if (rows + ruled.length === 0) return wrong('import_empty');
  return { kind: 'read', form: 'fieldbook', rows, scenarios, library, ruled, leftOut: 0, odd: [] };
}

function buddyFile(items: readonly unknown[]): FileRead | Wrong {
  if (items.length === 0) return wrong('import_empty');
  const odd = items.findIndex((item) => !isBuddyItem(item));
  if (odd >= 0) return wrong('import_columns', { missing: `${odd + 1}: Title, Prompt`, unknown: '–', double: '–' });
  const scenarios = buddyScenarios(items.map((item, at) => ({ row: at + 1, item })));
  return {
    kind: 'read',
    form: 'promptBuddy',
    rows: items.length,
    scenarios,
    library: [],
    ruled: [],
    leftOut: 0,
    odd: [],
  };
}

type Listed = z.output<typeof listed>[number];

function itemOf(kind: CopyKind, { slug, id: _, ...body }: Listed, at: number): FileItem {
  return { row: at + 1, kind, slug, body };
}

/** Ids in a file are those of where it was made: they mean nothing here. */
function scenarioOf({ slug, id: _, workflowId, stepOrder, ...contract }: Listed, at: number): FileScenario {
  return {
    ...{ row: at + 1, slug, contract },
    ...(typeof workflowId === 'string' ? { workflow: workflowId } : {}),
    ...(typeof stepOrder === 'number' ? { stepOrder } : {}),
  };
}
