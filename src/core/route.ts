/** A route of the tab's API as data: what it takes, what it gives, checked by schema both ways. `web/` alone speaks HTTP. */
import type { z } from 'zod';
import type { Download } from './download.ts';
import type { ProblemCode } from './errors.ts';
import type { Turn } from './turn.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One request that passed the door. `query` and `body` are parsed; unknown fields were refused before. */
export interface Call<Query = unknown, Body = unknown> {
  readonly turn: Turn;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** What `If-Match` named; always there where the route `needsVersion`. */
  readonly version: string;
  /** Lists only: 1 to 100, and the position that the page before ended with. */
  readonly page: { readonly limit: number; readonly after?: string };
}

/** One field that is wrong, by its path in the body or query. */
export interface FieldProblem {
  readonly path: string;
  readonly error: ProblemCode;
  readonly message: string;
}

export type Reply<T = unknown> =
  | {
      readonly kind: 'ok';
      readonly body: T;
      /** The stored version of what is shown: leaves as `ETag` and as the body's `version`. */
      readonly version?: string;
      readonly status?: 200 | 201;
      /** Lists only: the position this page ended with, while there is more. It leaves sealed. */
      readonly next?: string;
    }
  /** Leaves as it is, to be saved. */
  | { readonly kind: 'file'; readonly file: Download }
  | {
      readonly kind: 'refused';
      readonly code: ProblemCode;
      /** Left out, the catalogue's sentence is said. */
      readonly message?: string;
      readonly fields?: readonly FieldProblem[];
    };

export interface Route {
  readonly method: Method;
  /** `/api/flags/:id/answer`; parameters are ids of ours, 1 to 100 letters, digits and `.:_-`. */
  readonly path: string;
  /** Left out: no query is taken. */
  readonly query?: z.ZodObject;
  /** Left out: no body is taken. */
  readonly body?: z.ZodType;
  readonly reply: z.ZodType;
  /** Takes `limit` and `cursor`. */
  readonly isList?: boolean;
  /** A change of a document: without `If-Match` it is refused. */
  readonly needsVersion?: boolean;
  /** The kinds that the answer is made of, beside what the stamp counts: while they stand, its text is given again. */
  readonly madeOf?: readonly string[];
  /** Where a body may be longer than others are: how long, and what is said of one that is longer still. */
  readonly longest?: { readonly bytes: number; readonly code: ProblemCode };
  run(call: Call): Promise<Reply>;
}

interface Shape<Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType> {
  readonly query?: Q;
  readonly body?: B;
  readonly reply: R;
  readonly isList?: boolean;
  readonly needsVersion?: boolean;
  readonly madeOf?: readonly string[];
  readonly longest?: { readonly bytes: number; readonly code: ProblemCode };
}

/** A route whose handler gets its parsed query and body. */
export function route<Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>(
  method: Method,
  path: string,
  shape: Shape<Q, B, R>,
  run: (call: Call<z.infer<Q>, z.infer<B>>) => Promise<Reply<z.input<R>>>,
): Route {
  return { method, path, ...shape, run: (call) => run(call as Call<z.infer<Q>, z.infer<B>>) };
}

export const refuse = (code: ProblemCode, message?: string): Reply<never> => ({
  kind: 'refused',
  code,
  ...(message === undefined ? {} : { message }),
});
