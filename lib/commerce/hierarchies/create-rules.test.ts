import { describe, expect, test } from "vitest"
import { type JudgedHead, refusalToDelete, refusalToHead, refusalWithoutPeople } from "./create-rules"

const contoso: JudgedHead = {
  name: "Contoso Ltd.",
  number: "CUS-000007",
  type: "organization",
  status: "active",
  heads: null,
  outletOf: null,
}

describe("who may head a hierarchy", () => {
  test("an Active organization that has none and is nobody's outlet", () => expect(refusalToHead(contoso)).toBeNull())

  test.each<[why: string, Partial<JudgedHead>, sentence: string]>([
    ["a person", { type: "person" }, "Contoso Ltd. is a Person. An organization heads a hierarchy."],
    ["one that has a hierarchy", { heads: "HIE-000003" }, "Contoso Ltd. has customer hierarchy HIE-000003 already."],
    ["an outlet", { outletOf: "HIE-000003" }, "Contoso Ltd. is an outlet in HIE-000003. Remove it from that tree first."],
    ["one that is on the way", { status: "provisional" }, "CUS-000007 is Provisional: approving its prospect creates the hierarchy."],
    ["one that is archived", { status: "archived" }, "CUS-000007 is Archived."],
  ])("not %s", (_, given, message) => expect(refusalToHead({ ...contoso, ...given })).toEqual({ code: "conflict", message }))

  test("not without somebody who could be Admin", () => {
    expect(refusalWithoutPeople("Contoso Ltd.", 1)).toBeNull()
    expect(refusalWithoutPeople("Contoso Ltd.", 0)?.message).toContain("no Person customer with an email")
  })
})

describe("a hierarchy is deleted", () => {
  test("when no prospect has it", () => expect(refusalToDelete({ number: "HIE-000003", prospects: [] })).toBeNull())

  test("not while Approved stands on it, which is said before anything else", () => {
    const prospects = [
      { number: "PRO-000001", status: "pending" as const },
      { number: "PRO-000002", status: "approved" as const },
    ]
    expect(refusalToDelete({ number: "HIE-000003", prospects })?.message).toBe(
      "PRO-000002 is Approved, and Approved means a hierarchy. Reopen that decision first.",
    )
    expect(refusalToDelete({ number: "HIE-000003", prospects: prospects.slice(0, 1) })?.message).toBe(
      "PRO-000001 still refers to HIE-000003.",
    )
  })
})
