/** A file that a request is answered with: something to save, not to show. */
import { z } from 'zod';

export interface Download {
  /** With its ending; whatever a file system cannot hold is taken out on the way. */
  readonly name: string;
  readonly type: string;
  /** A long text comes in pieces, so that it is never held whole. */
  readonly content: Uint8Array | string | Iterable<string>;
}

/** The reply of a route that answers with a file alone. */
export const fileAlone = z.never();
