import { describe, expect, test } from "vitest"
import { type StaffRole, staffRoles } from "@/lib/identity/permissions"
import { readFilter } from "@/lib/platform/filter"
import { audienceOf, audienceWord, scopeOf } from "./audience"
import { definitionText, parseDefinition, readDefinition } from "./definition"
import { refusalOfName, refusalToChange, refusalToShare, seesView } from "./rules"
import { workListKeys, workShapes } from "./work-shapes"

const sharers: Record<string, StaffRole[]> = {
  leads: ["sales_manager", "administrator"],
  opportunities: ["sales_manager", "administrator"],
  accounts: ["sales_manager", "administrator"],
  contacts: ["sales_manager", "administrator"],
  prospects: ["commerce_manager", "administrator"],
  customers: ["commerce_manager", "administrator"],
  hierarchies: ["commerce_manager", "administrator"],
  credit: ["commerce_manager", "administrator"],
}
const viewer = (staffRole: StaffRole, id = "viewer") => ({ id, staffRole })

describe.each(workListKeys)("%s", (list) => {
  test.each(staffRoles)("%s", (role) => {
    const may = sharers[list]?.includes(role) ?? false
    const mine = { list, scope: "personal" as const, role: null, ownerId: "viewer" }
    expect(refusalToShare(list, viewer(role)) === null).toBe(may)
    expect(seesView(mine, viewer(role))).toBe(true)
    expect(refusalToChange(mine, viewer(role))).toBeNull()
    expect(seesView({ ...mine, ownerId: "colleague" }, viewer(role))).toBe(false)
    expect(seesView({ ...mine, scope: "shared", ownerId: "colleague" }, viewer(role))).toBe(true)
    for (const default_ of staffRoles) {
      const view = { list, scope: "role" as const, role: default_, ownerId: "colleague" }
      expect(seesView(view, viewer(role))).toBe(may || default_ === role)
    }
    for (const scope of ["shared", "role"] as const)
      expect(refusalToChange({ ...mine, scope, role: scope === "role" ? role : null }, viewer(role)) === null).toBe(may)
  })
})

test("a refusal says who can", () => {
  expect(refusalToShare("leads", viewer("seller"))?.message).toBe(
    "Seller keeps views to themselves. A Sales manager or Administrator can share them.",
  )
  expect(refusalToChange({ list: "prospects", scope: "shared", role: null, ownerId: "x" }, viewer("seller"))?.message).toContain(
    "A Commerce manager or Administrator can change it",
  )
})

test("a standard view keeps its name", () => {
  const names = Object.values(workShapes.leads.views)
  expect(refusalOfName("my open LEADS", names)?.code).toBe("invalid")
  expect(refusalOfName("My hot leads", names)).toBeNull()
})

test("who sees it is chosen in one word and stored in two", () => {
  for (const audience of ["personal", "shared", ...staffRoles] as const) expect(audienceOf(scopeOf(audience))).toBe(audience)
  expect(audienceWord("seller")).toBe("Default of Seller")
})

test("what names no field, order or group any more falls away, and the rest stands", () => {
  const { leads } = workShapes
  const f = '["rating","is","hot"]'
  const stored = { view: "open", f, cols: "company,gone,rating:90", group: "gone", sort: "gone", dir: "up", nonsense: "1" }
  expect(readDefinition(leads, stored)).toEqual({ view: "open", f, cols: "company,rating:90" })
  expect(readDefinition(leads, { f: '["gone","is","hot"]' })).toEqual({})
  expect(parseDefinition(leads, definitionText({ view: "open", f, group: "rating" }))).toEqual({ view: "open", f, group: "rating" })
  expect(readFilter(leads.fields, readDefinition(leads, stored).f)).not.toBeNull()
})
