export type ErrorCode = "invalid" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "too_many"

/** What a rule says when a move is not allowed: words for the person who reads the screen. */
export type Refusal = { code: ErrorCode; message: string }

export type FieldErrors = Record<string, string>

/** The only error that is shown to people. Its message is written for them; `cause` is for the log. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldErrors

  constructor(code: ErrorCode, message: string, options: { fields?: FieldErrors; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = "AppError"
    this.code = code
    this.fields = options.fields ?? {}
  }
}

/** Throws when a rule refused. */
export function insist(refusal: Refusal | null): void {
  if (refusal) throw new AppError(refusal.code, refusal.message)
}

/** What one may not see and what is not there look the same. */
export function notFound(noun: string): AppError {
  return new AppError("not_found", `There is no such ${noun}.`)
}
