/** The reader's words: a key of text/<language>.json and its values give a sentence. Unknown keys are a bug and throw. */
export type Words = ((key: string, values?: Record<string, string | number | boolean | Date>) => string) & {
  readonly language: string;
  /** True when the key exists; for words that only some items have. */
  has(key: string): boolean;
};

/** Words for a BCP 47 tag; the nearest language we speak, else English. */
export type WordsFor = (locale: string) => Words;
