/** One file of the whole playbook: lists by kind, each in the order of its names, so that the same playbook gives the same file. */
import { type Copied, type CopyKind, copyKinds, withPointers } from '../../core/copy.ts';

export const format = 'fieldbook-playbook';
export const formatVersion = 1;

export interface Named {
  readonly slug: string;
  readonly body: object;
}

export type Lists = ReadonlyMap<CopyKind, readonly Named[]>;
export const listIn = (lists: Lists, kind: CopyKind): readonly Named[] => lists.get(kind) ?? [];

/** Names instead of ids; what is not in the file itself is not pointed to. */
export function listsOf(all: readonly Copied[]): Lists {
  const names = new Map(all.map(({ kind, id, slug }) => [`${kind}/${id}`, slug]));
  const renamed = (kind: CopyKind, id: string) => names.get(`${kind}/${id}`);
  const of = (kind: CopyKind): Named[] =>
    all
      .filter((each) => each.kind === kind)
      .map(({ slug, body }) => ({ slug, body: Object(withPointers(body, renamed)) }))
      .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return new Map(copyKinds.map((kind) => [kind, of(kind)]));
}

/** A scenario with its prompts and its example; everything else is one row, and a tool one for each rule. */
const rowsOf = (kind: CopyKind, { body }: Named): number => {
  const { prompts = [], rules = [] } = body as { prompts?: readonly unknown[]; rules?: readonly unknown[] };
  return kind === 'scenario' ? 2 + prompts.length : 1 + rules.length;
};

export interface Capped {
  readonly lists: Lists;
  readonly rows: number;
  /** Something was left out: the file says so. */
  readonly isCapped: boolean;
}

export function capped(lists: Lists, most: number): Capped {
  let rows = 0;
  let isCapped = false;
  const kept = copyKinds.map((kind) => {
    const items = listIn(lists, kind).filter((each) => {
      const more = rowsOf(kind, each);
      if (isCapped || rows + more > most) isCapped = true;
      else rows += more;
      return !isCapped;
    });
    return [kind, items] as const;
  });
  return { lists: new Map(kept), rows, isCapped };
}

/** What the lists are called in the file. */
export const listNames: Readonly<Record<CopyKind, string>> = {
  department: 'departments',
  role: 'roles',
  dataClass: 'dataClasses',
  tool: 'tools',
  guardrail: 'guardrails',
  workflow: 'workflows',
  pack: 'packs',
  decision: 'decisions',
  scenario: 'scenarios',
};

/** In pieces; `note` stands first, where nobody overlooks it. */
export function* jsonOf({ lists }: Capped, note: string | undefined): Generator<string> {
  yield `{\n  "format": ${JSON.stringify(format)},\n  "formatVersion": ${formatVersion}`;
  if (note !== undefined) yield `,\n  "note": ${JSON.stringify(note)}`;
  for (const kind of copyKinds) {
    yield `,\n  ${JSON.stringify(listNames[kind])}: [`;
    for (const [at, { slug, body }] of listIn(lists, kind).entries())
      yield `${at === 0 ? '' : ','}\n${indented(JSON.stringify({ slug, ...body }, undefined, 2))}`;
    yield listIn(lists, kind).length === 0 ? ']' : '\n  ]';
  }
  yield '\n}\n';
}

const indented = (text: string): string => text.replaceAll(/^/gm, '    ');
