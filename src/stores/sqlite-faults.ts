/** What the engine's error codes mean: for a start that is refused, and for a call that fails. */
import { StoreError } from '../core/errors.ts';

export type OpenFault = 'db_newer' | 'db_migration' | 'db_locked' | 'db_corrupt' | 'db_path';

/** Why the store cannot start; the message says what to do. */
export class OpenError extends Error {
  readonly code: OpenFault;
  constructor(code: OpenFault, message: string, options?: ErrorOptions) {
    super(`sqlite: ${message}`, options);
    this.name = 'OpenError';
    this.code = code;
  }
}

type Trouble = 'busy' | 'full' | 'corrupt' | 'readOnly' | 'tooLarge' | 'other';

/** Extended code 778 is a failed write, 4874 a failed growth of the shared memory: both are a disk without room. */
const full = new Set([13, 778, 4874]);
const primary: Readonly<Record<number, Trouble>> = {
  5: 'busy',
  6: 'busy',
  8: 'readOnly',
  11: 'corrupt',
  18: 'tooLarge',
  26: 'corrupt',
};

/** Undefined for errors that are not the engine's. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number')
    return full.has(error.errcode) ? 'full' : (primary[error.errcode & 0xff] ?? 'other');
  return 'code' in error && error.code === 'ERR_INVALID_STATE' ? 'other' : undefined;
}

/** The fault a caller is told; what is not the engine's passes unchanged. */
export function faultOf(error: unknown): unknown {
  const cause = { cause: error };
  switch (troubleOf(error)) {
    case undefined:
      return error;
    case 'busy':
      return new StoreError('busy', 'the file is held by another process', cause);
    case 'full':
      return new StoreError('storageFull', 'the disk is full', cause);
    case 'tooLarge':
      return new StoreError('tooLarge', 'a document is too large', cause);
    case 'corrupt':
      return new StoreError('storeDown', 'the file is damaged', cause);
    case 'readOnly':
    case 'other':
      return new StoreError('storeDown', 'the file cannot be used', cause);
  }
}
