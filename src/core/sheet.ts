/** One sheet of paper as data: what a guide says, before it is a PDF, a Word document or Markdown. Written by files/. */

export type SheetPart = { readonly heading: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  /** In this order; `who` says whose step it is. */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly who: string; readonly text: string }[] }
  /** A text to be copied: its line breaks count. */
  | { readonly kind: 'prompt'; readonly text: string }
);

export interface Sheet {
  readonly title: string;
  readonly lead: string;
  /** BCP 47. */
  readonly language: string;
  readonly parts: readonly SheetPart[];
  readonly foot: string;
  /** Where all of it can be read. */
  readonly link: { readonly text: string; readonly url: string };
  /** What stands where something was left out. */
  readonly left: {
    /** At the end of a prompt that was cut. */
    readonly prompt: string;
    /** At the end of a list, for that many lines. */
    lines(count: number): string;
    /** At the foot, when anything was. */
    readonly note: string;
  };
}

export interface WriteSheet {
  pdf(sheet: Sheet): Promise<Uint8Array>;
  docx(sheet: Sheet): Promise<Uint8Array>;
  markdown(sheet: Sheet): Promise<string>;
}
