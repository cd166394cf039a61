import { describe, expect, test } from "vitest"
import type { Editable } from "@/lib/platform/editable"
import { defaultMapping, type Mapping, mapped, type Source } from "./mapping"
import {
  changesBetween,
  fits,
  isLocked,
  lossesOf,
  type Parts,
  partOrder,
  problemOf,
  problemsOf,
  rehearse,
  type Sample,
} from "./mapping-rules"

const { parts } = defaultMapping
const having = (part: keyof Parts, key: string, source: Source | undefined): Parts => ({
  ...parts,
  [part]: { ...parts[part], [key]: source },
})
const without = (part: keyof Parts, key: string): Parts => {
  const { [key]: _, ...others } = parts[part] as Record<string, Source>
  return { ...parts, [part]: others }
}

test("the mapping of the house has no problem, reads every record, and is what was always done", () => {
  expect(problemsOf(parts)).toEqual({})
  expect(partOrder).toEqual(["lead", "account", "contact", "opportunity", "organization", "person"])
})

describe("kinds must fit", () => {
  const field = (kind: Editable["kind"], more: Partial<Editable> = {}): Editable => ({ label: kind, kind, column: kind, ...more })
  const short = field("text", { longest: 50 })
  const long = field("text", { longest: 300 })
  const memo = field("long-text")
  const sizes = field("choice", { words: { s: "Small", l: "Large" } })
  const size = field("choice", { words: { s: "Small" } })
  const taxId = field("text", { isTaxId: true })
  test.each<[string, Editable, Editable, boolean]>([
    ["a text takes a shorter one", long, short, true],
    ["a text takes no longer one", short, long, false],
    ["a text takes no memo", long, memo, false],
    ["a memo takes any text", memo, long, true],
    ["a memo takes a choice, as its word", memo, sizes, true],
    ["a text takes a choice whose words are short enough", short, sizes, true],
    ["a text takes an address only if it is long enough", short, field("email"), false],
    ["an email takes an email", field("email"), field("email"), true],
    ["an email takes no text", field("email"), short, false],
    ["a phone takes a phone", field("phone"), field("phone"), true],
    ["a website takes no email", field("url"), field("email"), false],
    ["a country takes a country", field("country"), field("country"), true],
    ["money takes money", field("money"), field("money"), true],
    ["money takes no percent", field("money"), field("percent"), false],
    ["a day takes a day", field("day"), field("day"), true],
    ["yes or no takes yes or no", field("yes-no"), field("yes-no"), true],
    ["a choice takes one whose values it all has", sizes, size, true],
    ["a choice takes none with values that it has not", size, sizes, false],
    ["a choice takes no text", sizes, short, false],
    ["a tax ID takes a tax ID", taxId, taxId, true],
    ["a tax ID takes no other text", taxId, short, false],
  ])("%s", (_, target, source, expected) => {
    expect(fits(target, source)).toBe(expected)
  })
})

describe("a field's source", () => {
  test.each<[string, keyof Parts, string, Source | undefined, RegExp | null]>([
    ["may be nothing", "account", "phone", undefined, null],
    ["may not be nothing where it is required", "account", "name", undefined, /Name cannot be left empty/],
    ["is always filled where the field is required", "contact", "lastName", { from: "lead.jobTitle" }, /always filled/],
    ["may be a fixed value", "contact", "lastName", { text: "Unknown" }, null],
    ["may be a text that names a required field", "opportunity", "topic", { text: "%company%" }, null],
    ["may not be a text of fields that may be empty", "opportunity", "topic", { text: "%website%" }, /always filled/],
    ["names fields that exist", "opportunity", "topic", { text: "For %nobody%" }, /no field %nobody%/],
    ["is not an empty text", "account", "phone", { text: "  " }, /Enter a value/],
    ["is of a record that the part reads", "account", "name", { from: "request.company" }, /cannot be read from there/],
    ["exists", "account", "phone", { from: "lead.nothing" }, /cannot be read from there/],
    ["fits", "account", "phone", { from: "lead.email" }, /Email does not fit Phone/],
    ["is one of the choices", "opportunity", "need", { text: "badly" }, /from the list/],
    ["can be any choice", "opportunity", "need", { text: "must_have" }, null],
    ["is of a field that exists", "account", "nothing", { text: "x" }, /no such field/],
  ])("%s", (_, part, key, source, expected) => {
    const problem = problemOf(part, key, source)
    if (expected) expect(problem).toMatch(expected)
    else expect(problem).toBeNull()
  })

  test("of the one address is not for choosing", () => {
    expect([isLocked("lead", "email"), isLocked("contact", "email"), isLocked("person", "email")]).toEqual([true, true, true])
    expect([isLocked("account", "email"), isLocked("contact", "phone")]).toEqual([false, false])
    expect(problemsOf(without("contact", "email"))).toHaveProperty(["contact.email"])
  })
})

