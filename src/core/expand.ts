/**
 * Compiles a card template into a function that writes the finished card as JSON text. It repeats, leaves out and fills in
 * as adaptivecards-templating does; what never changes is text from the start (decision 010).
 */
import { slotOf } from './card-slots.ts';
import { conditionOf, dataOf, type Say, type Scope, type Spot, textOf } from './card-values.ts';

/** JSON text, or nothing where there is nothing to show. */
type Write = string | Say;
const nothing = '';

/** `words` are the reader's; in the template `${t.name}`. */
export function compileCard(template: object, words: Spot['words']): (data: object) => string {
  const write = compile(template, { slot: 'plain', words }, false);
  return (data) => said(write, { data, root: data });
}

const said = (write: Write, scope: Scope): string => (typeof write === 'string' ? write : write(scope));

/** In a list an element that repeats gives several items, elsewhere a list of its own. */
function compile(node: unknown, spot: Spot, inList: boolean): Write {
  if (typeof node === 'string') return textOf(node, spot);
  if (Array.isArray(node))
    return enclosed(
      '[',
      node.map((item) => [',', compile(item, spot, true)] as const),
      ']',
    );
  if (typeof node === 'object' && node !== null) return compileElement({ ...node }, spot, inList);
  return node === null ? nothing : JSON.stringify(node);
}

function compileElement(element: Record<string, unknown>, spot: Spot, inList: boolean): Write {
  const { $when: when, $data: data, ...fields } = element;
  const parts = Object.entries(fields).map(
    ([key, value]) =>
      [
        `,${JSON.stringify(key)}:`,
        compile(value, { ...spot, slot: slotOf(fields.type, key, spot.slot) }, false),
      ] as const,
  );
  const body = enclosed('{', parts, '}');
  const one = when === undefined ? body : whereHolds(when, body);
  return data === undefined ? one : repeated(data, one, inList);
}

function whereHolds(when: unknown, write: Write): Write {
  const holds = conditionOf(when);
  return (scope) => (holds(scope) === true ? said(write, scope) : nothing);
}

function repeated(source: unknown, write: Write, inList: boolean): Write {
  const read = dataOf(source);
  return (scope) => {
    const data = read(scope);
    if (!Array.isArray(data)) return said(write, { data, root: scope.root });
    let text = nothing;
    let count = 0;
    for (const item of data) {
      const value = said(write, { data: item, root: scope.root });
      if (value !== nothing) text += count++ === 0 ? value : `,${value}`;
    }
    return inList || count < 2 ? text : `[${text}]`;
  };
}

interface Part {
  /** Stands before what is shown: after another part, and as the first one. */
  readonly lead: string;
  readonly firstLead: string;
  readonly write: Write;
}

/** The parts that show something, each after its lead; the first has no comma. What never changes is put together here. */
function enclosed(before: string, parts: readonly (readonly [lead: string, write: Write])[], after: string): Write {
  const merged: Part[] = [];
  for (const [lead, write] of parts) {
    const last = merged.at(-1);
    if (write === nothing) continue;
    const fixed =
      typeof write === 'string' && last && typeof last.write === 'string' ? last.write + lead + write : undefined;
    if (fixed === undefined) merged.push({ lead, firstLead: lead.slice(1), write });
    else if (last) merged.splice(-1, 1, { ...last, write: fixed });
  }
  const [only] = merged;
  if (!only) return before + after;
  if (merged.length === 1 && typeof only.write === 'string') return before + only.firstLead + only.write + after;
  return (scope) => {
    let text = before;
    for (const { lead, firstLead, write } of merged) {
      const value = typeof write === 'string' ? write : write(scope);
      if (value !== nothing) text += (text === before ? firstLead : lead) + value;
    }
    return text + after;
  };
}
