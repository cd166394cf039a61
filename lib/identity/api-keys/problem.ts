import { AppError, type ErrorCode } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { log } from "@/lib/platform/log"

/** What went wrong for a program that asks the API, in the form of RFC 9457. Its `code` is stable; `detail` is for the person who reads the log. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly more: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(
    status: number,
    code: string,
    title: string,
    detail: string,
    { more = {}, headers = {} }: { more?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(detail)
    this.name = "Problem"
    this.status = status
    this.code = code
    this.title = title
    this.more = more
    this.headers = headers
  }
}

const statuses: Record<ErrorCode, [status: number, code: string, title: string]> = {
  invalid: [400, "invalid_request", "The request is not valid"],
  unauthenticated: [401, "unauthenticated", "The key opens nothing"],
  forbidden: [403, "forbidden", "The key may not do this"],
  not_found: [404, "not_found", "There is no such thing"],
  conflict: [409, "conflict", "Something changed meanwhile"],
  too_many: [429, "rate_limited", "Asked too often"],
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof AppError) return new Problem(...statuses[error.code], error.message)
  const id = newId()
  log.error(
    { id, error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : "unknown" },
    "api failed",
  )
  const detail = "Nothing was changed that you were not told of. Ask again with the same Idempotency-Key."
  return new Problem(500, "internal", "Something broke here", detail, { more: { instance: `urn:uuid:${id}` } })
}

/** Any error as the answer that a program gets. */
export function problemResponse(error: unknown): Response {
  const { status, code, title, message: detail, more, headers } = problemOf(error)
  return Response.json(
    { type: `urn:gangway:problem:${code}`, title, status, code, detail, ...more },
    { status, headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" } },
  )
}
