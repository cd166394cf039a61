import { z } from "zod"
import { roleName } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import type { Load } from "../mail-to-write"
import { wayIn } from "./way-in"

const About = z.object({ personId: z.uuid() })

/** Invites a member of staff. */
export const load: Load = async (about, { linkId, language }) => {
  const { personId } = About.parse(about)
  const select = { name: true, email: true, staffRole: true } as const
  const person = await db.person.findUnique({ where: { id: personId, disabledAt: null }, select })
  if (!person?.staffRole || !linkId) return null
  return { name: person.name, email: person.email, role: roleName(person.staffRole), ...(await wayIn(linkId, language)) }
}
