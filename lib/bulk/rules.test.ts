import { describe, expect, test } from "vitest"
import { type StaffRole, staffRoles } from "@/lib/identity/permissions"
import { bulkDeeds, bulkKindNames, bulkLists, kindsIn, mostInRun } from "./kinds"
import {
  type BulkRunState,
  bulkRunStates,
  type JudgedRun,
  refusalOfSize,
  refusalToBegin,
  refusalToChoose,
  refusalToStart,
  refusalToStop,
  refusalToUndo,
  takesAll,
} from "./rules"

const states = Object.keys(bulkRunStates) as BulkRunState[]
const now = new Date("2026-11-30T12:00:00Z")
const later = new Date("2026-11-30T12:01:00Z")
const run = (given: Partial<JudgedRun> = {}): JudgedRun => ({
  ...{ state: "ready", kind: "assign", list: "leads", personId: "maja", personName: "Maja Lindqvist", ready: 3, chosen: 0, done: 3 },
  ...{ undoableUntil: later, undoneBy: "Maja Lindqvist" },
  ...given,
})
const worker = (staffRole: StaffRole, id = "maja") => ({ id, staffRole })
const workers: StaffRole[] = ["seller", "sales_manager", "administrator"]
const commercePeople: StaffRole[] = ["commerce_manager", "administrator"]

describe("beginning a run", () => {
  const cells = staffRoles.flatMap((role) => bulkLists.flatMap((list) => bulkKindNames.map((kind) => ({ role, list, kind }))))
  test.each(cells)("$role may $kind many $list, or is told who can", ({ role, list, kind }) => {
    const refusal = refusalToBegin(worker(role), list, kind)
    const isThere = bulkDeeds[list][kind] !== undefined
    const inSales = kind === "assign_by_rules" ? workers.filter((one) => one !== "seller") : workers
    const who = ["prospects", "customers", "hierarchies"].includes(list) ? commercePeople : inSales
    expect(refusal === null).toBe(isThere && who.includes(role))
    if (refusal && isThere) expect(refusal.message).toMatch(/(Sales|Commerce) manager or Administrator can\./)
  })

  test.each([
    ["leads", "assign_by_rules", "Seller cannot route leads by rules."],
    ["customers", "set_terms", "Seller cannot set the terms of customers."],
    ["hierarchies", "set_channels", "Seller cannot change the channels of customer hierarchies."],
    ["prospects", "approve", "Seller cannot approve prospects."],
  ] as const)("what cannot be done to many %s is said as a sentence", (list, kind, message) => {
    expect(refusalToBegin(worker("seller"), list, kind)?.message).toContain(message)
  })

  test.each(staffRoles)("%s takes all that match a view, or only their own", (role) => {
    expect(takesAll(worker(role))).toBe(["sales_manager", "commerce_manager", "administrator"].includes(role))
  })

  test("opens again only where a view can hold what is closed", () => {
    for (const view of ["my-open", "open", "escalated"]) expect(kindsIn("leads", view)).not.toContain("reactivate")
    for (const view of ["commerce", "closed", "all"]) expect(kindsIn("leads", view)).toContain("reactivate")
    expect(kindsIn("opportunities", "open")).toEqual(["assign"])
    expect(kindsIn("opportunities", "lost")).toEqual(["assign", "reopen"])
  })

  test("has a size, said in words", () => {
    expect(refusalOfSize("leads", 0)?.message).toBe("There is no lead here to change.")
    expect(refusalOfSize("leads", 1)).toBeNull()
    expect(refusalOfSize("leads", mostInRun)).toBeNull()
    expect(refusalOfSize("leads", mostInRun + 1)?.message).toContain("at most 50,000 leads")
  })
})

describe("a run's moves, state by state", () => {
  test.each(states)("%s: begun only when ready", (state) => {
    expect(refusalToStart(run({ state }), worker("seller")) === null).toBe(state === "ready")
  })
  test.each(states)("%s: stopped or discarded only before its end", (state) => {
    expect(refusalToStop(run({ state }), worker("seller")) === null).toBe(["checking", "ready", "running"].includes(state))
  })
  test.each(states)("%s: undone only when done", (state) => {
    expect(refusalToUndo(run({ state }), worker("seller"), now) === null).toBe(state === "done")
  })
  test.each(states)("%s: chosen in only before it began", (state) => {
    expect(refusalToChoose(run({ state }), worker("seller")) === null).toBe(state === "checking" || state === "ready")
  })
})

describe("whose run it is", () => {
  test("another's run is begun and chosen in by nobody else, whoever they are", () => {
    for (const role of staffRoles) {
      expect(refusalToStart(run(), worker(role, "priya"))).toMatchObject({ code: "forbidden" })
      expect(refusalToChoose(run(), worker(role, "priya"))).toMatchObject({ code: "forbidden" })
    }
  })
  test.each(staffRoles)("%s stops and undoes a colleague's run, or is told who can", (role) => {
    const mayOthers = role === "sales_manager" || role === "administrator"
    for (const refusal of [
      refusalToStop(run({ state: "running" }), worker(role, "priya")),
      refusalToUndo(run({ state: "done" }), worker(role, "priya"), now),
    ]) {
      expect(refusal === null).toBe(mayOthers)
      if (refusal) expect(refusal.message).toContain("Maja Lindqvist or a Sales manager or Administrator can")
    }
  })
  test("nothing to do, nothing done, or too late says so", () => {
    expect(refusalToStart(run({ ready: 0 }), worker("seller"))?.message).toContain("needs a choice first")
    expect(refusalToStart(run({ ready: 0, chosen: 1 }), worker("seller"))).toBeNull()
    expect(refusalToUndo(run({ state: "done", done: 0 }), worker("seller"), now)?.message).toBe("This run changed nothing.")
    expect(refusalToUndo(run({ state: "done" }), worker("seller"), later)?.message).toContain("The time to undo is over")
    for (const kind of ["reopen", "reactivate"])
      expect(refusalToUndo(run({ state: "done", kind }), worker("seller"), now)?.message).toContain("is decided anew")
  })
})
