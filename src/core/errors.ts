/** The one catalogue of problems: stable codes, never renamed or reused; their sentences stand in text/ as `error.<code>`. */
export const problems = {
  unauthorized: 401,
  members_only: 403,
  tenant_not_allowed: 200,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  bad_json: 400,
  bad_activity: 400,
  bad_encoding: 400,
  too_deep: 400,
  too_large: 413,
  unsupported_media: 415,
  uri_too_long: 414,
  rate_limited: 429,
  text_empty: 400,
  text_too_long: 400,
  unknown_command: 404,
  unknown_invoke: 501,
  card_outdated: 400,
  field_required: 400,
  field_length: 400,
  field_choice: 400,
  field_number: 400,
  field_date: 400,
  field_form: 400,
  already_done: 409,
  already_flagged: 409,
  already_resolved: 409,
  already_decided: 409,
  too_late: 409,
  too_many_views: 409,
  taken: 409,
  own_flag: 403,
  own_post: 403,
  own_request: 403,
  daily_limit: 429,
  session_past: 409,
  session_full: 409,
  session_cancelled: 409,
  agenda_full: 409,
  stale: 412,
  precondition_required: 428,
  scope: 403,
  unknown_field: 400,
  duplicate_parameter: 400,
  bad_limit: 400,
  bad_cursor: 400,
  bad_date: 400,
  bad_time_zone: 400,
  time_gap: 400,
  bad_end: 400,
  too_long: 400,
  too_many_occurrences: 400,
  start_in_past: 400,
  bad_range: 400,
  bad_url: 400,
  origin_refused: 403,
  incomplete: 409,
  export_capped: 200,
  import_empty: 400,
  import_too_large: 413,
  import_too_many_rows: 400,
  import_encoding: 400,
  import_columns: 400,
  import_not_csv: 415,
  import_row: 400,
  already_imported: 409,
  busy: 503,
  store_down: 503,
  storage_full: 507,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problems;

/** HTTP status that goes with a problem. */
export const statusOf = (code: ProblemCode): number => problems[code];

/** Why the store could not do its work: outages, not outcomes. */
export type StoreFault =
  | 'tooLarge'
  | 'busy'
  | 'storeDown'
  | 'storageFull'
  | 'badRequest'
  | 'crossTenant'
  | 'crossPartition';

export class StoreError extends Error {
  readonly fault: StoreFault;
  constructor(fault: StoreFault, message: string, options?: ErrorOptions) {
    super(`store: ${message}`, options);
    this.name = 'StoreError';
    this.fault = fault;
  }
}

/** The problem that a person is told when the store fails. */
export function problemOfFault(fault: StoreFault): ProblemCode {
  switch (fault) {
    case 'tooLarge':
      return 'too_large';
    case 'busy':
      return 'busy';
    case 'storeDown':
      return 'store_down';
    case 'storageFull':
      return 'storage_full';
    case 'badRequest':
    case 'crossTenant':
    case 'crossPartition':
      return 'internal';
  }
}
