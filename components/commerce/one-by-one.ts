import type { ActionResult } from "@/lib/identity/action"

/** An action on one member made one on several, in order; it stops at the first that is refused and says how far it came. */
export function oneByOne<Data>(ids: readonly string[], action: (form: FormData) => Promise<ActionResult<Data>>) {
  return async (form: FormData): Promise<ActionResult<Data>> => {
    let last: ActionResult<Data> | null = null
    for (const [at, id] of ids.entries()) {
      form.set("memberId", id)
      last = await action(form)
      if (!last.ok && at > 0)
        last = { ok: false, error: { ...last.error, message: `Done for ${at} of ${ids.length}. ${last.error.message}` } }
      if (!last.ok) return last
    }
    return last ?? { ok: false, error: { code: "invalid", message: "Select a user first.", fields: {} } }
  }
}
