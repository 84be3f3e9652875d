/** How alike two discoveries are (product 7.5): words of title and what, letters of the prompt, context. Pure. */

/** The words of a text as they are searched: no accents, no stop words, only their stems. */
export type Terms = (text: string) => readonly string[];

export interface Likened {
  /** Words of title and what. */
  readonly words: ReadonlySet<string>;
  /** Letter triples of the prompt with how often each stands in it; empty without a prompt. */
  readonly triples: ReadonlyMap<string, number>;
  readonly context: Context;
}

export interface Context {
  readonly workflowId?: string | undefined;
  readonly roleIds: readonly string[];
  readonly toolIds: readonly string[];
}

export interface Texts {
  /** Title and what. */
  readonly said: string;
  readonly prompt?: string | undefined;
  readonly context: Context;
}

const shares = { words: 0.5, prompt: 0.3, context: 0.2 } as const;
export const twinFrom = 0.75;
export const similarFrom = 0.5;

export const likened = ({ said, prompt = '', context }: Texts, terms: Terms): Likened => ({
  words: new Set(terms(said)),
  triples: triplesOf(terms(prompt).join(' ')),
  context,
});

/** Reads a text once for as long as its key is the same. */
export type Likener = (key: string, texts: Texts) => Likened;

const mostParts = 500_000;

/** Kept up to so many words and triples together; then it begins anew. */
export function likener(terms: Terms): Likener {
  const known = new Map<string, Likened>();
  let parts = 0;
  return (key, texts) => {
    const found = known.get(key);
    if (found) return found;
    const made = likened(texts, terms);
    parts += made.words.size + made.triples.size;
    if (parts > mostParts) {
      known.clear();
      parts = made.words.size + made.triples.size;
    }
    known.set(key, made);
    return made;
  };
}

/** 0 to 1. Without a prompt on one side that part is dropped and the rest scaled to 1. */
export function likeness(a: Likened, b: Likened): number {
  const rest = shares.words * shared(a.words, b.words) + shares.context * alikeContext(a.context, b.context);
  if (a.triples.size === 0 || b.triples.size === 0) return rest / (shares.words + shares.context);
  return rest + shares.prompt * cosine(a.triples, b.triples);
}

/** Shared words among all words (Jaccard). */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** The same workflow counts whole, the same role or tool half. */
function alikeContext(a: Context, b: Context): number {
  if (a.workflowId !== undefined && a.workflowId === b.workflowId) return 1;
  const meets = (of: readonly string[], others: readonly string[]) => of.some((id) => others.includes(id));
  return meets(a.roleIds, b.roleIds) || meets(a.toolIds, b.toolIds) ? 0.5 : 0;
}

function triplesOf(text: string): Map<string, number> {
  const triples = new Map<string, number>();
  for (let at = 0; at + 3 <= text.length; at++) {
    const triple = text.slice(at, at + 3);
    triples.set(triple, (triples.get(triple) ?? 0) + 1);
  }
  return triples;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [triple, times] of a) product += times * (b.get(triple) ?? 0);
  return product === 0 ? 0 : product / (lengthOf(a) * lengthOf(b));
}

const lengthOf = (triples: ReadonlyMap<string, number>): number =>
  Math.sqrt([...triples.values()].reduce((sum, times) => sum + times * times, 0));
