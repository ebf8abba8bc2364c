/**
 * A mistake the user can act on: what happened, why, and what to try.
 * Anything else that is thrown is a bug of ours and is reported as one.
 */
export class UserError extends Error {
  readonly why: string | undefined;
  readonly hint: string | undefined;

  constructor(what: string, why?: string, hint?: string) {
    super(what);
    this.name = 'UserError';
    this.why = why;
    this.hint = hint;
  }
}