describe("what would be lost", () => {
  test("of the house's mapping: what only the lead keeps", () => {
    expect(lossesOf(parts)).toEqual(["lead.source", "lead.industry", "lead.decisionMaker", "lead.comments"])
  })

  test("is named once the last field that takes it over lets it go", () => {
    expect(lossesOf(without("contact", "jobTitle"))).toContain("lead.jobTitle")
    expect(lossesOf(without("account", "phone"))).not.toContain("lead.phone")
    expect(lossesOf(without("lead", "comments"))).toContain("request.comments")
  })

  test("is kept by a fixed text that names it, or by a customer alone", () => {
    expect(lossesOf(having("opportunity", "currentSituation", { text: "%industry%: %comments%" }))).toEqual([
      "lead.source",
      "lead.decisionMaker",
    ])
    expect(lossesOf(without("contact", "jobTitle"))).toContain("lead.jobTitle")
    expect(lossesOf(having("organization", "name", { text: "%industry%" }))).not.toContain("lead.industry")
  })
})

describe("values", () => {
  const lead = { company: "Atlântico", country: "PT", need: "must_have", decisionMaker: "yes", value: "45000.00", comments: "We sail." }
  const withSource = (part: keyof Parts, key: string, source: Source): Mapping => ({ version: 1, parts: having(part, key, source) })
  test.each<[string, Source, string | null]>([
    ["a field as it is", { from: "lead.company" }, "Atlântico"],
    ["a choice as its word", { from: "lead.need" }, "Must have"],
    ["yes or no in words", { from: "lead.decisionMaker" }, "Yes"],
    ["a country by its name", { from: "lead.country" }, "Portugal"],
    ["a text with fields in it", { text: "%company% from %country%" }, "Atlântico from Portugal"],
    ["nothing where the field is empty", { from: "lead.jobTitle" }, null],
    ["nothing where a text comes to nothing", { text: "%jobTitle%" }, null],
  ])("%s", (_, source, expected) => {
    expect(mapped(withSource("opportunity", "customerNeed", source), "opportunity", { lead }).customerNeed).toBe(expected)
  })

  test("a fixed text is cut to its field's length, and a choice is its code", () => {
    const long = { text: `%company% ${"x".repeat(400)}` }
    expect(mapped(withSource("opportunity", "topic", long), "opportunity", { lead }).topic).toHaveLength(300)
    expect(mapped(withSource("opportunity", "need", { text: "no_need" }), "opportunity", { lead }).need).toBe("no_need")
  })
})

describe("a rehearsal", () => {
  const sample: Sample = {
    id: "one",
    label: "Atlântico",
    request: { company: "Atlântico", comments: "We sail." },
    lead: { company: "Atlântico", industry: "Fishing", phone: "+1" },
  }

  test("says for each past lead what would be written differently, and follows it to the customers", () => {
    const draft = { version: 1, parts: having("account", "phone", { text: "+351000" }) }
    const [one] = rehearse(defaultMapping, draft, [sample])
    expect(one?.differs).toEqual([
      { part: "account", key: "phone", before: "+1", after: "+351000" },
      { part: "organization", key: "phone", before: "+1", after: "+351000" },
    ])
    expect(rehearse(defaultMapping, { version: 1, parts }, [sample])[0]?.differs).toEqual([])
  })

  test("shows the way from the request too, where the lead came from one", () => {
    const draft = { version: 1, parts: without("lead", "comments") }
    expect(rehearse(defaultMapping, draft, [sample])[0]?.differs).toEqual([
      { part: "lead", key: "comments", before: "We sail.", after: null },
    ])
    expect(rehearse(defaultMapping, draft, [{ ...sample, request: null }])[0]?.differs).toEqual([])
  })
})

test("two mappings are compared field by field", () => {
  expect(changesBetween(parts, parts)).toEqual([])
  expect(changesBetween(parts, having("account", "phone", { text: "+1" }))).toEqual(["account.phone"])
  expect(changesBetween(parts, without("person", "phone"))).toEqual(["person.phone"])
})
