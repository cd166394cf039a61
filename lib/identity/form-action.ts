import { unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import { type ActionError, formFields, parse, shown } from "./action"
import { insistOnOrigin } from "./request"

/** What a refused form shows again; a password never comes back. */
export type FormState = { error: ActionError; email: string } | null

/**
 * The door of a form that carries a password: Origin, arguments, then work that opens its own transaction, so that no connection
 * of the database waits while a hash is made. The work ends by going to another page.
 */
export function formAction<Schema extends z.ZodType>(access: string, schema: Schema, work: (input: z.output<Schema>) => Promise<never>) {
  async function act(_previous: unknown, form: FormData): Promise<FormState> {
    try {
      await insistOnOrigin()
      return await work(parse(schema, formFields(form)))
    } catch (error) {
      unstable_rethrow(error)
      const email = form.get("email")
      return { error: shown(error), email: typeof email === "string" ? email.slice(0, 200) : "" }
    }
  }
  return Object.assign(act, { access })
}
