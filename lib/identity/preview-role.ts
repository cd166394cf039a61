import { z } from "zod"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, type Refusal } from "@/lib/platform/errors"
import type { Staff } from "./actor"
import { type ActingRole, ownRole, previewedRole, roleName, type StaffRole, staffRoles } from "./permissions"

/** The role to look through the eyes of; null ends the preview. */
export const PreviewRole = z.object({ role: z.enum(staffRoles).nullable() })
export type PreviewRole = z.output<typeof PreviewRole>

export function refusalToPreview(role: ActingRole, wanted: StaffRole): Refusal | null {
  return wanted === ownRole(role)
    ? { code: "invalid", message: `You are ${roleName(wanted)} yourself: there is nothing to preview.` }
    : null
}

/** Shows this session the workspace as another role sees it, as far as the person's own role reaches, and lets it change nothing meanwhile. */
export async function previewRole(ctx: Ctx & { actor: Staff }, { role }: PreviewRole) {
  const { tx, actor, ledger } = ctx
  const before = previewedRole(actor.staffRole)
  if (role) insist(refusalToPreview(actor.staffRole, role))
  if (role === before) return { role }
  const changed = await tx.session.updateMany({
    where: { id: actor.sessionId, personId: actor.id, endedAt: null, previewRole: before },
    data: { previewRole: role },
  })
  if (changed.count === 0) throw new AppError("conflict", "Your session has changed meanwhile. Reload the page and try again.")
  const word = (one: StaffRole | null) => roleName(one ?? ownRole(actor.staffRole))
  auditMove(ctx, {
    move: "role.preview",
    record: { kind: "person", id: actor.id, label: actor.name },
    from: word(before),
    to: word(role),
  })
  ledger.touch("session", actor.id)
  return { role }
}
