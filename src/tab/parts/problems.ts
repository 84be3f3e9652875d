/** What was wrong with a form when it was sent, without what was typed anew since. */
import { useState } from 'react';
import { ApiError, type WrongField } from '../api.ts';

export interface Problems {
  readonly error: ApiError | undefined;
  readonly fields: readonly WrongField[];
  /** Some of its fields still are as they were refused, or nothing of it was a matter of a field. */
  readonly isOpen: boolean;
  failed(thrown: unknown): ApiError;
  clear(): void;
  /** These fields, by the first part of their path or the whole of it, are another text now. */
  mend(names: readonly string[]): void;
}

export function useProblems(): Problems {
  const [error, setError] = useState<ApiError>();
  const [mended, setMended] = useState<readonly string[]>([]);
  const isMended = (path: string) => mended.some((name) => path === name || path.startsWith(`${name}.`));
  const fields = (error?.fields ?? []).filter(({ path }) => !isMended(path));
  return {
    error,
    fields,
    isOpen: error !== undefined && (error.fields.length === 0 || fields.length > 0),
    failed(thrown) {
      const problem = thrown instanceof ApiError ? thrown : new ApiError('internal', '');
      setError(problem);
      setMended([]);
      return problem;
    },
    clear: () => setError(undefined),
    mend: (names) => setMended((before) => [...before, ...names]),
  };
}
