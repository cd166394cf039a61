import { AppError, type ErrorCode } from "@/lib/platform/errors"
import { shown } from "./action"
import { insistOnReader, type Staff } from "./actor"
import type { Permission } from "./permissions"

type Params = Record<string, string>
type Answer = (staff: Staff, request: Request, params: Params) => Promise<Response>

const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 404,
  not_found: 404,
  conflict: 409,
  too_many: 429,
}

/**
 * Every route handler of the office is built here: person and permission are asked first, answers are never stored,
 * and what goes wrong becomes `{ error: { code, message, fields } }`. Routes only read; what writes is an action, or an upload.
 */
export function staffRoute(permission: Permission, answer: Answer) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const response = await answer(await insistOnReader(permission), request, await params)
      if (!response.headers.get("cache-control")?.includes("no-store")) response.headers.set("cache-control", "no-store")
      response.headers.set("x-content-type-options", "nosniff")
      return response
    } catch (error) {
      const status = error instanceof AppError ? statuses[error.code] : 500
      return Response.json(
        { error: shown(error) },
        { status, headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" } },
      )
    }
  }
}
