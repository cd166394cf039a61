import { describe, expect, test } from "vitest"
import { may, type StaffRole, staffRoles } from "@/lib/identity/permissions"
import {
  type JudgedLead,
  type LeadState,
  leadMoves,
  leadStates,
  leadStatusReasons,
  refusalToAssign,
  refusalToAssignByRules,
  refusalToDisqualify,
  refusalToEdit,
  refusalToMark,
  refusalToQualify,
  refusalToReactivate,
} from "./rules"

const states = Object.keys(leadStates) as LeadState[]
const reasonOf = { open: "new", qualified: "qualified", disqualified: "lost" } as const
const owners = { nobody: null, me: "me", colleague: "colleague" } as const
type Owner = keyof typeof owners

const aLead = (state: LeadState, owner: Owner): JudgedLead => ({
  state,
  statusReason: reasonOf[state],
  ownerId: owners[owner],
  ownerName: owner === "nobody" ? null : owner,
})

const cells = staffRoles.flatMap((role) =>
  states.flatMap((state) => (Object.keys(owners) as Owner[]).map((owner) => ({ role, state, owner }))),
)
const worker = (role: StaffRole) => ({ id: "me", staffRole: role })
const worksSales = (role: StaffRole) => role === "seller" || role === "sales_manager" || role === "administrator"
const reaches = (role: StaffRole, owner: Owner) => owner !== "colleague" || role !== "seller"

describe("a lead's moves", () => {
  test("are these and no others", () => {
    expect(leadMoves).toEqual({ open: ["qualified", "disqualified"], qualified: [], disqualified: ["open"] })
  })

  test("every status reason belongs to one state, under Dynamics' numbers", () => {
    const table = Object.values(leadStatusReasons).map(({ code, word, state }) => `${leadStates[state].code}.${code} ${word}`)
    expect(table).toEqual([
      "0.1 New",
      "0.2 Contacted",
      "1.3 Qualified",
      "2.4 Lost",
      "2.5 Cannot Contact",
      "2.6 No Longer Interested",
      "2.7 Canceled",
    ])
  })

  test.each(cells)("$role may qualify a lead that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    const refusal = refusalToQualify(aLead(state, owner), worker(role))
    expect(refusal === null).toBe(worksSales(role) && state === "open" && reaches(role, owner))
    if (refusal && !worksSales(role))
      expect(refusal).toMatchObject({ code: "forbidden", message: expect.stringContaining("Seller, Sales manager or Administrator") })
    else if (refusal && state !== "open")
      expect(refusal).toMatchObject({ code: "conflict", message: expect.stringContaining(leadStates[state].word) })
    else if (refusal) expect(refusal).toMatchObject({ code: "forbidden", message: expect.stringContaining("colleague") })
  })

  test.each(cells)("$role may disqualify a lead that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    const refusal = refusalToDisqualify(aLead(state, owner), worker(role))
    expect(refusal === null).toBe(worksSales(role) && state === "open" && reaches(role, owner))
    if (refusal && worksSales(role) && state === "qualified") expect(refusal.message).toContain("Close the opportunity as lost")
  })

  test.each(cells)("$role may reactivate a lead that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    const refusal = refusalToReactivate(aLead(state, owner), worker(role))
    expect(refusal === null).toBe(worksSales(role) && state === "disqualified" && reaches(role, owner))
  })

  test("a request that its applicant withdrew is not reactivated", () => {
    expect(refusalToReactivate({ ...aLead("disqualified", "me"), isWithdrawn: true }, worker("administrator"))).toMatchObject({
      code: "conflict",
    })
  })

  test.each(cells)("$role may edit a lead that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    const refusal = refusalToEdit(aLead(state, owner), worker(role))
    expect(refusal === null).toBe(worksSales(role) && state === "open" && reaches(role, owner))
    if (refusal && worksSales(role) && state === "disqualified") expect(refusal.message).toContain("Reactivate it to edit it")
  })

  test.each(cells)("$role marks a lead that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    const lead = aLead(state, owner)
    expect(refusalToMark(lead, worker(role), "contacted") === null).toBe(worksSales(role) && state === "open" && reaches(role, owner))
    expect(refusalToMark(lead, worker(role), "new")).not.toBeNull()
    expect(refusalToMark({ ...lead, statusReason: "contacted" }, worker(role), "new") === null).toBe(
      worksSales(role) && state === "open" && reaches(role, owner),
    )
  })

  test.each(cells)("$role takes a lead that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    expect(refusalToAssign(aLead(state, owner), worker(role), "me") === null).toBe(
      worksSales(role) && state === "open" && reaches(role, owner),
    )
  })

  test("whoever may not route leads by rules is told so in the words of the command", () => {
    expect(refusalToAssignByRules(aLead("open", "me"), worker("seller"))?.message).toContain("Seller cannot route leads by rules.")
  })

  test.each(cells)(
    "$role assigns to a colleague a lead that is $state and owned by $owner, or is told why not",
    ({ role, state, owner }) => {
      const refusal = refusalToAssign(aLead(state, owner), worker(role), "colleague")
      expect(refusal === null).toBe(may(role, "lead:assign") && state === "open")
    },
  )
})
