import { z } from "zod"
import { db } from "@/lib/platform/db"
import type { Load } from "../mail-to-write"
import { memberValues, selectMember } from "./member-values"
import { wayIn } from "./way-in"

const About = z.object({ memberId: z.uuid() })

/** Invites a user, as long as the invitation stands. */
export const load: Load = async (about, { linkId, language }) => {
  const { memberId } = About.parse(about)
  const where = { id: memberId, status: "pending" as const, removedAt: null, hierarchy: { suspendedAt: null } }
  const member = await db.hierarchyMember.findUnique({ where, select: selectMember })
  if (!member || !linkId) return null
  return { ...memberValues(member), addedby: await whoInvited(memberId, member.hierarchy.name), ...(await wayIn(linkId, language)) }
}

async function whoInvited(memberId: string, organization: string): Promise<string> {
  const invited = await db.auditEntry.findFirst({
    where: { recordIds: { has: memberId }, move: { in: ["member.invite", "member.invite_again", "member.enable"] } },
    orderBy: { at: "desc" },
    select: { actorName: true },
  })
  return invited?.actorName ?? organization
}
