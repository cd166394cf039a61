import { describe, expect, test } from "vitest"
import { usualRules } from "./matching-rules"
import { rehearse, type SamplePair, type SampleSide } from "./rehearse"
import { changesOf } from "./rules-changes"

const side = (id: string, given: Partial<SampleSide>): SampleSide => ({
  ...{
    id,
    kind: "lead",
    label: id,
    companyName: "Contoso",
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    website: null,
    taxId: null,
  },
  ...{ country: "PT", street: null, postalCode: null, ...given },
})
const pair = (one: Partial<SampleSide>, other: Partial<SampleSide>, key: string): SamplePair => ({
  one: side(`${key}1`, one),
  other: side(`${key}2`, other),
  crowded: [],
})
const sameDomain = { website: "https://contoso.com" }
const sample = {
  records: 4,
  pairs: [
    pair(sameDomain, sameDomain, "certain"),
    pair({}, {}, "possible"),
    pair({ ...sameDomain, companyName: "Alpha" }, { ...sameDomain, companyName: "Omega" }, "nothing"),
  ],
}
const rules = (given: Partial<typeof usualRules>) => ({ ...usualRules, ...given })
const strengths = (given: Partial<typeof usualRules.strengths>) => rules({ strengths: { ...usualRules.strengths, ...given } })

describe("a rehearsal", () => {
  test("of the rules in force changes nothing", () => {
    const { found, appear, disappear, change } = rehearse(sample, usualRules, usualRules)
    expect([appear, disappear, change]).toEqual([[], [], []])
    expect(found).toEqual({ certain: { before: 1, after: 1 }, likely: { before: 0, after: 0 }, possible: { before: 1, after: 1 } })
  })
  test("shows what would disappear and change with a signal off", () => {
    const { disappear, change } = rehearse(sample, usualRules, strengths({ name: 0 }))
    expect(disappear.map(({ one }) => one.id)).toEqual(["possible1"])
    expect(change.map(({ one, from, to }) => [one.id, from.verdict, to.verdict])).toEqual([["certain1", "certain", "possible"]])
  })
  test("shows what would appear with a signal stronger", () => {
    const { appear } = rehearse(sample, usualRules, strengths({ domain: 10 }))
    expect(appear.map(({ one }) => one.id)).toEqual(["nothing1"])
  })
  test("knows a domain that the house would call shared", () => {
    const { change, disappear } = rehearse(sample, usualRules, rules({ sharedDomains: ["contoso.com"] }))
    expect([...change, ...disappear].map(({ one }) => one.id)).toContain("certain1")
  })
  test("moves with the thresholds", () => {
    const { disappear } = rehearse(sample, usualRules, rules({ thresholds: { certain: 95, likely: 90, possible: 60 } }))
    expect(disappear.map(({ one }) => one.id)).toEqual(["possible1"])
  })
})

test("what differs between two sets of rules is told in words", () => {
  const after = { ...strengths({ phone: 0 }), thresholds: { ...usualRules.thresholds, possible: 45 }, legalForms: ["K.F.F."] }
  expect(changesOf(usualRules, after)).toEqual([
    { field: "Phone", from: "5", to: "off" },
    { field: "Possible from", from: "40", to: "45" },
    { field: "Legal forms", from: null, to: "K.F.F." },
  ])
  expect(changesOf(usualRules, usualRules)).toEqual([])
})
