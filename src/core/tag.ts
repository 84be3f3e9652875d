/** A version leaves as the text of a tag, so that neither store's form of it matters. */
export const tagOf = (version: string): string => Buffer.from(version).toString('base64url');
