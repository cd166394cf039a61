import type { Staff } from "@/lib/identity/actor"
import { refusalToAssignAccount, refusalToAssignContact, refusalToEditAccount, refusalToEditContact } from "@/lib/sales/party-rules"
import { type Owned, refusalByRole } from "@/lib/sales/worker"

/** Why a person cannot edit or assign an account or contact, or make something new for it. */
export type PartyRefusals = Record<"edit" | "assign" | "newContact" | "newOpportunity", string | null>

/** What the rules say to a person about an account or a contact. */
export function partyRefusals(kind: "account" | "contact", record: Owned, staff: Staff): PartyRefusals {
  const [edit, assign] =
    kind === "account" ? [refusalToEditAccount, refusalToAssignAccount] : [refusalToEditContact, refusalToAssignContact]
  return {
    edit: edit(record, staff)?.message ?? null,
    assign: assign(record, staff, null)?.message ?? null,
    newContact: refusalByRole(staff, "contact:edit", "make contacts")?.message ?? null,
    newOpportunity: refusalByRole(staff, "opportunity:edit", "make opportunities")?.message ?? null,
  }
}
