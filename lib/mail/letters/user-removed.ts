import { z } from "zod"
import { db } from "@/lib/platform/db"
import type { Load } from "../mail-to-write"
import { memberValues, selectMember } from "./member-values"

const About = z.object({ memberId: z.uuid() })

/** Tells that access has ended. */
export const load: Load = async (about) => {
  const { memberId } = About.parse(about)
  const member = await db.hierarchyMember.findUnique({ where: { id: memberId, removedAt: { not: null } }, select: selectMember })
  return member && memberValues(member)
}
