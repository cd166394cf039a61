import { type ActingRole, may, roleName } from "@/lib/identity/permissions"
import { whoCan } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"

type Writer = { id: string | null; staffRole: ActingRole }

/** Why somebody may not write to colleagues about requests; null for those who may. */
export function refusalToDiscuss({ staffRole }: Writer): Refusal | null {
  if (may(staffRole, "prospect:discuss")) return null
  return { code: "forbidden", message: `${roleName(staffRole)} cannot write about requests. ${whoCan("prospect:discuss")}` }
}

/** What somebody wrote, only they change or delete: it bears their name. */
export function refusalToChangeMessage({ authorId, authorName }: { authorId: string; authorName: string }, writer: Writer): Refusal | null {
  const refused = refusalToDiscuss(writer)
  if (refused || authorId === writer.id) return refused
  return { code: "forbidden", message: `${authorName} wrote this. Only ${authorName} can change or delete it.` }
}
