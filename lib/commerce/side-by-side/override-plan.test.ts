import { describe, expect, test } from "vitest"
import { countByField, planOverride, planUndo } from "./override-plan"

const ana = { customerId: "ana", values: { paymentTerms: "N30", priceGroup: null, currency: "EUR" } }
const rui = { customerId: "rui", values: { paymentTerms: "N60", priceGroup: "GOLD", currency: "EUR" } }
const eva = { customerId: "eva", values: { paymentTerms: "N30", priceGroup: null, currency: "EUR" } }
const fields = ["paymentTerms", "priceGroup"]

describe("an override", () => {
  test("changes what differs in the chosen fields, to nothing as well, and leaves out who is as the Admin already", () => {
    const plan = planOverride(ana, [ana, rui, eva], fields)
    expect(plan).toEqual([
      {
        member: rui,
        changes: [
          { field: "paymentTerms", from: "N60", to: "N30" },
          { field: "priceGroup", from: "GOLD", to: null },
        ],
      },
    ])
    expect(countByField(plan, [...fields, "currency"])).toEqual([
      { field: "paymentTerms", members: 1 },
      { field: "priceGroup", members: 1 },
      { field: "currency", members: 0 },
    ])
  })

  test("never touches a field that was not chosen", () => {
    expect(planOverride(ana, [rui], ["currency"])).toEqual([])
  })
})

describe("its undo", () => {
  const before = { paymentTerms: "N60", priceGroup: "GOLD" }
  const after = { paymentTerms: "N30", priceGroup: null }

  test("puts back what nobody touched since", () =>
    expect(planUndo(before, after, after)).toEqual({
      back: [
        { field: "paymentTerms", from: "N30", to: "N60" },
        { field: "priceGroup", from: null, to: "GOLD" },
      ],
      kept: [],
    }))

  test("leaves what somebody changed since, and says which field that is", () =>
    expect(planUndo(before, after, { paymentTerms: "N14", priceGroup: null })).toEqual({
      back: [{ field: "priceGroup", from: null, to: "GOLD" }],
      kept: ["paymentTerms"],
    }))

  test("says nothing of what somebody put back already", () => expect(planUndo(before, after, before)).toEqual({ back: [], kept: [] }))
})
