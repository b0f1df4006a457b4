/** Codes that any operation can answer with. Operations add their own in their contracts. */
export const commonProblems = {
  invalid_input: 400,
  malformed: 400,
  not_signed_in: 401,
  fresh_sign_in_needed: 401,
  not_allowed: 403,
  cross_site: 403,
  not_accepted: 403,
  accept_anew: 403,
  account_closed: 403,
  not_in_policy: 403,
  not_offered: 403,
  function_closed: 403,
  open_anew: 403,
  objected: 403,
  recipient_unknown: 403,
  recipient_elsewhere: 403,
  terms_missing: 403,
  terms_out_of_date: 403,
  field_not_listed: 403,
  share_ended: 403,
  no_matter: 403,
  not_found: 404,
  method_not_allowed: 405,
  already_done: 409,
  shredded: 410,
  body_too_large: 413,
  content_type: 415,
  idempotency_key_reused: 422,
  too_many_requests: 429,
  internal: 500,
  busy: 503,
  database_unavailable: 503,
  not_recorded: 503,
  no_room: 503,
} as const satisfies Record<string, number>;

export type CommonProblem = keyof typeof commonProblems;

/** An error with a stable code; one place turns it into a problem document in the reader's language. */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  /** Facts for the words, for example `{ function: 'nearby' }`; never a personal value. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  constructor(code: string, status: number, facts: Readonly<Record<string, string | number | boolean>> = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.facts = facts;
  }
}

/** A problem of the operation's own or a common one. `status` is taken from the common list, else 422. */
export function problem(
  code: string,
  facts: Readonly<Record<string, string | number | boolean>> = {},
  status?: number,
): ProblemError {
  const common = (commonProblems as Record<string, number>)[code];
  return new ProblemError(code, status ?? common ?? 422, facts);
}
