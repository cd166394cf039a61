import { expect, test } from "vitest"
import { type StaffRole, staffRoles } from "@/lib/identity/permissions"
import { refusalToAssignAccount, refusalToAssignContact, refusalToEditAccount, refusalToEditContact } from "./party-rules"

const cells = staffRoles.flatMap((role) => [null, "me", "colleague"].map((owner) => ({ role, owner })))
const worksSales = (role: StaffRole) => role === "seller" || role === "sales_manager" || role === "administrator"

test.each(cells)("$role edits and assigns an account or contact of $owner, or is told why not", ({ role, owner }) => {
  const worker = { id: "me", staffRole: role }
  const record = { ownerId: owner, ownerName: owner }
  const may = worksSales(role) && (owner !== "colleague" || role !== "seller")
  expect(refusalToEditAccount(record, worker) === null).toBe(may)
  expect(refusalToEditContact(record, worker) === null).toBe(may)
  for (const refusal of [refusalToAssignAccount, refusalToAssignContact]) {
    expect(refusal(record, worker, "me") === null).toBe(may)
    expect(refusal(record, worker, null) === null).toBe(may)
    expect(refusal(record, worker, "colleague") === null).toBe(worksSales(role) && role !== "seller")
  }
})
