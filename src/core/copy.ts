/** What features hand over of their documents to be written down, and the names that stand for ids in such a file. */

export const copyKinds = [
  'department',
  'role',
  'dataClass',
  'tool',
  'guardrail',
  'workflow',
  'pack',
  'decision',
  'scenario',
] as const;
export type CopyKind = (typeof copyKinds)[number];

/** One document as its reader may see it: without its stamps, and with ids still in it. */
export interface Copied {
  readonly kind: CopyKind;
  readonly id: string;
  /** Names it in a file; no two of one kind are the same. */
  readonly slug: string;
  readonly body: object;
}

/** Which documents a field points to, by the field's name. */
const pointers: Readonly<Record<string, CopyKind>> = {
  ...{ departmentId: 'department', departmentIds: 'department' },
  ...{ roleId: 'role', roleIds: 'role', signOffRoleId: 'role' },
  ...{ dataClassId: 'dataClass', dataClassIds: 'dataClass' },
  ...{ toolIds: 'tool', alternatives: 'tool', guardrailIds: 'guardrail' },
  ...{ workflowId: 'workflow', workflowIds: 'workflow', packId: 'pack' },
  ...{ decisionId: 'decision', decisionIds: 'decision' },
  ...{ startScenarioId: 'scenario', scenarioIds: 'scenario', nextIds: 'scenario' },
};

/** What stands for it on the other side; undefined = nothing does, and it is left out. */
export type Renamed = (kind: CopyKind, name: string) => string | undefined;

/** The same value with every pointer renamed: ids become names on the way out, names become ids on the way in. */
export function withPointers(value: unknown, renamed: Renamed): unknown {
  if (Array.isArray(value)) return value.map((each) => withPointers(each, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([field, part]) => pointed(field, part, renamed)));
}

function pointed(field: string, part: unknown, renamed: Renamed): readonly (readonly [string, unknown])[] {
  const kind = Object.hasOwn(pointers, field) ? pointers[field] : undefined;
  if (kind && Array.isArray(part)) return [[field, part.flatMap((name) => renamed(kind, String(name)) ?? [])]];
  if (!kind || typeof part !== 'string') return [[field, withPointers(part, renamed)]];
  const name = renamed(kind, part);
  return name === undefined ? [] : [[field, name]];
}
