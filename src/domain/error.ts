/** Every way Hone says no. The names are part of the contract; clients switch on them. */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'CONFLICT',
  'SECRET_FOUND',
  'TOO_LARGE',
  'RATE_LIMITED',
  'EXPIRED',
  'BUSY',
  'STORE_UNAVAILABLE',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A refusal that a caller can act on.
 *
 * `message` says what was wrong, `hint` what is allowed and what to do next. Neither may hold stored
 * text or an input's value: errors travel into logs and into other people's contexts.
 */
export class HoneError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  /** A person must mend something first: what was said is not kept for a time that may never come. */
  readonly lasting: boolean;

  constructor(code: ErrorCode, message: string, hint: string, options?: ErrorOptions & { lasting?: boolean }) {
    super(message, options);
    this.lasting = options?.lasting ?? false;
    this.name = 'HoneError';
    this.code = code;
    this.hint = hint;
  }
}

export const notFound = (what: string): HoneError =>
  new HoneError(
    'NOT_FOUND',
    `No such ${what} in this project.`,
    `Check the id, and that it belongs to the project of this connection (ids of other projects are not found).`,
  );
