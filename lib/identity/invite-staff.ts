import { announce } from "@/lib/platform/announce"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import { ensurePerson } from "./ensure-person"
import { roleName } from "./permissions"
import { endSessions } from "./sessions"
import { refusalToInvite } from "./staff-rules"
import type { InviteStaff } from "./staff-schema"

/**
 * Gives a person, known or new, a staff role; the invitation letter follows. No session that they have becomes one of staff. The address is canonical.
 * Who has the role and no password yet is invited again; whom a colleague invited at the same moment is not.
 */
export async function inviteStaff(ctx: Ctx, { email, name, role }: InviteStaff) {
  const person = await ensurePerson(ctx, { email, name })
  const refused = refusalToInvite({ ...person, hasPassword: person.passwordHash !== null }, role)
  if (refused) throw new AppError(refused.code, refused.message, { fields: { email: refused.message } })
  const data = { staffRole: role, version: { increment: 1 } }
  const { count } = await ctx.tx.person.updateMany({ where: { id: person.id, staffRole: person.staffRole }, data })
  if (count === 0) throw await overtaken(ctx, person.id)
  if (!person.staffRole) await endSessions(ctx, person.id, "invited to the staff")
  auditMove(ctx, {
    move: "staff.invite",
    record: { kind: "person", id: person.id, label: person.name },
    from: person.staffRole && roleName(person.staffRole),
    to: roleName(role),
  })
  announce(ctx, "staff.invited", { personId: person.id })
  return { personId: person.id, name: person.name }
}
