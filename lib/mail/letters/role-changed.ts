import { z } from "zod"
import { memberRoles } from "@/lib/commerce/hierarchies/rules"
import { db } from "@/lib/platform/db"
import type { Load } from "../mail-to-write"
import { memberValues, selectMember } from "./member-values"

const About = z.object({ memberId: z.uuid() })

/** Tells a member's role, as long as the member can do something with it. */
export const load: Load = async (about) => {
  const { memberId } = About.parse(about)
  const where = { id: memberId, status: "active" as const, removedAt: null }
  const member = await db.hierarchyMember.findUnique({ where, select: { ...selectMember, role: true } })
  return member && { ...memberValues(member), role: memberRoles[member.role] }
}
