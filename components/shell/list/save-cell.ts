import type { ActionResult } from "@/lib/identity/action"
import type { Field } from "@/lib/platform/fields"
import type { SaveOutcome } from "./cell-edit"

export type Edited = { version: number; conflicts: readonly { field: string; theirs: string | null; who: string | null }[] }

/** What an edit of one field says at its cell: saved, refused, or a colleague was faster. */
export function afterEdit(result: ActionResult<Edited>, { label, words }: Field): SaveOutcome {
  if (!result.ok) return { is: "refused", why: result.error.message }
  const [conflict] = result.data.conflicts
  if (!conflict) return { is: "saved" }
  const theirs = conflict.theirs === null ? "nothing" : (words?.[conflict.theirs] ?? conflict.theirs)
  return { is: "clash", sentence: `${conflict.who ?? "Somebody"} changed the ${label.toLowerCase()} to ${theirs} a moment ago.` }
}

/** What a move says at its cell. `isAsked`: whether a state that has moved on is the person's to overrule. */
export function afterMove(result: ActionResult<unknown>, isAsked: boolean): SaveOutcome {
  if (result.ok) return { is: "saved" }
  const { code, message } = result.error
  return code === "conflict" && isAsked ? { is: "clash", sentence: message } : { is: "refused", why: message }
}

/** Why an undo of a cell or a card did not happen, such as a colleague who was faster; null where it did. */
export async function whyNotUndone(undo: () => Promise<SaveOutcome>): Promise<string | null> {
  const outcome = await undo().catch(
    () => ({ is: "refused", why: "The server could not be reached. Look whether it was undone." }) as const,
  )
  return outcome.is === "refused" ? outcome.why : outcome.is === "clash" ? outcome.sentence : null
}
