import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { readNew } from "@/lib/platform/editing/read-new"
import { newId } from "@/lib/platform/ids"
import { insistOn } from "@/lib/platform/overtaken"
import { refusalByRole } from "../worker"
import { announceArrived } from "./announce-arrived"
import { leadKeys } from "./edit-lead"
import { leadEditables } from "./editables"
import type { NewLead } from "./schema"

/** Opens a lead by hand, owned by whoever opens it. It has no prospect: nobody asked, so Commerce has nothing to decide. */
export async function newLead(ctx: Ctx & { actor: Staff }, typed: NewLead) {
  const { tx, actor, now } = ctx
  const id = newId()
  await insistOn(ctx, refusalByRole(actor, "lead:edit", "make leads"), id)
  const { data, text } = readNew(leadEditables, { ...typed, topic: typed.topic || `Lead: ${typed.company ?? ""}` })
  const lead = {
    firstName: text("firstName") ?? "",
    lastName: text("lastName") ?? "",
    companyName: text("company") ?? "",
    topic: text("topic") ?? "",
    email: text("email"),
    phone: text("phone"),
    website: text("website"),
    prospectNumber: null,
  }
  await tx.lead.createMany({
    data: [{ ...data, ...lead, ...leadKeys(lead), id, ownerId: actor.id, ownerName: actor.name, createdAt: now }],
  })
  announceArrived(ctx, [id])
  auditMove(ctx, { move: "lead.create", record: { kind: "lead", id, label: lead.companyName }, to: "new" })
  return { id }
}
