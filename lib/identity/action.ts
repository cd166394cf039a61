import { refresh } from "next/cache"
import { unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import { isStorable } from "@/lib/platform/clean-text"
import { type Actor, type Ctx, inTransaction } from "@/lib/platform/context"
import { AppError, type ErrorCode, type FieldErrors } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { log } from "@/lib/platform/log"
import { insistOnStaff, type Staff } from "./actor"
import type { Permission } from "./permissions"
import { insistOnOrigin } from "./request"

export type ActionError = { code: ErrorCode | "broken"; message: string; fields: FieldErrors }
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; error: ActionError }

type Command<Who extends Actor, Input, Data> = (ctx: Ctx & { actor: Who }, input: Input) => Promise<Data>
type Door<Who extends Actor, Schema extends z.ZodType, Data> = {
  /** What the permission matrix knows of this door: `lead:qualify`, `public`, `partner:…`. */
  access: string
  authorise: () => Promise<Who>
  schema: Schema
  command: Command<Who, z.output<Schema>, Data>
  /** Runs once the transaction is committed: cookies, redirects. */
  after?: (data: Data) => Promise<unknown>
}

/** An exported action: takes an object or a form, also as React's `useActionState` passes it, with the state before it. */
export type Action<Schema extends z.ZodType, Data> = {
  (input: z.input<Schema> | FormData): Promise<ActionResult<Data>>
  (previous: unknown, input: FormData): Promise<ActionResult<Data>>
  access: string
  schema: Schema
}

/** The entries of a form as plain strings; a field that was sent twice is refused, and so is a file: bytes have a door of their own. */
export function formFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION")) continue
    if (typeof value !== "string" || Object.hasOwn(fields, name))
      throw new AppError("invalid", "The form could not be read. Reload the page and try again.")
    fields[name] = value
  }
  return fields
}

export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return storable(parsed.data)
  const fields: FieldErrors = {}
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message
  throw new AppError("invalid", parsed.error.issues[0]?.message ?? "Check what you entered.", { fields })
}

/** The last wall behind every schema: text that the database would refuse is refused at its field. */
function storable<Data>(data: Data): Data {
  const at = unstorableAt(data, [])
  if (!at) return data
  const message = "This text holds a sign that cannot be kept. Type it anew instead of pasting it."
  throw new AppError("invalid", message, { fields: { [at.join(".")]: message } })
}

function unstorableAt(value: unknown, path: string[]): string[] | null {
  if (typeof value === "string") return isStorable(value) ? null : path
  if (value === null || typeof value !== "object" || value instanceof Date) return null
  for (const [name, inside] of Object.entries(value)) {
    const at = isStorable(name) ? unstorableAt(inside, [...path, name]) : path
    if (at) return at
  }
  return null
}

/** What a caught error becomes for the person who waits: its own words if it has some, else one calm sentence with an id that the log knows. */
export function shown(error: unknown): ActionError {
  if (error instanceof AppError) return { code: error.code, message: error.message, fields: error.fields }
  const id = newId()
  log.error(
    { id, error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : "unknown" },
    "action failed",
  )
  return {
    code: "broken",
    message: `This did not work, and nothing was changed. Try again; if it happens again, tell us ${id.slice(-12)}.`,
    fields: {},
  }
}

/**
 * Every action is built here: Origin, person, permission, arguments parsed, one transaction, the command, commit, refresh.
 * This is the only place that catches errors on behalf of a screen.
 */
export function door<Who extends Actor, Schema extends z.ZodType, Data>(doorway: Door<Who, Schema, Data>): Action<Schema, Data> {
  const { access, authorise, schema, command, after } = doorway
  async function act(...given: unknown[]): Promise<ActionResult<Data>> {
    try {
      await insistOnOrigin()
      const actor = await authorise()
      const last = given.at(-1)
      const input = parse(schema, last instanceof FormData ? formFields(last) : last)
      const data = await inTransaction(actor, (ctx) => command({ ...ctx, actor }, input))
      await after?.(data)
      refresh()
      return { ok: true, data }
    } catch (error) {
      unstable_rethrow(error)
      return { ok: false, error: shown(error) }
    }
  }
  return Object.assign(act, { access, schema })
}

/** A door for staff who carry the permission. */
export function staffAction<Schema extends z.ZodType, Data>(
  permission: Permission,
  schema: Schema,
  command: Command<Staff, z.output<Schema>, Data>,
  after?: (data: Data) => Promise<unknown>,
): Action<Schema, Data> {
  return door({ access: permission, authorise: () => insistOnStaff(permission), schema, command, after })
}

const stranger: Actor = { kind: "applicant", id: null, name: "Applicant", role: "Applicant" }

/** A door for everybody: whoever calls proves what they may by what they bring, such as a private link. */
export function publicAction<Schema extends z.ZodType, Data>(
  access: string,
  schema: Schema,
  command: Command<Actor, z.output<Schema>, Data>,
  after?: (data: Data) => Promise<unknown>,
): Action<Schema, Data> {
  return door({ access, authorise: async () => stranger, schema, command, after })
}
