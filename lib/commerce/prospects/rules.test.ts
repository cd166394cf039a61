import { describe, expect, test } from "vitest"
import { staffRoles } from "@/lib/identity/permissions"
import {
  type ProspectStatus,
  prospectMoves,
  prospectStatuses,
  refusalToApprove,
  refusalToAssign,
  refusalToReject,
  refusalToReopen,
  refusalToWithdraw,
} from "./rules"

const statuses = Object.keys(prospectStatuses) as ProspectStatus[]
const cells = staffRoles.flatMap((role) => statuses.map((status) => ({ role, status })))

describe("a prospect's moves", () => {
  test("are these and no others", () => {
    expect(prospectMoves).toEqual({
      pending: ["approved", "rejected", "withdrawn", "merged"],
      approved: ["pending"],
      rejected: ["pending"],
      withdrawn: [],
      merged: ["pending"],
    })
  })

  test.each(cells)("$role may approve or reject one that is $status, or is told why not", ({ role, status }) => {
    const isAllowed = status === "pending" && (role === "commerce_manager" || role === "administrator")
    for (const refusal of [refusalToApprove({ status }, role), refusalToReject({ status }, role)]) {
      expect(refusal === null).toBe(isAllowed)
      if (refusal?.code === "forbidden") expect(refusal.message).toContain("Commerce manager or Administrator")
      if (refusal?.code === "conflict") expect(refusal.message).toContain(prospectStatuses[status])
    }
  })

  test.each(cells)("$role may assign one that is $status, or is told why not", ({ role, status }) => {
    const refusal = refusalToAssign({ status }, role)
    expect(refusal === null).toBe(status === "pending" && (role === "commerce_manager" || role === "administrator"))
    if (refusal?.code === "forbidden") expect(refusal.message).toContain("Commerce manager or Administrator")
    if (refusal?.code === "conflict") expect(refusal.message).toContain("Only Pending prospects are assigned")
  })

  test.each(cells)("$role may reopen one that is $status and has no lead, or is told why not", ({ role, status }) => {
    const isAllowed = status === "rejected" && (role === "commerce_manager" || role === "administrator")
    expect(refusalToReopen({ status, leadId: null }, role) === null).toBe(isAllowed)
    expect(refusalToReopen({ status, leadId: "lead" }, role)).not.toBeNull()
  })

  test.each(statuses)("its applicant may withdraw one that is %s only while it is pending", (status) => {
    expect(refusalToWithdraw({ status }) === null).toBe(status === "pending")
  })
})
