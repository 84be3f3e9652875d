/** A long text as data: what a file says, before it is Markdown. Written by files/. */
export type OutlineBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** One line: what it is about, and what is said of it. */
  | { readonly kind: 'fact'; readonly name: string; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  /** A text to be copied: its line breaks count. */
  | { readonly kind: 'prompt'; readonly text: string };

export type WriteOutline = (blocks: Iterable<OutlineBlock>) => Iterable<string>;
