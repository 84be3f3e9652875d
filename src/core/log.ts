/** What may be logged about anything that happens: codes, ids and numbers; never names, text, tokens or headers. */
export interface LogFields {
  requestId?: string;
  /** Keyed hashes, made by the caller with `ids.keyedHash`. */
  tenant?: string;
  person?: string;
  objectId?: string;
  route?: string;
  status?: number;
  durationMs?: number;
  attempts?: number;
  requests?: number;
  code?: string;
  detail?: string;
  error?: unknown;
}

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };
