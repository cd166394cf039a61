import { describe, expect, test } from "vitest"
import type { AssignmentEffect } from "./effect"
import { type AssignmentRule, planAssignments, type Standing, whyNot } from "./plan"

const standing = (name: string, given: Partial<Standing> = {}): Standing => ({
  name,
  isAvailable: true,
  isAtWork: true,
  awayUntil: null,
  openLeads: 0,
  capacity: null,
  ...given,
})
const everybody = (given: Record<string, Partial<Standing>> = {}) =>
  new Map(["Maja", "Tomás", "Bo"].map((name) => [name, standing(name, given[name])]))
const rule = (id: string, given: Partial<AssignmentEffect>): AssignmentRule => ({
  id,
  name: id,
  isOn: true,
  when: null,
  effect: { way: "turn", personIds: ["Maja", "Tomás", "Bo"], inHours: false, otherwise: "next", ...given },
})
const leads = (count: number, matched = [0], ownerId: string | null = null) =>
  Array.from({ length: count }, (_, at) => ({ id: `lead ${at}`, ownerId, matched }))
const whoGets = (given: ReturnType<typeof planAssignments>) => given.map((one) => ("personId" in one ? one.personId : one.is))

describe("why somebody is passed over", () => {
  test.each<[string, Standing | undefined, boolean, string | null]>([
    ["nobody's", undefined, false, "somebody no longer works in Sales"],
    ["available", standing("Maja"), false, null],
    ["away", standing("Maja", { isAvailable: false, awayUntil: "2026-12-04" }), false, "Maja is away until 2026-12-04"],
    ["disabled", standing("Maja", { isAvailable: false }), false, "Maja no longer works in Sales"],
    ["full", standing("Maja", { openLeads: 40, capacity: 40 }), false, "Maja has 40 open leads of at most 40"],
    ["not full", standing("Maja", { openLeads: 39, capacity: 40 }), false, null],
    ["at home, whenever", standing("Maja", { isAtWork: false }), false, null],
    ["at home, within hours", standing("Maja", { isAtWork: false }), true, "Maja is outside working hours"],
    ["at work, within hours", standing("Maja"), true, null],
  ])("%s", (_, who, inHours, why) => expect(whyNot(who, inHours)).toBe(why))
})

describe("in turn", () => {
  test("everybody gets as many, after whoever was last", () => {
    const turns = new Map([["a", "Maja"]])
    expect(whoGets(planAssignments(leads(7), { rules: [rule("a", {})] }, everybody(), turns))).toEqual([
      "Tomás",
      "Bo",
      "Maja",
      "Tomás",
      "Bo",
      "Maja",
      "Tomás",
    ])
    expect(turns.get("a")).toBe("Tomás")
  })

  test("whoever is away is passed over, and the turn goes on", () => {
    const standings = everybody({ Tomás: { isAvailable: false, awayUntil: "2026-12-04" } })
    expect(whoGets(planAssignments(leads(4), { rules: [rule("a", {})] }, standings, new Map()))).toEqual(["Maja", "Bo", "Maja", "Bo"])
  })

  test("each rule has a turn of its own", () => {
    const rules = [rule("a", {}), rule("b", {})]
    const given = [...leads(1, [0]), ...leads(1, [1]), ...leads(1, [0])]
    expect(whoGets(planAssignments(given, { rules }, everybody(), new Map()))).toEqual(["Maja", "Maja", "Tomás"])
  })

  test("capacity counts what was just given", () => {
    const standings = everybody({ Maja: { openLeads: 1, capacity: 2 }, Tomás: { capacity: 0 }, Bo: { capacity: 1 } })
    const given = planAssignments(leads(3), { rules: [rule("a", {})] }, standings, new Map())
    expect(whoGets(given)).toEqual(["Maja", "Bo", "passed"])
    expect(given[2]).toMatchObject({
      why: "Rule “a”: Maja has 2 open leads of at most 2, Tomás has 0 open leads of at most 0, Bo has 1 open leads of at most 1.",
    })
  })
})

test("the least busy gets it, of equals in turn", () => {
  const standings = everybody({ Maja: { openLeads: 2 }, Tomás: { openLeads: 1 }, Bo: { openLeads: 0 } })
  const given = planAssignments(leads(6), { rules: [rule("a", { way: "least" })] }, standings, new Map())
  expect(whoGets(given)).toEqual(["Bo", "Tomás", "Bo", "Maja", "Tomás", "Bo"])
  expect([...standings.values()].map(({ openLeads }) => openLeads)).toEqual([3, 3, 3])
})

describe("from above", () => {
  const away = everybody({ Maja: { isAvailable: false, awayUntil: "2026-12-04" } })
  const onlyMaja = { way: "person" as const, personIds: ["Maja"] }

  test("the first rule that holds and finds somebody gives it", () => {
    const rules = [rule("a", onlyMaja), rule("b", { way: "person", personIds: ["Bo"] })]
    expect(whoGets(planAssignments(leads(1, [0, 1]), { rules }, everybody(), new Map()))).toEqual(["Maja"])
    const [given] = planAssignments(leads(1, [0, 1]), { rules }, away, new Map())
    expect(given).toMatchObject({ is: "given", personId: "Bo", passed: ["Rule “a”: Maja is away until 2026-12-04."] })
  })

  test("a rule that says so leaves it unassigned", () => {
    const rules = [rule("a", { ...onlyMaja, otherwise: "stay" }), rule("b", {})]
    expect(planAssignments(leads(1, [0, 1]), { rules }, away, new Map())[0]).toMatchObject({
      is: "passed",
      why: "Rule “a”: Maja is away until 2026-12-04.",
    })
  })

  test("where no rule holds it is left alone", () => {
    expect(planAssignments(leads(1, []), { rules: [rule("a", {})] }, everybody(), new Map())).toEqual([
      { leadId: "lead 0", is: "unmatched" },
    ])
  })
})

test("a lead stays with its owner whom the rule names, and counts for whoever gets it instead", () => {
  const rules = [rule("a", {})]
  expect(planAssignments(leads(1, [0], "Bo"), { rules }, everybody(), new Map())[0]).toMatchObject({ is: "kept", personId: "Bo" })
  const standings = everybody({ Maja: { openLeads: 5 } })
  standings.set("Eva", standing("Eva", { openLeads: 3 }))
  expect(whoGets(planAssignments(leads(1, [0], "Eva"), { rules }, standings, new Map()))).toEqual(["Maja"])
  expect([standings.get("Eva")?.openLeads, standings.get("Maja")?.openLeads]).toEqual([2, 6])
})
