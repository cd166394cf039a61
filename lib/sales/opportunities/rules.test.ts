import { describe, expect, test } from "vitest"
import { type StaffRole, staffRoles } from "@/lib/identity/permissions"
import {
  type OpportunityState,
  opportunityMoves,
  opportunityStates,
  opportunityStatusReasons,
  refusalToAssign,
  refusalToClose,
  refusalToEdit,
  refusalToHold,
  refusalToMoveStage,
  refusalToReopen,
  type Stage,
  stages,
} from "./rules"

const states = Object.keys(opportunityStates) as OpportunityState[]
const owners = [null, "me", "colleague"]
const cells = staffRoles.flatMap((role) => states.flatMap((state) => owners.map((owner) => ({ role, state, owner }))))
const judged = (state: OpportunityState, owner: string | null) => ({ state, ownerId: owner, ownerName: owner })
const worksSales = (role: StaffRole) => role === "seller" || role === "sales_manager" || role === "administrator"
const reaches = (role: StaffRole, owner: string | null) => owner !== "colleague" || role !== "seller"

describe("an opportunity's moves", () => {
  test("are these and no others", () => {
    expect(opportunityMoves).toEqual({ open: ["won", "lost"], won: ["open"], lost: ["open"] })
  })

  test("states, reasons and stages carry Dynamics' numbers", () => {
    expect(
      Object.values(opportunityStatusReasons).map(({ code, word, state }) => `${opportunityStates[state].code}.${code} ${word}`),
    ).toEqual(["0.1 In Progress", "0.2 On Hold", "1.3 Won", "2.4 Canceled", "2.5 Out-Sold"])
    expect(Object.values(stages).map(({ code, word }) => `${code} ${word}`)).toEqual(["0 Qualify", "1 Develop", "2 Propose", "3 Close"])
  })

  test.each(cells)("$role may close one that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    const refusal = refusalToClose(judged(state, owner), { id: "me", staffRole: role })
    expect(refusal === null).toBe(worksSales(role) && state === "open" && reaches(role, owner))
    if (refusal && worksSales(role) && state !== "open") expect(refusal.message).toContain(opportunityStates[state].word)
  })

  test.each(cells)("$role may edit one that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    const refusal = refusalToEdit(judged(state, owner), { id: "me", staffRole: role })
    expect(refusal === null).toBe(worksSales(role) && state === "open" && reaches(role, owner))
    if (refusal && worksSales(role) && state !== "open") expect(refusal.message).toContain("Reopen it to edit it")
  })

  test.each(cells)("$role may reopen one that is $state and owned by $owner, or is told why not", ({ role, state, owner }) => {
    const refusal = refusalToReopen(judged(state, owner), { id: "me", staffRole: role })
    expect(refusal === null).toBe(worksSales(role) && state !== "open" && reaches(role, owner))
  })

  const everyStage = Object.keys(stages) as Stage[]
  const stageCells = everyStage.flatMap((from) => everyStage.map((to) => ({ from, to })))

  test.each(stageCells)("from $from one moves to $to, unless it is there or its lead was qualified", ({ from, to }) => {
    const worker = { id: "me", staffRole: "seller" } as const
    const own = { ...judged("open", "me"), stage: from }
    expect(refusalToMoveStage({ ...own, originatingLeadId: null }, worker, to) === null).toBe(from !== to)
    expect(refusalToMoveStage({ ...own, originatingLeadId: "lead" }, worker, to) === null).toBe(from !== to && to !== "qualify")
  })

  test.each(cells)(
    "$role moves, holds and assigns one that is $state and owned by $owner, or is told why not",
    ({ role, state, owner }) => {
      const worker = { id: "me", staffRole: role }
      const mayWork = worksSales(role) && state === "open" && reaches(role, owner)
      const one = { ...judged(state, owner), stage: "develop" as const, originatingLeadId: null }
      expect(refusalToMoveStage(one, worker, "propose") === null).toBe(mayWork)
      expect(refusalToHold({ ...one, statusReason: "in_progress" }, worker, "on_hold") === null).toBe(mayWork)
      expect(refusalToHold({ ...one, statusReason: "on_hold" }, worker, "in_progress") === null).toBe(mayWork)
      expect(refusalToHold({ ...one, statusReason: "on_hold" }, worker, "on_hold")).not.toBeNull()
      expect(refusalToAssign(one, worker, "me") === null).toBe(mayWork)
      expect(refusalToAssign(one, worker, "colleague") === null).toBe(worksSales(role) && state === "open" && role !== "seller")
    },
  )

  test("one whose applicant withdrew is not reopened", () => {
    expect(refusalToReopen({ ...judged("lost", "me"), isWithdrawn: true }, { id: "me", staffRole: "administrator" })).toMatchObject({
      code: "conflict",
    })
  })
})
